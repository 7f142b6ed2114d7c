import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { write } from '../../src/database/write.ts'
import { recordDecision } from '../../src/features/decisions/decisions/index.ts'
import { day } from '../../src/kernel/days.ts'
import { kroner } from '../../src/kernel/money.ts'
import { draft, givenItemInSession, givenMandate, publish } from '../decisions/given.ts'
import { type TestApp, testApp } from '../support/app.ts'
import { type Cooperation, givenCooperation } from '../support/builders.ts'

let portal: TestApp
let cooperation: Cooperation

beforeEach(async () => {
  portal = await testApp()
  cooperation = givenCooperation(portal.db)
})
afterEach(() => portal.close())

const council = async () =>
  (
    await portal.db.prisma.body.findFirstOrThrow({
      where: { organisationId: cooperation.organisation('odense-kommune') },
    })
  ).id
const boardOf = async (slug: string) =>
  (
    await portal.db.prisma.body.findFirstOrThrow({
      where: { kind: 'DECIDING_BODY', organisationId: cooperation.organisation(slug) },
    })
  ).id

const filled = async (given: Record<string, unknown> = {}) => ({
  organisationId: String(cooperation.organisation('hoejstrup')),
  bodyId: String(await boardOf('hoejstrup')),
  title: 'Mandat for 2026',
  economic: '1',
  limitPerDecision: '100.000',
  total: '500.000,00',
  from: '2026-01-01',
  to: '31.12.2026',
  sourceDay: '2026-02-10',
  sourceItem: '7',
  ...given,
})

describe('the list of mandates', () => {
  test('shows those in force today to everyone of the parties, and marks those that run out', async () => {
    await givenMandate(portal.db, cooperation, 'hoejstrup', { to: day('2026-04-01') })
    await givenMandate(portal.db, cooperation, 'fab', { title: 'Udløbet mandat', to: day('2026-02-01') })
    const page = await (await portal.signIn('laeser')).get('/mandater')
    expect(page.text).toContain('Boligforeningen Højstrup')
    expect(page.text).toContain('Udløber om 20 dage')
    expect(page.text).not.toContain('Udløbet mandat')
    expect(page.text).not.toContain('Registrér mandat')
  })

  test('finds by organisation, kind, text and day', async () => {
    await givenMandate(portal.db, cooperation, 'hoejstrup', { title: 'Kun økonomi', legal: false })
    await givenMandate(portal.db, cooperation, 'fab', { title: 'Om alting', to: day('2026-02-01') })
    const client = await portal.signIn('laeser')
    const list = async (query: string) => (await client.get(`/mandater${query}`)).text
    expect(await list(`?organisation=${cooperation.organisation('fab')}&dag=`)).toContain('Om alting')
    expect(await list('?konsekvens=legal')).toContain('Ingen mandater fundet')
    expect(await list('?q=økonomi')).toContain('Kun økonomi')
    expect(await list('?q=100%25')).toContain('Ingen mandater fundet')
    expect(await list('?dag=2026-01-15')).toContain('Om alting')
    expect(await list('?vis=udloeber')).toContain('Ingen mandater udløber inden for 90 dage')
  })

  test('tells where there are none what comes there, and after a search to search otherwise', async () => {
    const [reader, keeper] = [await portal.signIn('laeser'), await portal.signIn('mandat.hoejstrup')]
    const shown = async (query: string, client = reader) => (await client.get(`/mandater${query}`)).text
    for (const query of ['', '?dag=', '?vis=kladder', '?q=findesikke'])
      expect(await shown(query), query).toContain('Der er ingen mandater endnu')
    expect(await shown('')).toContain('<a class="button button-secondary" href="/parter">')
    expect(await shown('', keeper)).toContain('<a class="button button-secondary" href="/mandater/nyt">')

    await givenMandate(portal.db, cooperation, 'hoejstrup', { from: day('2025-01-01'), to: day('2025-12-31') })
    expect(await shown('')).toContain('Ingen mandater gælder i dag')
    expect(await shown('?vis=kladder')).toContain('Der er ingen kladder uden protokol')
    expect(await shown('?vis=udloeber')).toContain('Ingen mandater udløber inden for 90 dage')
    expect(await shown('?q=findesikke')).toContain('Prøv en anden dag eller en anden organisation.')
    expect(await shown('?dag=2024-01-01')).toContain('Prøv en anden dag eller en anden organisation.')
  })

  test('is not for those who are not signed in', async () => {
    expect((await portal.anonymous().get('/mandater')).headers.location).toContain('/log-ind')
  })
})

