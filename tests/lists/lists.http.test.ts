import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Client, TestApp } from '../support/app.ts'
import { demoApp } from '../support/demo.ts'

// R35: the lists as they were issued, recomputed, and the areas on them through the years.

let portal: TestApp
let housing: Client
let reader: Client
beforeAll(async () => {
  portal = await demoApp()
  housing = await portal.signIn('sekretariat.bolig')
  reader = await portal.signIn('medlem.fab')
})
afterAll(() => portal.close())

const list = '/lister/udsat-2020'
const area = (name: string) =>
  String(portal.db.sql.asStored<{ id: number }>('SELECT id FROM HousingArea WHERE name = ?', name)[0]?.id)

test('the six kinds stand year by year, and are never added up', async () => {
  const { text } = await reader.get('/lister')
  for (const kind of ['Udsatte boligområder', 'Parallelsamfund', 'Omdannelsesområder', 'Forebyggelsesområder'])
    expect(text).toContain(`<th scope="col">${kind}</th>`)
  for (const kind of ['Kombineret udlejning', 'Politiets liste']) expect(text).toContain(`<th scope="col">${kind}</th>`)
  expect(text).toContain('Derfor lægger portalen dem aldrig sammen')
  expect(text).not.toContain('I alt')
  expect((await reader.get('/lister?q=rising')).text).toContain('href="/lister/omraade/rising"')
  expect((await reader.get('/lister?q=findesikke')).text).toContain('Ingen boligområder fundet')
})

test('the narrow case of 2020 stands in points and in people', async () => {
  const { text } = await reader.get(list)
  expect(text).toContain('2,30 %')
  expect(text).toContain('Grænse 2,271 %. 1 person for meget')
  expect(text).toContain('Grænse 60,00 %. 13 personer for meget')
  expect(text).toContain('Samme resultat')
  const csv = await reader.get(`${list}/tabel.csv`)
  expect(csv.text).toContain('Rising')
})

test('R37: a list is recomputed from the portal’s own figures, beside what was issued', async () => {
  const { text } = await reader.get(list)
  expect(text).toContain('Beregnet af portalens egne tal')
  expect(text).toContain('Reglerne er regnet efter med indikatorernes tal for 2019')
  expect(text).toMatch(/Afviger: (ikke )?på listen|Samme resultat/)
  expect((await reader.get('/lister/politiet-2022')).text).not.toContain('Beregnet af portalens egne tal')
})

test('an area’s history is read at a glance, and a list of transformation says how many years it asks for', async () => {
  const { text } = await reader.get('/lister/omraade/rising')
  expect(text.match(/På listen/g)?.length).toBeGreaterThan(5)
  expect(text).toContain('Ikke registreret')
  const transformation = (await reader.get('/lister/omdannelse-2020')).text
  expect(transformation).toContain('Parallelsamfund i 4 år i træk')
  expect(transformation).toContain('De tidligere lister er ikke registreret')
  expect((await reader.get('/boligomraader/rising')).text).toContain('href="/lister/omraade/rising"')
})

describe('a list is recorded by the secretariats', () => {
  test('with its areas; a fault stands at its field, and what was typed is kept', async () => {
    expect((await reader.get('/lister/ny')).status).toBe(403)
    const facts = {
      kind: 'VULNERABLE',
      issuedOn: '01.12.2021',
      issuer: 'Ministeriet',
      rule: 'AUTO',
      source: 'Listen',
      note: '',
    }
    const wrong = await housing.upload(
      '/lister/ny',
      { ...facts, issuedOn: '01.12.2020', source: '' },
      { field: 'fil', name: 'x.pdf', content: Buffer.from('') },
    )
    expect(wrong.status).toBe(422)
    const posted = await housing.post('/lister/ny', facts)
    expect(posted.headers.location).toBe('/lister/udsat-2021')
    const at = '/lister/udsat-2021/omraader/nyt'
    const typed = {
      ...{
        version: '0',
        areaId: area('Rising'),
        name: 'Riisingområdet',
        residents: '990',
        saysMet: 'YES',
        met: 'WORK',
      },
      ...{ 'figures[WORK][value]': '45,5', 'figures[WORK][persons]': '', 'figures[WORK][base]': '' },
      ...{ 'figures[CONVICTED][value]': '', 'figures[CONVICTED][persons]': '3', 'figures[CONVICTED][base]': '' },
      ...{ 'figures[EDUCATION][value]': '61', 'figures[EDUCATION][persons]': '', 'figures[EDUCATION][base]': '' },
      ...{ 'figures[INCOME][value]': '', 'figures[INCOME][persons]': '', 'figures[INCOME][base]': '' },
      ...{ 'figures[NON_WESTERN][value]': '', 'figures[NON_WESTERN][persons]': '', 'figures[NON_WESTERN][base]': '' },
    }
    const refused = await housing.post(at, typed)
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Skriv også procenten.')
    expect(refused.text).toContain('value="Riisingområdet"')
    await housing.post(at, { ...typed, 'figures[CONVICTED][persons]': '' })
    const { text } = await reader.get('/lister/udsat-2021')
    expect(text).toContain('På listen: Riisingområdet')
    expect(text).toContain('færre beboere, end reglerne kræver')
    expect(text).toContain('andre opfyldte kriterier')
    const again = await housing.post('/lister/ny', { ...facts, source: 'Igen' })
    expect(again.text).toContain('er registreret.')
  })

  test('an area that was entered by mistake goes, with why', async () => {
    const entry = /href="(\/lister\/udsat-2021\/omraader\/\d+)\/udgaar"/.exec(
      (await housing.get('/lister/udsat-2021')).text,
    )?.[1]
    await housing.post(`${entry}/udgaar`, { reason: 'Forkert område' })
    expect((await reader.get('/lister/udsat-2021')).text).toContain('ikke registreret nogen af byens boligområder')
  })

  test('what limits ride on is entered by year, and moves what is recomputed', async () => {
    await housing.post('/lister/referencevaerdier', { year: '2020', value: '0,900', source: 'Rettet tal' })
    const { text } = await reader.get(list)
    expect(text).toContain('Grænse 2,70 %')
    expect(text).toContain('Afviger')
    expect((await reader.get('/lister/referencevaerdier')).text).toContain('Rettet')
  })
})

test('R40: who comes near is told with a trend and the earliest list, an income in kroner against the region’s', async () => {
  const { text } = await reader.get('/lister/naermer-sig')
  expect(text).toContain('En indsats, der begynder nu, kan tidligst ses på listen den 1. december')
  expect(text).toContain('Øvrige områder')
  const rising = (await reader.get('/lister/naermer-sig?q=rising')).text
  expect(rising).toContain('Udvikling om året')
  expect(rising).toMatch(/Indkomst \d{4}: \d\d,\d\d %, grænse 55,00 %/)
  expect((await reader.get('/lister/naermer-sig?q=findesikke')).text).toContain('Ingen boligområder fundet')
  expect((await reader.get('/lister/naermer-sig/tabel.csv')).text).toContain('Rising')
  expect((await reader.get('/lister/naermer-sig/indikatorer')).status).toBe(403)
  expect((await housing.get('/lister/naermer-sig/indikatorer')).text).toContain('Antal beboere')
})
