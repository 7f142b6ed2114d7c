import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addArea, addDistrict } from '../../src/features/ground/places/index.ts'
import { addIndicator, readIndicators, readRawFigures } from '../../src/features/strategy/knowledge/index.ts'
import { findingsIn } from '../../src/findings.ts'
import { day } from '../../src/kernel/days.ts'
import { indicatorTerms } from '../strategies/given.ts'
import { type Client, type TestApp, testApp } from '../support/app.ts'
import { givenCooperation } from '../support/builders.ts'
import { formTo } from '../support/form-on-page.ts'
import { type GivenCell, workbookFile } from '../support/workbook-file.ts'

// R36, R37: figures come from files in four steps: file, headings, rows, delivery.

let portal: TestApp
let anna: Client
let bo: Client
const path = '/indikatorer/indlaes'
const sheets = ['Uden for arbejde', 'Grundskole', 'Lav indkomst']

beforeAll(async () => {
  portal = await testApp()
  const cooperation = givenCooperation(portal.db)
  const actor = cooperation.actor('sekretariat.bolig')
  const from = day('2010-01-01')
  const { id: districtId } = await addDistrict(actor, { name: 'Mosen', definition: '', source: '', from })
  for (const name of ['Birkevang', 'Granvang', 'Solbakken']) await addArea(actor, { name, districtId, from })
  for (const name of sheets) await addIndicator(actor, { ...indicatorTerms, name, denominator: 'Alle beboere' })
  anna = await portal.signIn('sekretariat.bolig')
  bo = await portal.signIn('sekretariat.kommune')
}, 60_000)
afterAll(async () => {
  const { db, settings } = portal
  expect(findingsIn(db, settings.documentsDir).flatMap(({ wrong }) => wrong)).toEqual([])
  await portal.close()
})

/** A wide workbook: a sheet of each indicator, a column of each year. */
const workbook = (years: number[], value: (sheet: number, row: number, year: number) => GivenCell) =>
  workbookFile(
    sheets.map((name, sheet) => ({
      name,
      rows: [
        ['Boligområde', ...years],
        ...['Birkevang', 'Granvang', 'Solbakken'].map((place, row) => [
          place,
          ...years.map(year => value(sheet, row, year)),
        ]),
      ],
    })),
  )
const plain = (sheet: number, row: number, year: number): GivenCell => 30 + sheet + row / 10 + (year - 2015) / 5

const figures = () =>
  readRawFigures(portal.db, { versionIds: readIndicators(portal.db).map(({ newest }) => newest.id) })

async function sends(client: Client, content: Buffer, name: string) {
  const { _once = '' } = formTo((await client.get(path)).text, path).fields
  return client.upload(path, { _once: String(_once) }, { field: 'fil', name, content })
}

/** Follows a redirect, and waits while rows are judged. */
async function arrives(client: Client, address: string) {
  for (let tries = 0; tries < 60; tries += 1) {
    const answer = await client.get(address)
    if (answer.status !== 200 || !answer.text.includes('<h1>Rækkerne bedømmes</h1>')) return answer
  }
  throw new Error('The rows were never judged.')
}

const stored = (page: string) => /Fortsæt med ([\d.]+) tal/.exec(page)?.[1]

/** From the rows to the delivery: one press more. */
async function delivers(client: Client, rows: string, more: Record<string, string> = {}) {
  const step = rows.replace('raekker', 'levering')
  const { fields } = formTo((await client.get(step)).text, step)
  return client.post(step, { ...fields, source: 'Boligsociale data', ...more })
}

let headings = ''
describe('a wide workbook of three sheets and ten years', () => {
  const years = Array.from({ length: 10 }, (_none, at) => 2015 + at)
  let rows = ''

  test('is mapped once: sheets by their names, years by their headings', async () => {
    const sent = await sends(anna, workbook(years, plain), 'data-2024.xlsx')
    expect(sent.status).toBe(303)
    headings = sent.headers.location ?? ''
    const page = (await anna.get(headings)).text
    expect(page).toContain('2015 … 2024')
    const { fields } = formTo(page, headings)
    const answer = await anna.post(headings, { ...fields, handling: 'bedoem' })
    expect([answer.status, answer.text.match(/form-error-message[^>]*>([^<]+)/)?.[1]]).toEqual([303, undefined])
    rows = answer.headers.location ?? ''
    const shown = (await arrives(anna, rows)).text
    expect(stored(shown)).toBe('90')
    expect(shown).toContain('90 tal er bedømt. Intet er gemt endnu.')
    expect(figures()).toEqual([])
  })

  test('is nobody else’s before it is delivered', async () => {
    expect((await bo.get(rows)).status).toBe(404)
    expect((await bo.get(path)).text).not.toContain('data-2024.xlsx')
    expect((await (await portal.signIn('laeser')).get(path)).status).toBe(403)
  })

  test('is stored with one press, all of it', async () => {
    const refused = await delivers(anna, rows, { source: '' })
    expect(refused.text).toContain('Skriv, hvor tallene kommer fra.')
    const answer = await delivers(anna, rows)
    expect(answer.headers.location).toMatch(/^\/indikatorer\/leveringer\/\d+$/)
    expect(figures()).toHaveLength(90)
    expect((await anna.get(rows)).status).toBe(404)
  })

  test('changes nothing when it comes again', async () => {
    const sent = await sends(anna, workbook(years, plain), 'data-2024.xlsx')
    const shown = (await arrives(anna, sent.headers.location ?? '')).text
    expect(shown).toContain('Alt i filen er registreret i forvejen.')
    expect(stored(shown)).toBeUndefined()
  })

  test('is recognised with another year, and imports with two presses more', async () => {
    const sent = await sends(bo, workbook([...years, 2025], plain), 'data-2025.xlsx')
    expect(sent.headers.location).toMatch(/raekker$/)
    const shown = (await arrives(bo, sent.headers.location ?? '')).text
    expect(stored(shown)).toBe('9')
    const step = (sent.headers.location ?? '').replace('raekker', 'levering')
    const { fields } = formTo((await bo.get(step)).text, step)
    expect(fields.source).toBe('Boligsociale data')
    await bo.post(step, fields)
    expect(figures()).toHaveLength(99)
  })

  test('shows only differences when it is corrected, and asks why', async () => {
    const corrected = workbook([...years, 2025], (sheet, row, year) =>
      sheet === 1 && row === 2 && year === 2020 ? 44.4 : plain(sheet, row, year),
    )
    const sent = await sends(anna, corrected, 'rettet.xlsx')
    const location = sent.headers.location ?? ''
    const shown = (await arrives(anna, `${location}?vis=rettelse`)).text
    expect(stored(shown)).toBe('1')
    expect(shown).toContain('Før: 32,2 %')
    expect((await delivers(anna, location)).text).toContain('Skriv, hvorfor tal rettes.')
    await delivers(anna, location, { reason: 'Kilden har rettet tallet.' })
    const all = readRawFigures(portal.db, { versionIds: [readIndicators(portal.db)[0]?.newest.id ?? 0], history: true })
    expect(all.filter(({ corrected: gone }) => gone)).toHaveLength(1)
  })
})

