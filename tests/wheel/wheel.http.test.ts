import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { planMeeting } from '../../src/features/meetings/meetings/index.ts'
import { day } from '../../src/kernel/days.ts'
import { type Client, type TestApp, testApp } from '../support/app.ts'
import { type Cooperation, givenCooperation } from '../support/builders.ts'

// The year's wheel, and meetings planned in one go. One world, in its order.

let portal: TestApp
let cooperation: Cooperation
let housing: Client
let municipality: Client
let reader: Client
beforeAll(async () => {
  portal = await testApp()
  cooperation = givenCooperation(portal.db)
  housing = await portal.signIn('sekretariat.bolig')
  municipality = await portal.signIn('sekretariat.kommune')
  reader = await portal.signIn('laeser')
})
afterAll(() => portal.close())

const plain = (text: string) => text.replace(/\s+/g, ' ')
const meetings = (where: object = {}) =>
  portal.db.prisma.meeting.findMany({ where, orderBy: [{ day: 'asc' }, { id: 'asc' }] })
const pattern = (more: Record<string, string> = {}) => ({
  bodyId: String(cooperation.body('faelles-gruppe')),
  ...{ title: 'Ordinære møder', first: '2026-09-10', rhythm: '1M', count: '3' },
  ...{ startsAt: '13:00', endsAt: '15:00', place: 'Rådhuset', note: '', vis: 'dage' },
  ...more,
})
const dryRun = async (client: Client, more: Record<string, string> = {}) =>
  (await client.get(`/aarshjul/raekker/ny?${new URLSearchParams(pattern(more))}`)).text
const rowsOf = (text: string) =>
  [...text.matchAll(/name="(days\[\d+\]\[day\])" value="([\d-]*)"/g)].map(([, name, on]) => [name, on])
const days = (...rows: [day: string, plan: boolean, asked?: string][]) =>
  Object.fromEntries(
    rows.flatMap(([on, plan, asked], at) => [
      [`days[${at}][day]`, on],
      ...(plan ? [[`days[${at}][plan]`, '1']] : []),
      ...(asked ? [[`days[${at}][asked]`, asked]] : []),
    ]),
  )

