/**
 * Invented indicators that come in files, with a level for the town and what makes places differ. Every figure of them is
 * worked out of these by turns, and invented, except for the facts at the end.
 */
export interface DemoMeasure {
  key: string
  name: string
  theme: string
  supplier: string
  unit: string
  decimals: number
  direction: 'HIGHER' | 'LOWER' | 'NEITHER'
  dueMonth: number
  numerator: string
  denominator: string
  population: string
  averagingYears?: number
  visibility?: 'PARTIES'
  /** The town's value in the first year and in the last. */
  town: [number, number]
  /** Times the town's: the region and the country. */
  region: number
  country: number
  /** How many times the town's the most exposed area has; below 1 where it has less. */
  exposed: number
  /** The share of a place's people that is its denominator; none: the value is a number of its own. */
  share?: number
  /** The levels that it is delivered for beside the areas and the wholes. */
  levels?: ('DISTRICT' | 'ESTATE')[]
  /** Set by rule: a figure beyond this is worrying, in these years. */
  limits?: {
    name: string
    kind: 'FACTOR' | 'NUMBER'
    amount: number
    reference: 'REGION' | 'COUNTRY' | 'TOWN' | null
    fromYear: number
    toYear: number | null
    source: string
  }[]
  /** Every how many years it is counted; left out: every year. */
  everyYears?: number
  /** How many years before last year its figures end; left out: they are of last year too. */
  until?: number
  /** It is counted otherwise from this year on. */
  redefined?: { year: number; comparable: boolean; reason: string }
}

const registers = 'Registre'
const housing = 'Boligorganisationerne'
const municipality = 'Kommunen'
const police = 'Politiet'

const rate = { unit: '%', decimals: 1, region: 0.96, country: 0.98 } as const
const lower = { ...rate, direction: 'LOWER' } as const
const higher = { ...rate, direction: 'HIGHER' } as const
const none = { numerator: '', denominator: '', population: '' }
const law = 'Almenboligloven § 61 a'

