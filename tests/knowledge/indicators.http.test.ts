import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verify } from '../../src/database/verify/verify.ts'
import { addArea, addDistrict, addEstate, delimitArea, splitArea } from '../../src/features/ground/places/index.ts'
import {
  addIndicator,
  addVersion,
  deliverObservations,
  type ObservationDraft,
  setThreshold,
} from '../../src/features/strategy/knowledge/index.ts'
import { day } from '../../src/kernel/days.ts'
import { indicatorTerms as terms } from '../strategies/given.ts'
import { type Client, type TestApp, testApp } from '../support/app.ts'
import { type Cooperation, givenCooperation } from '../support/builders.ts'

// R37: knowledge is built up of the areas, year by year, and each figure tells where it came from.

/** One town for all: an area that is split, an indicator that is counted otherwise, a limit, and a corrected file. */

let portal: TestApp
let cooperation: Cooperation
let bolig: Client
let laeser: Client
let deliveryId = 0
const from = day('2010-01-01')
const own = '/indikatorer/uden-arbejde'

beforeAll(async () => {
  portal = await testApp()
  cooperation = givenCooperation(portal.db)
  const actor = cooperation.actor('sekretariat.bolig')
  const { id: districtId } = await addDistrict(actor, { name: 'Mosen', definition: '', source: '', from })
  const estates: number[] = []
  for (const [at, name] of ['Birk', 'Bøg'].entries()) {
    const facts = { ownerId: cooperation.organisation('fab'), districtId, homes: null, note: 'Opgjort' }
    estates.push((await addEstate(actor, { number: String(at + 1), name, built: 1970, from, ...facts })).id)
  }
  const { id: whole } = await addArea(actor, { name: 'Mosen og Haven', districtId, from })
  await delimitArea(actor, { areaId: whole, from, estates, reason: 'Som i aftalen' })
  await splitArea(actor, {
    ...{ areaId: whole, from: day('2018-11-02'), reason: 'Opdelt', staying: [] },
    parts: estates.map((id, at) => ({ name: ['Parkerne', 'Haverne'][at] ?? '', estates: [id] })),
  })
  const areas = new Map((await portal.db.prisma.housingArea.findMany()).map(({ id, name }) => [name, id]))
  const indicator = await addIndicator(actor, {
    ...{ ...terms, name: 'Uden arbejde', direction: 'LOWER', theme: 'Beskæftigelse', supplier: 'Styrelsen' },
    ...{ numerator: 'Uden arbejde', denominator: 'alle' },
  })
  const row = (area: string | null, year: number, value: number | null, more: Partial<ObservationDraft> = {}) => ({
    ...{ versionId: indicator.versionId, year, value },
    place: area === null ? ({ level: 'TOWN' } as const) : ({ level: 'AREA', id: areas.get(area) ?? 0 } as const),
    ...more,
  })
  const file = (name: string) => ({ name, fileHash: 'abc', source: 'Registeret', supplier: 'Styrelsen', note: '' })
  await deliverObservations(actor, file('gamle-aar.csv'), [
    ...[2015, 2016, 2017].flatMap(year => [row('Mosen og Haven', year, 40 + (year - 2015)), row(null, year, 20)]),
    ...[2018, 2019].flatMap(year => [row('Parkerne', year, 44), row(null, year, 19.5)]),
  ])
  const counted = { unit: '%', decimals: 1, direction: 'LOWER' as const, source: 'Registeret' }
  const { versionId } = await addVersion(actor, {
    ...{ slug: indicator.slug, version: 1, ...counted, comparable: false, reason: 'Studerende er talt fra.' },
  })
  const newer = { versionId }
  await deliverObservations(actor, file('nye-aar.csv'), [
    ...[2020, 2021, 2022, 2023, 2024].flatMap(year => [
      row('Parkerne', year, 46.2, { ...newer, numerator: 231, denominator: 500 }),
      row(null, year, 21, newer),
    ]),
    row('Haverne', 2024, null, { ...newer, missing: 'NOT_DELIVERED' }),
    row('Haverne', 2023, null, { ...newer, missing: 'WITHHELD' }),
  ])
  const corrected = await deliverObservations(actor, { ...file('rettet.csv'), correctionReason: 'En gade manglede.' }, [
    row('Parkerne', 2024, 47.1, { ...newer, numerator: 235, denominator: 499 }),
  ])
  deliveryId = corrected.deliveryId ?? 0
  await setThreshold(actor, {
    ...{ indicator: indicator.slug, name: 'Udsat boligområde', side: 'ABOVE', kind: 'FACTOR', amount: 2 },
    ...{ reference: 'TOWN', fromYear: 2018, toYear: null, source: 'Loven' },
  })
  await addIndicator(actor, { ...terms, name: 'Sigtede unge', visibility: 'PARTIES' })
  bolig = await portal.signIn('sekretariat.bolig')
  laeser = await portal.signIn('laeser')
}, 60_000)
afterAll(async () => {
  const wrong = verify(portal.db.sql, portal.settings.documentsDir).flatMap(finding => finding.wrong)
  expect(wrong).toEqual([])
  await portal.close()
})

