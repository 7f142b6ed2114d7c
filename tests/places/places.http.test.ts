import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verify } from '../../src/database/verify/verify.ts'
import { recordDecision } from '../../src/features/decisions/decisions/index.ts'
import { addArea, addDistrict, addEstate, delimitArea } from '../../src/features/ground/places/index.ts'
import { day } from '../../src/kernel/days.ts'
import { draft, givenItemInSession } from '../decisions/given.ts'
import { type Client, type TestApp, testApp } from '../support/app.ts'
import { type Cooperation, givenCooperation } from '../support/builders.ts'

/** One town for all: two districts, five estates and an area, which is split, corrected and merged on the way. */

let portal: TestApp
let cooperation: Cooperation
let bolig: Client
let kommune: Client
let laeser: Client
const estates: Record<string, number> = {}
const from = day('2010-01-01')

beforeAll(async () => {
  portal = await testApp()
  cooperation = givenCooperation(portal.db)
  const actor = cooperation.actor('sekretariat.bolig')
  const [mose, soe] = await Promise.all([
    addDistrict(actor, { name: 'Mosen', definition: 'Kvarterer', source: 'Kommuneplanen', from }),
    addDistrict(actor, { name: 'Søen', definition: 'Kvarterer', source: '', from }),
  ])
  for (const [at, name] of ['Birk', 'Bøg', 'Eg', 'Tjørn', 'Slåen'].entries()) {
    const homes = { family: 100 + at, youth: at, elderly: 0, other: 0 }
    const ownerId = cooperation.organisation(at < 3 ? 'hoejstrup' : 'fab')
    const facts = { ownerId, districtId: at === 4 ? soe.id : mose.id, homes, note: 'Opgjort i 2010' }
    const { id } = await addEstate(actor, { number: String(at + 1), name, built: 1970 + at, from, ...facts })
    estates[name] = id
  }
  const { id } = await addArea(actor, { name: 'Mosen og Haven', districtId: mose.id, from })
  await delimitArea(actor, { areaId: id, from, estates: idsOf('Birk', 'Bøg', 'Eg', 'Tjørn'), reason: 'Som i aftalen' })
  bolig = await portal.signIn('sekretariat.bolig')
  kommune = await portal.signIn('sekretariat.kommune')
  laeser = await portal.signIn('laeser')
}, 60_000)
afterAll(async () => {
  const wrong = verify(portal.db.sql, portal.settings.documentsDir).flatMap(finding => finding.wrong)
  expect(wrong).toEqual([])
  await portal.close()
})

const idsOf = (...names: string[]): number[] => names.map(name => estates[name] as number)
const own = '/boligomraader/mosen-og-haven'
const text = async (path: string, client = laeser): Promise<string> => (await client.get(path)).text