export const measures: DemoMeasure[] = [
  {
    ...{ key: 'uden-arbejde', name: 'Borgere på 18–64 år uden arbejde og uddannelse', theme: 'Beskæftigelse' },
    ...{ ...lower, supplier: registers, dueMonth: 11, averagingYears: 2, town: [25.4, 21.6], country: 0.94 },
    ...{ numerator: 'Personer uden arbejde og uddannelse', denominator: 'alle i alderen', population: '18–64 år' },
    ...{ exposed: 2.3, share: 0.62, levels: ['DISTRICT'] },
    limits: [
      {
        ...{ name: 'Udsat boligområde', kind: 'NUMBER', amount: 40, reference: null, fromYear: 2018, toYear: null },
        source: law,
      },
    ],
  },
  {
    ...{ key: 'doemte', name: 'Dømte for visse lovovertrædelser', theme: 'Tryghed og kriminalitet' },
    ...{ ...lower, decimals: 2, supplier: registers, dueMonth: 11, averagingYears: 2, town: [1.05, 0.88] },
    ...{ numerator: 'Dømte', denominator: 'alle i alderen', population: '18 år og derover', country: 0.86 },
    ...{ exposed: 2.6, share: 0.75 },
    limits: [
      {
        ...{ name: 'Udsat boligområde', kind: 'FACTOR', amount: 3, reference: 'COUNTRY', fromYear: 2018, toYear: null },
        source: law,
      },
    ],
  },
  {
    ...{ key: 'grundskole', name: 'Borgere på 30–59 år, der kun har grundskole', theme: 'Uddannelse' },
    ...{ ...lower, supplier: registers, dueMonth: 11, town: [24.1, 19.8], country: 0.97 },
    ...{ numerator: 'Personer, der kun har grundskole', denominator: 'alle i alderen', population: '30–59 år' },
    ...{ exposed: 2.7, share: 0.4, levels: ['DISTRICT'] },
    limits: [
      {
        ...{ name: 'Udsat boligområde', kind: 'NUMBER', amount: 50, reference: null, fromYear: 2014, toYear: 2017 },
        source: law,
      },
      {
        ...{ name: 'Udsat boligområde', kind: 'NUMBER', amount: 60, reference: null, fromYear: 2018, toYear: null },
        source: law,
      },
    ],
    redefined: {
      ...{ year: 2018, comparable: false },
      reason: 'Uddannelser, som borgerne selv har oplyst, er ikke længere talt med.',
    },
  },
  {
    ...{ key: 'indkomst', name: 'Gennemsnitlig bruttoindkomst', theme: 'Økonomi', direction: 'HIGHER' },
    ...{ unit: 'kr.', decimals: 0, supplier: registers, dueMonth: 11, town: [272_000, 348_000], region: 1.03 },
    ...{ numerator: 'Bruttoindkomst', denominator: '', population: '15–64 år uden studerende', country: 1.08 },
    exposed: 0.58,
    limits: [
      {
        ...{
          name: 'Udsat boligområde',
          kind: 'FACTOR',
          amount: 0.55,
          reference: 'REGION',
          fromYear: 2014,
          toYear: null,
        },
        source: law,
      },
    ],
  },
  {
    ...{ key: 'beboere', name: 'Beboere', theme: 'Befolkning', ...none, direction: 'NEITHER', unit: 'personer' },
    ...{ decimals: 0, supplier: registers, dueMonth: 3, town: [193_000, 208_000], region: 5.9, country: 28.6 },
    ...{ exposed: 1, levels: ['DISTRICT', 'ESTATE'] },
  },
  {
    ...{ key: 'boern', name: 'Beboere under 18 år', theme: 'Befolkning', ...higher, supplier: registers, dueMonth: 3 },
    ...{ numerator: 'Beboere under 18 år', denominator: 'alle beboere', population: '', town: [20.4, 19.6] },
    ...{ exposed: 1.5, share: 1, levels: ['DISTRICT'] },
  },
  {
    ...{ key: 'enlige', name: 'Husstande med en enlig forsørger', theme: 'Befolkning', ...lower, supplier: registers },
    ...{ dueMonth: 3, numerator: 'Husstande med en enlig forsørger', denominator: 'alle husstande', population: '' },
    ...{ town: [6.1, 6.4], exposed: 2, share: 0.45 },
  },
  {
    ...{
      key: 'flytning',
      name: 'Tilflyttede i årets løb',
      theme: 'Bosætning',
      ...lower,
      supplier: registers,
      dueMonth: 3,
    },
    ...{ numerator: 'Tilflyttede', denominator: 'alle beboere', population: '', town: [17.9, 17.2] },
    ...{ exposed: 1.1, share: 1, levels: ['ESTATE'] },
  },
  {
    ...{ key: 'valg', name: 'Stemmeberettigede, der stemte til kommunalvalget', theme: 'Medborgerskab', ...higher },
    ...{ supplier: municipality, dueMonth: 4, numerator: 'Afgivne stemmer', denominator: 'stemmeberettigede' },
    ...{ population: '', town: [68.2, 67.1], exposed: 0.62, share: 0.7, everyYears: 4 },
  },
  {
    ...{ key: 'ungdomsuddannelse', name: 'Unge med en ungdomsuddannelse', theme: 'Uddannelse', ...higher },
    ...{ supplier: registers, dueMonth: 11, numerator: 'Unge med en ungdomsuddannelse', denominator: 'alle unge' },
    ...{ population: '20–24 år', town: [70.4, 74.8], exposed: 0.72, share: 0.09 },
  },
  {
    ...{ key: 'fravaer', name: 'Elever med højt skolefravær', theme: 'Uddannelse', ...lower, supplier: municipality },
    ...{ dueMonth: 9, numerator: 'Elever med over 10 % fravær', denominator: 'alle elever', population: '6–16 år' },
    ...{ town: [9.2, 12.4], exposed: 1.9, share: 0.14 },
  },
  {
    ...{ key: 'dagtilbud', name: 'Børn på 1–2 år i dagtilbud', theme: 'Børn og familie', ...higher },
    ...{ supplier: municipality, dueMonth: 4, numerator: 'Børn i dagtilbud', denominator: 'alle børn i alderen' },
    ...{ population: '1–2 år', town: [88.5, 90.2], exposed: 0.82, share: 0.03 },
  },
  {
    ...{ key: 'sprog', name: 'Børn med behov for en sprogindsats', theme: 'Børn og familie', ...lower },
    ...{ supplier: municipality, dueMonth: 9, numerator: 'Børn med behov', denominator: 'vurderede børn' },
    ...{ population: '3 år', town: [14.6, 13.1], exposed: 2.4, share: 0.02 },
  },
  {
    ...{ key: 'foranstaltninger', name: 'Børn med en forebyggende foranstaltning', theme: 'Børn og familie', ...lower },
    ...{ supplier: municipality, dueMonth: 4, visibility: 'PARTIES', numerator: 'Børn med en foranstaltning' },
    ...{ denominator: 'alle børn', population: '0–17 år', town: [3.4, 3.1], exposed: 2.2, share: 0.25 },
  },
  {
    ...{ key: 'sigtede', name: 'Unge, der er sigtet', theme: 'Tryghed og kriminalitet', ...lower, supplier: police },
    ...{ dueMonth: 5, visibility: 'PARTIES', numerator: 'Sigtede unge', denominator: 'alle unge', exposed: 2.5 },
    ...{ population: '15–24 år', town: [3.9, 3.2], share: 0.16 },
  },
  {
    ...{ key: 'anmeldelser', name: 'Anmeldelser af hærværk og indbrud', theme: 'Tryghed og kriminalitet', ...none },
    ...{ unit: 'pr. 1.000 beboere', decimals: 1, direction: 'LOWER', supplier: police, dueMonth: 5 },
    ...{ town: [24.8, 17.3], region: 0.9, country: 1.02, exposed: 1.7, until: 1 },
  },
  {
    ...{ key: 'restancer', name: 'Lejemål med restance', theme: 'Økonomi', ...lower, supplier: housing, dueMonth: 4 },
    ...{ visibility: 'PARTIES', numerator: 'Lejemål med restance', denominator: 'alle lejemål', population: '' },
    ...{ town: [4.8, 4.1], exposed: 1.9, share: 0.45, levels: ['ESTATE'] },
  },
  {
    ...{ key: 'fraflytning-afdelinger', name: 'Fraflytninger efter afdeling', theme: 'Bosætning', ...lower },
    ...{ supplier: housing, dueMonth: 6, numerator: 'Fraflytninger', denominator: 'alle lejemål', population: '' },
    ...{ town: [16.2, 14.4], exposed: 1.2, share: 0.45, levels: ['ESTATE'] },
  },
  {
    ...{ key: 'husorden', name: 'Husordenssager', theme: 'Tryghed og kriminalitet', ...none, direction: 'LOWER' },
    ...{ unit: 'pr. 100 lejemål', decimals: 1, supplier: housing, dueMonth: 4, visibility: 'PARTIES' },
    ...{ town: [5.2, 4.6], region: 1, country: 1, exposed: 1.6, levels: ['ESTATE'] },
  },
  {
    ...{ key: 'laege', name: 'Beboere med mindst ti lægekontakter', theme: 'Sundhed', ...lower, supplier: registers },
    ...{ dueMonth: 11, numerator: 'Beboere med mindst ti kontakter', denominator: 'alle beboere', exposed: 1.4 },
    ...{ population: '18 år og derover', town: [31.2, 32.5], share: 0.75 },
  },
  {
    ...{ key: 'vestlige', name: 'Beboere med oprindelse i ikke-vestlige lande', theme: 'Befolkning', ...rate },
    ...{ direction: 'NEITHER', supplier: registers, dueMonth: 11, numerator: 'Indvandrere og efterkommere' },
    ...{ denominator: 'alle beboere', population: '', town: [11.2, 13.4], region: 0.66, country: 0.68 },
    ...{ exposed: 5.2, share: 1, levels: ['DISTRICT'] },
    limits: [
      {
        ...{ name: 'Parallelsamfund', kind: 'NUMBER', amount: 50, reference: null, fromYear: 2018, toYear: null },
        source: law,
      },
      {
        ...{ name: 'Forebyggelsesområde', kind: 'NUMBER', amount: 30, reference: null, fromYear: 2021, toYear: null },
        source: 'Almenboligloven § 61 b',
      },
    ],
  },
]

/**
 * Facts that were read in public sources: the residents of some areas in a year that is known. The year of Korsløkkeparken's
 * and Rising's is that of the list they were counted for.
 */
export const facts: { key: string; area: string; year: number; value: number; source: string }[] = [
  {
    ...{ key: 'beboere', area: 'Vollsmose Parkerne', year: 2018, value: 7700 },
    source: 'Offentligt kendt: Vollsmose efter opdelingen den 2. november 2018, cirka.',
  },
  {
    ...{ key: 'beboere', area: 'Vollsmose', year: 2017, value: 9100 },
    source: 'Offentligt kendt: Vollsmose før opdelingen, cirka.',
  },
]

/** How exposed the known areas are made to look, from 0 to 1: invented. The others are between 0.1 and 0.6 by turns. */
export const exposures: Record<string, number> = {
  Vollsmose: 0.95,
  'Vollsmose Parkerne': 0.98,
  'Vollsmose Haverne': 0.62,
  Rising: 0.7,
  Korsløkkeparken: 0.66,
  Højstruphave: 0.6,
  Uffesvej: 0.4,
  Ejerslykke: 0.55,
  'Skt. Klemensparken': 0.45,
}