describe('meetings planned in one go', () => {
  test('are shown with their deadlines before anything is created', async () => {
    const text = plain(await dryRun(housing))
    expect(rowsOf(text).map(([, on]) => on)).toEqual(['2026-09-10', '2026-10-08', '2026-11-12'])
    expect(text).toContain('Forslag 27.08.2026')
    expect(text).toContain('Indkaldelse 04.09.2026')
    expect(text).toContain('Intet er oprettet endnu.')
    expect(await meetings()).toEqual([])
  })

  test('tell all that is wrong with the pattern at once, and keep what was typed', async () => {
    const text = plain(await dryRun(housing, { first: 'x', count: '900', endsAt: '12:00', title: '', place: 'Salen' }))
    expect(text).toContain('Skriv datoen som dd.mm.åååå')
    expect(text).toContain('Skriv et antal møder mellem 1 og 60.')
    expect(text).toContain('Feltet »Rækkens navn« skal udfyldes.')
    expect(text).toContain('value="Salen"')
    expect(rowsOf(text)).toEqual([])
  })

  test('are for those who prepare the body’s meetings', async () => {
    expect((await reader.get('/aarshjul/raekker/ny')).status).toBe(403)
    const others = { bodyId: String(cooperation.body('strategigruppe-kommune')) }
    expect(rowsOf(await dryRun(housing, others))).toEqual([])
    const refused = await housing.post('/aarshjul/raekker', { ...pattern(others), ...days(['2026-09-10', true]) })
    expect(refused.status).toBe(403)
    expect(await meetings()).toEqual([])
  })

  test('a day that is asked about is only planned with a yes to exactly that, and none is planned without the others', async () => {
    const text = plain(await dryRun(housing, { first: '2026-12-24', rhythm: '1W', count: '1' }))
    expect(text).toContain('Flyttet fra torsdag den 24. december 2026')
    const eve = days(['2026-09-10', true], ['2026-12-24', true])
    const asked = await housing.post('/aarshjul/raekker', { ...pattern(), ...eve })
    expect(asked.status).toBe(422)
    const question = /name="days\[1\]\[asked\]" value="([^"]*)"/.exec(asked.text)?.[1] ?? ''
    expect(question).toContain('juleaften')
    // Ticked again by hand alone.
    expect(asked.text).not.toMatch(/name="days\[1\]\[plan\]" value="1" checked/)
    expect(asked.text).toMatch(/name="days\[0\]\[plan\]" value="1" checked/)
    expect(await meetings()).toEqual([])
    const other = await housing.post('/aarshjul/raekker', {
      ...pattern(),
      ...days(['2026-09-10', true], ['2026-12-24', true, 'Et andet spørgsmål?']),
    })
    expect(other.status).toBe(422)
    const given = await housing.post('/aarshjul/raekker', {
      ...pattern(),
      ...days(['2026-09-10', true], ['2026-12-24', true, question], ['2026-11-12', false]),
    })
    expect(given.headers.location).toMatch(/^\/aarshjul\/raekker\/\d+$/)
    expect((await meetings()).map(({ day: on }) => on)).toEqual(['2026-09-10', '2026-12-24'])
  })

  test('the same hour twice is asked about, and so is that of another body that shares people', async () => {
    expect(plain(await dryRun(housing))).toContain('Organet har allerede møde 2026-M01 samme dag kl. 13.00–15.00.')
    await planMeeting(cooperation.actor('sekretariat.kommune', '2026-03-12T08:00:00.000Z'), {
      bodyId: cooperation.body('strategigruppe-kommune'),
      ...{ form: 'ORDINARY', day: day('2026-10-08'), startsAt: '14:00', endsAt: '16:00', place: 'Rådhuset' },
    })
    expect(plain(await dryRun(municipality))).toContain('Kommunens strategigruppe har møde')
    // What a side keeps to itself is not told to the other.
    expect(plain(await dryRun(housing))).not.toContain('Kommunens strategigruppe har møde')
  })

  test('stand together on a page, and are moved and cancelled one by one', async () => {
    const series = await portal.db.prisma.meetingSeries.findFirstOrThrow()
    const page = plain((await housing.get(`/aarshjul/raekker/${series.id}`)).text)
    const [first, second] = await meetings({ seriesId: series.id })
    expect(page).toContain(`href="/moeder/${first?.id}/rediger"`)
    await housing.post(`/moeder/${second?.id}/aflys`, { reason: 'Ingen sager' }).expect(303)
    const now = plain((await reader.get(`/aarshjul/raekker/${series.id}`)).text)
    expect(now).toContain('Aflyst')
    expect(now).not.toContain('/rediger"')
    expect((await housing.get(`/aarshjul/raekker/${series.id}`)).text).not.toContain(`/moeder/${second?.id}/aflys`)
  })
})

