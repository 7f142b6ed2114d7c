import { describe, expect, test } from 'vitest'
import type { JudgeFacts } from '../../src/features/strategy/observation-import/judge/facts.ts'
import { judgeSheets } from '../../src/features/strategy/observation-import/judge/judge-sheets.ts'
import { readNumber } from '../../src/features/strategy/observation-import/judge/read-number.ts'
import { headingsOf, yearIn } from '../../src/features/strategy/observation-import/mapping/headings.ts'
import {
  likelyMapping,
  mappingFaults,
  recognised,
  type SheetMapping,
  sheetSignature,
} from '../../src/features/strategy/observation-import/mapping/mapping.ts'
import type { Cell, Sheet } from '../../src/inputs/sheets/table.ts'
import { facts, sheetOf, standing } from './given.ts'

// R36, R37: every figure of a file is judged, and what is wrong is named by row, column, value and reason.

const judge = (sheet: Sheet, over: Partial<SheetMapping> = {}, known: JudgeFacts = facts) =>
  judgeSheets([sheet], { [sheet.name]: { ...likelyMapping(sheet, facts.indicators), ...over } }, known)

const long = (...rows: Cell[][]) => sheetOf([['Sted', 'Indikator', 'År', 'Værdi', 'Tæller', 'Nævner'], ...rows])

describe('numbers', () => {
  test.each([
    ['12,5', 12.5],
    ['12.5', 12.5],
    ['12.25', 12.25],
    ['1.250,5', 1250.5],
    ['1,250.5', 1250.5],
    ['1.250.000', 1_250_000],
    ['1 250', 1250],
    ['−3', -3],
    ['12,5 %', 12.5],
    ['0.125', 0.125],
  ])('%s', (text, number) => expect(readNumber(text, '')).toMatchObject({ number }))

  test('what can be two numbers is asked about, until the mapping says', () => {
    expect(readNumber('1.250', '')).toEqual({
      reason: '»1.250« kan læses som 1250 og som 1,250. Vælg under Overskrifter, hvad et punktum betyder i filen.',
    })
    expect(readNumber('1.250', 'thousands')).toMatchObject({ number: 1250 })
    expect(readNumber('1.250', 'decimal')).toMatchObject({ number: 1.25 })
  })

  test('what is not there says which way, and a dash is asked about', () => {
    expect(readNumber('..', '')).toEqual({ missing: 'NOT_DELIVERED' })
    expect(readNumber('Ikke indsamlet', '')).toEqual({ missing: 'NOT_COLLECTED' })
    expect(readNumber('-', '')).toMatchObject({ reason: expect.stringContaining('nul') })
    expect(readNumber('ca. 12', '')).toMatchObject({ reason: expect.stringContaining('ikke et tal') })
  })
})

test('a long table: new, unchanged, corrected and missing', () => {
  const known = {
    ...facts,
    standing: [
      standing({}),
      standing({ id: 8, place: 'AREA 2', value: 200 }),
      standing({ id: 9, versionId: 2, value: 700, year: 2023 }),
    ],
  }
  const judged = judge(
    long(
      ['Granparken', 'Uden for arbejde', '2024', '30,5', null, null],
      ['solbakken', 'uden for arbejde', '2024', '21,0', null, null],
      ['Granparken', 'Beboere', '2024', 640, null, null],
      ['Granly', 'Uden for arbejde', 2024, null, 30, 120],
      ['Granparken', 'Uden for arbejde', '2023', 'ikke indsamlet', null, null],
      ['Granparken', 'Beboere', '2022', 40, null, null],
    ),
    { level: '' },
    { ...known, places: known.places.filter(({ level }) => level !== 'DISTRICT') },
  )
  expect(judged.map(({ verdict, place, year, before }) => [verdict, place, year, before])).toEqual([
    ['unchanged', 'Granparken', 2024, ''],
    ['corrected', 'Solbakken', 2024, '20 %'],
    ['ready', 'Granparken', 2024, ''],
    ['ready', '12 Granly', 2024, ''],
    ['ready', 'Granparken', 2023, ''],
    ['ready', 'Granparken', 2022, ''],
  ])
  expect(judged[1]?.store).toMatchObject({ value: 210, correctsId: 8 })
  expect(judged[3]?.store).toEqual({
    ...{ versionId: 1, place: 'ESTATE 1', year: 2024, correctsId: null },
    ...{ value: 250, numerator: 30, denominator: 120, missing: null },
  })
  expect(judged[4]?.store).toMatchObject({ value: null, missing: 'NOT_COLLECTED' })
})

