import type { FigureNumbers } from './facts.ts'

/** What becomes of a figure of the file: klar, uændret, rettelse, advarsel, afvist. */
export const verdicts = ['rejected', 'warned', 'corrected', 'ready', 'unchanged'] as const
export type Verdict = (typeof verdicts)[number]

export interface Remark {
  /** The column's heading. */
  column: string
  /** As it stands in the file. */
  value: string
  reason: string
}

/** A figure as it would be stored. */
export interface Storable extends FigureNumbers {
  versionId: number
  /** As `placeKey` names it. */
  place: string
  year: number
  /** The standing figure that it takes the place of. */
  correctsId: number | null
}

/** A figure of the file with what becomes of it; where a row cannot be read at all, the row. */
export interface JudgedFigure {
  sheet: string
  line: number
  /** »C«, the column of its value; empty: the row as a whole. */
  letter: string
  place: string
  indicator: string
  year: number | null
  /** As it stands in the file. */
  told: string
  verdict: Verdict
  remarks: Remark[]
  /** What stood before it, where it is corrected. */
  before: string
  store: Storable | null
}
