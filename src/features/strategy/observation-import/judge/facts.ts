import type { Day } from '../../../../kernel/days.ts'

/** What rows are judged by: all that the portal has, as it stood when the judging began. */
export interface JudgeFacts {
  today: Day
  indicators: KnownIndicator[]
  places: KnownPlace[]
  standing: StandingFigure[]
}

export interface KnownIndicator {
  slug: string
  name: string
  /** Its latest version, which figures are delivered for. */
  versionId: number
  unit: string
  decimals: number
  /** It has a denominator: its value is a part of something. */
  hasDenominator: boolean
}

export type Level = 'ESTATE' | 'AREA' | 'DISTRICT' | 'TOWN' | 'REGION' | 'COUNTRY'

export interface KnownPlace {
  /** As `placeKey` names it. */
  key: string
  level: Level
  label: string
  /** All that it may be called in a file. */
  names: string[]
  from: Day
  to: Day | null
}

export type MissingKind = 'NOT_COLLECTED' | 'NOT_APPLICABLE' | 'WITHHELD' | 'NOT_DELIVERED'

/** A figure's numbers; the value in whole steps of the version's last decimal. */
export interface FigureNumbers {
  value: number | null
  numerator: number | null
  denominator: number | null
  missing: MissingKind | null
}

export interface StandingFigure extends FigureNumbers {
  id: number
  versionId: number
  place: string
  year: number
  /** Never told, and so not here either: not when it is corrected. */
  withheld: boolean
}

export const levelNames: Record<Level, string> = {
  ESTATE: 'afdeling',
  AREA: 'boligområde',
  DISTRICT: 'bydel',
  TOWN: 'hele byen',
  REGION: 'regionen',
  COUNTRY: 'hele landet',
}
