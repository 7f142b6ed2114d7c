import { once } from 'node:events'
import type { Server } from 'node:http'
import { dirname } from 'node:path'
import { commonPasswords } from './access/common-passwords.ts'
import { cooperationOf, isSetUp } from './access/cooperation.ts'
import { createApp } from './app.ts'
import { CannotBeDone, inWords } from './database/cannot-be-done.ts'
import { type Database, openDatabase } from './database/database.ts'
import { besides, keepFilesPrivate, makeFolder, makePrivate, removeParts } from './database/folder/files.ts'
import { holdFolders } from './database/folder/folder-lock.ts'
import { draftDays, FormStore } from './database/folder/form-store.ts'
import { assertNoRestoreCutOff } from './database/folder/restore.ts'
import { SessionStore } from './database/folder/sessions.ts'
import { applyMigrations } from './database/migrations/migrations.ts'
import { checkInPassing } from './database/verify/quick-check.ts'
import { keepNoLonger } from './features/ground/accounts/index.ts'
import { createLog } from './http/server/log.ts'
import { idleMinutes } from './http/server/session.ts'
import { closeGracefully } from './http/server/stop.ts'
import { instantOf } from './kernel/days.ts'
import { readSettings, type Settings, SettingsError } from './settings.ts'

const demo = process.argv.includes('--demo')
const stop = toldToStop()

keepFilesPrivate()
try {
  await start()
} catch (fault) {
  if (!(fault instanceof SettingsError || fault instanceof CannotBeDone)) throw fault
  process.stderr.write(`The portal does not start:\n${fault.message}\n`)
  process.exitCode = 1
}

async function start(): Promise<void> {
  const settings = readSettings(process.env, { demo })
  const log = createLog(demo && !process.env.LOG_LEVEL ? 'warn' : settings.logLevel)
  const lock = holdFolders([settings.dataDir, dirname(settings.databaseFile)])
  const clock = { now: () => instantOf(new Date()) }
  keepPrivate(settings)
  assertNoRestoreCutOff(settings.databaseFile)
  if (demo) {
    const { prepareDemo } = await import('./demo/prepare.ts')
    await prepareDemo(settings, clock.now())
  }
  const { stopped } = await applyMigrations(settings.databaseFile, {
    signal: stop,
    say: line => log.info(line),
  })
  if (stopped || stop.aborted) return lock.letGo()
  const database = await openDatabase(settings.databaseFile).catch(fault => {
    throw inWords(fault, settings.databaseFile)
  })
  assertItsOwn(database, settings)
  if (demo) {
    const { presentDemo } = await import('./demo/prepare.ts')
    presentDemo(database)
  }
  const say = (line: string) => log.error(line)
  const sessions = new SessionStore(settings.sessionFile, idleMinutes * 60_000, say)
  setInterval(() => sessions.sweep(), 10_000).unref()
  const forms = new FormStore(settings.formFile, say)
  setInterval(() => forms.sweep(instantOf(new Date(Date.now() - draftDays * 86_400_000))), 3_600_000).unref()
  setInterval(
    () => keepNoLonger(database, clock.now()).catch(fault => log.error({ err: fault }, 'not erased in time')),
    3_600_000,
  ).unref()
  const { newServer, setupPath } = createApp({ settings, database, sessions, forms, clock, log })
  const server = newServer()
  await listen(server, settings)
  log.info({ port: settings.port }, 'listening')
  // Nobody's first page waits for what many will need.
  setTimeout(() => {
    database
      .warmUp()
      .then(commonPasswords)
      .catch(fault => log.warn({ err: fault }, 'not warmed up'))
  }, 500).unref()
  checkInPassing(settings.databaseFile, say)
  removeParts(settings.documentsDir)
  if (setupPath)
    process.stdout.write(
      `\nThe portal is not set up. Open this address once, within a day:\n${settings.baseUrl}${setupPath}\n`,
    )
  if (demo) process.stdout.write(`\nThe demo is at http://localhost:${settings.port}\n`)
  if (!stop.aborted) await once(stop, 'abort')
  await closeGracefully(server)
  sessions.close()
  forms.close()
  await database.close()
  lock.letGo()
  log.info('stopped')
  process.exit(0)
}

/** @throws CannotBeDone where the demo would be served as a real cooperation, or a real one with the demo's password */
function assertItsOwn(database: Database, { demo: served, databaseFile }: Settings): void {
  if (!isSetUp(database)) return
  const { demo: held } = cooperationOf(database)
  if (held === served) return
  throw new CannotBeDone(
    held
      ? `${databaseFile} holds the demo, which is never served as a real cooperation. Give another DATA_DIR, or use npm run demo.`
      : `${databaseFile} holds a real cooperation, where the demo's password must not open. Give the demo another DATA_DIR.`,
  )
}

/** Aborted by the first signal to stop. The second one ends the process at once. */
function toldToStop(): AbortSignal {
  const controller = new AbortController()
  const stop = () => {
    if (controller.signal.aborted) process.exit(1)
    controller.abort()
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  return controller.signal
}

/** What an older portal left readable for every user of the machine. */
function keepPrivate({ databaseFile, sessionFile, formFile, documentsDir }: Settings): void {
  makeFolder(documentsDir)
  makePrivate(documentsDir, 0o700)
  for (const file of [databaseFile, sessionFile, formFile])
    for (const end of ['', ...besides]) makePrivate(`${file}${end}`, 0o600)
}

/** @throws SettingsError where the system does not give the port */
async function listen(server: Server, { port, host }: Settings): Promise<void> {
  try {
    await once(server.listen(port, host), 'listening')
  } catch (fault) {
    const { code } = fault as NodeJS.ErrnoException
    if (code === 'EADDRINUSE') throw new SettingsError(`PORT: another program listens on ${port} already.`)
    if (code === 'EACCES') throw new SettingsError(`PORT: ${port} is not given to this user. Take one above 1023.`)
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') throw new SettingsError(`HOST: this machine is not ${host}.`)
    throw fault
  }
}
