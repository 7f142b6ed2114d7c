import { afterAll, beforeAll, expect, test } from 'vitest'
import { addArea, addDistrict, addEstate, delimitArea, splitArea } from '../../src/features/ground/places/index.ts'
import { readKnownPlaces } from '../../src/features/strategy/knowledge/figures/known-places.ts'
import {
  addIndicator,
  deliverObservations,
  type ObservationDraft,
  type PlaceRef,
  placeKey,
  readRawFigures,
} from '../../src/features/strategy/knowledge/index.ts'
import { findingsIn } from '../../src/findings.ts'
import { day } from '../../src/kernel/days.ts'
import { readCsv } from '../../src/kernel/read-csv.ts'
import { indicatorTerms } from '../strategies/given.ts'
import { type Client, type TestApp, testApp } from '../support/app.ts'
import { givenCooperation } from '../support/builders.ts'
import { formTo } from '../support/form-on-page.ts'
import { canBeApart, type Puzzle } from './attacker.ts'

// §5 with discretion, as a reader meets it: over an area that is split and a figure that is corrected, nobody finds what
// is hidden, neither printed anywhere nor worked out of what is.

let portal: TestApp
let reader: Client
let versionId: number
const slug = 'uden-for-arbejde'
const estates: number[] = []
const areas = new Map<string, number>()

const estate = (at: number): PlaceRef => ({ level: 'ESTATE', id: estates[at] ?? 0 })
const area = (name: string): PlaceRef => ({ level: 'AREA', id: areas.get(name) ?? 0 })
const town: PlaceRef = { level: 'TOWN' }

/** Numbers of people that stand nowhere else on a page: four figures each. */
const people = [1013, 1109, 1213, 1307, 1409]
const heads2023 = [3, 240, 310, 270, 290]
const heads2024 = [4, 251, 322, 281, 301]

type Sum = { whole: PlaceRef; parts: PlaceRef[] }
const sums2023 = (): Sum[] => [
  { whole: area('Mosen'), parts: [estate(0), estate(1), estate(2)] },
  { whole: area('Lunden'), parts: [estate(3), estate(4)] },
]
const sums2024 = (): Sum[] => [
  { whole: area('Mosen'), parts: [estate(0), estate(1)] },
  { whole: area('Engen'), parts: [estate(2)] },
  { whole: area('Lunden'), parts: [estate(3), estate(4)] },
]

function figuresOf(year: number, heads: number[], sums: Sum[]): ObservationDraft[] {
  const of = (place: PlaceRef): [number, number] => {
    const at = estates.indexOf(place.id ?? 0)
    return place.level === 'ESTATE' ? [heads[at] ?? 0, people[at] ?? 0] : [0, 0]
  }
  const draft = (place: PlaceRef, [numerator, denominator]: [number, number]): ObservationDraft => ({
    ...{ versionId, place, year, numerator, denominator },
    value: Number(((numerator / denominator) * 100).toFixed(1)),
  })
  const total = (parts: PlaceRef[]) =>
    parts.map(of).reduce<[number, number]>((sum, one) => [sum[0] + one[0], sum[1] + one[1]], [0, 0])
  const all = estates.map((_id, at) => estate(at))
  return [
    ...all.map(place => draft(place, of(place))),
    ...sums.map(({ whole, parts }) => draft(whole, total(parts))),
    draft(town, total(all)),
  ]
}