describe('a mandate’s page', () => {
  test('shows its source, its ledger and what remains', async () => {
    const mandate = await givenMandate(portal.db, cooperation, 'hoejstrup', { total: kroner(500_000) })
    const item = await givenItemInSession(portal.db, cooperation)
    const consequences = [
      {
        organisationId: cooperation.organisation('hoejstrup'),
        amount: kroner(150_000),
        legal: null,
        organisational: null,
      },
    ]
    await recordDecision(cooperation.actor('sekretariat.bolig'), draft(item, { consequences }))
    const reader = await portal.signIn('laeser')
    const before = await reader.get(`/mandater/${mandate.id}`)
    expect(before.text).toContain('350.000,00 kr.')
    expect(before.text).toContain('Øvrige træk')
    expect(before.text).not.toMatch(/Beslutning 2026\/1|Fælles beboerrådgivning/)
    await publish(portal.db, item.meetingId)
    const page = await reader.get(`/mandater/${mandate.id}`)
    expect(page.text).toContain('Beslutning 2026/1: Fælles beboerrådgivning')
    expect(page.text).toContain('10. december 2025')
    expect(page.text).not.toContain('Tilbagekald mandatet')
    expect(page.text).not.toContain('Øvrige træk')
  })

  test('tells of draws that one may not read nothing but their sum', async () => {
    const mandate = await givenMandate(portal.db, cooperation, 'hoejstrup', { total: kroner(500_000) })
    const item = await givenItemInSession(portal.db, cooperation)
    const row = { organisationId: cooperation.organisation('hoejstrup'), legal: null, organisational: null }
    const secretary = cooperation.actor('sekretariat.bolig')
    const take = (title: string, amount: number) =>
      recordDecision(secretary, draft(item, { title, consequences: [{ ...row, amount: kroner(amount) }] }))
    const hidden = [(await take('Første lukkede', 110_000)).id, (await take('Anden lukkede', 23_000)).id]
    await take('Den åbne', 7_000)
    await publish(portal.db, item.meetingId)
    await write(secretary, async tx => {
      await tx.decision.updateMany({ where: { id: { in: hidden } }, data: { closed: true } })
      return { result: undefined, events: [] }
    })
    const text = (await (await portal.signIn('laeser')).get(`/mandater/${mandate.id}`)).text
    expect(text).toContain('Den åbne')
    expect(text).toContain('133.000,00 kr.')
    expect(text).toContain('360.000,00 kr.')
    // Neither a row's own amount nor what was left after it.
    expect(text).not.toMatch(/lukkede|110\.000|23\.000,00|390\.000|367\.000/)
  })

  test('does not exist where there is no mandate', async () => {
    const client = await portal.signIn('laeser')
    for (const id of ['99', '0', 'abc']) expect((await client.get(`/mandater/${id}`)).status).toBe(404)
  })
})

