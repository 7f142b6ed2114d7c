import { type Day, yearOf } from '../../../../kernel/days.ts'
import { type Objection, objection } from '../../../../kernel/objection.ts'
import { isOn, type Period } from '../../../../kernel/periods.ts'
import {
  judgeRow as judgeAnswer,
  type RowAnswer,
  type RowVerdict,
  type RowWords,
  type StandingRow,
} from '../../../ground/answers/index.ts'
import type { StandardContent } from '../standard-content.ts'

export type StatementState = 'FULL' | 'PARTLY' | 'NOT' | 'NOT_RELEVANT'

/** What an organisation says of a point. */
export type PointAnswer = RowAnswer<StatementState>

/** Who is asked, by whom the version is for. An administrator owns no homes: it may answer for its associations. */
export const kindsAsked = {
  ALL: ['HOUSING_ORGANISATION', 'ASSOCIATION', 'DEPARTMENT'],
  HOUSING: ['HOUSING_ORGANISATION', 'ASSOCIATION'],
  MUNICIPALITY: ['DEPARTMENT'],
} as const satisfies Record<StandardContent['appliesTo'], readonly string[]>

/** §5: asked are those that the version applied to on the day the round was opened, each for itself. */
export const isAsked = (
  organisation: Period & { kind: string },
  round: { appliesTo: StandardContent['appliesTo']; openedOn: Day },
): boolean => {
  const kinds: readonly string[] = kindsAsked[round.appliesTo]
  return kinds.includes(organisation.kind) && isOn(organisation, round.openedOn)
}

/** Not to live fully up to a point; that a point does not concern one is no deviation. */
export const isDeviation = (state: StatementState): boolean => state === 'PARTLY' || state === 'NOT'

/** A statement is given when each point of the version has an answer; until then it is the organisation's own. */
export const isGiven = (points: readonly { key: string }[], answered: ReadonlySet<string>): boolean =>
  points.every(({ key }) => answered.has(key))

/** A year can be answered, late too, until the next year's round has been opened. */
export const isOpen = (round: { year: number }, newestYear: number): boolean => round.year === newestYear

/** Whether an organisation owes an answer today. */
export function owesStatement(facts: {
  organisation: Period & { kind: string }
  round: { year: number; appliesTo: StandardContent['appliesTo']; openedOn: Day }
  newestYear: number
  points: readonly { key: string }[]
  answered: ReadonlySet<string>
  /** Some version of the standard is in force: what has fallen asks nobody. */
  standardStands: boolean
  today: Day
}): boolean {
  const { organisation, round, newestYear, points, answered, standardStands, today } = facts
  return (
    standardStands &&
    isOpen(round, newestYear) &&
    isAsked(organisation, round) &&
    isOn(organisation, today) &&
    !isGiven(points, answered)
  )
}

/** What stands in the way of asking for a year's statements; all at once. */
export function objectionsToRound(asked: {
  year: number
  deadline: Day
  today: Day
  /** The year of the standard's latest round; null: it has none. */
  latestYear: number | null
}): Objection[] {
  const { year, deadline, today, latestYear } = asked
  const now = yearOf(today)
  const found: Objection[] = []
  if (year > now || year < now - 1)
    found.push(objection(`Redegørelserne gælder i år eller sidste år: ${now} eller ${now - 1}.`, 'year'))
  else if (latestYear !== null && year === latestYear)
    found.push(objection(`Redegørelserne for ${year} er allerede åbnet.`, 'year'))
  else if (latestYear !== null && year < latestYear)
    found.push(objection(`Redegørelserne for ${latestYear} er åbnet. Et tidligere år kan ikke åbnes bagefter.`, 'year'))
  if (deadline <= today)
    found.push(objection('Fristen skal ligge efter i dag, så organisationerne kan nå at svare.', 'deadline'))
  return found
}

/** An answer that stands in a row already. */
export type StandingAnswer = StandingRow<StatementState>

/**
 * What a row amounts to: an answer, nothing, or what is wrong. A reason is owed for all but »Lever op til« (follow or
 * explain). @param number the point's, as people count
 */
export const judgeRow = (
  said: Parameters<typeof judgeAnswer>[0],
  {
    number,
    ...row
  }: { standing: StandingAnswer | null; offered: StandingAnswer | null; field: string; number: number },
): RowVerdict<StatementState> => judgeAnswer(said, { ...row, words: wordsOf(number) })

const wordsOf = (number: number): RowWords<StatementState> => ({
  states: ['FULL', 'PARTLY', 'NOT', 'NOT_RELEVANT'],
  choose: `Vælg, om I lever op til punkt ${number}.`,
  meanwhile: by => `${by} har svaret på punkt ${number} imens. Gem igen, hvis dit svar skal gælde.`,
  owed: state => (state === 'FULL' ? null : reasonOwed[state](number)),
})

const reasonOwed: Record<Exclude<StatementState, 'FULL'>, (number: number) => string> = {
  PARTLY: number => `Skriv, hvad der mangler, før I lever helt op til punkt ${number}.`,
  NOT: number => `Skriv, hvorfor I ikke lever op til punkt ${number}.`,
  NOT_RELEVANT: number => `Skriv, hvorfor punkt ${number} ikke er relevant for jer.`,
}

/** The row with which the statement was whole for the first time; null: it is not. Rows in the order they were given. */
export function givenWith<Row extends { point: string }>(
  points: readonly { key: string }[],
  rows: readonly Row[],
): Row | null {
  const missing = new Set(points.map(({ key }) => key))
  for (const row of rows) {
    missing.delete(row.point)
    if (missing.size === 0) return row
  }
  return null
}

/**
 * Of a statement's rows, those that others than the organisation read: none before it was given, and then what stood
 * that moment and all that came after. What was tried and changed before is the organisation's own.
 */
export function publicRows<Row extends { id: number; point: string }>(
  points: readonly { key: string }[],
  rows: readonly Row[],
): Row[] {
  const last = givenWith(points, rows)
  if (last === null) return []
  return rows.filter(row => !rows.some(later => later.point === row.point && later.id > row.id && later.id <= last.id))
}