beforeAll(async () => {
  portal = await testApp()
  const cooperation = givenCooperation(portal.db)
  const actor = cooperation.actor('sekretariat.bolig')
  const from = day('2010-01-01')
  const { id: districtId } = await addDistrict(actor, { name: 'Bydelen', definition: '', source: '', from })
  const ownerId = cooperation.organisation('hoejstrup')
  for (const [at, name] of ['Elmen', 'Birken', 'Granen', 'Asken', 'Bøgen'].entries())
    estates.push(
      (
        await addEstate(actor, {
          number: String(at + 1),
          name,
          built: null,
          from,
          ownerId,
          districtId,
          homes: null,
          note: '',
        })
      ).id,
    )
  const given = async (name: string, members: number[]) => {
    const { id } = await addArea(actor, { name, districtId, from })
    await delimitArea(actor, { areaId: id, from, estates: members, reason: 'Som loven siger.' })
    areas.set(name, id)
  }
  await given('Mosen', estates.slice(0, 3))
  await given('Lunden', estates.slice(3))
  ;({ versionId } = await addIndicator(actor, { ...indicatorTerms, name: 'Uden for arbejde', denominator: 'Alle' }))
  const delivery = { name: '', fileHash: null, source: 'Registeret', supplier: '', note: '' }
  await deliverObservations(actor, delivery, figuresOf(2023, heads2023, sums2023()))
  await splitArea(actor, {
    ...{ areaId: areas.get('Mosen') ?? 0, from: day('2024-07-01'), reason: 'Granen ligger for sig.' },
    parts: [{ name: 'Engen', estates: estates.slice(2, 3) }],
    staying: estates.slice(0, 2),
  })
  for (const { name, ref } of readKnownPlaces(portal.db)) if (ref.level === 'AREA') areas.set(name, ref.id)
  await deliverObservations(actor, delivery, figuresOf(2024, heads2024, sums2024()))
  // The small one is counted again, and so is all that it is a part of.
  const corrected = figuresOf(2023, [6, ...heads2023.slice(1)], sums2023())
  await deliverObservations(actor, { ...delivery, correctionReason: 'Talt igen.' }, corrected)
  reader = await portal.signIn('laeser')
}, 60_000)
afterAll(async () => {
  const { db, settings } = portal
  expect(findingsIn(db, settings.documentsDir).flatMap(({ wrong }) => wrong)).toEqual([])
  await portal.close()
})

const all = () => readRawFigures(portal.db, { versionIds: [versionId], history: true })

test('something is hidden besides the small one, in each year, and nothing that was decided changes', () => {
  const hidden = all().filter(({ withheld }) => withheld)
  const small = all().filter(({ numerator }) => numerator !== null && numerator < 5)
  expect(small.every(({ withheld }) => withheld)).toBe(true)
  expect(new Set(hidden.map(({ year }) => year))).toEqual(new Set([2023, 2024]))
  expect(hidden.length).toBeGreaterThan(small.length)
})

test('no page and no file prints what is hidden, to anybody', async () => {
  const places = readKnownPlaces(portal.db)
  const own = places.filter(({ measuredId }) => measuredId !== null)
  const levels = ['afdelinger', 'boligomraader', 'bydele']
  const addresses = [
    ...[2023, 2024].flatMap(year => levels.map(level => `/indikatorer/${slug}?aar=${year}&sted=${level}`)),
    ...levels.map(level => `/indikatorer/${slug}/tabel.csv?sted=${level}`),
    ...levels.map(level => `/indikatorer/${slug}/aar?sted=${level}`),
    ...own.flatMap(({ address }) => [
      `/indikatorer/${slug}/udvikling/${address}`,
      `/indikatorer/steder/${address}`,
      `/indikatorer/steder/${address}/tabel.csv`,
      ...[2023, 2024].map(year => `/indikatorer/${slug}/vaerdi/${year}/${address}`),
    ]),
    ...own.flatMap(({ href }) => (href === '' ? [] : [href])),
    ...[1, 2, 3].map(id => `/indikatorer/leveringer/${id}`),
    ...['/boligomraader/kort', '/indikatorer/datastatus', '/haendelser'],
  ]
  const hidden = all().filter(({ withheld }) => withheld)
  const shown = new Set(all().flatMap(({ withheld, denominator }) => (withheld ? [] : [denominator])))
  const secret = hidden.flatMap(({ denominator }) =>
    denominator === null || shown.has(denominator) ? [] : [denominator],
  )
  expect(secret.length).toBeGreaterThan(0)
  const secretary = await portal.signIn('sekretariat.bolig')
  for (const client of [reader, secretary])
    for (const address of addresses) {
      const { status, text } = await client.get(address)
      if (status !== 200) continue
      for (const number of secret) {
        const written = [String(number), String(number).replace(/\B(?=\d{3}$)/, '.')]
        expect(
          written.filter(one => new RegExp(`(?<![\\d.,])${one.replace('.', '\\.')}(?![\\d])`).test(text)),
          `${number} on ${address}`,
        ).toEqual([])
      }
    }
}, 60_000)

