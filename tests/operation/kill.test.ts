import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { cpSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase } from '../../src/database/database.ts'
import { verify } from '../../src/database/verify.ts'
import { ownFolder } from '../support/run-folder.ts'
import { demoFolder } from '../support/templates.ts'

/** The built portal in a process of its own, killed in the middle of saving. */

let folder: string
let running: ChildProcess | null = null

beforeAll(async () => {
  folder = ownFolder('killed')
  cpSync(await demoFolder(), folder, { recursive: true })
  const { status } = spawnSync(process.execPath, ['scripts/start.mjs', 'build'], { stdio: 'ignore' })
  expect(status).toBe(0)
}, 180_000)

afterAll(() => {
  running?.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

test('what was acknowledged is there after kill -9, nobody is signed out, and nothing is half done', async () => {
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  await start(port, origin)
  const person = await signIn(origin)

  // Eight forms are on their way at any time; the process dies under them.
  const acknowledged: string[] = []
  let saved = 0
  const save = async (): Promise<void> => {
    while (running) {
      saved += 1
      const answer = await person.post('/sager', { title: `Sag før strømsvigt ${saved}`, bodyId: person.body })
      if (answer?.status !== 303) return
      acknowledged.push(answer.headers.get('location') ?? '')
      if (acknowledged.length === 40) kill()
    }
  }
  await Promise.all(Array.from({ length: 8 }, save))
  expect(acknowledged.length).toBeGreaterThanOrEqual(40)

  await start(port, origin)
  for (const path of acknowledged) expect((await person.get(path))?.status, path).toBe(200)
  kill()

  const db = await openDatabase(join(folder, 'portal.db'))
  expect(verify(db.sql, join(folder, 'documents')).flatMap(finding => finding.wrong)).toEqual([])
  const cases = db.sql.all<{ id: number }>(`SELECT id FROM "Case" WHERE title LIKE 'Sag før strømsvigt %'`)
  const events = db.sql.all<{ subjectId: number }>(
    `SELECT subjectId FROM Event WHERE kind = 'caseOpened' AND subjectId IN (${cases.map(row => row.id).join()})`,
  )
  expect(events.map(row => row.subjectId).sort()).toEqual(cases.map(row => row.id).sort())
  await db.close()
}, 300_000)

async function start(port: number, origin: string): Promise<void> {
  running = spawn(process.execPath, ['dist/src/main.js', '--demo'], {
    env: {
      ...process.env,
      NODE_ENV: 'development',
      DATA_DIR: folder,
      PORT: String(port),
      HOST: '127.0.0.1',
      BASE_URL: origin,
    },
    stdio: 'ignore',
  })
  for (let tries = 0; tries < 900; tries += 1) {
    const ready = await fetch(`${origin}/health/ready`).catch(() => null)
    if (ready?.ok) return
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  throw new Error('The portal did not start.')
}

function kill(): void {
  running?.kill('SIGKILL')
  running = null
}

/** A person's browser, as far as forms go. An answer that never comes is null. */
async function signIn(origin: string) {
  let cookie = ''
  const send = (path: string, init: RequestInit = {}) =>
    fetch(origin + path, {
      redirect: 'manual',
      ...init,
      headers: { ...init.headers, cookie, accept: 'text/html', 'sec-fetch-site': 'same-origin' },
    }).catch(() => null)
  const post = (path: string, fields: Record<string, string>) =>
    send(path, { method: 'POST', body: new URLSearchParams(fields) })
  const answer = await post('/log-ind', {
    email: 'sekretariat.bolig@demo.example',
    adgangskode: 'boligstrategi-demo',
    videre: '/',
  })
  cookie = (answer?.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  const form = (await (await send('/sager/ny'))?.text()) ?? ''
  const csrf = /name="_csrf" value="([^"]+)"/.exec(form)?.[1] ?? ''
  const body = /<option value="(\d+)"/.exec(form)?.[1] ?? ''
  expect(csrf && body).not.toBe('')
  return {
    body,
    get: send,
    post: (path: string, fields: Record<string, string>) => post(path, { _csrf: csrf, ...fields }),
  }
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
