import { type Day, day } from '../../../../kernel/days.ts'

/** What an area is held against. The values of all but income are shares of people, in hundredths of a per cent. */
export type CriterionKey = 'WORK' | 'CONVICTED' | 'EDUCATION' | 'INCOME' | 'NON_WESTERN'

/** The lists that authorities issue. They overlap, and are never added up. */
export type ListKind = 'VULNERABLE' | 'PARALLEL' | 'TRANSFORMATION' | 'PREVENTION' | 'COMBINED_LETTING' | 'POLICE'

/** What a limit rides on, by year. */
export type ReferenceKey = 'CONVICTED_NATION'

export type Limit =
  /** In hundredths of a per cent; of income: of the region's. */
  | { kind: 'FIXED'; value: number }
  /** So many times the year's reference. */
  | { kind: 'TIMES'; factor: number; of: ReferenceKey }

export interface Criterion {
  key: CriterionKey
  /** How the value must stand to the limit for the criterion to be met. */
  when: 'ABOVE' | 'AT_LEAST' | 'BELOW'
  limit: Limit
  /** Years that the value is a mean of. */
  years: number
  /** Who is counted. */
  population: string
}

/** What puts an area on one of the lists. */
export interface CategoryRule {
  kind: ListKind
  leastResidents: number
  /** So many of these criteria. */
  atLeast: number
  of: readonly Criterion[]
  /** And all of these. */
  and: readonly Criterion[]
}

export interface RuleVersion {
  key: string
  name: string
  /** Lists issued from this day on follow it, until the next version's. */
  from: Day
  source: string
  categories: readonly CategoryRule[]
}

const adults = '18 år og derover'
const working = '18–64 år'
const middle = '30–59 år'
const all = 'alle beboere'
const earning = '15–64 år uden uddannelsessøgende'

const work = (limit: number, years: number): Criterion => ({
  ...{ key: 'WORK', when: 'ABOVE', limit: { kind: 'FIXED', value: limit }, years, population: working },
})
const convictedFixed = (years: number): Criterion => ({
  ...{ key: 'CONVICTED', when: 'ABOVE', limit: { kind: 'FIXED', value: 270 }, years, population: adults },
})
const convicted = (factor: number): Criterion => ({
  ...{ key: 'CONVICTED', when: 'AT_LEAST', limit: { kind: 'TIMES', factor, of: 'CONVICTED_NATION' } },
  ...{ years: 2, population: adults },
})
const education = (limit: number): Criterion => ({
  ...{ key: 'EDUCATION', when: 'ABOVE', limit: { kind: 'FIXED', value: limit }, years: 1, population: middle },
})
const income = (limit: number): Criterion => ({
  ...{ key: 'INCOME', when: 'BELOW', limit: { kind: 'FIXED', value: limit }, years: 1, population: earning },
})
const nonWestern = (limit: number): Criterion => ({
  ...{ key: 'NON_WESTERN', when: 'ABOVE', limit: { kind: 'FIXED', value: limit }, years: 1, population: all },
})

const size = 1000
const four = [work(4000, 2), convicted(3), education(6000), income(5500)]
const wide = [work(3000, 2), convicted(2), education(6000), income(6500)]

/** The law's four versions, as data: the same reading of all of them is in `judge-area.ts`. */
export const ruleVersions: readonly RuleVersion[] = [
  {
    ...{ key: '2010', name: 'Reglerne fra oktober 2010', from: day('2010-10-01') },
    source: 'Almenboligloven fra 2010: mindst to af tre kriterier',
    categories: [
      {
        ...{ kind: 'VULNERABLE', leastResidents: size, atLeast: 2, and: [] },
        of: [work(4000, 4), convictedFixed(4), nonWestern(5000)],
      },
    ],
  },
  {
    ...{ key: '2014', name: 'Reglerne fra 2014 (L 45)', from: day('2014-01-01') },
    source: 'Almenboligloven fra 2014: mindst tre af fem kriterier',
    categories: [
      {
        ...{ kind: 'VULNERABLE', leastResidents: size, atLeast: 3, and: [] },
        of: [work(4000, 2), convictedFixed(2), education(5000), income(5500), nonWestern(5000)],
      },
    ],
  },
  {
    ...{ key: '2018', name: 'Reglerne fra maj 2018', from: day('2018-05-01') },
    source: 'Almenboligloven fra 2018: mindst to af fire kriterier',
    categories: [
      { kind: 'VULNERABLE', leastResidents: size, atLeast: 2, of: four, and: [] },
      { kind: 'PARALLEL', leastResidents: size, atLeast: 2, of: four, and: [nonWestern(5000)] },
    ],
  },
  {
    ...{ key: '2021', name: 'Reglerne fra december 2021', from: day('2021-12-01') },
    source: 'Almenboligloven §§ 61 a og 61 b',
    categories: [
      { kind: 'VULNERABLE', leastResidents: size, atLeast: 2, of: four, and: [] },
      { kind: 'PARALLEL', leastResidents: size, atLeast: 2, of: four, and: [nonWestern(5000)] },
      { kind: 'PREVENTION', leastResidents: size, atLeast: 2, of: wide, and: [nonWestern(3000)] },
    ],
  },
]

/** For how many years in a row an area is a parallel society before it is one of transformation: dated, as the law was. */
export const transformationYears: readonly { from: Day; years: number | null; note: string }[] = [
  { from: day('2018-12-01'), years: null, note: 'Kilderne er uenige om antallet af år i 2018 og 2019.' },
  { from: day('2020-12-01'), years: 4, note: 'I december 2020 var et fjerde år nok.' },
  { from: day('2021-12-01'), years: 5, note: 'Efter lovens tekst i dag: de seneste fem år.' },
]

/** The rules that a list of the day follows; undefined: it is older than all of them. */
export const ruleOn = (on: Day): RuleVersion | undefined => ruleVersions.filter(({ from }) => from <= on).at(-1)

export const ruleOf = (key: string): RuleVersion | undefined => ruleVersions.find(rule => rule.key === key)

export const transformationOn = (on: Day) => transformationYears.filter(({ from }) => from <= on).at(-1)
