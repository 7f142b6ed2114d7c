import { afterEach, beforeEach, expect, test } from 'vitest'
import { givenMandate } from '../decisions/given.ts'
import { type TestApp, testApp } from '../support/app.ts'
import { type Cooperation, givenCooperation } from '../support/builders.ts'

let portal: TestApp
let cooperation: Cooperation

beforeEach(async () => {
  portal = await testApp()
  cooperation = givenCooperation(portal.db)
})
afterEach(() => portal.close())

const path = '/parter/hoejstrup/vilkaar'
const condition = (given: Record<string, string> = {}) => ({
  kind: 'STATUTES',
  title: 'Vedtægtens § 11',
  text: 'Bestyrelsen skal godkende aftaler over ét år.',
  from: '2026-01-01',
  to: '',
  ...given,
})

test('a condition stands on the organisation’s page and beside its mandates (R63)', async () => {
  const mandate = await givenMandate(portal.db, cooperation, 'hoejstrup')
  const client = await portal.signIn('mandat.hoejstrup')
  expect((await client.get('/parter/hoejstrup')).text).toContain(`href="${path}/nyt"`)
  expect((await client.get(`${path}/nyt`)).status).toBe(200)
  expect((await client.post(`${path}/nyt`, condition())).headers.location).toBe('/parter/hoejstrup')
  const reader = await portal.signIn('laeser')
  for (const page of ['/parter/hoejstrup', `/mandater/${mandate.id}`]) {
    const { text } = await reader.get(page)
    expect(text).toContain('Vedtægtens § 11 (Vedtægt)')
    expect(text).toContain('Bestyrelsen skal godkende aftaler over ét år.')
  }
  expect((await reader.get('/parter/hoejstrup')).text).not.toContain(`${path}/1/ophoer`)
})

test('a municipality’s stand beside its departments’ mandates too', async () => {
  const client = await portal.signIn('mandat.byraad')
  await client.post('/parter/odense-kommune/vilkaar/nyt', condition({ kind: 'LAW', title: 'Kommunalfuldmagten' }))
  expect((await client.get('/parter/by-og-kulturforvaltningen')).text).toContain('Kommunalfuldmagten')
})

test('a condition is ended, not changed, and stays readable', async () => {
  const client = await portal.signIn('sekretariat.bolig')
  await client.post(`${path}/nyt`, condition())
  expect((await client.get(`${path}/1/ophoer`)).text).toContain('Vedtægtens § 11')
  const early = await client.post(`${path}/1/ophoer`, { to: '2025-12-31' })
  expect(early.status).toBe(422)
  expect(early.text).toContain('kan ikke ligge før den dag, vilkåret gælder fra')
  expect((await client.post(`${path}/1/ophoer`, { to: '2026-03-11' })).status).toBe(303)
  expect((await client.get('/parter/hoejstrup')).text).toContain('Tidligere vilkår')
  expect((await client.post(`${path}/1/ophoer`, { to: '2026-04-01' })).text).toContain('ophører allerede')
  expect((await client.get(`${path}/99/ophoer`)).status).toBe(404)
})

test('what is wrong is told at its field, and what was typed is kept', async () => {
  const client = await portal.signIn('mandat.hoejstrup')
  const page = await client.post(`${path}/nyt`, condition({ kind: '', text: '', from: 'i går' }))
  expect(page.status).toBe(422)
  for (const field of ['kind', 'text', 'from']) expect(page.text).toContain(`href="#felt-${field}"`)
  expect(page.text).toContain('value="i går"')
  expect((await client.post(`${path}/nyt`, condition({ to: '2025-01-01' }))).text).toContain(
    '»Gælder til og med« kan ikke ligge før',
  )
})

test('it is for the organisation’s keeper and its own side’s secretariat', async () => {
  for (const email of ['mandat.byraad', 'sekretariat.kommune', 'medlem.hoejstrup', 'laeser', 'administrator']) {
    const client = await portal.signIn(email)
    expect((await client.get(`${path}/nyt`)).status, email).toBe(403)
    expect((await client.post(`${path}/nyt`, condition())).status, email).toBe(403)
  }
  expect((await portal.anonymous().get(`${path}/nyt`)).headers.location).toContain('/log-ind')
  expect(await portal.db.prisma.condition.count()).toBe(0)
})
