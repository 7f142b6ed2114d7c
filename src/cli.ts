import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { systemActor } from './access/actor.ts'
import { assertThere, CannotBeDone, inWords } from './database/cannot-be-done.ts'
import { type ChainHead, chainHead } from './database/chain/check-chain.ts'
import { type Database, openDatabase } from './database/database.ts'
import { backup } from './database/folder/backup.ts'
import { keepFilesPrivate, makeFolder } from './database/folder/files.ts'
import { holdFolders } from './database/folder/folder-lock.ts'
import { assertNoRestoreCutOff, restore } from './database/folder/restore.ts'
import { applyMigrations, assertUpToDate } from './database/migrations/migrations.ts'
import { remakeSearchTables } from './database/verify/search-tables.ts'
import {
  importAgreement,
  matchOrganisations,
  readKnownOrganisations,
  reportLines,
  understandFile,
} from './features/agreement/agreement/index.ts'
import { setUpCommand, terminalOf } from './features/agreement/setup/index.ts'
import { createAccountCommand, resetAccountCommand } from './features/ground/accounts/index.ts'
import { importObservationsCommand } from './features/strategy/observation-import/index.ts'
import { findingsIn } from './findings.ts'
import { dayOf, type Instant, instantOf } from './kernel/days.ts'
import { cleanFileName } from './kernel/file-names.ts'
import { Refusal } from './kernel/refusal.ts'
import { readSettings, type Settings, SettingsError } from './settings.ts'

const help = `Commands:

  setup [AGREEMENT]           begin a cooperation in an empty portal; prints the first one-time codes
      [--answers FILE]        what the agreement does not say, as JSON (docs/OPERATION.md)
      [--dry-run] [--yes]     only tell what would be made; ask nothing
  migrate                     bring the database up to date, creating it when it is not there
  account create              open an account; prints a one-time code
      --email E --name N --organisation SLUG [--title T] [--administrator]
  account reset --email E     a new one-time code for an account; whoever is signed in with it is signed out
  backup FILE                 copy the database to FILE while the server runs, its documents to FILE.documents
  import agreement FILE       take in a signed agreement from a Markdown or Word document
      [--dry-run]             only print what is understood of it
  import observations FILE    take in figures from a CSV file or a workbook, by headings that are known
      --by EMAIL --source S   in whose name, and where the figures stand
      [--supplier S] [--reason R] [--without-rejected] [--dry-run]
  restore FILE                put a backup in place, while the server is stopped; what lies there is moved aside
      [--incomplete]          even where some of its documents are missing
  verify                      check the file, references, mandate ledgers, decisions, documents and events
  search remake               make the search tables anew from what stands, while the server is stopped
  demo load [--size N]        load the demo into an empty database; N times as many meetings and decisions
  help                        this text
`

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
  if (command === 'import' && rest[0] === 'observations') {
    return inDatabase(settings, database => importObservationsCommand(database, rest.slice(1), print, now, patienceMs))
  }
  if (command === 'setup') return alone(settings, () => begin(rest, settings, print, now))
  if (command === 'migrate') return alone(settings, () => migrate(settings, print))
  if (command === 'backup') return copy(rest, settings, print)
  if (command === 'restore') return alone(settings, () => putBack(rest, settings, print, now))
  if (command === 'verify') return inDatabase(settings, database => check(database, settings, print))
  if (command === 'search' && rest[0] === 'remake') return alone(settings, () => remakeSearch(settings, print))
  if (command === 'account' && rest[0] === 'create') {
    return inDatabase(settings, database => createAccountCommand(operator(database, now), rest.slice(1), print))
  }
  if (command === 'account' && rest[0] === 'reset') {
    return inDatabase(settings, database =>
      resetAccountCommand(operator(database, now), rest.slice(1), print, settings.sessionFile),
    )
  }
  if (command === 'demo' && rest[0] === 'load') {
    return alone(settings, () => demo(rest.slice(1), settings, print, now))
  }
  return say(print, `There is no command »${words.join(' ')}«.\n\n${help}`, 2)
}

function say(print: (line: string) => void, text: string, code: number): number {
  print(text)
  return code
}

/** Work that leaves nothing beside it: no server and no other command has the data folder meanwhile. */
async function alone(settings: Settings, work: () => Promise<number>): Promise<number> {
  const lock = holdFolders([settings.dataDir, dirname(settings.databaseFile)])
  try {
    return await work()
  } catch (fault) {
    throw inWords(fault, settings.databaseFile)
  } finally {
    lock.letGo()
  }
}

/** From an empty folder, or one with a portal that is not set up. */
async function begin(
  words: string[],
  settings: Settings,
  print: (line: string) => void,
  now: Instant,
): Promise<number> {
  assertNoRestoreCutOff(settings.databaseFile)
  makeFolder(settings.documentsDir)
  await applyMigrations(settings.databaseFile, { say: print })
  const database = await openDatabase(settings.databaseFile)
  const terminal = terminalOf(print)
  try {
    return await setUpCommand(database, words, terminal, now)
  } finally {
    terminal.close()
    await database.close()
  }
}