describe('the year', () => {
  test('is drawn and listed, with deadlines, duties and days off', async () => {
    const text = plain((await reader.get('/aarshjul?aar=2026').expect(200)).text)
    expect(text).toContain('<svg class="wheel__drawing"')
    expect(text).toContain('torsdag 10.09.2026')
    expect(text).toContain('Frist for forslag')
    expect(text).toContain('torsdag 27.08.2026')
    expect(text).toContain('Landsbyggefondens tre årlige papirer')
    expect(text).toContain('Kristi himmelfartsdag')
    expect(text).toContain('wheel__meeting--cancelled')
    // The other side's own group is not the reader's.
    expect(text).not.toContain('Kommunens strategigruppe')
    expect(plain((await municipality.get('/aarshjul?aar=2026')).text)).toContain('Kommunens strategigruppe')
  })

  test('is narrowed by body, kind and words, and says when nothing is found', async () => {
    const only = plain((await reader.get('/aarshjul?aar=2026&vis=frister&organ=faelles-gruppe')).text)
    const list = only.slice(only.indexOf('id="liste"'))
    expect(list).toContain('Frist for forslag')
    expect(list).not.toContain('Kristi himmelfartsdag')
    expect(plain((await reader.get('/aarshjul?aar=2026&q=REGULERINGSKONTO')).text)).toContain('Landsbyggefondens')
    const nothing = plain((await reader.get('/aarshjul?aar=2026&q=findesikke')).text)
    expect(nothing).toContain('Intet fundet i årshjulet')
    await reader.get('/aarshjul?aar=20000&vis=andet&organ=%27').expect(200)
  })

  test('comes as a table for spreadsheets, as it is narrowed', async () => {
    const { text, headers } = await reader.get('/aarshjul/aarshjul.csv?aar=2026&vis=moeder')
    expect(headers['content-disposition']).toContain('aarshjul-2026.csv')
    expect(text.split('\r\n')[1]).toContain('10.09.2026;;torsdag;Møde;Fælles boligstrategisk gruppe;Møde;')
    expect(text).toContain('Aflyst')
  })

  test('is the Danish year, at its turn and at both changes of the clock', async () => {
    for (const [at, year] of [
      ['2026-12-31T22:59:00.000Z', 2026],
      ['2026-12-31T23:01:00.000Z', 2027],
    ] as const) {
      portal.clock.set(at)
      expect((await reader.get('/aarshjul')).text).toContain(`<h1>Årshjul ${year}</h1>`)
    }
    for (const [eve, moment] of [
      ['2027-03-27T22:59:00.000Z', '2027-03-28T00:59:00.000Z'],
      ['2027-10-30T21:59:00.000Z', '2027-10-31T01:01:00.000Z'],
    ] as const) {
      const hand = async (at: string) => {
        portal.clock.set(at)
        return /wheel__today" d="([^"]*)"/.exec((await reader.get('/aarshjul')).text)?.[1]
      }
      expect(await hand(eve)).not.toBe(await hand(moment))
    }
    portal.clock.set('2026-03-12T08:00:00.000Z')
  })
})

describe('the secretariats’ own duties', () => {
  const duty = {
    title: 'Fælles vandring',
    note: '',
    from: '15.8.',
    to: '15.10.',
    everyYears: '2',
    firstYear: '2026',
    lastYear: '',
  }

  test('are added, with all that is wrong told at once', async () => {
    const wrong = await housing.post('/aarshjul/opgaver/ny', { ...duty, title: '', from: '31.2.', firstYear: 'x' })
    expect(wrong.status).toBe(422)
    for (const told of ['Feltet »Opgave« skal udfyldes.', 'Skriv dagen som dd.mm.', 'Skriv et årstal mellem 2000'])
      expect(wrong.text).toContain(told)
    expect((await reader.post('/aarshjul/opgaver/ny', duty)).status).toBe(403)
    await housing.post('/aarshjul/opgaver/ny', duty).expect(303)
    const text = plain((await reader.get('/aarshjul?aar=2026')).text)
    expect(text).toContain('Fælles vandring')
    expect(text).not.toContain('href="/aarshjul/opgaver')
    expect(plain((await reader.get('/aarshjul?aar=2027')).text)).not.toContain('Fælles vandring')
  })

  test('are changed by either secretariat, the second of two is told, and one that has ended is in no later year', async () => {
    const { id } = await portal.db.prisma.yearDuty.findFirstOrThrow()
    await municipality.post(`/aarshjul/opgaver/${id}`, { ...duty, version: 1, lastYear: '2026' }).expect(303)
    const late = await housing.post(`/aarshjul/opgaver/${id}`, { ...duty, version: 1, title: 'Vandring' })
    expect(late.status).toBe(409)
    expect(plain((await reader.get('/aarshjul?aar=2028')).text)).not.toContain('Fælles vandring')
    expect(plain((await housing.get('/aarshjul/opgaver')).text)).toContain('Hvert 2. år, til og med 2026')
  })
})
