import type { Actor } from '../../../../access/actor.ts'
import { answersAs } from '../../../../access/represented.ts'
import type { Database } from '../../../../database/database.ts'
import { untilCommitMade } from '../../../../database/until-commit.ts'
import { type Day, dayOf } from '../../../../kernel/days.ts'
import { isPast } from '../../../../kernel/last-day.ts'
import { readAdministrationsOn } from '../../../ground/parties/index.ts'
import { type HalfYear, halfKey } from '../half-year.ts'
import type { ImplementationState } from '../implementation-rules.ts'
import {
  type AskedRow,
  findRound,
  type GivenAnswer,
  type RoundSubject,
  readAsked,
  readStanding,
  readSubjects,
} from '../queries.ts'
import type { Question } from '../questions.ts'

export type Round = ReturnType<typeof findRound>

/** An answer that stands, with the Danish day on which it was given. */
export type DatedAnswer = GivenAnswer & { day: Day }

/** A strategy and an organisation: how far it is with each goal. */
export interface Cell {
  subject: RoundSubject
  /** In the order of the questions; null: not answered. */
  answers: { question: Question; answer: DatedAnswer | null }[]
  missing: number
}

export interface MatrixRow {
  organisation: AskedRow
  /** The reader answers for it. */
  own: boolean
  cells: Cell[]
  missing: number
}

interface Matrix {
  round: Round
  subjects: RoundSubject[]
  rows: Omit<MatrixRow, 'own'>[]
}

/** Half-years that are kept at a time: people go between the last two. */
const kept = untilCommitMade<Matrix>(4)

/**
 * A half-year: every organisation with every strategy, in five statements however much was answered. What is alike for
 * everybody is kept until something is committed: thirteen organisations with two hundred rows each took 40 ms to read.
 */
export function readMatrix(
  actor: Actor,
  half: HalfYear,
): { round: Round; subjects: RoundSubject[]; rows: MatrixRow[] } {
  const db = actor.database
  const { round, subjects, rows } = kept(db, halfKey(half), () => readRows(db, half))
  const administrations = readAdministrationsOn(db, actor.today)
  return {
    round,
    subjects,
    rows: rows.map(row => {
      const { id } = row.organisation
      const by = administrations.filter(({ associationId }) => associationId === id)
      const own = answersAs(actor, { id, administrators: by.map(one => one.administratorId) }) !== null
      return { ...row, own }
    }),
  }
}

function readRows(db: Database, half: HalfYear): Matrix {
  const round = findRound(db, half)
  const subjects = readSubjects(db, round.id)
  const standing = new Map(
    readStanding(db, round.id).map(answer => [keyOf(answer), { ...answer, day: dayOf(answer.at) }]),
  )
  const rows = readAsked(db, round.id).map(organisation => {
    const cells = subjects.map(subject => {
      const answers = subject.questions.map(question => ({
        question,
        answer:
          standing.get(keyOf({ subjectId: subject.id, organisationId: organisation.id, goal: question.key })) ?? null,
      }))
      return { subject, answers, missing: answers.filter(({ answer }) => answer === null).length }
    })
    return { organisation, cells, missing: cells.reduce((sum, { missing }) => sum + missing, 0) }
  })
  return { round, subjects, rows }
}

const keyOf = ({ subjectId, organisationId, goal }: Pick<GivenAnswer, 'subjectId' | 'organisationId' | 'goal'>) =>
  `${subjectId} ${organisationId} ${goal}`

export const isLate = ({ deadline }: Round, missing: number, today: Actor['today']): boolean =>
  missing > 0 && isPast(deadline, today)

/** Those of a row's answers that say so. */
export const answersOf = ({ cells }: MatrixRow, state: ImplementationState) =>
  cells.flatMap(({ subject, answers }) =>
    answers.flatMap(({ question, answer }) => (answer?.state === state ? [{ subject, question, answer }] : [])),
  )