async function migrate(settings: Settings, print: (line: string) => void): Promise<number> {
  assertNoRestoreCutOff(settings.databaseFile)
  await applyMigrations(settings.databaseFile, { say: print })
  return say(print, `${settings.databaseFile} is up to date.`, 0)
}

/** Where verify says that searching does not find what stands. */
async function remakeSearch({ databaseFile }: Settings, print: (line: string) => void): Promise<number> {
  assertThere(databaseFile)
  assertUpToDate(databaseFile)
  remakeSearchTables(databaseFile)
  return say(print, 'The search tables are made anew. Run verify.', 0)
}

/** Work on the database as it stands, also beside the server: a lock that the server holds is waited for. */
async function inDatabase(settings: Settings, work: (database: Database) => Promise<number>): Promise<number> {
  const file = settings.databaseFile
  assertNoRestoreCutOff(file)
  assertThere(file)
  assertUpToDate(file)
  let database: Database | null = null
  try {
    database = await openDatabase(file, { patienceMs })
    return await work(database)
  } catch (fault) {
    throw inWords(fault, file)
  } finally {
    await database?.close()
  }
}

/** An operator's command waits longer for a busy server than a person at a page does. */
const patienceMs = 60_000
const operator = (database: Database, now: Instant) => ({ ...systemActor(database, now), patienceMs })

function copy(words: string[], settings: Settings, print: (line: string) => void): number {
  const [target] = words
  if (!target) return say(print, 'Say where to: backup FILE', 2)
  const { missing, head } = backup(settings.databaseFile, settings.documentsDir, resolve(target))
  print(`Copied to ${resolve(target)}`)
  if (head) print(headLine(head))
  if (missing.length === 0) return 0
  return say(
    print,
    `The portal itself lacks documents, ${missing.length} in all, the first of them ${missing[0]}. Run verify.`,
    1,
  )
}

async function putBack(
  words: string[],
  settings: Settings,
  print: (line: string) => void,
  now: Instant,
): Promise<number> {
  const { values, positionals } = parseArgs({
    args: words,
    allowPositionals: true,
    options: { incomplete: { type: 'boolean', default: false } },
  })
  const [source] = positionals
  if (!source) return say(print, 'Say which backup: restore FILE', 2)
  const stamp = now.replace(/\D/g, '').slice(0, 17)
  const aside = restore(resolve(source), settings, { stamp, incomplete: values.incomplete })
  if (aside) print(`What lay there before is moved to ${aside}.`)
  await migrate(settings, line => {
    if (!line.endsWith('is up to date.')) print(line)
  })
  return say(
    print,
    `${settings.databaseFile} is restored from ${resolve(source)}. Everybody signs in again. Run verify.`,
    0,
  )
}

async function check(database: Database, settings: Settings, print: (line: string) => void): Promise<number> {
  const findings = findingsIn(database, settings.documentsDir)
  for (const { check, wrong } of findings) {
    print(`${wrong.length === 0 ? 'ok   ' : 'WRONG'} ${check}`)
    for (const sentence of wrong.slice(0, 20)) print(`        ${sentence}`)
    if (wrong.length > 20) print(`        and ${wrong.length - 20} more`)
  }
  const isDamaged = findings.some(({ wrong }) =>
    wrong.some(sentence => sentence.startsWith('This could not be checked')),
  )
  const head = isDamaged ? null : chainHead(database.sql.asStored)
  if (head) print(headLine(head))
  return findings.every(({ wrong }) => wrong.length === 0) ? 0 : 1
}

const headLine = ({ link, at, hash }: ChainHead): string => `Head of the chain: link ${link} of ${at}, ${hash}`

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
  const name = cleanFileName(basename(file))
  const actor = operator(database, now)
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
  const { layOutDemo } = await import('./demo/lay-out.ts')
  const { multiplyDemo } = await import('./demo/multiply.ts')
  let multiplied: { copies: number; decisions: number } | null = null
  const laidOut = await layOutDemo(settings, dayOf(now), file => {
    if (size > 1) multiplied = multiplyDemo({ file }, size)
  })
  if (!laidOut) return say(print, `${settings.databaseFile} is not empty: the demo is not loaded.`, 1)
  print(`The demo is loaded: ${laidOut.meetings} meetings, ${laidOut.cases} cases.`)
  if (multiplied) {
    const { copies, decisions } = multiplied as { copies: number; decisions: number }
    print(`Multiplied by ${copies + 1}: ${decisions} decisions in all.`)
  }
  return 0
}

/** Started as a command, not imported by a test. */
if (process.argv[1] && /cli\.[jt]s$/.test(process.argv[1])) {
  keepFilesPrivate()
  const print = (line: string) => process.stdout.write(`${line}\n`)
  try {
    process.exitCode = await run(
      process.argv.slice(2),
      readSettings(process.env, { command: true }),
      print,
      instantOf(new Date()),
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
