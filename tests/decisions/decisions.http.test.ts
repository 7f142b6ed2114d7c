import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { recordDecision } from '../../src/features/decisions/decisions/index.ts'
import { kroner } from '../../src/kernel/money.ts'
import { type Client, type TestApp, testApp } from '../support/app.ts'
import { type Cooperation, givenCooperation } from '../support/builders.ts'
import { draft, drawn, givenItemInSession, givenMandate, publish } from './given.ts'

let portal: TestApp
let cooperation: Cooperation
let item: { meetingId: number; itemId: number }

beforeEach(async () => {
  portal = await testApp()
  cooperation = givenCooperation(portal.db)
  item = await givenItemInSession(portal.db, cooperation)
})
afterEach(() => portal.close())

const formPath = () => `/moeder/${item.meetingId}/punkter/${item.itemId}/beslutning`
const secretariat = () => portal.signIn('sekretariat.kommune')

const filled = (given: Record<string, unknown> = {}) => ({
  action: 'record',
  title: 'Fælles beboerrådgivning',
  text: 'Rådgivningen etableres.',
  coordination: '1',
  stanceHousing: 'SUPPORTS',
  stanceMunicipality: 'SUPPORTS',
  noFollowUp: '1',
  ...given,
})

const costs = (slug: string, amount: string) => ({
  'rows[0][organisationId]': String(cooperation.organisation(slug)),
  'rows[0][amount]': amount,
})

const record = (given: Parameters<typeof draft>[1] = {}) =>
  recordDecision(cooperation.actor('sekretariat.kommune'), draft(item, given))

describe('drafting a decision', () => {
  test('the form starts from the item and its recommendation', async () => {
    const page = await (await secretariat()).get(formPath())
    expect(page.status).toBe(200)
    expect(page.text).toContain('value="Fælles beboerrådgivning i Vollsmose"')
    expect(page.text).toContain('Kontrollér mandater')
    expect(page.text).toContain('Boligforeningen Højstrup')
  })

  test('the check shows the matrix, keeps what was typed and stores nothing', async () => {
    await givenMandate(portal.db, cooperation, 'hoejstrup', { total: kroner(100_000) })
    const page = await (await secretariat()).post(
      formPath(),
      filled({ action: 'check', title: 'En foreløbig titel', ...costs('hoejstrup', '250.000') }),
    )
    expect(page.status).toBe(200)
    expect(page.text).toContain('med 150.000 kr.')
    expect(page.text).toContain('med forbehold for godkendelse i organisationsbestyrelsen i Boligforeningen Højstrup')
    expect(page.text).toContain('value="En foreløbig titel"')
    expect(page.text).toContain('value="250.000"')
    expect(await portal.db.prisma.decision.count()).toBe(0)
  })

  test('a row is added without script, and nothing typed is lost', async () => {
    const page = await (await secretariat()).post(formPath(), filled({ action: 'addRow', ...costs('hoejstrup', '5') }))
    expect(page.text).toContain('name="rows[3][organisationId]"')
    expect(page.text).toContain('value="5"')
  })

  test('the live check answers with the matrix alone', async () => {
    await givenMandate(portal.db, cooperation, 'hoejstrup')
    const answer = await (await secretariat()).post(`${formPath()}/kontrol`, filled(costs('hoejstrup', '5')))
    expect(answer.status).toBe(200)
    expect(answer.text).toContain('Beslutningen ligger inden for mandaterne og kan tiltrædes.')
    expect(answer.text).not.toContain('<html')
  })

  test('what cannot be an amount is told at its field', async () => {
    const page = await (await secretariat()).post(formPath(), filled(costs('hoejstrup', 'mange penge')))
    expect(page.status).toBe(422)
    expect(page.text).toContain('href="#felt-rows-0-amount"')
    expect(page.text).toContain('id="felt-rows-0-amount"')
    expect(page.text).toContain('value="mange penge"')
  })

  test('a consequence for nobody is not lost in silence', async () => {
    const page = await (await secretariat()).post(formPath(), filled({ 'rows[0][amount]': '5' }))
    expect(page.status).toBe(422)
    expect(page.text).toContain('Vælg den organisation, som konsekvensen gælder.')
  })

  test('is for the secretariats alone', async () => {
    for (const email of ['medlem.hoejstrup', 'formand', 'laeser', 'mandat.hoejstrup', 'administrator']) {
      const client = await portal.signIn(email)
      expect((await client.get(formPath())).status).toBe(403)
      expect((await client.post(formPath(), filled())).status).toBe(403)
      expect((await client.post(`${formPath()}/kontrol`, filled())).status).toBe(403)
    }
    expect((await portal.anonymous().get(formPath())).headers.location).toContain('/log-ind')
    expect(await portal.db.prisma.decision.count()).toBe(0)
  })

  test('an item of another meeting does not exist there', async () => {
    const other = await givenItemInSession(portal.db, cooperation)
    const client = await secretariat()
    expect((await client.get(`/moeder/${other.meetingId}/punkter/${item.itemId}/beslutning`)).status).toBe(404)
    expect((await client.get('/moeder/x/punkter/1/beslutning')).status).toBe(404)
  })
})

