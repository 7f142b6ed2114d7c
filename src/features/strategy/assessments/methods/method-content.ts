/** What a value is held against. */
export const yardsticks = {
  TOWN: 'Byens tal samme år',
  THRESHOLD: 'En fast grænse',
  PAST: 'Områdets eget tal tidligere',
} as const
export type Yardstick = keyof typeof yardsticks

/** So many points from so many per cent beyond the yardstick, in the worse direction. */
export interface Band {
  from: number
  points: number
}

export interface MethodTerm {
  /** Lasting: proposals name the term by this. */
  key: string
  indicatorId: number
  /** As they were when the draft was written: the text says what it said then. */
  indicator: string
  unit: string
  decimals: number
  worse: 'HIGHER' | 'LOWER'
  yardstick: Yardstick
  /** Of a fixed limit; null: it is another yardstick. */
  limit: number | null
  /** Of the area's own past; null: it is another yardstick. */
  yearsBack: number | null
  /** From the least to the most. */
  bands: Band[]
  /** From so many points of this term alone, the level is at least that one. */
  floor: { points: number; level: string } | null
}

export interface MethodLevel {
  key: string
  name: string
  /** From so many points in all. */
  from: number
  /** An area at this level is worrying: without an initiative that is shown. */
  worrying: boolean
}

export interface MethodContent {
  title: string
  purpose: string
  /** Months after which an assessment is taken up again. */
  reviewMonths: number
  terms: MethodTerm[]
  /** From the least to the most. */
  levels: MethodLevel[]
}

/** What a method begins with; its names and points are its own to change. */
export const firstLevels: MethodLevel[] = [
  { key: 'n1', name: 'Uden for risiko', from: 0, worrying: false },
  { key: 'n2', name: 'Bekymrende', from: 4, worrying: true },
  { key: 'n3', name: 'Udsat', from: 8, worrying: true },
  { key: 'n4', name: 'Særligt udsat', from: 12, worrying: true },
]

/** The most points that a term can give. */
export const mostOf = ({ bands }: Pick<MethodTerm, 'bands'>): number =>
  Math.max(0, ...bands.map(({ points }) => points))

/** »10 %: 1 point, 25 %: 2 point« */
export const bandsText = (bands: readonly Band[]): string =>
  bands.map(({ from, points }) => `fra ${String(from).replace('.', ',')} % ${points} point`).join(', ')

export function yardstickText({ yardstick, limit, unit, yearsBack }: MethodTerm): string {
  if (yardstick === 'THRESHOLD') return `grænsen ${String(limit ?? 0).replace('.', ',')} ${unit}`.trim()
  return yardstick === 'TOWN' ? 'byens tal samme år' : `områdets eget tal ${yearsBack ?? 0} år tidligere`
}

export const termText = (term: MethodTerm): string =>
  [
    `Holdes op mod ${yardstickText(term)}. Det tæller, når tallet er ${term.worse === 'HIGHER' ? 'højere' : 'lavere'}: ${bandsText(term.bands)}.`,
    term.floor ? `Gulv: fra ${term.floor.points} point er niveauet mindst ${term.floor.level}.` : '',
  ]
    .filter(Boolean)
    .join(' ')
