import Sqlite from 'better-sqlite3'
import { pino } from 'pino'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type TestApp, testApp } from '../support/app.ts'
import { formTo } from '../support/form-on-page.ts'

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

test('a script of ours is told in a sentence that nobody is signed in any more', async () => {
  const answer = await portal.anonymous().postForJson('/sager', { title: 'Støj ved banen' })
  expect(answer.status).toBe(401)
  expect(answer.body).toMatchObject({ message: expect.stringContaining('Du er logget ud'), signIn: '/log-ind' })
})

test('a script of ours is told in a sentence of what is refused, of what is unknown and of a fault with its number', async () => {
  const reader = await portal.signIn('laeser')
  const refused = await reader.postForJson('/sager', { title: 'Støj ved banen' })
  expect(refused.status).toBe(403)
  expect(refused.body.message).toContain('de to sekretariater')
  expect((await reader.postForJson('/moeder/999999/rediger')).status).toBe(404)
  const client = await portal.signIn('sekretariat.bolig')
  breakFollowUps()
  const fault = await client.postForJson('/opfoelgning/1/noter', { text: 'Ringet' })
  expect(fault.status).toBe(500)
  expect(fault.body).toEqual({
    message: 'Der skete en fejl, og det seneste er ikke gemt.',
    reference: fault.headers['x-request-id'],
  })
})

test('what was typed into a form that meets a fault stands on the page, and waits as a draft', async () => {
  const client = await portal.signIn('sekretariat.bolig')
  const form = formTo((await client.get('/sager/ny')).text, '/sager')
  const sql = new Sqlite(portal.db.file)
  sql.exec('ALTER TABLE NumberSeries RENAME TO TakenAway')
  const sent = { ...form.fields, title: 'Støj ved banen', summary: 'Naboerne klager.' }
  const answer = await client.post('/sager', sent)
  expect(answer.status).toBe(500)
  expect(answer.text).toContain(`<code>${answer.headers['x-request-id']}</code>`)
  expect(answer.text).toContain('Naboerne klager.')
  sql.exec('ALTER TABLE TakenAway RENAME TO NumberSeries')
  sql.close()
  const offered = (await client.get('/sager/ny')).text
  const href = /href="(\/kladder\/[^"]+)"/.exec(offered)?.[1]?.replaceAll('&amp;', '&') ?? ''
  const again = await client.get(href)
  expect(again.text).toContain('men den kunne ikke gemmes')
  const shown = formTo(again.text, '/sager')
  expect(shown.fields).toMatchObject({ title: 'Støj ved banen', summary: 'Naboerne klager.' })
  expect((await client.post('/sager', shown.fields)).status).toBe(303)
})

test('a database that another program holds is told with when to come again, in the form with what was typed', async () => {
  const client = await portal.signIn('sekretariat.bolig')
  const form = formTo((await client.get('/sager/ny')).text, '/sager')
  const sql = new Sqlite(portal.db.file)
  sql.exec('BEGIN IMMEDIATE')
  const answer = await client.post('/sager', { ...form.fields, title: 'Støj ved banen' })
  sql.exec('ROLLBACK')
  sql.close()
  expect(answer.status).toBe(503)
  expect(answer.headers['retry-after']).toBe('5')
  const shown = formTo(answer.text, '/sager')
  expect(shown.fields.title).toBe('Støj ved banen')
  expect((await client.post('/sager', shown.fields)).status).toBe(303)
}, 30_000)