test('nothing that is hidden is worked out of what the files give, in any state that stood', async () => {
  const told = new Map<string, (number | null)[]>()
  for (const level of ['afdelinger', 'boligomraader']) {
    const { text } = await reader.get(`/indikatorer/${slug}/tabel.csv?sted=${level}`)
    const [head, ...rows] = readCsv(text.replace(/^\uFEFF/, ''), ';')
    const at = (name: string) => head?.cells.indexOf(name) ?? -1
    const found = new Map<string, (number | null)[]>()
    for (const { cells } of rows) {
      const cell = (name: string) => cells[at(name)] ?? ''
      const key = `${cell('Sted')} ${cell('År')}`
      found.set(key, [...(found.get(key) ?? []), cell('Tæller') === '' ? null : Number(cell('Tæller'))])
    }
    for (const [key, list] of found) told.set(key, list)
  }
  const names = new Map(readKnownPlaces(portal.db).map(({ ref, name }) => [placeKey(ref), name]))
  const measured = new Map(readKnownPlaces(portal.db).map(({ measuredId, ref }) => [measuredId, ref]))
  const figures = all().map(figure => ({ ...figure, place: placeKey(measured.get(figure.placeId) ?? town) }))
  const puzzle: Puzzle = { numbers: new Map(), near: new Map(), sums: [] }
  const seen = new Map<string, number>()
  for (const { id, place, year, numerator } of figures) {
    const key = `${names.get(place)} ${year}`
    const index = seen.get(key) ?? 0
    seen.set(key, index + 1)
    puzzle.numbers.set(String(id), told.get(key)?.[index] ?? null)
    puzzle.near.set(String(id), numerator ?? 0)
  }
  expect([...puzzle.numbers.values()].filter(one => one !== null).length).toBeGreaterThan(10)
  const deliveries = [...new Set(figures.map(({ deliveryId }) => deliveryId))]
  for (const delivery of deliveries)
    for (const [year, sums] of [
      [2023, sums2023()],
      [2024, sums2024()],
    ] as const)
      for (const { whole, parts } of [...sums, { whole: town, parts: estates.map((_id, at) => estate(at)) }]) {
        const stands = (place: PlaceRef) =>
          figures.findLast(one => one.place === placeKey(place) && one.year === year && one.deliveryId <= delivery)
        const [total, ...rest] = [whole, ...parts].map(stands)
        if (!total || rest.some(one => one === undefined)) continue
        const terms: [string, number][] = [
          [String(total.id), 1],
          ...rest.map((one): [string, number] => [String(one?.id), -1]),
        ]
        puzzle.sums.push({ terms, least: 0, most: 0 })
      }
  for (const { id, place, year, numerator, withheld } of figures)
    if (withheld) expect(canBeApart(puzzle, String(id), numerator ?? 0, 5), `${names.get(place)} ${year}`).toBe(true)
})

test('what is hidden can neither be shown again nor be hidden by hand', async () => {
  const [hidden] = all().filter(({ withheld }) => withheld)
  const before = all()
    .filter(({ withheld }) => withheld)
    .map(({ id }) => id)
  const actor = givenCooperation(portal.db).actor('sekretariat.bolig')
  // Another year's figures come: what was decided of the earlier ones stands.
  await deliverObservations(
    actor,
    { name: '', fileHash: null, source: 'Registeret', supplier: '', note: '' },
    figuresOf(2022, [90, ...heads2023.slice(1)], sums2023()),
  )
  expect(
    all()
      .filter(({ withheld, year }) => withheld && year > 2022)
      .map(({ id }) => id),
  ).toEqual(before)
  expect(hidden).toBeDefined()
})

test('the limits are read by all, and set by the secretariats for the deliveries that come', async () => {
  const page = '/indikatorer/diskretion'
  expect((await reader.get(page)).text).toContain('færre end 100 beboere eller 50 husstande')
  expect((await reader.get(`${page}/ret`)).status).toBe(403)
  const secretary = await portal.signIn('sekretariat.kommune')
  const { fields } = formTo((await secretary.get(`${page}/ret`)).text, `${page}/ret`)
  const other = await portal.signIn('sekretariat.bolig')
  const opened = formTo((await other.get(`${page}/ret`)).text, `${page}/ret`).fields
  const refused = await secretary.post(`${page}/ret`, { ...fields, cell: '1', reason: '' })
  expect(refused.text).toContain('Skriv et helt tal fra 2 til 100.')
  expect(refused.text).toContain('Skriv, hvorfor grænserne ændres.')
  await secretary.post(`${page}/ret`, { ...fields, cell: '3', reason: 'Som statistikken.' })
  expect((await reader.get(page)).text).toContain('Et antal under 3 vises ikke')
  const late = await other.post(`${page}/ret`, { ...opened, cell: '9', reason: 'Sent.' })
  expect(late.status).toBe(409)
})