test('a wide table: a year in each heading, one indicator by the sheet’s name, empty cells passed over', () => {
  const judged = judge(
    sheetOf(
      [
        ['Boligområde', '2023', 'Ultimo 2024'],
        ['Granparken', 30.04, 31],
        ['Solbakken', null, '32,1'],
      ],
      'Uden for arbejde',
    ),
    { level: 'AREA' },
  )
  expect(judged.map(({ place, year, letter, store }) => [place, year, letter, store?.value])).toEqual([
    ['Granparken', 2023, 'B', 300],
    ['Granparken', 2024, 'C', 310],
    ['Solbakken', 2024, 'C', 321],
  ])
})

test('a corrected figure that is hidden is not told, and neither is the year before it', () => {
  const withheld = [
    standing({ value: 400, withheld: true }),
    standing({ id: 6, year: 2023, value: 990, withheld: true }),
  ]
  const judged = judge(
    sheetOf(
      [
        ['Boligområde', '2024'],
        ['Granparken', 31],
      ],
      'Uden for arbejde',
    ),
    {},
    { ...facts, standing: withheld },
  )
  expect(judged.map(({ verdict, before, remarks }) => [verdict, before, remarks])).toEqual([
    ['corrected', 'skjult af diskretionshensyn', []],
  ])
})

test('the heading over the places says what they are', () => {
  const judged = judge(
    sheetOf(
      [
        ['Boligområde', '2024'],
        ['Solbakken', 31],
      ],
      'Uden for arbejde',
    ),
  )
  expect(judged.map(({ store }) => store?.place)).toEqual(['AREA 2'])
})

test('merged headings over two lines are named as such, and tell years and parts', () => {
  const sheet = sheetOf(
    [
      ['Sted', '2023', null, '2024', null],
      [null, 'Tæller', 'Nævner', 'Tæller', 'Nævner'],
      ['Granparken', 30, 100, 25, 100],
    ],
    'Uden for arbejde',
    [
      { top: 1, left: 1, bottom: 1, right: 2 },
      { top: 1, left: 3, bottom: 1, right: 4 },
    ],
  )
  expect(headingsOf(sheet).headings.map(({ label, merged }) => [label, merged])).toEqual([
    ['Sted', null],
    ['2023 Tæller', 'B1–C1'],
    ['2023 Nævner', 'B1–C1'],
    ['2024 Tæller', 'D1–E1'],
    ['2024 Nævner', 'D1–E1'],
  ])
  expect(judge(sheet).map(({ year, told, store }) => [year, told, store?.value])).toEqual([
    [2023, '30 af 100', 300],
    [2024, '25 af 100', 250],
  ])
})