const text = async (path: string, client = laeser): Promise<string> =>
  (await client.get(path)).text.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

describe('an indicator', () => {
  test('shows a year’s places beside the town and the limit, the missing in words', async () => {
    const page = await text(own)
    expect(page).toContain('Boligområder i 2024')
    expect(page).toContain('Udsat boligområde Over 42,0 %')
    expect(page).toMatch(/Parkerne 47,1 rettet 235 af 499 \+0,9 Udsat boligområde/)
    expect(page).toMatch(/Haverne … ikke leveret/)
    expect(page).toMatch(/Hele byen 21,0/)
    expect(await text(`${own}?aar=2020`)).toMatch(/Parkerne 46,2 231 af 500 Databrud/)
    expect(await text(`${own}?sted=afdelinger`)).toContain('Der er ingen tal for dem i 2024.')
  })

  test('shows all years with the missing kinds told apart', async () => {
    const page = await text(`${own}/aar`)
    expect(page).toContain('databrud før dette år')
    for (const sign of ['… ikke leveret', '* tilbageholdt']) expect(page).toContain(sign)
  })

  test('tells how each version is counted, and takes another one from the secretariats alone', async () => {
    const page = await text(`${own}/om`)
    expect(page).toContain('Version 2 Databrud')
    expect(page).toContain('Studerende er talt fra.')
    expect(page).toContain('2 gange tallet for hele byen')
    expect((await laeser.get(`${own}/ny-version`)).status).toBe(403)
    const wrong = await bolig.post(`${own}/ny-version`, {
      ...{ version: '2', unit: 'personer', decimals: '0', direction: 'LOWER', averagingYears: '1', source: 'X' },
      ...{ numerator: '', denominator: '', population: '', comparable: 'ja', reason: 'Fordi' },
    })
    expect(wrong.text).toContain('Tal i en anden enhed kan ikke sammenlignes med tallene før.')
    expect(wrong.text).toContain('value="personer"')
  })

  test('is found by searching, by theme and by who delivers it', async () => {
    expect(await text('/soeg?q=uden')).toContain('Uden arbejde')
    expect(await text('/soeg?q=parkerne')).toContain('Mosen')
    expect(await text('/indikatorer?tema=Besk%C3%A6ftigelse')).toContain('Uden arbejde')
    expect(await text('/indikatorer?tema=Andet')).toContain('Ingen indikatorer fundet')
    expect(await text('/indikatorer?vis=mangler')).toContain('Sigtede unge Kun parterne')
    expect(await text('/indikatorer?adgang=parterne')).not.toContain('Uden arbejde')
  })
})

