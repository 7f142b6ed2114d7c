import { once } from 'node:events'
import { chmodSync, cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { Agent, get, type IncomingMessage, request } from 'node:http'
import { connect, createServer } from 'node:net'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Built, ended, freePort, givenBuiltDemo, runPortal, startPortal } from '../support/built-portal.ts'
import { deep } from '../support/runs.ts'

let folder: string
const begun: Built[] = []

beforeAll(async () => {
  folder = await givenBuiltDemo('started')
}, 180_000)

afterAll(() => {
  for (const { process } of begun) process.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

const kept = (built: Built): Built => {
  begun.push(built)
  return built
}

test('told to stop, it finishes the request under way, closes its data and ends well; the next one signs nobody out', async () => {
  const port = await freePort()
  const portal = kept(await startPortal({ folder, port, env: { LOG_LEVEL: 'info' } }))
  const form = new URLSearchParams({
    email: 'sekretariat.bolig@demo.example',
    adgangskode: 'boligstrategi-demo',
    videre: '/sager',
  }).toString()
  const signIn = await beginPost(`${portal.origin}/log-ind`, form)
  portal.process.kill('SIGTERM')
  await refusesNewcomers(portal.origin)
  const answer = await signIn.finish()
  expect(answer.status).toBe(303)
  expect(await ended(portal)).toBe(0)
  // A database that was closed has taken in what was written beside it.
  for (const file of ['portal.db', 'sessions.db']) expect(existsSync(join(folder, `${file}-wal`)), file).toBe(false)

  const log = portal.output.out.split('\n').filter(line => line.startsWith('{'))
  expect(log.join()).not.toContain('boligstrategi-demo')
  expect(log.join()).not.toContain(answer.cookie)
  const lines = log.map(line => JSON.parse(line) as Record<string, unknown>)
  expect(lines.at(-1)).toMatchObject({ msg: 'stopped' })
  const logged = lines.filter(line => line.msg === 'request')
  expect(logged).toMatchObject([{ method: 'POST', url: '/log-ind', status: 303, reqId: answer.requestId }])

  const next = kept(await startPortal({ folder, port }))
  const page = await fetch(`${next.origin}/sager`, { headers: { cookie: answer.cookie }, redirect: 'manual' })
  expect(page.status).toBe(200)
  next.process.kill('SIGINT')
  expect(await ended(next)).toBe(0)
}, 60_000)

test.runIf(deep)(
  'told to stop under load while one body never arrives, it resets no request that was sent and ends well within ten seconds',
  async () => {
    const port = await freePort()
    const portal = kept(await startPortal({ folder, port }))
    const unfinished = connect(port, '127.0.0.1').on('error', () => {})
    let told = ''
    unfinished.setEncoding('utf8').on('data', (text: string) => {
      told += text
    })
    await once(unfinished, 'connect')
    unfinished.write(
      'POST /log-ind HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 500\r\n\r\nemail=',
    )
    const agent = new Agent({ keepAlive: true, maxSockets: 30 })
    const answers: (number | string)[] = []
    // Thirty connections, each with a request under way at any time, until the process takes no more.
    const visitor = async () => {
      while (answers.at(-1) !== 'ECONNREFUSED') answers.push(await ask(port, agent))
    }
    const visitors = Array.from({ length: 30 }, visitor)
    while (answers.length < 60) await new Promise(resolve => setTimeout(resolve, 5))
    const stopped = Date.now()
    portal.process.kill('SIGTERM')
    expect(await ended(portal)).toBe(0)
    expect(Date.now() - stopped).toBeLessThan(10_000)
    await Promise.all(visitors)
    agent.destroy()
    expect([...new Set(answers)].sort()).toEqual([200, 'ECONNREFUSED'])
    expect(told).toMatch(/^HTTP\/1\.1 503 /)
    expect(told).toContain('Intet er gemt')
    expect(portal.output.err).toBe('')
  },
  90_000,
)

test('a port that another program has is named, without an inner tale', async () => {
  const port = await freePort()
  const other = createServer().listen(port, '127.0.0.1')
  try {
    const portal = kept(runPortal({ folder, port }))
    expect(await ended(portal)).toBe(1)
    expect(portal.output.err).toContain(`PORT: another program listens on ${port} already.`)
    expect(portal.output.err).not.toMatch(/^ +at /m)
  } finally {
    other.close()
  }
}, 60_000)

test('in production it does not start without a secret of its own', async () => {
  const port = await freePort()
  const portal = kept(runPortal({ folder, port, words: [], env: { NODE_ENV: 'production', SESSION_SECRET: '' } }))
  expect(await ended(portal)).toBe(1)
  expect(portal.output.err).toContain('SESSION_SECRET: is missing.')
}, 60_000)

test('on a data folder that it cannot write in it does not start, and says which', async () => {
  const blocked = join(folder, 'a-file')
  writeFileSync(blocked, '')
  const closed = join(folder, 'closed')
  mkdirSync(closed)
  chmodSync(closed, 0o500)
  // A superuser writes everywhere.
  const folders = process.getuid?.() === 0 ? [join(blocked, 'data')] : [join(blocked, 'data'), closed]
  for (const data of folders) {
    const env = {
      NODE_ENV: 'production',
      SESSION_SECRET: 'twice-thirty-two-random-characters-in-earnest',
      DATA_DIR: data,
    }
    const portal = kept(runPortal({ folder, port: await freePort(), words: [], env }))
    expect(await ended(portal)).toBe(1)
    expect(portal.output.err).toContain(data)
    expect(portal.output.err).not.toMatch(/^ +at /m)
  }
}, 60_000)

/** @returns the answer's status, or the code of the fault */
test('the demo is never served as a real cooperation, nor a real one as the demo', async () => {
  const port = await freePort()
  const env = { NODE_ENV: 'production', SESSION_SECRET: 'a-secret-of-more-than-thirty-two-characters' }
  const real = kept(runPortal({ folder, port, words: [], env }))
  expect(await ended(real)).toBe(1)
  expect(real.output.err).toContain('holds the demo, which is never served as a real cooperation')

  const own = `${folder}-real`
  cpSync(folder, own, { recursive: true })
  const sql = new Sqlite(join(own, 'portal.db'))
  sql.exec('UPDATE Cooperation SET demo = 0')
  sql.close()
  const demo = kept(runPortal({ folder: own, port }))
  expect(await ended(demo)).toBe(1)
  expect(demo.output.err).toContain("where the demo's password must not open")
  rmSync(own, { recursive: true, force: true })
}, 60_000)

const ask = (port: number, agent: Agent): Promise<number | string> =>
  new Promise(resolve => {
    const fail = (fault: Error) => resolve(String((fault as NodeJS.ErrnoException).code))
    const asked = get({ host: '127.0.0.1', port, path: '/log-ind', agent }, answer => {
      answer.resume().once('error', fail)
      answer.once('end', () => resolve(answer.statusCode ?? 0))
    })
    asked.once('error', fail)
  })

/** Sends the first half of a form, and the rest when it is told to. */
async function beginPost(url: string, form: string) {
  const half = Math.floor(form.length / 2)
  const post = request(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': form.length,
      'sec-fetch-site': 'same-origin',
      // The server says when it has read the head: from then on the request is under way.
      expect: '100-continue',
    },
  })
  const answer = once(post, 'response') as Promise<[IncomingMessage]>
  const underWay = once(post, 'continue')
  post.flushHeaders()
  await underWay
  post.write(form.slice(0, half))
  return {
    finish: async () => {
      post.end(form.slice(half))
      const [{ statusCode, headers }] = await answer
      return {
        status: statusCode,
        cookie: headers['set-cookie']?.[0]?.split(';')[0] ?? '',
        requestId: headers['x-request-id'],
      }
    },
  }
}

/** Until the port is closed. */
async function refusesNewcomers(origin: string): Promise<void> {
  while (await fetch(`${origin}/health/live`).catch(() => null)) await new Promise(resolve => setTimeout(resolve, 20))
}
