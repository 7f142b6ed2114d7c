import { existsSync, readFileSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { parseArgs } from 'node:util'
import { systemActor } from '../../../access/actor.ts'
import { isSetUp } from '../../../access/cooperation.ts'
import type { Database } from '../../../database/database.ts'
import { fieldErrors } from '../../../http/forms/forms.ts'
import { dayOf, type Instant } from '../../../kernel/days.ts'
import { cleanFileName } from '../../../kernel/file-names.ts'
import { understandFile } from '../agreement/index.ts'
import type { SetupAnswers } from './answers.ts'
import { answersOf, setupForm } from './forms.ts'
import { proposedFrom } from './proposed.ts'
import { type SetupDocument, setUp } from './set-up.ts'
import { documentFaults, setupFaults, strangersIn } from './setup-rules.ts'
import { summaryLines } from './summary.ts'
import { typedFrom } from './typed-from.ts'

export interface Terminal {
  print: (line: string) => void
  /** Null: nobody sits there to answer. */
  ask: ((question: string) => Promise<string>) | null
}

/** A terminal with somebody at it. */
export const terminalOf = (print: (line: string) => void): Terminal & { close(): void } => {
  const lines = process.stdin.isTTY ? createInterface({ input: process.stdin, output: process.stdout }) : null
  return {
    print,
    ask: lines ? question => lines.question(`${question} `) : null,
    close: () => lines?.close(),
  }
}

const options = {
  answers: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  yes: { type: 'boolean', default: false },
} as const

/**
 * `setup [AGREEMENT] [--answers FILE] [--dry-run] [--yes]`: the agreement proposes, the file of answers corrects, and
 * what is still missing is asked for.
 * @returns the exit code
 */
export async function setUpCommand(
  database: Database,
  words: string[],
  { print, ask }: Terminal,
  now: Instant,
): Promise<number> {
  const { values, positionals } = parseArgs({ args: words, allowPositionals: true, options })
  const say = (text: string, code: number): number => {
    print(text)
    return code
  }
  if (isSetUp(database))
    return say(
      'The portal is set up already. Nothing is changed. Whoever lacks a code gets one by: account reset --email E',
      1,
    )
  const [file] = positionals
  for (const path of [file, values.answers])
    if (path !== undefined && !existsSync(resolve(path))) return say(`There is no file ${resolve(path)}.`, 1)
  const document = file === undefined ? null : await readDocument(database, file, now)
  const proposed = document ? typedFrom(proposedFrom(document.parsed)) : {}
  const given = values.answers === undefined ? {} : readAnswers(values.answers)
  if (given === null) return say(`${values.answers} is not JSON with one object. See docs/OPERATION.md.`, 1)
  const typed = merged(proposed, given)
  if (ask && !values.yes) await askForMissing(typed, ask)
  const { answers, faults } = judged(typed, dayOf(now), document)
  if (!answers || faults.length > 0) {
    print('The portal cannot be set up yet:')
    for (const sentence of faults) print(`  ${sentence}`)
    return say('Nothing is stored.', 1)
  }
  for (const { heading, lines } of summaryLines(answers, document ? strangersIn(answers, document.parsed) : []))
    print(['', heading, ...lines.map(line => `  ${line}`)].join('\n'))
  print('')
  if (values['dry-run']) return say('A dry run: nothing is stored.', 0)
  if (!values.yes) {
    if (!ask) return say('Nobody is here to confirm: nothing is stored. Add --yes to set the portal up.', 1)
    if (
      !/^(j|ja|y|yes)$/i.test((await ask('Is all of it right? The agreement is sealed as it stands. (ja/nej)')).trim())
    )
      return say('Nothing is stored. Correct it with --answers FILE.', 1)
  }
  const { people, expiresAt } = await setUp(database, now, answers, document)
  print('The portal is set up. Hand each of these codes to its person; it opens once, and then a password is chosen:')
  for (const person of people) print(`  ${person.email}  ${person.code}  (${person.about})`)
  return say(`The codes open until ${expiresAt.slice(0, 10)}. Start the portal, and sign in at /log-ind.`, 0)
}

async function readDocument(database: Database, file: string, now: Instant): Promise<SetupDocument> {
  const name = cleanFileName(basename(file))
  const buffer = readFileSync(resolve(file))
  const { source, parsed } = await understandFile(systemActor(database, now), { name, buffer })
  return { source, parsed, name }
}

function readAnswers(file: string): Record<string, unknown> | null {
  try {
    const read: unknown = JSON.parse(readFileSync(resolve(file), 'utf8').normalize('NFC'))
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? (read as Record<string, unknown>) : null
  } catch {
    return null
  }
}

/** Lists of names come as lists from a file, and as lines from a form. */
const merged = (proposed: Record<string, unknown>, given: Record<string, unknown>): Record<string, unknown> => ({
  ...proposed,
  ...given,
  departments: rowsOf(given.departments ?? proposed.departments, 'subjectAreas'),
  organisations: rowsOf(given.organisations ?? proposed.organisations, 'associations'),
})

const rowsOf = (rows: unknown, list: string): unknown[] =>
  (Array.isArray(rows) ? rows : []).map(row =>
    typeof row === 'string'
      ? { name: row }
      : { ...row, [list]: Array.isArray(row?.[list]) ? row[list].join('\n') : row?.[list] },
  )

const asked: [string, string][] = [
  ['name', 'Samarbejdets navn:'],
  ['town', 'By:'],
  ['municipality', 'Kommunens navn:'],
  ['housing', 'Boligorganisationernes fælles navn:'],
  ['council', 'Kommunens øverste organ, fx »Byrådet«:'],
  ['date', 'Hvornår er aftalen indgået?'],
]

const askedOfPeople: [string, string][] = [
  ['administrator', 'Systemadministrator'],
  ['housingSecretary', 'Medarbejder i boligorganisationernes sekretariat'],
  ['municipalSecretary', 'Medarbejder i kommunens sekretariat'],
]

async function askForMissing(
  typed: Record<string, unknown>,
  ask: (question: string) => Promise<string>,
): Promise<void> {
  for (const [key, question] of asked) if (!typed[key]) typed[key] = await ask(question)
  if (rowCount(typed.organisations) === 0)
    typed.organisations = namesIn(await ask('Boligorganisationer, adskilt af semikolon:')).map(name => ({ name }))
  if (rowCount(typed.departments) === 0)
    typed.departments = namesIn(await ask('Forvaltninger, adskilt af semikolon:')).map(name => ({ name }))
  for (const [key, what] of askedOfPeople) {
    if (typed[key]) continue
    typed[key] = {
      name: await ask(`${what}, navn:`),
      email: await ask(`${what}, e-mail:`),
      organisation: await ask(`${what}, organisation (som den er skrevet ovenfor):`),
    }
  }
}

const rowCount = (rows: unknown): number => (Array.isArray(rows) ? rows.length : 0)
const namesIn = (typed: string): string[] =>
  typed
    .split(';')
    .map(name => name.trim())
    .filter(name => name !== '')

function judged(
  typed: Record<string, unknown>,
  today: ReturnType<typeof dayOf>,
  document: SetupDocument | null,
): { answers: SetupAnswers | null; faults: string[] } {
  const read = setupForm.safeParse(typed)
  if (!read.success) {
    const errors = fieldErrors(read.error)
    const whole = (document?.parsed.missing ?? []).map((told): [string, string] => ['AGREEMENT', told])
    return {
      answers: null,
      faults: [...whole, ...Object.entries(errors)].map(([field, sentence]) => `${field}: ${sentence}`),
    }
  }
  const answers = answersOf(read.data)
  const told = [...setupFaults(answers, today), ...(document ? documentFaults(answers, document.parsed) : [])]
  const faults = told.map(({ field, sentence }) => (field ? `${field}: ${sentence}` : sentence))
  return { answers, faults }
}