describe('a place', () => {
  test('has its years with those of the area that it came out of, and nothing compared across a break', async () => {
    const page = await text(`${own}/udvikling/parkerne`)
    expect(page).toContain('2015 Mosen og Haven 40,0')
    expect(page).toContain('Mellem 2017 og 2018: Parkerne er udskilt af Mosen og Haven.')
    expect(page).toContain('Mellem 2019 og 2020: Indikatoren er opgjort på en anden måde. Studerende er talt fra.')
    expect(page).toMatch(/2018 44,0 – 19,5 39,0 Udsat boligområde Databrud/)
    expect(page).toMatch(/Parkerne 2024 46,2 % 47,1 % [^<]*En gade manglede\./)
  })

  test('has all its indicators on one page and as a file, and the worrying ones on its own page', async () => {
    const page = await text('/indikatorer/steder/parkerne')
    expect(page).toContain('1 ligger uden for en grænseværdi.')
    expect(page).toContain('47,1 % i 2024, over 42,0 % (Udsat boligområde). Hele byen: 21,0 %.')
    const csv = (await laeser.get('/indikatorer/steder/parkerne/tabel.csv')).text
    expect(csv).toContain('Parkerne;Beskæftigelse;Uden arbejde;%;2024;47,1;;235;499;21,0;Udsat boligområde;0,9;Nej')
    expect(await text('/boligomraader/parkerne')).toContain('1 ligger uden for en grænseværdi og står først.')
    expect(await text('/boligomraader/parkerne?dag=2019-06-01')).toContain('44,0 %')
  })

  test('has the same figures for both sides: nobody has a private edition of them (R20)', async () => {
    const municipal = await portal.signIn('sekretariat.kommune')
    for (const path of ['/indikatorer/steder/parkerne/tabel.csv', '/indikatorer/steder/hele-byen/tabel.csv']) {
      const [one, other] = [await bolig.get(path), await municipal.get(path)]
      expect(one.status, path).toBe(200)
      expect(other.text).toBe(one.text)
    }
  })

  test('is on the map by the indicator', async () => {
    const [{ id = 0 } = {}] = await portal.db.prisma.indicator.findMany({ where: { slug: 'uden-arbejde' } })
    expect(await text(`/boligomraader/kort?maal=i${id}`)).toContain('47,1 %')
  })

  test('is given a figure of any level, or the reason why there is none; both together are told at their fields', async () => {
    const sent = {
      place: 'bydel.mosen',
      year: '2024',
      value: '',
      missing: '',
      numerator: '',
      denominator: '',
      source: '',
    }
    const wrong = await bolig.post(`${own}/vaerdi`, sent)
    expect(wrong.text).toContain('Skriv værdien, eller vælg, hvorfor den mangler.')
    expect(wrong.text).toContain('Skriv, hvor værdien er hentet.')
    const right = { ...sent, missing: 'NOT_COLLECTED', source: 'Kommunen' }
    expect((await bolig.post(`${own}/vaerdi`, right)).status).toBe(303)
    expect(await text(`${own}/vaerdi/2024/bydel.mosen`)).toContain('Ikke indsamlet')
    expect((await bolig.post(`${own}/vaerdi`, { ...right, value: '12', missing: '' })).text).toContain(
      'Der er allerede registreret Ikke indsamlet for Mosen i 2024.',
    )
  })
})

describe('deliveries', () => {
  test('tell who took in which file when, and what it corrected', async () => {
    expect(await text('/indikatorer/leveringer?q=rettet')).toMatch(/rettet\.csv Registeret Styrelsen 1 tal/)
    const page = await text(`/indikatorer/leveringer/${deliveryId}`)
    expect(page).toMatch(/Uden arbejde Parkerne 2024 47,1 % 46,2 % En gade manglede\./)
  })

  test('that are late are told with from whom', async () => {
    expect(await text('/indikatorer/datastatus')).toMatch(/Uden arbejde Styrelsen 2024 2025 30\.06\.2026/)
  })
})
