import Sqlite from 'better-sqlite3'
import { pino } from 'pino'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type TestApp, testApp } from '../support/app.ts'

interface Line {
  level: number
  reqId?: string
  err?: { message: string; stack: string }
}

let portal: TestApp
let lines: Line[]

beforeEach(async () => {
  lines = []
  portal = await testApp({ log: pino({ base: undefined }, { write: text => lines.push(JSON.parse(text)) }) })
})
afterEach(() => portal.close())

const faults = () => lines.filter(line => line.level >= 50)

/** Takes the follow-ups away beneath the running portal: what reads or writes them meets a fault nobody foresaw. */
function breakFollowUps(): void {
  const sql = new Sqlite(portal.db.file)
  sql.exec('ALTER TABLE FollowUp RENAME TO TakenAway')
  sql.close()
}

test('a fault nobody foresaw gets a plain page with a number, which is logged once and tells nothing of its insides', async () => {
  const client = await portal.signIn('sekretariat.bolig')
  breakFollowUps()
  const answer = await client.get('/opfoelgning')
  expect(answer.status).toBe(500)
  expect(answer.text).toContain('Der skete en fejl')
  expect(answer.text).toContain('<html lang="da"')
  const number = answer.headers['x-request-id']
  expect(answer.text).toContain(`<code>${number}</code>`)
  expect(answer.text).not.toMatch(/FollowUp|SqliteError|node_modules/)
  expect(faults()).toMatchObject([{ reqId: number, err: { message: expect.stringContaining('FollowUp') } }])
  expect((await client.get('/sager')).status).toBe(200)
})

test('an address that cannot be read is no fault of ours', async () => {
  const answer = await portal.anonymous().get('/sager/%E0%A4%A')
  expect(answer.status).toBe(400)
  expect(answer.text).toContain('Forespørgslen kunne ikke læses')
  expect(faults()).toEqual([])
})

test('a form larger than any that we ask for is refused, and nothing of it read', async () => {
  const client = await portal.signIn('sekretariat.bolig')
  const answer = await client.post('/sager', { title: 'x'.repeat(3_000_000) })
  expect(answer.status).toBe(413)
  expect(faults()).toEqual([])
})
