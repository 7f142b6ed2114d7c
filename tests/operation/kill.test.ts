import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase } from '../../src/database/database.ts'
import { findingsIn } from '../../src/findings.ts'
import { type Built, freePort, givenBuiltDemo, startPortal } from '../support/built-portal.ts'
import { deep } from '../support/runs.ts'

/** The built portal in a process of its own, killed in the middle of saving. */

/** Two kills a round: one under the writes, one under the reading of what was acknowledged. */
const kills = Number(process.env.KILLS ?? (deep ? 1_000 : 2))
/** Starting takes most of a round, and waits for the disk. */
const atATime = kills > 8 ? 4 : 1

const begun = new Set<Built>()
const folders: string[] = []

beforeAll(async () => {
  for (let count = 0; count < atATime; count += 1) folders.push(await givenBuiltDemo('killed'))
}, 180_000)

afterAll(() => {
  for (const { process } of begun) process.kill('SIGKILL')
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

test(
  'what was acknowledged is there after kill -9, nobody is signed out, and nothing is half done',
  async () => {
    let round = 0
    let kept = 0
    const killInTurn = async (folder: string): Promise<void> => {
      while (round < kills / 2) {
        round += 1
        const found = await killUnderWrites(folder, `${round}`)
        kept += found
        if (kills > 8) process.stderr.write(`${round * 2} kills, ${kept} acknowledged cases kept\n`)
      }
    }
    await Promise.all(folders.map(killInTurn))
  },
  kills > 8 ? 14_400_000 : 300_000,
)

/** @returns how many cases were acknowledged, and found afterwards */
async function killUnderWrites(folder: string, round: string): Promise<number> {
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const title = `Sag før strømsvigt ${round}.`
  const enough = kills > 8 ? 1 + Math.floor(Math.random() * 40) : 40
  let running = await start(folder, port)
  const person = await signIn(origin)

  // Eight forms are on their way at any time; the process dies under them.
  const acknowledged: string[] = []
  let saved = 0
  const save = async (): Promise<void> => {
    while (begun.has(running)) {
      saved += 1
      const answer = await person.post('/sager', { title: `${title}${saved}`, bodyId: person.body })
      if (answer?.status !== 303) return
      acknowledged.push(answer.headers.get('location') ?? '')
      if (acknowledged.length === enough) kill(running)
    }
  }
  await Promise.all(Array.from({ length: 8 }, save))
  expect(acknowledged.length).toBeGreaterThanOrEqual(enough)

  running = await start(folder, port)
  for (const path of acknowledged) expect((await person.get(path))?.status, path).toBe(200)
  kill(running)

  const db = await openDatabase(join(folder, 'portal.db'))
  expect(findingsIn(db, join(folder, 'documents')).flatMap(finding => finding.wrong)).toEqual([])
  const cases = db.sql.asStored<{ id: number }>(`SELECT id FROM "Case" WHERE title LIKE '${title}%'`)
  const events = db.sql.asStored<{ subjectId: number }>(
    `SELECT subjectId FROM Event WHERE kind = 'caseOpened' AND subjectId IN (${cases.map(row => row.id).join()})`,
  )
  expect(events.map(row => row.subjectId).sort()).toEqual(cases.map(row => row.id).sort())
  await db.close()
  return acknowledged.length
}

async function start(folder: string, port: number): Promise<Built> {
  const running = await startPortal({ folder, port })
  begun.add(running)
  return running
}

function kill(running: Built): void {
  running.process.kill('SIGKILL')
  begun.delete(running)
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
