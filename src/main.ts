import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import type { Server } from 'node:http'
import { createApp } from './app.ts'
import { openDatabase } from './database/database.ts'
import { FormStore } from './database/form-store.ts'
import { applyMigrations } from './database/migrations.ts'
import { SessionStore } from './database/sessions.ts'
import { createLog } from './http/log.ts'
import { idleMinutes } from './http/session.ts'
import type { Instant } from './kernel/days.ts'
import { readSettings, type Settings, SettingsError } from './settings.ts'

const demo = process.argv.includes('--demo')

try {
  await start()
} catch (fault) {
  if (!(fault instanceof SettingsError)) throw fault
  process.stderr.write(`The portal does not start:\n${fault.message}\n`)
  process.exitCode = 1
}

async function start(): Promise<void> {
  const settings = readSettings(process.env, { demo })
  const log = createLog(demo && !process.env.LOG_LEVEL ? 'warn' : settings.logLevel)
  mkdirSync(settings.documentsDir, { recursive: true })
  await applyMigrations(settings.databaseFile)
  const database = await openDatabase(settings.databaseFile)
  const clock = { now: () => new Date().toISOString() as Instant }
  if (demo) {
    const { prepareDemo } = await import('../prisma/demo/prepare.ts')
    await prepareDemo(database, settings, clock.now())
  }
  const sessions = new SessionStore(settings.sessionFile, idleMinutes * 60_000)
  setInterval(() => sessions.sweep(), 3_600_000).unref()
  const forms = new FormStore(settings.formFile)
  const { newServer } = createApp({ settings, database, sessions, forms, clock, log })
  const server = newServer()
  await listen(server, settings)
  log.info({ port: settings.port }, 'listening')
  if (demo) process.stdout.write(`\nThe demo is at http://localhost:${settings.port}\n`)
  stopGracefully(server, async () => {
    sessions.close()
    forms.close()
    await database.close()
    log.info('stopped')
  })
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

/** Finishes the requests under way, then closes the database. A second signal, or ten seconds, ends it at once. */
function stopGracefully(server: Server, close: () => Promise<void>): void {
  let stopping = false
  const stop = () => {
    if (stopping) process.exit(1)
    stopping = true
    setTimeout(() => process.exit(1), 10_000).unref()
    server.close(() => void close().then(() => process.exit(0)))
    // A browser keeps a connection whose last request is answered; it would hold the server for some seconds.
    setInterval(() => server.closeIdleConnections(), 100)
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}
