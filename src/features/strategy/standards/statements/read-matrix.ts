import type { Actor } from '../../../../access/actor.ts'
import { answersAs } from '../../../../access/represented.ts'
import { type Day, dayOf, type Instant } from '../../../../kernel/days.ts'
import { isPast } from '../../../../kernel/last-day.ts'
import { readAdministrationsOn } from '../../../ground/parties/index.ts'
import { type AskedRow, findRound, type GivenAnswer, type Round, readAnswers, readAsked } from './queries.ts'
import { givenWith, isDeviation, publicRows } from './statement-rules.ts'

/** Where an organisation's statement stands to a reader. */
export interface Statement {
  organisation: AskedRow
  /** When its last point was answered; null: it has not been given. */
  given: Instant | null
  late: boolean
  /** The reader answers for the organisation, and sees what it has come to. */
  own: boolean
  /** How many points have an answer: told to its own people alone while it is not given. */
  answered: number
  /** What this reader may see of what was answered, in the order it was given. */
  rows: GivenAnswer[]
}

/** A year's round and all statements in it: in a fixed number of statements. */
export function readMatrix(actor: Actor, slug: string, year: number): { round: Round; statements: Statement[] } {
  const db = actor.database
  const round = findRound(db, slug, year)
  const administrations = readAdministrationsOn(db, actor.today)
  const answers = readAnswers(db, round.id)
  const statements = readAsked(db, round.id).map(organisation => {
    const rows = answers.filter(({ organisationId }) => organisationId === organisation.id)
    const by = administrations.filter(({ associationId }) => associationId === organisation.id)
    const own = answersAs(actor, { id: organisation.id, administrators: by.map(one => one.administratorId) }) !== null
    const given = givenWith(round.points, rows)?.at ?? null
    return {
      organisation,
      given,
      late: given !== null && isPast(round.deadline, dayOf(given)),
      own,
      answered: new Set(rows.map(({ point }) => point)).size,
      rows: own ? rows : publicRows(round.points, rows),
    }
  })
  return { round, statements }
}

/** What stands at a point. */
export const standingAt = ({ rows }: Statement, point: string): GivenAnswer | null =>
  rows.findLast(row => row.point === point) ?? null

/** Those of a statement's answers that stand and explain why it does not live fully up to a point. */
export const deviationsOf = (round: Round, statement: Statement): GivenAnswer[] =>
  statement.given === null
    ? []
    : round.points.flatMap(({ key }) => {
        const answer = standingAt(statement, key)
        return answer && isDeviation(answer.state) ? [answer] : []
      })

/** Whether it is missing after the last day. */
export const isOverdue = (round: Round, statement: Statement, today: Day): boolean =>
  statement.given === null && isPast(round.deadline, today)
