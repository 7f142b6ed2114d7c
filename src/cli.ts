import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { systemActor } from './access/actor.ts'
import { normalEmail } from './access/sign-in-rules.ts'
import { backup, restore } from './database/backup.ts'
import { CannotBeDone } from './database/cannot-be-done.ts'
import { type Database, openDatabase } from './database/database.ts'
import { applyMigrations } from './database/migrations.ts'
import { verify } from './database/verify.ts'
import { createAccount } from './features/accounts/index.ts'
import {
  importAgreement,
  matchOrganisations,
  readKnownOrganisations,
  reportLines,
  understandFile,
  verifyAgreements,
} from './features/agreement/index.ts'
import { verifyDecisions } from './features/decisions/index.ts'
import { verifySignings } from './features/revision/index.ts'
import { dayOf, type Instant } from './kernel/days.ts'
import { Refusal } from './kernel/refusal.ts'
import { readSettings, type Settings, SettingsError } from './settings.ts'

const help = `Commands:

  migrate                     bring the database up to date, creating it when it is not there
  account create              open an account; prints a one-time code
      --email E --name N --organisation SLUG [--title T] [--administrator]
  backup FILE                 copy the database to FILE while the server runs, its documents to FILE.documents
  import agreement FILE       take in a signed agreement from a Markdown or Word document
      [--dry-run]             only print what is understood of it
  restore FILE                put a backup in the place of a database that is not there, while the server is stopped
  verify                      check the file, references, mandate ledgers, decisions, documents and events
  demo load [--size N]        load the demo into an empty database; N times as many meetings and decisions
  help                        this text

Come later: import observations FILE.
`

const later = new Set(['import'])

/** Runs a command. @returns the exit code: 0 done, 1 it could not be done, 2 it was asked for wrongly. */
export async function run(
  words: string[],
  settings: Settings,
  print: (line: string) => void,
  now: Instant,
): Promise<number> {
  try {
    return await dispatch(words, settings, print, now)
  } catch (fault) {
    if (isUsage(fault)) return say(print, `${fault.message} See help.`, 2)
    if (fault instanceof Refusal || fault instanceof CannotBeDone) return say(print, fault.message, 1)
    throw fault
  }
}

async function dispatch(
  words: string[],
  settings: Settings,
  print: (line: string) => void,
  now: Instant,
): Promise<number> {
  const [command = 'help', ...rest] = words
  if (command === 'help' || command === '--help') return say(print, help, 0)
  if (command === 'import' && rest[0] === 'agreement') {
    return inDatabase(settings, database => takeInAgreement(database, rest.slice(1), print, now))
  }
  if (later.has(command)) return say(print, `»${command}« comes in a later version. See help.`, 2)
  if (command === 'migrate') return migrate(settings, print)
  if (command === 'backup') return copy(rest, settings, print)
  if (command === 'restore') return putBack(rest, settings, print)
  if (command === 'verify') return inDatabase(settings, database => check(database, settings, print))
  if (command === 'account' && rest[0] === 'create') {
    return inDatabase(settings, database => openAccount(database, rest.slice(1), print, now))
  }
  if (command === 'demo' && rest[0] === 'load') {
    return demo(rest.slice(1), settings, print, now)
  }
  return say(print, `There is no command »${words.join(' ')}«.\n\n${help}`, 2)
}

function say(print: (line: string) => void, text: string, code: number): number {
  print(text)
  return code
}

async function migrate(settings: Settings, print: (line: string) => void): Promise<number> {
  mkdirSync(dirname(settings.databaseFile), { recursive: true })
  await applyMigrations(settings.databaseFile)
  return say(print, `${settings.databaseFile} is up to date.`, 0)
}

async function inDatabase(settings: Settings, work: (database: Database) => Promise<number>): Promise<number> {
  if (!existsSync(settings.databaseFile)) {
    throw new CannotBeDone(`There is no database at ${settings.databaseFile}. Make one with migrate.`)
  }
  const database = await openDatabase(settings.databaseFile)
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}

async function copy(words: string[], settings: Settings, print: (line: string) => void): Promise<number> {
  const [target] = words
  if (!target) return say(print, 'Say where to: backup FILE', 2)
  await backup(settings.databaseFile, settings.documentsDir, resolve(target))
  return say(print, `Copied to ${resolve(target)}`, 0)
}

async function putBack(words: string[], settings: Settings, print: (line: string) => void): Promise<number> {
  const [source] = words
  if (!source) return say(print, 'Say which backup: restore FILE', 2)
  restore(resolve(source), settings.databaseFile, settings.documentsDir)
  await migrate(settings, () => {})
  return say(print, `${settings.databaseFile} is restored from ${resolve(source)}. Run verify.`, 0)
}

