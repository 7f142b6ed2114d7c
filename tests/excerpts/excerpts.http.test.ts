import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { recordDecision } from '../../src/features/decisions/decisions/index.ts'
import { kroner } from '../../src/kernel/money.ts'
import { draft, givenItemInSession, givenMandate, publish } from '../decisions/given.ts'
import { type TestApp, testApp } from '../support/app.ts'
import { type Cooperation, givenCooperation } from '../support/builders.ts'
import { htmlFaults } from '../support/html.ts'

let portal: TestApp
let cooperation: Cooperation

beforeEach(async () => {
  portal = await testApp()
  cooperation = givenCooperation(portal.db)
})
afterEach(() => portal.close())

/** A decision that costs Højstrup 150,000 kr. and binds Kristiansdal legally. */
async function givenDecision(given: { closed?: boolean; published?: boolean } = {}) {
  await givenMandate(portal.db, cooperation, 'hoejstrup', { total: kroner(500_000) })
  await givenMandate(portal.db, cooperation, 'kristiansdal')
  const item = await givenItemInSession(portal.db, cooperation, { closed: given.closed ?? false })
  await recordDecision(
    cooperation.actor('sekretariat.kommune'),
    draft(item, {
      title: given.closed ? 'Køb af grunden ved kanalen' : 'Fælles beboerrådgivning',
      text: given.closed ? 'Grunden købes for 150.000 kr.' : 'Rådgivningen etableres fra 1. august.',
      publicTitle: given.closed ? 'Aftale under forhandling' : null,
      publicText: given.closed ? 'Gruppen har truffet beslutning om en aftale.' : null,
      consequences: [
        {
          organisationId: cooperation.organisation('hoejstrup'),
          amount: kroner(150_000),
          legal: null,
          organisational: null,
        },
        {
          organisationId: cooperation.organisation('kristiansdal'),
          amount: null,
          legal: 'Indgår aftalen',
          organisational: null,
        },
      ],
    }),
  )
  if (given.published ?? true) await publish(portal.db, item.meetingId)
}

const path = '/beslutninger/2026/1/udskrift'

describe('an excerpt of one decision', () => {
  test('tells an organisation what the decision means for it, and whom else it binds', async () => {
    await givenDecision()
    const client = await portal.signIn('laeser')
    const page = await client.get(`${path}?organisation=hoejstrup`)
    expect(page.status).toBe(200)
    expect(page.text).toContain('Udskrift til Boligforeningen Højstrup')
    expect(page.text).toContain('Rådgivningen etableres fra 1. august.')
    expect(page.text).toContain('150.000,00 kr.')
    expect(page.text).toContain('er trukket på mandat 2026-A01')
    expect(page.text).toContain('Beslutningen binder også Boligforeningen Kristiansdal.')
    expect(page.text).not.toContain('Indgår aftalen')
    expect(await htmlFaults(page.text)).toEqual([])
  })

  test('without an organisation holds every row', async () => {
    await givenDecision()
    const page = await (await portal.signIn('laeser')).get(path)
    expect(page.text).toContain('Indgår aftalen')
    expect(page.text).toContain('150.000,00 kr.')
  })

  test('tells when a later decision has reversed it', async () => {
    await givenDecision()
    const later = await givenItemInSession(portal.db, cooperation)
    const { id } = await portal.db.prisma.decision.findFirstOrThrow()
    await recordDecision(
      cooperation.actor('sekretariat.kommune'),
      draft(later, { replaces: { decisionId: id, kind: 'REVERSES', spent: [] } }),
    )
    const client = await portal.signIn('laeser')
    const page = await client.get(`${path}?organisation=hoejstrup`)
    expect(page.text).toContain('Omgjort ved beslutning 2026/2. Den gælder ikke længere.')
    expect(page.text).toContain('150.000 kr. er frigivet på mandat 2026-A01')
    expect((await client.get('/parter/hoejstrup/udskrift')).text).not.toContain('Omgjort')
    expect((await client.get('/parter/hoejstrup/udskrift?omfang=alle')).text).toContain(
      'Omgjort ved beslutning 2026/2.',
    )
  })

  test('says so when the decision does not bind the organisation', async () => {
    await givenDecision()
    const page = await (await portal.signIn('laeser')).get(`${path}?organisation=fab`)
    expect(page.text).toContain('ingen økonomiske, juridiske eller organisatoriske konsekvenser for')
  })

  test('of a closed item says what may be said, the same for every organisation', async () => {
    await givenDecision({ closed: true })
    const client = await portal.signIn('laeser')
    for (const query of ['', '?organisation=hoejstrup', '?organisation=fab']) {
      const page = await client.get(path + query)
      expect(page.status).toBe(200)
      expect(page.text).toContain('Aftale under forhandling')
      expect(page.text).toContain('Gruppen har truffet beslutning om en aftale.')
      for (const secret of ['Køb af grunden', 'Grunden købes', '150.000', 'Indgår aftalen', 'binder'])
        expect(page.text).not.toContain(secret)
    }
  })

  test('of a closed item is full and marked for those who may read it, who can also hand on the public text', async () => {
    await givenDecision({ closed: true })
    const member = await portal.signIn('medlem.hoejstrup')
    const full = await member.get(`${path}?organisation=hoejstrup`)
    expect(full.text).toContain('Grunden købes for 150.000 kr.')
    expect(full.text).toContain('Fortroligt')
    const open = await member.get(`${path}?organisation=hoejstrup&tekst=offentlig`)
    expect(open.text).toContain('Gruppen har truffet beslutning om en aftale.')
    expect(open.text).not.toContain('Grunden købes')
    expect(open.text).not.toContain('150.000')
  })

  test('is not there before the minutes are out, nor for anyone who is not signed in', async () => {
    await givenDecision({ published: false })
    expect((await (await portal.signIn('laeser')).get(path)).status).toBe(404)
    expect((await (await portal.signIn('medlem.hoejstrup')).get(path)).status).toBe(200)
    expect((await portal.anonymous().get(path)).headers.location).toContain('/log-ind')
  })

  test('is not there for what does not exist', async () => {
    await givenDecision()
    const client = await portal.signIn('laeser')
    expect((await client.get(`${path}?organisation=findes-ikke`)).status).toBe(404)
    expect((await client.get('/beslutninger/2026/99/udskrift')).status).toBe(404)
    expect((await client.get('/beslutninger/x/1/udskrift')).status).toBe(404)
  })

  test('is linked from the decision', async () => {
    await givenDecision()
    const page = await (await portal.signIn('laeser')).get('/beslutninger/2026/1')
    expect(page.text).toContain(`href="${path}"`)
  })
})

