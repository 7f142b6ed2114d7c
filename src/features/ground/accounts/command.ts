import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { Actor } from '../../../access/actor.ts'
import { normalEmail } from '../../../access/sign-in-rules.ts'
import { SessionStore } from '../../../database/folder/sessions.ts'
import { column, rowsOf } from '../../../database/rows.ts'
import { fieldErrors } from '../../../http/forms/forms.ts'
import { newAccountForm } from './forms.ts'
import { createAccount, type HandedOver, handOverCode } from './manage-account.ts'

const options = {
  create: {
    email: { type: 'string' },
    name: { type: 'string' },
    title: { type: 'string', default: '' },
    organisation: { type: 'string' },
    administrator: { type: 'boolean', default: false },
  },
  reset: { email: { type: 'string' } },
} as const

type Print = (line: string) => void

const organisationRow = rowsOf({ id: column.number })

/** `account create`: the first accounts, and one where nobody is left who could open it on a page. @returns the exit code */
export async function createAccountCommand(actor: Actor, words: string[], print: Print): Promise<number> {
  const { values } = parseArgs({ args: words, options: options.create })
  // A terminal on a Mac may send the letter å as an a and a ring; the pages normalise theirs at their own border.
  const [email, name, slug, title] = [values.email, values.name, values.organisation, values.title].map(typedWords)
  if (!email || !name || !slug) return say(print, 'Say --email, --name and --organisation.', 2)
  const organisation = actor.database.sql.get(organisationRow, 'SELECT id FROM Organisation WHERE slug = ?', slug)
  if (!organisation) return say(print, `There is no organisation »${slug}«.`, 1)
  // What the page asks of an account holds here too.
  const typed = { person: '', name, title, organisation: String(organisation.id), email }
  const parsed = newAccountForm.safeParse(values.administrator ? { ...typed, administrator: '1' } : typed)
  if (!parsed.success) return say(print, Object.values(fieldErrors(parsed.error)).join('\n'), 1)
  return told(print, parsed.data.email, await createAccount(actor, parsed.data))
}

const accountRow = rowsOf({ id: column.number, disabledAt: column.orNull(column.moment) })

/** `account reset`: a new one-time code, also for the only administrator. Whoever was signed in is so no more. */
export async function resetAccountCommand(
  actor: Actor,
  words: string[],
  print: Print,
  sessionFile: string,
): Promise<number> {
  const { values } = parseArgs({ args: words, options: options.reset })
  const email = normalEmail(values.email ?? '')
  if (email === '') return say(print, 'Say --email.', 2)
  const account = actor.database.sql.get(accountRow, 'SELECT id, disabledAt FROM Account WHERE email = ?', email)
  if (!account) return say(print, `There is no account »${email}«.`, 1)
  if (account.disabledAt !== null)
    return say(print, `The account »${email}« is closed. A system administrator opens it again under Konti.`, 1)
  const { personId, ...handed } = await handOverCode(actor, account.id)
  if (existsSync(sessionFile)) {
    const sessions = new SessionStore(sessionFile, 0, print)
    sessions.destroyOf(personId)
    sessions.close()
  }
  return told(print, email, handed)
}

const told = (print: Print, email: string, { code, expiresAt }: HandedOver): number =>
  say(print, `${email} signs in once with ${code}, before ${expiresAt.slice(0, 10)}, and then chooses a password.`, 0)

function say(print: Print, text: string, code: number): number {
  print(text)
  return code
}

/** One line, with nothing in it that is not seen. */
const typedWords = (text = ''): string =>
  text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Z}\p{DI}]+/gu, ' ')
    .trim()
