import { afterAll, beforeAll, expect, test } from 'vitest'
import { addArea, addDistrict } from '../../src/features/ground/places/index.ts'
import { bandsOf } from '../../src/features/ground/places/map/measures.ts'
import { readOutlines } from '../../src/features/ground/places/map/outline-rules.ts'
import { day } from '../../src/kernel/days.ts'
import { type Client, type TestApp, testApp } from '../support/app.ts'
import { givenCooperation } from '../support/builders.ts'

let portal: TestApp
let kommune: Client
const path = '/boligomraader/kort'
const from = day('2010-01-01')

beforeAll(async () => {
  portal = await testApp()
  const actor = givenCooperation(portal.db).actor('sekretariat.kommune')
  const { id: districtId } = await addDistrict(actor, { name: 'Mosen', definition: 'Kvarterer', source: '', from })
  for (const name of ['Parken', 'Mosen']) await addArea(actor, { name, districtId, from })
  kommune = await portal.signIn('sekretariat.kommune')
}, 60_000)
afterAll(() => portal.close())

const square = [
  ...[
    [10.4, 55.4],
    [10.42, 55.4],
    [10.42, 55.41],
  ],
  ...[
    [10.4, 55.41],
    [10.4, 55.4],
  ],
]
const feature = (navn: string, geometry: unknown, more: object = {}) => ({ properties: { navn, ...more }, geometry })
const polygon = { type: 'Polygon', coordinates: [square] }
const fileOf = (...features: unknown[]) => JSON.stringify({ type: 'FeatureCollection', features })

test('outlines are loaded by a dry run, and the map and its table say the same', async () => {
  expect((await kommune.get(path)).text).toContain('Der er ikke indlæst omrids')
  const content = fileOf(
    feature('Mosen', polygon, { type: 'bydel' }),
    feature('Parken', { type: 'Point', coordinates: [10.41, 55.405] }),
    feature('Havnen', polygon),
    feature('Mosen', polygon),
    feature('Parken', { type: 'Point', coordinates: [588_000, 6_140_000] }),
    feature('Parken', { type: 'LineString', coordinates: [] }),
  )
  const given = { content, precision: 'Tegnet i hånden', source: 'Os', navn: 'byen.geojson' }
  const page = (await kommune.post(`${path}/indlaes`, { ...given, handling: 'laes' })).text
  for (const told of [
    ...['Ingen bydel og intet boligområde hedder sådan.', 'Både en bydel og et boligområde hedder sådan.'],
    ...['Koordinaterne er ikke længde- og breddegrader.', 'Omridset er hverken et punkt eller en flade.'],
  ])
    expect(page).toContain(told)
  expect(await portal.db.prisma.placeOutline.count()).toBe(0)
  const vist = /name="vist" value="(\w+)"/.exec(page)?.[1] ?? ''
  const stale = await kommune.post(`${path}/indlaes`, { ...given, handling: 'gem', vist: 'andet' })
  expect(stale.text).toContain('Se omridsene igennem igen.')
  expect((await kommune.post(`${path}/indlaes`, { ...given, handling: 'gem', vist })).headers.location).toBe(path)
  const map = (await (await portal.signIn('laeser')).get(path)).text
  expect(map).toContain('role="img" aria-label="Kort over boligområderne efter boliger.')
  expect(map).toContain('Tegnet i hånden Os')
  expect(map.match(/<circle class="band-untold" cx/g)).toHaveLength(3)
  expect(map).toContain('href="/boligomraader/parken"')
  for (const measure of ['mandater', 'beslutninger'])
    expect((await kommune.get(`${path}?maal=${measure}`)).text).toContain('Ingen')
})

test('a file that is no map is refused at its field', async () => {
  const send = async (content: string) => (await kommune.post(`${path}/indlaes`, { content, precision: 'x' })).text
  expect(await send('{}')).toContain('Filen er ikke GeoJSON med en FeatureCollection.')
  expect(await send('')).toContain('Vælg en fil.')
  const many = fileOf(...Array.from({ length: 301 }, () => feature('Mosen', polygon)))
  expect(await send(many)).toContain('Filen har 301 omrids. Den må højst have 300.')
})

test('bands are of equally many areas, those with none apart', () => {
  const bands = bandsOf(new Map([5, 0, 10, 20, 30, 40, 50].map((value, id) => [id, value])))
  expect(bands.limits).toEqual([
    [5, 10],
    [20, 30],
    [40, 50],
  ])
  expect([0, 1, 2, 3, 6, 9].map(id => bands.of(id).band)).toEqual([1, 0, 1, 2, 3, null])
  expect(bandsOf(new Map([[1, 7]])).limits).toEqual([[7, 7]])
  expect(readOutlines('[]', []).faults).toHaveLength(1)
})
