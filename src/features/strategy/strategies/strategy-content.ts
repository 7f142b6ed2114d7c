import type { Day } from '../../../kernel/days.ts'

/** What the parties adopt as a strategy in the wide sense (R14, R33). */
export const strategyTypes = { POLICY: 'Politik', STRATEGY: 'Strategi', GUIDELINE: 'Retningslinje' } as const
export type StrategyType = keyof typeof strategyTypes

/** The same inside a sentence. */
export const strategyNouns = { POLICY: 'politikken', STRATEGY: 'strategien', GUIDELINE: 'retningslinjen' } as const

/** Somebody or something of the cooperation as the text names it: the name stays when it is called something else later. */
export interface Named {
  id: number
  name: string
}

export interface Responsible {
  organisation: Named | null
  /** A function or a name: »Chefen for udlejning«. */
  who: string
}

export interface StrategySection {
  /** Lasting, »a1«: a hearing answers a section by it. */
  key: string
  title: string
  text: string
}

/** What a target is measured by, as it was called when the text was written. */
export interface TargetIndicator extends Named {
  unit: string
  decimals: number
}

interface TargetTerms {
  /** Lasting, »d1«: appraisals name the target by it. */
  key: string
  title: string
  /** What it means, and for a qualitative one: what shows that it is reached. */
  text: string
  /** When it is to be reached. */
  year: number | null
  /** The organisation that answers for it. */
  owner: Named | null
}

export interface MeasuredTarget extends TargetTerms {
  measure: 'INDICATOR'
  indicator: TargetIndicator | null
  /** A housing area; null: the whole town. */
  place: Named | null
  baseline: { value: number | null; year: number | null; source: string }
  /** To be reached. In the indicator's unit. */
  value: number | null
}

/** Judged in words, once a year. */
export interface QualitativeTarget extends TargetTerms {
  measure: 'QUALITATIVE'
}

export type Target = MeasuredTarget | QualitativeTarget

export interface Goal {
  /** Lasting, »m1«: actions and implementation name the goal by it. */
  key: string
  title: string
  text: string
  targets: Target[]
}

export interface GuidingStar {
  /** Lasting, »p1«. */
  key: string
  title: string
  text: string
  goals: Goal[]
}

export interface StrategyContent {
  type: StrategyType
  title: string
  purpose: string
  /** The horizon, both days counted. */
  from: Day
  to: Day
  /** By when the parties look at it anew. */
  reviewOn: Day | null
  /** The housing areas that it is about; null: all of them. */
  areas: Named[] | null
  /** All of them, as they were when it was written: what was adopted for all areas was adopted for these. */
  allAreas: Named[]
  themes: string[]
  responsible: { HOUSING: Responsible; MUNICIPALITY: Responsible }
  sections: StrategySection[]
  stars: GuidingStar[]
}
