import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type Client, type TestApp, testApp } from '../support/app.ts'
import { lockedByAnother } from '../support/disturbances.ts'

/** Another program on the machine holds the database's lock, as a copy or a statement by hand does. */

let portal: TestApp
let secretary: Client
let body: string
let held: { letGo(): Promise<void> } | null = null

beforeAll(async () => {
  portal = await testApp()
  secretary = await portal.signIn('sekretariat.bolig')
  body = /<option value="(\d+)"/.exec((await secretary.get('/sager/ny')).text)?.[1] ?? ''
})
afterEach(() => held?.letGo())
afterAll(() => portal.close())

const cases = () => portal.db.sql.asStored<{ count: number }>('SELECT count(*) AS count FROM "Case"')[0]?.count

test('what is sent meanwhile is stored when the lock is let go, and whoever reads is answered at once', async () => {
  held = await lockedByAnother(portal.db.file)
  const before = cases() ?? 0
  const sent = secretary.post('/sager', { title: 'Sag under kopiering', bodyId: body }).then(answer => answer)
  let slowest = 0
  for (let reads = 0; reads < 10; reads += 1) {
    await wait(100)
    const begun = performance.now()
    expect((await secretary.get('/sager')).status).toBe(200)
    slowest = Math.max(slowest, performance.now() - begun)
  }
  expect(slowest).toBeLessThan(1_000)
  await held.letGo()
  expect((await sent).status).toBe(303)
  expect(cases()).toBe(before + 1)
}, 30_000)

test('held for long, the form comes back with what was typed and the time to wait; nothing is stored', async () => {
  held = await lockedByAnother(portal.db.file)
  const before = cases()
  const answer = await secretary.post('/sager', { title: 'Sag, der venter', bodyId: body })
  expect(answer.status).toBe(503)
  expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)
  expect(answer.text).toContain('Portalen er optaget af noget andet lige nu, så intet er gemt.')
  expect(answer.text).toContain('value="Sag, der venter"')
  expect(cases()).toBe(before)
  await held.letGo()
  expect((await secretary.post('/sager', { title: 'Sag, der venter', bodyId: body })).status).toBe(303)
  expect(cases()).toBe((before ?? 0) + 1)
}, 30_000)