describe('recording a decision', () => {
  test('draws on the mandate and shows the decision', async () => {
    const mandate = await givenMandate(portal.db, cooperation, 'hoejstrup', { total: kroner(500_000) })
    const client = await secretariat()
    const answer = await client.post(formPath(), filled(costs('hoejstrup', '150.000,00')))
    expect(answer.headers.location).toBe('/beslutninger/2026/1')
    const page = await client.get('/beslutninger/2026/1')
    expect(page.text).toContain('Beslutning 2026/1 er ført til protokols og trådt i kraft.')
    expect(page.text).toContain('Rest efter beslutningen: 350.000 kr.')
    expect(page.text).toContain('Beslutningen kræver ingen opfølgning.')
    expect(await drawn(portal.db, mandate.id)).toBe(kroner(150_000))
  })

  test('links to every mandate that covers a part of an amount', async () => {
    const shared = { total: kroner(100_000), partialCover: true }
    const first = await givenMandate(portal.db, cooperation, 'hoejstrup', shared)
    const second = await givenMandate(portal.db, cooperation, 'hoejstrup', shared)
    const client = await secretariat()
    await client.post(formPath(), filled(costs('hoejstrup', '150.000,00')))
    const { text } = await client.get('/beslutninger/2026/1')
    for (const { id, number } of [first, second])
      expect(text).toContain(`href="/mandater/${id}">Se mandat ${number}</a>`)
  })

  test('a side’s reservation stands in its own words (R21)', async () => {
    const client = await secretariat()
    const words = 'Kommunen tager forbehold for, at budgettet for 2027 vedtages.'
    await client.post(formPath(), filled({ stanceMunicipality: 'WITH_RESERVATION', stanceMunicipalityText: words }))
    expect((await client.get('/beslutninger/2026/1')).text).toContain(words)
  })

  test('outside the mandates it asks for the reservation, and shows why', async () => {
    const client = await secretariat()
    const refused = await client.post(formPath(), filled(costs('hoejstrup', '150.000')))
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Der er ikke registreret et mandat, som dækker økonomiske konsekvenser.')
    const answer = await client.post(
      formPath(),
      filled({
        ...costs('hoejstrup', '150.000'),
        subjectToApproval: '1',
        reservation: 'med forbehold for godkendelse i organisationsbestyrelsen i Boligforeningen Højstrup',
      }),
    )
    expect(answer.status).toBe(303)
    const page = await client.get('/beslutninger/2026/1')
    expect(page.text).toContain('Afventer forelæggelse')
    expect(page.text).toContain(
      'Organisationsbestyrelsen i Boligforeningen Højstrup skal svare på forelæggelse 2026-F01',
    )
  })

  test('a follow-up is entered with it', async () => {
    const client = await secretariat()
    const answer = await client.post(
      formPath(),
      filled({
        noFollowUp: undefined,
        'followUps[0][text]': 'Ansætte en rådgiver',
        'followUps[0][organisationId]': String(cooperation.organisation('hoejstrup')),
        'followUps[0][dueDay]': '2026-06-01',
      }),
    )
    expect(answer.status).toBe(303)
    expect((await client.get('/beslutninger/2026/1')).text).toContain('Ansætte en rådgiver')
    expect((await client.get('/opfoelgning')).text).toContain('Ansætte en rådgiver')
  })

  test('half a follow-up is told at its fields', async () => {
    const page = await (await secretariat()).post(formPath(), filled({ 'followUps[0][text]': 'Ansætte en rådgiver' }))
    expect(page.status).toBe(422)
    expect(page.text).toContain('Feltet »Frist« skal udfyldes.')
    expect(page.text).toContain('Vælg den organisation, der er ansvarlig.')
  })

  test.each(['999999', '2147483647'])('a follow-up for person %s, who does not exist, is refused', async personId => {
    const followUp = {
      'followUps[0][text]': 'Ansætte en rådgiver',
      'followUps[0][organisationId]': String(cooperation.organisation('hoejstrup')),
      'followUps[0][personId]': personId,
      'followUps[0][dueDay]': '2026-06-01',
    }
    const page = await (await secretariat()).post(formPath(), filled({ ...followUp, noFollowUp: '' }))
    expect(page.status).toBe(422)
    expect(page.text).toContain('Den ansvarlige person skal høre til den ansvarlige organisation.')
    expect(await portal.db.prisma.followUp.count()).toBe(0)
  })

  test('a follow-up’s fault is told at its own row, also after a row that was left empty', async () => {
    const followUp = (row: number, personId: string) => ({
      [`followUps[${row}][text]`]: 'Ansætte en rådgiver',
      [`followUps[${row}][organisationId]`]: String(cooperation.organisation('hoejstrup')),
      [`followUps[${row}][personId]`]: personId,
      [`followUps[${row}][dueDay]`]: '2026-06-01',
    })
    const empty = { 'followUps[0][text]': '', 'followUps[2][text]': '' }
    const rows = { ...empty, ...followUp(1, ''), ...followUp(3, '999999') }
    const page = await (await secretariat()).post(formPath(), filled({ ...rows, noFollowUp: '' }))
    expect(page.status).toBe(422)
    const pointedAt = [...page.text.matchAll(/href="#(felt-followUps[^"]*)"/g)].map(([, id]) => id)
    expect(pointedAt).toEqual(['felt-followUps-3-personId'])
  })

  test('a form sent twice takes effect once', async () => {
    const mandate = await givenMandate(portal.db, cooperation, 'hoejstrup', { total: kroner(500_000) })
    const client = await secretariat()
    const fields = filled({ ...costs('hoejstrup', '150.000'), _once: 'token-of-one-form-123' })
    const answers = await Promise.all([client.post(formPath(), fields), client.post(formPath(), fields)])
    expect(answers.map(answer => answer.status)).toEqual([303, 303])
    expect(await portal.db.prisma.decision.count()).toBe(1)
    expect(await drawn(portal.db, mandate.id)).toBe(kroner(150_000))
  })

  test('without the session’s token nothing happens', async () => {
    const client = await secretariat()
    expect((await client.post(formPath(), filled({ _csrf: 'x' }))).status).toBe(403)
    expect(await portal.db.prisma.decision.count()).toBe(0)
  })
})

