import { addDays, type Day, dayInRow } from '../../../kernel/days.ts'

/** The days of a mandate. Its state follows from them, so that it is right also when no scheduler ran. */
export interface MandatePeriod {
  from: Day
  to: Day | null
  /** The deciding body's meeting; empty: none is told. */
  sourceDay: string
  /** The first day on which a later mandate counts instead. */
  supersededFrom: Day | null
  revokedFrom: Day | null
  activatedAt: string | null
}

export type MandateState = 'DRAFT' | 'COMING' | 'IN_FORCE' | 'EXPIRED' | 'SUPERSEDED' | 'REVOKED'

/** The first day that a mandate holds: never before the deciding body's own meeting. */
export const holdsFrom = ({ from, sourceDay }: Pick<MandatePeriod, 'from' | 'sourceDay'>): Day =>
  sourceDay > from ? dayInRow(sourceDay) : from

/** Its last day: its own, or the day before a later mandate takes its place; null: until it is revoked. */
export function lastDayOf({ to, supersededFrom }: Pick<MandatePeriod, 'to' | 'supersededFrom'>): Day | null {
  if (supersededFrom === null) return to
  const before = addDays(supersededFrom, -1)
  return to !== null && to < before ? to : before
}

export function mandateStateOn(mandate: MandatePeriod, on: Day): MandateState {
  if (mandate.revokedFrom !== null && mandate.revokedFrom <= on) return 'REVOKED'
  if (mandate.activatedAt === null) return 'DRAFT'
  const last = lastDayOf(mandate)
  const first = holdsFrom(mandate)
  if (last !== null && (last < on || last < first)) return last === mandate.to ? 'EXPIRED' : 'SUPERSEDED'
  return first > on ? 'COMING' : 'IN_FORCE'
}

/** Its last day also where it is revoked; null: it has none. */
export function endOf(mandate: Pick<MandatePeriod, 'to' | 'supersededFrom' | 'revokedFrom'>): Day | null {
  const last = lastDayOf(mandate)
  if (mandate.revokedFrom === null) return last
  const before = addDays(mandate.revokedFrom, -1)
  return last !== null && last < before ? last : before
}

const never = '9999-12-31'

/** The same as SQL, where none is the last day of all. `m` is the mandate's alias. */
const endSql = (m: string): string =>
  `min(coalesce(${m}."to", '${never}'), coalesce(date(${m}.revokedFrom, '-1 day'), '${never}'),
    coalesce(date(${m}.supersededFrom, '-1 day'), '${never}'))`

/** SQL condition: it is in force on a day, which is the one value to bind. */
export const inForceSql = (m: string): string =>
  `(${m}.activatedAt IS NOT NULL AND ? BETWEEN max(${m}."from", ${m}.sourceDay) AND ${endSql(m)})`

/** SQL: its last day as `endOf` has it. */
export const endOrNullSql = (m: string): string => `nullif(${endSql(m)}, '${never}')`

/** Days ahead of its last day that a mandate is marked as running out. */
export const expiryNotice = 90

/** Whether it is in force and runs out within the notice, with nothing in its place. */
export function runsOut(mandate: MandatePeriod, today: Day): boolean {
  const end = endOf(mandate)
  return (
    mandateStateOn(mandate, today) === 'IN_FORCE' &&
    mandate.supersededFrom === null &&
    end !== null &&
    end <= addDays(today, expiryNotice)
  )
}

/** The same as SQL; its values are `runsOutValues`. */
export const runsOutSql = (m: string): string =>
  `(${inForceSql(m)} AND ${m}.supersededFrom IS NULL AND ${endSql(m)} <= ?)`

export const runsOutValues = (today: Day): [Day, Day] => [today, addDays(today, expiryNotice)]

/** Whether it is still a draft, and its protocol is awaited. */
export const isAwaitedDraft = ({ activatedAt, revokedFrom }: MandatePeriod): boolean =>
  activatedAt === null && revokedFrom === null

export const awaitedDraftSql = (m: string): string => `(${m}.activatedAt IS NULL AND ${m}.revokedFrom IS NULL)`
