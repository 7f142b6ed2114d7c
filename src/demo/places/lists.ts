import type { CriterionKey, EntryDraft, Figures, ListKind } from '../../features/strategy/lists/index.ts'

/**
 * Lists of the authorities. That Vollsmose, Solbakken (here the area Rising), and Højstrup were on the lists of 2018, that
 * Rising and Korsløkkeparken were on those of 2020 or had left them, and that Rising stood at 2.30 per cent convicted against
 * 2.27 in 2020 with one convicted and thirteen low-educated too many, are facts; every other figure is invented and says so.
 */
export interface DemoList {
  kind: ListKind
  issuedOn: string
  entries: (Omit<EntryDraft, 'areaId' | 'name'> & { area: string; name?: string })[]
}

const share = (percent: number, persons: number | null = null, base: number | null = null) => ({
  ...{ value: Math.round(percent * 100), persons, base },
})
const figures = (work: number, convicted: number, education: number, income: number, nonWestern: number): Figures => ({
  ...{ WORK: share(work), CONVICTED: share(convicted), EDUCATION: share(education), INCOME: share(income) },
  NON_WESTERN: share(nonWestern),
})
const entry = (
  area: string,
  residents: number,
  own: Figures,
  met: CriterionKey[] | null = null,
): DemoList['entries'][number] => ({ area, residents, figures: own, met })

const parkerne = entry('Vollsmose Parkerne', 7700, figures(51.2, 2.41, 74.1, 50.3, 77.9))
const rising2018 = entry('Rising', 1331, figures(44.6, 2.52, 65.8, 56.4, 61.2))
const rising2019 = entry('Rising', 1325, figures(43.1, 2.38, 64.2, 57.2, 60.8))
/** The narrow case of 2020: the percentages and the people too many are facts, how many they are counted among is invented. */
const rising2020 = entry(
  'Rising',
  1331,
  {
    ...figures(39.4, 2.3, 63.25, 57.9, 60.1),
    CONVICTED: share(2.3, 23, 1000),
    EDUCATION: share(63.25, 253, 400),
  },
  ['CONVICTED', 'EDUCATION', 'NON_WESTERN'],
)
const korsloekke = entry('Korsløkkeparken', 2150, figures(42.3, 2.44, 58.9, 56.1, 55.4))

/** The six kinds, and the year of the narrow case. */
export const demoLists: DemoList[] = [
  { kind: 'VULNERABLE', issuedOn: '2018-12-01', entries: [parkerne, rising2018, korsloekke] },
  { kind: 'PARALLEL', issuedOn: '2018-12-01', entries: [parkerne, rising2018, korsloekke] },
  { kind: 'PARALLEL', issuedOn: '2019-12-01', entries: [parkerne, rising2019] },
  { kind: 'VULNERABLE', issuedOn: '2020-12-01', entries: [parkerne, rising2020] },
  { kind: 'PARALLEL', issuedOn: '2020-12-01', entries: [parkerne, rising2020] },
  { kind: 'TRANSFORMATION', issuedOn: '2020-12-01', entries: [parkerne, rising2020] },
  {
    kind: 'PREVENTION',
    issuedOn: '2021-12-01',
    entries: [entry('Rising', 1318, figures(36.2, 1.6, 61.4, 63.9, 58.8))],
  },
  { kind: 'COMBINED_LETTING', issuedOn: '2022-12-01', entries: [entry('Bolbroområdet', 1046, { WORK: share(40.6) })] },
  {
    kind: 'POLICE',
    issuedOn: '2022-05-01',
    entries: [{ area: 'Vollsmose Parkerne', residents: null, figures: {}, met: null }],
  },
]

/** Three times the country's 0.757 per cent is the 2.27 of 2020; twice the value of 2021 is the 1.45 of its law. The others are invented. */
export const demoReferences = [
  { key: 'CONVICTED_NATION' as const, year: 2018, value: 801, source: 'Demo: opdigtet.' },
  { key: 'CONVICTED_NATION' as const, year: 2019, value: 779, source: 'Demo: opdigtet.' },
  { key: 'CONVICTED_NATION' as const, year: 2020, value: 757, source: 'Grænsen i 2020 var 2,27 %: tre gange landet.' },
  {
    key: 'CONVICTED_NATION' as const,
    year: 2021,
    value: 725,
    source: 'Grænsen for forebyggelse var 1,45 %: to gange landet.',
  },
]

/** Of the demo's indicators those that measure what the law counts. */
export const criterionSources = [
  { key: 'RESIDENTS', indicator: 'Beboere' },
  { key: 'WORK', indicator: 'Borgere på 18–64 år uden arbejde og uddannelse' },
  { key: 'CONVICTED', indicator: 'Dømte for visse lovovertrædelser' },
  { key: 'INCOME', indicator: 'Gennemsnitlig bruttoindkomst' },
  { key: 'EDUCATION', indicator: 'Borgere på 30–59 år, der kun har grundskole' },
  { key: 'NON_WESTERN', indicator: 'Beboere med oprindelse i ikke-vestlige lande' },
] as const