describe('rejected, with its reason', () => {
  const reasonOf = (row: Cell[], known = facts) =>
    judge(long(row), {}, known).map(({ verdict, remarks }) => [
      verdict,
      ...remarks.map(({ column, value, reason }) => `${column} »${value}«: ${reason}`),
    ])

  test.each<[string, Cell[], string]>([
    [
      'an unknown place, with near names',
      ['Grandparken', 'Beboere', '2024', 5],
      'Sted »Grandparken«: Intet sted hedder »Grandparken«. Mente du »Granparken«?',
    ],
    [
      'a name of two levels',
      ['Solbakken', 'Beboere', '2024', 5],
      'Sted »Solbakken«: »Solbakken« er navnet på både boligområde og bydel. Vælg niveauet under Overskrifter, eller tilføj en kolonne med niveauet.',
    ],
    [
      'an unknown indicator',
      ['Granparken', 'Trivsel', '2024', 5],
      'Indikator »Trivsel«: Ingen indikator hedder »Trivsel«.',
    ],
    ['a year to come', ['Granparken', 'Beboere', '2027', 5], 'År »2027«: Året 2027 er ikke begyndt.'],
    [
      'a year that is none',
      ['Granparken', 'Beboere', 'i fjor', 5],
      'År »i fjor«: Året kan ikke læses. Skriv det med fire cifre, fx 2025.',
    ],
    [
      'a share above the whole',
      ['Granparken', 'Uden for arbejde', '2024', '130'],
      'Værdi »130«: En andel kan ikke være over 100 %.',
    ],
    ['a count below nought', ['Granparken', 'Beboere', '2024', '-3'], 'Værdi »-3«: Et antal kan ikke være negativt.'],
    ['half a person', ['Granparken', 'Beboere', '2024', '3,5'], 'Værdi »3,5«: Indikatoren opgøres i hele tal.'],
    [
      'more counted than there are',
      ['Granparken', 'Uden for arbejde', '2024', null, 120, 100],
      'Tæller »120«: Tælleren er større end nævneren (100).',
    ],
    [
      'no value',
      ['Granparken', 'Beboere', '2024', null],
      'Værdi »«: Værdien mangler. Skriv tallet, eller hvorfor det ikke er der, fx »ikke indsamlet«.',
    ],
    [
      'an error of the spreadsheet',
      ['Granparken', 'Beboere', '2024', '#REF!'],
      'Værdi »#REF!«: Regnearket viser en fejl i cellen. Ret den.',
    ],
    [
      'per cent of persons',
      ['Granparken', 'Beboere', '2024', '12 %'],
      'Værdi »12 %«: Værdien er skrevet i procent, men indikatoren opgøres i personer.',
    ],
  ])('%s', (_name, row, reason) => expect(reasonOf(row)).toContainEqual(['rejected', reason]))

  test('the same twice: alike it is passed over, otherwise neither is stored', () => {
    const row = (value: Cell): Cell[] => ['Granparken', 'Beboere', '2024', value]
    expect(judge(long(row(5), row(5))).map(({ verdict, remarks }) => [verdict, remarks[0]?.reason])).toEqual([
      ['ready', undefined],
      ['unchanged', 'Det samme står i række 2.'],
    ])
    expect(judge(long(row(5), row(6))).map(({ verdict, remarks }) => [verdict, remarks[0]?.reason])).toEqual([
      ['rejected', 'Række 3 har en anden værdi for det samme. Slet den ene.'],
      ['rejected', 'Der står en anden værdi for det samme i række 2. Slet den ene.'],
    ])
  })
})

test('warned, and stored all the same: a place of later, a sum that does not fit, a leap', () => {
  const known = { ...facts, standing: [standing({ year: 2023, value: 100 })] }
  const warned = judge(
    long(
      ['Nyvang', 'Beboere', '2015', 300, null, null],
      ['Granparken', 'Uden for arbejde', '2022', '12,5', 30, 100],
      ['Granparken', 'Uden for arbejde', '2024', '52,5', null, null],
    ),
    {},
    known,
  )
  expect(warned.map(({ verdict, remarks }) => [verdict, remarks[0]?.reason])).toEqual([
    ['warned', 'Nyvang fandtes ikke i 2015.'],
    ['warned', 'Tæller delt med nævner giver 30 %.'],
    ['warned', 'Året før var værdien 10 %. Se efter, om tallet er rigtigt.'],
  ])
})

