import type { Actor } from '../../../../access/actor.ts'
import { answersAs } from '../../../../access/represented.ts'
import { isPast } from '../../../../kernel/last-day.ts'
import { readAdministrationsOn } from '../../../ground/parties/index.ts'
import type { HalfYear } from '../half-year.ts'
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

/** A strategy and an organisation: how far it is with each goal. */
export interface Cell {
  subject: RoundSubject
  /** In the order of the questions; null: not answered. */
  answers: { question: Question; answer: GivenAnswer | null }[]
  missing: number
}

export interface MatrixRow {
  organisation: AskedRow
  /** The reader answers for it. */
  own: boolean
  cells: Cell[]
  missing: number
}

/** A half-year: every organisation with every strategy, in five statements however much was answered. */
export function readMatrix(
  actor: Actor,
  half: HalfYear,
): { round: Round; subjects: RoundSubject[]; rows: MatrixRow[] } {
  const db = actor.database
  const round = findRound(db, half)
  const subjects = readSubjects(db, round.id)
  const standing = new Map(readStanding(db, round.id).map(answer => [keyOf(answer), answer]))
  const administrations = readAdministrationsOn(db, actor.today)
  const rows = readAsked(db, round.id).map(organisation => {
    const by = administrations.filter(({ associationId }) => associationId === organisation.id)
    const own = answersAs(actor, { id: organisation.id, administrators: by.map(one => one.administratorId) }) !== null
    const cells = subjects.map(subject => {
      const answers = subject.questions.map(question => ({
        question,
        answer:
          standing.get(keyOf({ subjectId: subject.id, organisationId: organisation.id, goal: question.key })) ?? null,
      }))
      return { subject, answers, missing: answers.filter(({ answer }) => answer === null).length }
    })
    return { organisation, own, cells, missing: cells.reduce((sum, { missing }) => sum + missing, 0) }
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