describe('an area and its estates', () => {
  test('are shown as of a day, with homes by type, owner and district', async () => {
    const page = await text(own)
    for (const told of [
      '1 Birk',
      '4 Tjørn',
      '412 boliger: 406 familieboliger, 6 ungdomsboliger',
      'href="/bydele/mosen"',
    ])
      expect(page).toContain(told)
    expect(page).not.toContain('5 Slåen')
    expect(await text(`${own}?dag=2009-12-31`)).toContain('Begynder den 1. januar 2010')
  })

  test('a delimitation with what does not fit is told at its field, and what was typed is kept', async () => {
    const sent = { from: '2009-01-01', estates: idsOf('Birk').map(String), reason: '' }
    const empty = await kommune.post(`${own}/afgraens`, { ...sent, estates: [] })
    expect(empty.text).toContain('Vælg mindst én afdeling.')
    expect(empty.text).toContain('Feltet »Begrundelse« skal udfyldes.')
    const early = await kommune.post(`${own}/afgraens`, { ...sent, reason: 'Fordi' })
    expect(early.text).toContain('Mosen og Haven er først oprettet den 1. januar 2010.')
    expect(early.text).toContain('value="2009-01-01"')
    const same = { from: '2012-01-01', estates: idsOf('Birk', 'Bøg', 'Eg', 'Tjørn').map(String), reason: 'Igen' }
    expect((await kommune.post(`${own}/afgraens`, same)).text).toContain('består allerede af netop de afdelinger')
  })

  test('a split closes the area that nothing is left of, and its past stays as it was', async () => {
    const goes = Object.fromEntries(
      Object.entries({ Birk: '0', Bøg: '0', Eg: '0', Tjørn: '1' }).map(([name, to]) => [`goes[e${estates[name]}]`, to]),
    )
    const sent = { from: '2018-11-02', reason: 'Opdelt', ...goes }
    const unnamed = await kommune.post(`${own}/del`, { ...sent, 'parts[0][name]': 'Parkerne', 'parts[1][name]': '' })
    expect(unnamed.text).toContain('Skriv, hvad det nye område hedder.')
    const named = { ...sent, 'parts[0][name]': 'Parkerne', 'parts[1][name]': 'Haverne' }
    expect((await kommune.post(`${own}/del`, named)).status).toBe(303)
    expect(await text(own)).toContain('Lukket den 1. november 2018')
    expect(await text(`${own}?dag=2018-11-01`)).toContain('4 Tjørn')
    const parkerne = await text('/boligomraader/parkerne')
    expect(parkerne).toContain('Udgået af Mosen og Haven.')
    expect(parkerne).not.toContain('4 Tjørn')
    expect(await text('/afdelinger/tjoern')).toContain('01.01.2010–01.11.2018')
    expect(await text('/afdelinger?omraade=parkerne&dag=2018-11-01')).toContain('Ingen afdelinger fundet')
  })

  test('a change shows as a break, a mistaken one is corrected by another that points back, and both are read', async () => {
    const path = '/boligomraader/haverne'
    const wider = { from: '2020-01-01', estates: idsOf('Tjørn', 'Eg').map(String), reason: 'Udvidet' }
    const taken = await kommune.post(`${path}/afgraens`, wider)
    expect(taken.text).toContain('En afdeling kan højst indgå i ét boligområde ad gangen.')
    const right = { ...wider, estates: idsOf('Tjørn', 'Slåen').map(String) }
    expect((await kommune.post(`${path}/afgraens`, right)).status).toBe(303)
    expect(await text(path)).toContain('Databrud')
    expect(await text(path)).toContain('Ind: 5 Slåen.')
    const [mistaken] = await portal.db.prisma.areaDelimitation.findMany({ where: { reason: 'Udvidet' } })
    const correct = `${path}/afgraensninger/${mistaken?.id}/ret`
    expect(await text(correct, kommune)).toContain('value="2020-01-01"')
    const outside = await kommune.post(correct, { ...right, from: '2018-11-02', reason: 'Dagen var forkert' })
    expect(outside.text).toContain('Vælg en dag mellem den forrige og den næste afgrænsning.')
    expect((await kommune.post(correct, { ...right, from: '2021-01-01', reason: 'Dagen var forkert' })).status).toBe(
      303,
    )
    const page = await text(path)
    expect(page).toContain('Rettede afgrænsninger')
    expect(page).toContain('Dagen var forkert')
    expect(await text(`${path}?dag=2020-06-01`)).toContain('1 afdeling')
    expect((await kommune.get(correct)).status).toBe(404)
  })

  test('areas are merged in one act, and the others are closed the day before', async () => {
    const [haverne] = await portal.db.prisma.housingArea.findMany({ where: { slug: 'haverne' } })
    const merged = { others: String(haverne?.id), from: '2024-01-01', reason: 'Samlet igen' }
    const path = '/boligomraader/parkerne/sammenlaeg'
    expect((await kommune.post(path, { ...merged, others: '' })).text).toContain('Vælg mindst ét boligområde.')
    expect((await kommune.post(path, merged)).status).toBe(303)
    expect(await text('/boligomraader/parkerne')).toContain('Sammenlagt med Haverne.')
    expect(await text('/boligomraader/haverne')).toContain('Lukket den 31. december 2023')
    expect((await kommune.get('/boligomraader/haverne/ret')).status).toBe(422)
    expect((await kommune.get('/boligomraader/haverne/genaabn')).status).toBe(200)
    const opened = await kommune.post('/boligomraader/haverne/genaabn', { version: '2' })
    expect(opened.text).toContain('En afdeling kan højst indgå i ét boligområde ad gangen.')
  })
})

