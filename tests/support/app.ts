import { once } from 'node:events'
import { cpSync, mkdirSync, rmSync } from 'node:fs'
import { Agent, type Server } from 'node:http'
import { join } from 'node:path'
import type { Express } from 'express'
import type { Logger } from 'pino'
import supertest from 'supertest'
import { createApp } from '../../src/app.ts'
import { type Database, openDatabase } from '../../src/database/database.ts'
import { FormStore } from '../../src/database/folder/form-store.ts'
import { SessionStore } from '../../src/database/folder/sessions.ts'
import type { Routes } from '../../src/http/route.ts'
import { createLog } from '../../src/http/server/log.ts'
import { type Instant, instant } from '../../src/kernel/days.ts'
import { readSettings, type Settings } from '../../src/settings.ts'
import { ownFolder } from './run-folder.ts'
import { partiesFolder, testNow } from './templates.ts'

export { testNow }

/** A clock that a test sets. */
export class TestClock {
  #now: Instant
  constructor(now: Instant) {
    this.#now = now
  }
  now(): Instant {
    return this.#now
  }
  set(now: string): void {
    this.#now = instant(now)
  }
}

export interface TestApp {
  app: Express
  newServer: () => Server
  routes: Routes
  db: Database
  clock: TestClock
  /** Where an empty portal's setup is opened; null where the portal is set up. */
  setupPath: string | null
  settings: Settings
  formStore: FormStore
  sessions: SessionStore
  /** Signs in with the demo's password and returns an agent whose forms carry the session's token. */
  signIn(email: string): Promise<Client>
  anonymous(): Client
  close(): Promise<void>
}

/** A database of the test's own: a copy of the one in the folder `from`; without it, the parties and nothing else. */
export async function freshDatabase(
  from?: string,
  folder = ownFolder('test'),
): Promise<{ db: Database; folder: string; close(): Promise<void> }> {
  cpSync(from ?? (await partiesFolder()), folder, { recursive: true })
  const db = await openDatabase(join(folder, 'portal.db'))
  return {
    db,
    folder,
    async close() {
      await db.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The portal on a database of its own, as it is served, without a port. */
export async function testApp(
  options: {
    now?: string
    demo?: boolean
    from?: string
    log?: Logger
    env?: Record<string, string>
    folder?: string
  } = {},
): Promise<TestApp> {
  const { db, folder, close } = await freshDatabase(options.from, options.folder)
  const settings = readSettings(
    { DATA_DIR: folder, NODE_ENV: 'test', LOG_LEVEL: 'silent', ...options.env },
    { demo: options.demo ?? true },
  )
  mkdirSync(settings.documentsDir, { recursive: true })
  const clock = new TestClock(instant(options.now ?? testNow))
  const sessions = new SessionStore(settings.sessionFile, 3_600_000)
  const forms = new FormStore(settings.formFile)
  const log = options.log ?? createLog('silent')
  const { app, routes, newServer, setupPath } = createApp({ settings, database: db, sessions, forms, clock, log })
  // One that listens: for one that does not, each request would begin and end its own.
  const server = newServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    app,
    newServer,
    routes,
    db,
    setupPath,
    clock,
    settings,
    formStore: forms,
    sessions,
    anonymous: () => new Client(server),
    async signIn(email) {
      const client = new Client(server)
      await client.signIn(email.includes('@') ? email : `${email}@demo.example`)
      return client
    },
    async close() {
      server.close()
      server.closeAllConnections()
      sessions.close()
      forms.close()
      await close()
    },
  }
}

type Fields = Record<string, unknown>

/** As a browser does, one connection serves many requests. */
const connections = new Agent({ keepAlive: true })

/** A browser without a window: keeps its cookie, and sends forms as our own pages do. */
export class Client {
  readonly agent: ReturnType<typeof supertest.agent>
  csrf = ''

  constructor(server: Server) {
    // What a page weighs on its way is not what these tests are about; to pack and unpack it takes longer than to make it.
    this.agent = supertest
      .agent(server)
      .set('Accept-Encoding', 'identity')
      .use((request: supertest.Test) => request.agent(connections))
  }

  async signIn(email: string, password = 'boligstrategi-demo'): Promise<void> {
    const answer = await this.agent
      .post('/log-ind')
      .set('Sec-Fetch-Site', 'same-origin')
      .type('form')
      .send({ email, adgangskode: password, videre: '/' })
    if (answer.status !== 303) throw new Error(`${email} could not sign in: ${answer.status}`)
    // A fault's page carries the token too, and would hide the fault.
    const page = await this.agent.get('/cookies').expect(200)
    this.csrf = /name="_csrf" value="([^"]+)"/.exec(page.text)?.[1] ?? ''
    if (!this.csrf) throw new Error('No form on the page carries the session’s token.')
  }

  get(path: string) {
    return this.agent.get(path).set('Accept', 'text/html')
  }

  post(path: string, fields: Fields = {}) {
    return this.agent
      .post(path)
      .set('Sec-Fetch-Site', 'same-origin')
      .type('form')
      .send({ _csrf: this.csrf, ...fields })
  }

  postForJson(path: string, fields: Fields = {}) {
    return this.post(path, fields).set('Accept', 'application/json')
  }

  upload(path: string, fields: Record<string, string>, file: { field: string; name: string; content: Buffer }) {
    const request = this.agent.post(path).set('Sec-Fetch-Site', 'same-origin').field('_csrf', this.csrf)
    for (const [name, value] of Object.entries(fields)) request.field(name, value)
    return request.attach(file.field, file.content, file.name)
  }
}