describe('an excerpt of all that binds an organisation', () => {
  test('holds each decision with its own consequences', async () => {
    await givenDecision()
    const client = await portal.signIn('laeser')
    const page = await client.get('/parter/hoejstrup/udskrift')
    expect(page.status).toBe(200)
    expect(page.text).toContain('Beslutninger, der binder Boligforeningen Højstrup')
    expect(page.text).toContain('Rådgivningen etableres fra 1. august.')
    expect(page.text).toContain('150.000,00 kr.')
    expect(page.text).not.toContain('Indgår aftalen')
    expect(await htmlFaults(page.text)).toEqual([])
    expect((await client.get('/parter/fab/udskrift')).text).toContain('Ingen beslutninger')
  })

  test('is bounded by a period, both days counted', async () => {
    await givenDecision()
    const client = await portal.signIn('laeser')
    const within = async (query: string) => (await client.get(`/parter/hoejstrup/udskrift?${query}`)).text
    expect(await within('fra=2026-03-12&til=2026-03-12')).toContain('Fælles beboerrådgivning')
    expect(await within('fra=13.03.2026')).not.toContain('Fælles beboerrådgivning')
    expect(await within('til=2026-03-11')).not.toContain('Fælles beboerrådgivning')
  })

  test('tells at the field when a day cannot be read, and keeps what was typed', async () => {
    await givenDecision()
    const client = await portal.signIn('laeser')
    const page = await client.get('/parter/hoejstrup/udskrift?fra=i+går&til=2026-01-01')
    expect(page.status).toBe(422)
    expect(page.text).toContain('Skriv datoen som dd.mm.åååå, fx 23.11.2026.')
    expect(page.text).toContain('value="i går"')
    expect(page.text).not.toContain('Fælles beboerrådgivning')
    const backwards = await client.get('/parter/hoejstrup/udskrift?fra=2026-02-01&til=2026-01-01')
    expect(backwards.text).toContain('»Besluttet til« kan ikke ligge før »Besluttet fra«.')
  })

  test('leaves closed decisions out for those who may not read them', async () => {
    await givenDecision({ closed: true })
    const reader = await (await portal.signIn('laeser')).get('/parter/hoejstrup/udskrift')
    expect(reader.text).not.toContain('Køb af grunden')
    expect(reader.text).not.toContain('Aftale under forhandling')
    const member = await portal.signIn('medlem.hoejstrup')
    const full = await member.get('/parter/hoejstrup/udskrift')
    expect(full.text).toContain('Grunden købes for 150.000 kr.')
    expect(full.text).toContain('Fortroligt')
    const open = await member.get('/parter/hoejstrup/udskrift?tekst=offentlig')
    expect(open.text).toContain('Aftale under forhandling')
    expect(open.text).not.toContain('Grunden købes')
    expect(open.text).not.toContain('150.000')
  })

  test('is not there before the minutes are out, for strangers, or for what does not exist', async () => {
    await givenDecision({ published: false })
    const client = await portal.signIn('laeser')
    expect((await client.get('/parter/hoejstrup/udskrift')).text).not.toContain('Fælles beboerrådgivning')
    expect((await client.get('/parter/findes-ikke/udskrift')).status).toBe(404)
    expect((await portal.anonymous().get('/parter/hoejstrup/udskrift')).headers.location).toContain('/log-ind')
  })

  test('is linked from the organisation', async () => {
    await givenDecision()
    const page = await (await portal.signIn('laeser')).get('/parter/hoejstrup')
    expect(page.text).toContain('href="/parter/hoejstrup/udskrift"')
  })
})