describe('an estate', () => {
  test('is kept by the secretariat of the side that owns it', async () => {
    expect((await kommune.get('/afdelinger/birk/ret')).status).toBe(403)
    expect(await text('/afdelinger', kommune)).not.toContain('/afdelinger/ny')
    expect(await text('/afdelinger', bolig)).toContain('/afdelinger/ny')
  })

  test('has another owner from a day on, and the one before until then', async () => {
    const path = '/afdelinger/birk'
    const merger = { from: '2022-01-01', ownerId: String(cooperation.organisation('fab')), note: 'Fusion' }
    expect((await bolig.post(`${path}/oplysninger`, { from: '2022-01-01', note: 'Intet' })).text).toContain(
      'Mindst én af dem skal være oplyst.',
    )
    expect((await bolig.post(`${path}/oplysninger`, merger)).status).toBe(303)
    expect(await text(path)).toMatch(/Ejer<\/dt><dd[^>]*><a href="\/parter\/fab"/)
    expect(await text(`${path}?dag=2021-12-31`)).toMatch(/Ejer<\/dt><dd[^>]*><a href="\/parter\/hoejstrup"/)
    expect((await bolig.post(`${path}/oplysninger`, { ...merger, note: 'Igen' })).text).toContain(
      'Der er allerede oplyst ejer fra den 1. januar 2022.',
    )
    const [fact] = await portal.db.prisma.estateFact.findMany({ where: { note: 'Fusion' } })
    const correct = `${path}/oplysninger/${fact?.id}/ret`
    expect((await bolig.post(correct, { ...merger, from: '2023-01-01', note: 'Et år senere' })).status).toBe(303)
    expect(await text(`${path}?dag=2022-06-01`)).toMatch(/Ejer<\/dt><dd[^>]*><a href="\/parter\/hoejstrup"/)
    expect(await text(path)).toContain('Rettede oplysninger')
    expect((await bolig.get(correct)).status).toBe(404)
  })

  test('what is wrong is told at its field', async () => {
    const wrong = { number: '5', name: 'Pil', built: 'gammel', family: '-3', from: '2020-01-01', ownerId: '', note: '' }
    const told = (await bolig.post('/afdelinger/ny', wrong)).text
    expect(told).toContain('Skriv byggeåret med fire cifre, fx 1972.')
    expect(told).toContain('Skriv et helt antal boliger, fx 120.')
    const rules = { ...wrong, built: '2090', family: '10', ownerId: String(cooperation.organisation('fab')) }
    const broken = (await bolig.post('/afdelinger/ny', rules)).text
    expect(broken).toContain('Skriv et byggeår fra 1850 til 2026.')
    expect(broken).toContain('Ejeren har allerede en afdeling med nummer 5: Slåen.')
    const administrator = {
      ...rules,
      built: '',
      number: '9',
      ownerId: String(cooperation.organisation('domhusgaarden')),
    }
    expect((await bolig.post('/afdelinger/ny', administrator)).text).toContain(
      'Vælg en boligorganisation eller en forening på listen.',
    )
  })

  test('is not ended while an area counts on it', async () => {
    const sent = { version: '1', to: '2026-01-31' }
    const refused = await bolig.post('/afdelinger/eg/ophoer', sent)
    expect(refused.text).toContain('Afgræns Parkerne uden afdelingen fra dagen efter.')
    const without = {
      from: '2026-02-01',
      estates: idsOf('Birk', 'Bøg', 'Tjørn', 'Slåen').map(String),
      reason: 'Revet ned',
    }
    expect((await kommune.post('/boligomraader/parkerne/afgraens', without)).status).toBe(303)
    expect((await bolig.post('/afdelinger/eg/ophoer', sent)).status).toBe(303)
    expect(await text('/afdelinger/eg')).toContain('Ophørt den 31. januar 2026')
  })
})

describe('what hangs on a place', () => {
  test('is told to those who may read it', async () => {
    const actor = cooperation.actor('sekretariat.bolig')
    const [parkerne] = await portal.db.prisma.housingArea.findMany({ where: { slug: 'parkerne' } })
    const areaIds = [parkerne?.id as number]
    const { number } = await recordDecision(actor, draft(await givenItemInSession(portal.db, cooperation), { areaIds }))
    for (const path of ['/boligomraader/parkerne', '/bydele/mosen'])
      expect(await text(path, kommune)).toContain(`href="/beslutninger/${number}"`)
    // Not before the minutes are out, for those outside the group.
    expect(await text('/boligomraader/parkerne')).not.toContain(number)
  })
})

test('a district gathers its areas and estates, and says which division it follows', async () => {
  const page = await text('/bydele/mosen')
  for (const told of ['Kvarterer', 'Kommuneplanen', 'Parkerne', '1 Birk']) expect(page).toContain(told)
  expect((await text('/bydele.csv?sorter=boliger')).split('\r\n')[1]).toMatch(/^Mosen;Kvarterer;Kommuneplanen;/)
  const twin = { name: 'Mosen', definition: 'Skoledistrikter', source: '', from: '2020-01-01' }
  expect((await kommune.post('/bydele/ny', { ...twin, definition: 'Kvarterer' })).text).toContain(
    'Der er allerede en bydel i inddelingen, der hedder Mosen.',
  )
  expect((await kommune.post('/bydele/ny', twin)).headers.location).toBe('/bydele/mosen-2')
  expect((await kommune.post('/bydele/mosen-2/luk', { version: '1', to: '2019-01-01' })).text).toContain(
    'først oprettet den 1. januar 2020',
  )
})
