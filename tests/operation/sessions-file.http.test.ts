import { readdirSync, writeFileSync } from 'node:fs'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Client, type TestApp, testApp } from '../support/app.ts'
import { lockedByAnother } from '../support/disturbances.ts'
import { cookieOf } from '../support/session-cookie.ts'

/** Something is wrong with the file that sessions are kept in; the portal itself is well. */

let portal: TestApp
let secretary: Client
let held: { letGo(): Promise<void> } | null = null

beforeEach(async () => {
  portal = await testApp()
  secretary = await portal.signIn('sekretariat.bolig')
})
afterEach(async () => {
  vi.useRealTimers()
  await held?.letGo()
  held = null
  await portal.close()
})

const later = (minutes: number) => vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + minutes * 60_000 })
const status = async (client: Client) => (await client.get('/sager')).status

test('locked by another program, every page is answered, also the first after a while', async () => {
  held = await lockedByAnother(portal.settings.sessionFile)
  later(2)
  for (let reads = 0; reads < 3; reads += 1) expect(await status(secretary)).toBe(200)
})

test('locked, whoever signs out is signed out, here and when the lock is let go', async () => {
  const cookie = cookieOf(secretary)
  held = await lockedByAnother(portal.settings.sessionFile)
  const answer = await secretary.post('/log-ud')
  expect(answer.status).toBe(303)
  expect(String(answer.headers['set-cookie'])).toMatch(/portal=;.*Expires=Thu, 01 Jan 1970/)
  const again = () => portal.anonymous().get('/sager').set('Cookie', cookie)
  expect((await again()).status).not.toBe(200)
  await held.letGo()
  expect((await again()).status).not.toBe(200)
})

test('locked, people sign in and go on, and their sessions are in the file afterwards', async () => {
  held = await lockedByAnother(portal.settings.sessionFile)
  const member = await portal.signIn('sekretariat.kommune')
  expect(await status(member)).toBe(200)
  await held.letGo()
  await member.get('/sager')
  portal.sessions.sweep()
  const sql = new Sqlite(portal.settings.sessionFile, { readonly: true })
  expect(sql.prepare('SELECT count(*) FROM session').pluck().get()).toBe(2)
  sql.close()
})

test('locked while a password is changed, the person’s other sessions are at an end all the same', async () => {
  const person = portal.db.sql.asStored<{ id: number }>(
    "SELECT personId AS id FROM Account WHERE email = 'sekretariat.bolig@demo.example'",
  )[0]
  const elsewhere = await portal.signIn('sekretariat.bolig')
  held = await lockedByAnother(portal.settings.sessionFile)
  portal.sessions.destroyOf(person?.id ?? 0)
  expect([await status(secretary), await status(elsewhere)]).not.toContain(200)
  later(0.1)
  const anew = await portal.signIn('sekretariat.bolig')
  await held.letGo()
  portal.sessions.sweep()
  expect([await status(secretary), await status(elsewhere), await status(anew)].map(code => code === 200)).toEqual([
    false,
    false,
    true,
  ])
})

test('damaged under the running portal, it is put aside and begun anew: everybody signs in again, and can', async () => {
  const sql = new Sqlite(portal.settings.sessionFile)
  sql.pragma('wal_checkpoint(TRUNCATE)')
  sql.close()
  writeFileSync(portal.settings.sessionFile, Buffer.alloc(20_000, 'x'))
  expect(await status(secretary)).toBe(303)
  const again = await portal.signIn('sekretariat.bolig')
  expect(await status(again)).toBe(200)
  expect(readdirSync(portal.settings.dataDir).filter(name => /^sessions\.db\.unreadable-\d+$/.test(name))).toHaveLength(
    1,
  )
})

test('a session that has expired stays so when the machine’s clock is put back', async () => {
  const real = Date.now()
  later(24 * 60)
  expect(await status(secretary)).toBe(303)
  vi.useFakeTimers({ toFake: ['Date'], now: real })
  expect(await status(secretary)).toBe(303)
})

test('one that was begun while the clock went ahead does not outlast the others', async () => {
  const real = Date.now()
  later(24 * 60)
  const ahead = await portal.signIn('sekretariat.kommune')
  expect(await status(ahead)).toBe(200)
  vi.useFakeTimers({ toFake: ['Date'], now: real })
  expect(await status(ahead)).toBe(303)
  expect(await status(secretary)).toBe(200)
})