describe('the register', () => {
  const titles = async (client: Client, query = '') => {
    const page = await client.get(`/beslutninger${query}`)
    expect(page.status).toBe(200)
    return [...page.text.matchAll(/href="(\/beslutninger\/\d+\/\d+)">([^<]+)</g)].map(found => found[2])
  }

  test('is empty with a way on', async () => {
    expect((await (await secretariat()).get('/beslutninger')).text).toContain('Der er ingen beslutninger endnu')
  })

  test('shows readers a decision once the minutes are out, and not before', async () => {
    await record()
    const reader = await portal.signIn('laeser')
    expect(await titles(reader)).toEqual([])
    expect((await reader.get('/beslutninger/2026/1')).status).toBe(404)
    await publish(portal.db, item.meetingId)
    expect(await titles(reader)).toEqual(['Fælles beboerrådgivning'])
    expect((await reader.get('/beslutninger/2026/1')).status).toBe(200)
  })

  test('finds by words, year, organisation, consequence, state, task and shared position (R19)', async () => {
    await givenMandate(portal.db, cooperation, 'hoejstrup')
    const row = { organisationId: cooperation.organisation('hoejstrup'), legal: null, organisational: null }
    await record({ title: 'Aftale om rådgivning', consequences: [{ ...row, amount: kroner(5) }] })
    await record({ title: 'Holdning til tryghed', sharedPosition: true })
    const client = await secretariat()
    expect(await titles(client, '?q=tryg')).toEqual(['Holdning til tryghed'])
    expect(await titles(client, '?q=%22%20OR%20*')).toEqual([])
    expect(await titles(client, '?aar=2025')).toEqual([])
    expect(await titles(client, `?organisation=${row.organisationId}`)).toEqual(['Aftale om rådgivning'])
    expect(await titles(client, '?konsekvens=economic')).toEqual(['Aftale om rådgivning'])
    expect(await titles(client, '?tilstand=CONDITIONAL')).toEqual([])
    expect(await titles(client, '?opgave=strategy')).toEqual([])
    expect(await titles(client, '?opgave=coordination')).toHaveLength(2)
    expect(await titles(client, '?holdning=ja')).toEqual(['Holdning til tryghed'])
    expect(await titles(client, '?aar=hvad&tilstand=VED_IKKE')).toHaveLength(2)
    const positions = await client.get('/beslutninger/faelles-holdninger')
    expect(positions.text).toContain('Holdning til tryghed')
    expect(positions.text).not.toContain('Aftale om rådgivning')
  })

  test('pages by key, fifty at a time, each decision once', async () => {
    for (let count = 1; count <= 53; count += 1) await record({ title: `Beslutning nummer ${count}` })
    const client = await secretariat()
    const first = await client.get('/beslutninger')
    const next = /rel="next" href="([^"]+)"/.exec(first.text)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const shown = [...(await titles(client)), ...(await titles(client, next.replace('/beslutninger', '')))]
    expect(shown).toHaveLength(53)
    expect(new Set(shown).size).toBe(53)
    expect(shown[0]).toBe('Beslutning nummer 53')
  })
})

