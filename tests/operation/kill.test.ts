import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase } from '../../src/database/database.ts'
import { verify } from '../../src/database/verify.ts'
import { type Built, freePort, givenBuiltDemo, startPortal } from '../support/built-portal.ts'
import { deep } from '../support/runs.ts'

/** The built portal in a process of its own, killed in the middle of saving. */

let folder: string
let running: Built | null = null

/** Two kills a round: one under the writes, one under the reading of what was acknowledged. */
const rounds = deep ? 500 : 1

beforeAll(async () => {
  folder = await givenBuiltDemo('killed')
}, 180_000)

afterAll(() => {
  running?.process.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

test(
  'what was acknowledged is there after kill -9, nobody is signed out, and nothing is half done',
  async () => {
    for (let round = 0; round < rounds; round += 1) await killUnderWrites(`${round}`)
  },
  deep ? 7_200_000 : 300_000,
)

async function killUnderWrites(round: string): Promise<void> {
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  await start(port)
  const person = await signIn(origin)
  const title = `Sag før strømsvigt ${round}.`
  const enough = deep ? 1 + Math.floor(Math.random() * 40) : 40

  // Eight forms are on their way at any time; the process dies under them.
  const acknowledged: string[] = []
  let saved = 0
  const save = async (): Promise<void> => {
    while (running) {
      saved += 1
      const answer = await person.post('/sager', { title: `${title}${saved}`, bodyId: person.body })
      if (answer?.status !== 303) return
      acknowledged.push(answer.headers.get('location') ?? '')
      if (acknowledged.length === enough) kill()
    }
  }
  await Promise.all(Array.from({ length: 8 }, save))
  expect(acknowledged.length).toBeGreaterThanOrEqual(enough)

  await start(port)
  for (const path of acknowledged) expect((await person.get(path))?.status, path).toBe(200)
  kill()

  const db = await openDatabase(join(folder, 'portal.db'))
  expect(verify(db.sql, join(folder, 'documents')).flatMap(finding => finding.wrong)).toEqual([])
  const cases = db.sql.all<{ id: number }>(`SELECT id FROM "Case" WHERE title LIKE '${title}%'`)
  const events = db.sql.all<{ subjectId: number }>(
    `SELECT subjectId FROM Event WHERE kind = 'caseOpened' AND subjectId IN (${cases.map(row => row.id).join()})`,
  )
  expect(events.map(row => row.subjectId).sort()).toEqual(cases.map(row => row.id).sort())
  await db.close()
}

async function start(port: number): Promise<void> {
  running = await startPortal({ folder, port })
}

function kill(): void {
  running?.process.kill('SIGKILL')
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