describe('a long file with errors', () => {
  const head = 'Sted;Indikator;År;Værdi'
  let rows = ''

  test('tells each with its row, its column and its reason, and finds them by words', async () => {
    const lines = ['Birkevang;Grundskole;2014;33,1', 'Birkevej;Grundskole;2014;33', 'Granvang;Grundskole;2014;333']
    const sent = await sends(anna, Buffer.from([head, ...lines].join('\n')), 'lang.csv')
    const step = sent.headers.location ?? ''
    const { fields } = formTo((await anna.get(step)).text, step)
    rows = (await anna.post(step, { ...fields, handling: 'bedoem' })).headers.location ?? ''
    const page = (await arrives(anna, `${rows}?vis=afvist`)).text
    expect(page).toContain('Intet sted hedder »Birkevej«. Mente du »Birkevang«?')
    expect(page).toContain('Værdi »333«: En andel kan ikke være over 100 %.')
    expect(page).not.toContain('>33,1<')
    expect((await anna.get(`${rows}?q=birkevej`)).text).toContain('1 af 3 vises.')
  })

  test('gives the rejected rows back with their reasons, which can be read again', async () => {
    const { text } = await anna.get(rows.replace('raekker', 'afviste/0'))
    expect(text).toContain('Sted;Indikator;År;Værdi;Årsag')
    expect(text).toContain('Granvang;Grundskole;2014;333;Værdi: En andel kan ikke være over 100 %.')
  })

  test('is stored without them only where that is known', async () => {
    expect((await delivers(anna, rows)).text).toContain('Bekræft, at de afviste rækker udelades')
    const answer = await delivers(anna, rows, { without: '1' })
    expect(answer.status).toBe(303)
    expect(figures().filter(({ year }) => year === 2014)).toHaveLength(1)
  })
})

describe('refused', () => {
  test('a file that could do harm, by its name, with nothing left behind', async () => {
    const file = workbookFile([{ name: 'Ark1', rows: [['Sted'], [{ xml: '<c><f>A1</f><v>1</v></c>' }]] }])
    const answer = await sends(anna, file, 'formler.xlsx')
    expect(answer.text).toContain('På arket »Ark1« er der 1 formel, fx i A2.')
    expect((await anna.get(path)).text).not.toContain('formler.xlsx')
  })

  test('what was shown, where something else stands by now', async () => {
    const file = Buffer.from('Sted;Indikator;År;Værdi\nBirkevang;Grundskole;2013;31\n')
    const first = (await sends(anna, file, 'a.csv')).headers.location ?? ''
    const second = (await sends(bo, file, 'b.csv')).headers.location ?? ''
    await arrives(anna, first)
    await arrives(bo, second)
    const step = second.replace('raekker', 'levering')
    const { fields } = formTo((await bo.get(step)).text, step)
    await delivers(anna, first)
    const answer = await bo.post(step, { ...fields, source: 'Kilden' })
    expect(answer.headers.location).toBe(second)
    expect(figures().filter(({ year }) => year === 2013)).toHaveLength(1)
  })

  test('headings that tell too little, each sheet with what it lacks', async () => {
    const sent = await sends(anna, Buffer.from('Hvor;Hvad\nA;1\n'), 'uklar.csv')
    const step = sent.headers.location ?? ''
    const { fields } = formTo((await anna.get(step)).text, step)
    const answer = await anna.post(step, { ...fields, handling: 'bedoem' })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Vælg den kolonne, der fortæller, hvilket sted rækken handler om.')
  })
})

test('the headings that are known are listed, and forgotten where somebody says so', async () => {
  const list = `${path}/overskrifter`
  const page = (await anna.get(list)).text
  expect(page).toContain('Uden for arbejde')
  const [forget] = [...page.matchAll(/action="(\/indikatorer\/indlaes\/overskrifter\/\d+\/glem)"/g)].map(
    ([, to]) => to ?? '',
  )
  await anna.post(forget ?? '', formTo(page, forget ?? '').fields)
  expect((await anna.get(list)).text.match(/\/glem"/g)?.length).toBe((page.match(/\/glem"/g)?.length ?? 0) - 1)
})