describe('a closed item’s decision', () => {
  const closedDraft = {
    title: 'Køb af Bøgeparken 12',
    text: 'Købet gennemføres for 12 mio. kr.',
    publicTitle: 'Aftale om en ejendom',
    publicText: 'Der er indgået en aftale.',
  }

  beforeEach(async () => {
    item = await givenItemInSession(portal.db, cooperation, { closed: true })
    await givenMandate(portal.db, cooperation, 'hoejstrup')
    await record({
      ...closedDraft,
      consequences: [
        { organisationId: cooperation.organisation('hoejstrup'), amount: kroner(5), legal: null, organisational: null },
      ],
    })
    await publish(portal.db, item.meetingId)
  })

  test('shows others its public text, and nothing else (R79)', async () => {
    const reader = await portal.signIn('laeser')
    for (const path of ['/beslutninger', '/beslutninger/2026/1']) {
      const page = await reader.get(path)
      expect(page.text).toContain('Aftale om en ejendom')
      expect(page.text).not.toContain('Bøgeparken')
      expect(page.text).not.toContain('12 mio.')
      expect(page.text).not.toContain('/mandater/1')
    }
    expect((await reader.get('/beslutninger/2026/1')).text).toContain('Der er indgået en aftale.')
  })

  test('is not found by others from what it says or whom it binds', async () => {
    const reader = await portal.signIn('laeser')
    const queries = ['?q=Bøgeparken', '?konsekvens=economic', `?organisation=${cooperation.organisation('hoejstrup')}`]
    for (const query of queries)
      expect((await reader.get(`/beslutninger${query}`)).text).toContain('Ingen beslutninger fundet')
    expect((await reader.get('/beslutninger?q=ejendom')).text).toContain('Aftale om en ejendom')
  })

  test('shows the group the whole of it', async () => {
    const page = await (await portal.signIn('medlem.hoejstrup')).get('/beslutninger/2026/1')
    expect(page.text).toContain('Køb af Bøgeparken 12')
    expect(page.text).toContain('Det, andre kan læse')
  })

  test('names no title in a mandate’s ledger for others, and tells the amount in one sum', async () => {
    const page = await (await portal.signIn('laeser')).get('/mandater/1')
    expect(page.text).toContain('Øvrige træk')
    expect(page.text).not.toContain('Aftale om en ejendom')
    expect(page.text).not.toContain('Bøgeparken')
  })
})

describe('taking a decision back', () => {
  test('asks for a reason, and leaves it in the register as annulled', async () => {
    await record()
    const client = await secretariat()
    const path = '/beslutninger/2026/1/traek-tilbage'
    expect((await client.get(path)).text).toContain('name="version" value="1"')
    expect((await client.post(path, { version: '1', reason: '' })).status).toBe(422)
    expect((await client.post(path, { version: '1', reason: 'Forkert punkt' })).headers.location).toBe(
      '/beslutninger/2026/1',
    )
    const page = await client.get('/beslutninger/2026/1')
    expect(page.text).toContain('Annulleret')
    expect(page.text).toContain('Forkert punkt')
  })

  test('upon an older version is a conflict', async () => {
    await record()
    const client = await secretariat()
    const answer = await client.post('/beslutninger/2026/1/traek-tilbage', { version: '0', reason: 'Forkert punkt' })
    expect(answer.status).toBe(409)
    expect(answer.text).toContain('Forkert punkt')
  })

  test('is for the secretariats alone', async () => {
    await record()
    const answer = await (await portal.signIn('medlem.hoejstrup')).post('/beslutninger/2026/1/traek-tilbage', {
      version: '1',
      reason: 'x',
    })
    expect(answer.status).toBe(403)
  })
})