async function check(database: Database, settings: Settings, print: (line: string) => void): Promise<number> {
  const findings = [
    ...verify(database.sql, settings.documentsDir),
    verifyDecisions(database),
    verifyAgreements(database),
    verifySignings(database),
  ]
  for (const { check, wrong } of findings) {
    print(`${wrong.length === 0 ? 'ok   ' : 'WRONG'} ${check}`)
    for (const sentence of wrong.slice(0, 20)) print(`        ${sentence}`)
    if (wrong.length > 20) print(`        and ${wrong.length - 20} more`)
  }
  return findings.every(({ wrong }) => wrong.length === 0) ? 0 : 1
}

async function openAccount(
  database: Database,
  words: string[],
  print: (line: string) => void,
  now: Instant,
): Promise<number> {
  const { values } = parseArgs({
    args: words,
    options: {
      email: { type: 'string' },
      name: { type: 'string' },
      title: { type: 'string', default: '' },
      organisation: { type: 'string' },
      administrator: { type: 'boolean', default: false },
    },
  })
  const { email, name, organisation: slug, title, administrator } = values
  if (!email || !name || !slug) return say(print, 'Say --email, --name and --organisation.', 2)
  const organisation = database.sql.get<{ id: number }>('SELECT id FROM Organisation WHERE slug = ?', slug)
  if (!organisation) return say(print, `There is no organisation »${slug}«.`, 1)
  const { code, expiresAt } = await createAccount(systemActor(database, now), {
    person: null,
    name,
    title,
    organisation: organisation.id,
    email: normalEmail(email),
    administrator,
  })
  return say(
    print,
    `${normalEmail(email)} signs in once with ${code}, before ${expiresAt.slice(0, 10)}, and then chooses a password.`,
    0,
  )
}

async function takeInAgreement(
  database: Database,
  words: string[],
  print: (line: string) => void,
  now: Instant,
): Promise<number> {
  const { values, positionals } = parseArgs({
    args: words,
    allowPositionals: true,
    options: { 'dry-run': { type: 'boolean', default: false } },
  })
  const [file] = positionals
  if (!file) return say(print, 'Say which document: import agreement FILE [--dry-run]', 2)
  if (!existsSync(resolve(file))) return say(print, `There is no file ${resolve(file)}.`, 1)
  const name = basename(file)
  const actor = systemActor(database, now)
  const { source, parsed, lost, changed } = await understandFile(actor, { name, buffer: readFileSync(resolve(file)) })
  for (const line of reportLines(parsed, matchOrganisations(parsed.signatures, readKnownOrganisations(database)))) {
    print(line)
  }
  for (const [heading, told] of [
    ['Not carried over', lost],
    ['Carried over otherwise', changed],
  ] as const) {
    if (told.length > 0) print(['', heading, ...told.map(sentence => `  ${sentence}`)].join('\n'))
  }
  print('')
  if (parsed.missing.length > 0) return say(print, 'This is not a whole agreement. Nothing is stored.', 1)
  if (values['dry-run']) return say(print, 'A dry run: nothing is stored.', 0)
  const { year } = await importAgreement(actor, { source, name })
  return say(print, `Stored and sealed as the agreement of ${year}.`, 0)
}

async function demo(words: string[], settings: Settings, print: (line: string) => void, now: Instant): Promise<number> {
  const { values } = parseArgs({ args: words, options: { size: { type: 'string', default: '1' } } })
  const size = Number(values.size)
  if (!Number.isInteger(size) || size < 1) return say(print, 'Say --size as a whole number from 1.', 2)
  await migrate(settings, () => {})
  const { isEmpty } = await import('../prisma/demo/is-empty.ts')
  const { loadDemo } = await import('../prisma/demo/load.ts')
  const code = await inDatabase(settings, async database => {
    if (!isEmpty(database)) return say(print, `${settings.databaseFile} is not empty: the demo is not loaded.`, 1)
    const facts = await loadDemo(database, { today: dayOf(now) })
    return say(print, `The demo is loaded: ${facts.meetings} meetings, ${facts.cases} cases.`, 0)
  })
  if (code !== 0 || size === 1) return code
  const { multiplyDemo } = await import('../prisma/demo/multiply.ts')
  const { copies, decisions } = multiplyDemo({ file: settings.databaseFile }, size)
  return say(print, `Multiplied by ${copies + 1}: ${decisions} decisions in all.`, 0)
}

/** Started as a command, not imported by a test. */
if (process.argv[1] && /cli\.[jt]s$/.test(process.argv[1])) {
  const print = (line: string) => process.stdout.write(`${line}\n`)
  try {
    process.exitCode = await run(
      process.argv.slice(2),
      readSettings(process.env, { command: true }),
      print,
      new Date().toISOString() as Instant,
    )
  } catch (fault) {
    const expected = fault instanceof SettingsError
    process.stderr.write(
      `${fault instanceof Error ? (expected ? fault.message : (fault.stack ?? fault.message)) : String(fault)}\n`,
    )
    process.exitCode = 1
  }
}

function isUsage(fault: unknown): fault is Error {
  return fault instanceof Error && 'code' in fault && String(fault.code).startsWith('ERR_PARSE_ARGS')
}