describe('mappings', () => {
  const of2024 = sheetOf(
    [
      ['Boligområde', 2023, 2024],
      ['Granparken', 1, 2],
    ],
    'Uden for arbejde',
  )
  const of2025 = sheetOf(
    [
      ['Boligområde', 2023, 2024, 2025],
      ['Granparken', 1, 2, 3],
    ],
    'Uden for arbejde',
  )

  test('next year’s file is recognised by its headings, and its new year is read with the others', () => {
    expect(sheetSignature(of2025)).toBe(sheetSignature(of2024))
    expect(sheetSignature(sheetOf([['Bydel', 2024]], 'Uden for arbejde'))).not.toBe(sheetSignature(of2024))
    const saved = { ...likelyMapping(of2024, facts.indicators), level: 'AREA' as const }
    const judged = judgeSheets([of2025], { [of2025.name]: recognised(saved, of2025) }, facts)
    expect(judged.map(({ year, verdict }) => [year, verdict])).toEqual([
      [2023, 'ready'],
      [2024, 'ready'],
      [2025, 'ready'],
    ])
  })

  test('what a mapping lacks is told before any row is judged', () => {
    const sheet = sheetOf([
      ['Hvor', 'Hvad', 'Tal'],
      ['A', 'B', 1],
    ])
    const lacking = mappingFaults(sheet, likelyMapping(sheet, facts.indicators), facts.indicators)
    expect(lacking.map(({ sentence }) => sentence)).toEqual([
      'Vælg den kolonne, der fortæller, hvilket sted rækken handler om.',
      'Vælg den indikator, som værdierne hører til, eller den kolonne, der fortæller det.',
      'Vælg det år, som værdierne hører til, eller den kolonne, der fortæller det.',
    ])
    expect(mappingFaults(of2024, likelyMapping(of2024, facts.indicators), facts.indicators)).toEqual([])
  })

  test('a year is found among other words, and only where there is one', () => {
    expect(['Pr. 1. januar 2024', '2022-2024', '12024', 'K4 2019'].map(yearIn)).toEqual([2024, null, null, 2019])
  })
})

test('200 planted errors among 50,000 figures are each named, and nothing else is', () => {
  const places = Array.from({ length: 200 }, (_none, at) => `Afsnit ${1000 + at}`)
  const known: JudgeFacts = {
    ...facts,
    places: places.map((label, at) => ({
      key: `AREA ${at}`,
      level: 'AREA',
      label,
      names: [label],
      from: facts.places[0]?.from ?? facts.today,
      to: null,
    })),
    indicators: Array.from({ length: 25 }, (_none, at) => ({
      slug: `i${at}`,
      name: `Nøgletal nr. ${at}`,
      versionId: at + 1,
      unit: '%',
      decimals: 1,
      hasDenominator: true,
    })),
  }
  const rows: Cell[][] = []
  for (const { name } of known.indicators)
    for (const place of places)
      for (let year = 2015; year < 2025; year += 1) rows.push([place, name, String(year), '12,5', null, null])
  const planted = ['ukendt', '', '130', '-4', '#DIV/0!', '1.250', 'tolv', '12,5,5']
  const wrong = new Set<number>()
  for (let at = 0; at < 200; at += 1) {
    const row = at * 249 + 3
    const cells = rows[row] as Cell[]
    if (at % 9 === 8) cells[0] = `Afsni ${at}`
    else cells[3] = planted[at % 9] ?? null
    wrong.add(row + 2)
  }
  const sheet = long(...rows)
  const mapping = likelyMapping(sheet, known.indicators)
  const judged = judgeSheets([sheet], { '': mapping }, known)
  expect(judged).toHaveLength(50_000)
  expect(new Set(judged.filter(({ verdict }) => verdict === 'rejected').map(({ line }) => line))).toEqual(wrong)
  expect(judged.filter(({ verdict, remarks }) => verdict === 'rejected' && !remarks[0]?.reason)).toEqual([])
})