describe('registering a mandate', () => {
  test('the keeper chooses among own organisations alone', async () => {
    const page = await (await portal.signIn('mandat.byraad')).get('/mandater/nyt')
    const rows = { 'subjectAreaIds[0][x]': '1', 'areaIds[0][x]': '1', 'version[x]': '1' }
    expect((await (await portal.signIn('mandat.byraad')).post('/mandater/nyt', rows)).status).toBe(422)
    expect(page.text).toContain('By- og Kulturforvaltningen')
    expect(page.text).not.toContain('>Boligforeningen Højstrup</option>')
  })

  test('leads to the mandate', async () => {
    const client = await portal.signIn('mandat.hoejstrup')
    const answer = await client.post('/mandater/nyt', await filled())
    expect(answer.headers.location).toBe('/mandater/1')
    const page = await client.get('/mandater/1')
    expect(page.text).toContain('Mandat 2026-A01 er registreret som kladde.')
    expect(page.text).toContain('100.000,00 kr.')
  })

  test('what is wrong is told at its field, and what was typed is kept', async () => {
    const client = await portal.signIn('mandat.hoejstrup')
    const page = await client.post('/mandater/nyt', await filled({ total: 'alt', sourceDay: '31.02.2026', title: '' }))
    expect(page.status).toBe(422)
    for (const field of ['title', 'total', 'sourceDay']) expect(page.text).toContain(`href="#felt-${field}"`)
    expect(page.text).toContain('value="alt"')
    const other = await client.post('/mandater/nyt', await filled({ bodyId: String(await council()) }))
    expect(other.status).toBe(422)
    expect(other.text).toContain('kan ikke give det')
    expect(await portal.db.prisma.mandate.count()).toBe(0)
  })

  test('the protocol is handed in with it, and read by both parties', async () => {
    const client = await portal.signIn('mandat.hoejstrup')
    const fields = (await filled()) as Record<string, string>
    const pdf = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF')
    const wrong = await client.upload('/mandater/nyt', fields, {
      field: 'fil',
      name: 'protokol.pdf',
      content: Buffer.from('<html>'),
    })
    expect(wrong.status).toBe(422)
    await client.upload('/mandater/nyt', fields, { field: 'fil', name: 'protokol.pdf', content: pdf })
    expect((await client.get('/mandater/1')).text).toContain('Hent protokollen')
    const read = await (await portal.signIn('laeser')).get('/mandater/1/bilag')
    expect(read.headers['content-type']).toContain('application/pdf')
    expect(read.headers['content-disposition']).toContain('protokol-2026-A01.pdf')
    expect((await portal.anonymous().get('/mandater/1/bilag')).status).toBe(303)
    await givenMandate(portal.db, cooperation, 'fab', { sourceDocument: null })
    expect((await client.get('/mandater/2/bilag')).status).toBe(404)
  })

  test('is for keepers, each for their own', async () => {
    for (const email of ['sekretariat.bolig', 'medlem.hoejstrup', 'laeser', 'administrator']) {
      const client = await portal.signIn(email)
      expect((await client.get('/mandater/nyt')).status).toBe(403)
      expect((await client.post('/mandater/nyt', await filled())).status).toBe(403)
    }
    const other = await (await portal.signIn('mandat.kristiansdal')).post('/mandater/nyt', await filled())
    expect(other.status).toBe(403)
    expect(await portal.db.prisma.mandate.count()).toBe(0)
  })

  test('sent twice it takes effect once', async () => {
    const client = await portal.signIn('mandat.hoejstrup')
    const fields = await filled({ _once: 'token-of-one-form-456' })
    await Promise.all([client.post('/mandater/nyt', fields), client.post('/mandater/nyt', fields)])
    expect(await portal.db.prisma.mandate.count()).toBe(1)
  })
})

describe('revoking a mandate', () => {
  test('is told on its page, with the reason', async () => {
    const mandate = await givenMandate(portal.db, cooperation, 'hoejstrup')
    const client = await portal.signIn('mandat.hoejstrup')
    const path = `/mandater/${mandate.id}/tilbagekald`
    expect((await client.get(path)).text).toContain('value="2026-03-12"')
    expect((await client.post(path, { version: '1', from: '2026-03-01', reason: 'Ny bestyrelse' })).status).toBe(422)
    expect((await client.post(path, { version: '0', from: '2026-03-20', reason: 'Ny bestyrelse' })).status).toBe(409)
    const answer = await client.post(path, { version: '1', from: '2026-03-20', reason: 'Ny bestyrelse' })
    expect(answer.headers.location).toBe(`/mandater/${mandate.id}`)
    const page = await client.get(`/mandater/${mandate.id}`)
    expect(page.text).toContain('med virkning fra den 20. marts 2026. Begrundelse: Ny bestyrelse')
  })

  test('is for its keeper alone', async () => {
    const mandate = await givenMandate(portal.db, cooperation, 'hoejstrup')
    const path = `/mandater/${mandate.id}/tilbagekald`
    for (const email of ['mandat.byraad', 'sekretariat.bolig', 'laeser']) {
      const client = await portal.signIn(email)
      expect((await client.get(path)).status).toBe(403)
      expect((await client.post(path, { version: '1', from: '2026-03-20', reason: 'x' })).status).toBe(403)
    }
  })
})
