import type { RowReader } from '../../../database/reader.ts'
import { column, type RowOf, rowsOf } from '../../../database/rows.ts'
import type { Day } from '../../../kernel/days.ts'
import type { Period } from '../../../kernel/periods.ts'
import { compareDanish } from '../../../kernel/text.ts'
import { adoptedSql, inForceSql } from '../../decisions/adoption/index.ts'
import { strategyKind } from '../strategies/index.ts'
import { type HalfYear, halfText } from './half-year.ts'
import type { ImplementationState } from './implementation-rules.ts'
import { askedSql, openSql } from './owed-sql.ts'
import { type Question, questionsOf } from './questions.ts'

const subjectRow = rowsOf({
  subjectId: column.number,
  textId: column.number,
  slug: column.text,
  title: column.text,
  version: column.number,
  content: column.text,
  year: column.number,
  half: column.number,
  deadline: column.day,
})

const answerRow = rowsOf({
  id: column.number,
  subjectId: column.number,
  textId: column.number,
  goal: column.text,
  state: column.oneOf<ImplementationState>(),
  reason: column.text,
  evidence: column.text,
  by: column.text,
  as: column.orNull(column.text),
  at: column.moment,
  confirms: column.flag,
  year: column.number,
  half: column.number,
  draftId: column.number,
})
export type AnswerRow = RowOf<typeof answerRow>

const contentRow = rowsOf({ id: column.number, content: column.text })

/** A strategy that an organisation is asked about and can answer for, with what it has answered. */
export interface OpenSubject {
  subjectId: number
  slug: string
  title: string
  version: number
  half: HalfYear
  deadline: Day
  questions: Question[]
  /** In the order they were given. */
  rows: AnswerRow[]
  /** The last answer of an earlier half-year, with the question as it stood then. */
  before: ReadonlyMap<string, AnswerRow & { question: Question | null }>
}

export const lastOf = (rows: readonly AnswerRow[], key: string): AnswerRow | null =>
  rows.findLast(({ goal }) => goal === key) ?? null

export const missingIn = ({ questions, rows }: OpenSubject): number =>
  questions.filter(({ key }) => lastOf(rows, key) === null).length

/** »1. halvår 2026« */
export const halfOf = ({ year, half }: { year: number; half: number }): string =>
  halfText({ year, half: half === 1 ? 1 : 2 })

/**
 * All that an organisation is asked about the strategies and can still answer, answered or not, by title: three
 * statements. @param seen SQL condition: which decisions `d` the reader may see
 */
export async function loadOpen(
  read: RowReader,
  organisation: Period & { id: number },
  today: Day,
  seen?: string,
): Promise<OpenSubject[]> {
  const subjects = await read(
    subjectRow,
    `WITH RECURSIVE ${adoptedSql(seen)}, ${inForceSql}
     SELECT u.id AS subjectId, u.textId, s.slug, d.title, d.version, d.content, r.year, r.half, r.deadline
     FROM ImplementationRound r JOIN ImplementationSubject u ON u.roundId = r.id JOIN TextDraft d ON d.id = u.draftId
       JOIN SharedText s ON s.id = u.textId JOIN Organisation o ON o.id = ?
     WHERE ${openSql} AND ${askedSql} AND EXISTS (SELECT 1 FROM inForce f WHERE f.textId = u.textId)`,
    today,
    organisation.id,
  )
  if (subjects.length === 0) return []
  const texts = subjects.map(({ textId }) => textId).join(',')
  const answers = await read(
    answerRow,
    `SELECT a.id, a.subjectId, u.textId, a.goal, a.state, a.reason, a.evidence, p.name AS by, x.name AS "as", a.at,
            a.confirmsId IS NOT NULL AS confirms, r.year, r.half, u.draftId
     FROM ImplementationAnswer a JOIN ImplementationSubject u ON u.id = a.subjectId
       JOIN ImplementationRound r ON r.id = u.roundId JOIN Person p ON p.id = a.byId LEFT JOIN Organisation x ON x.id = a.asId
     WHERE a.organisationId = ? AND u.textId IN (${texts}) ORDER BY a.id`,
    organisation.id,
  )
  const earlier = answers.filter(answer => !subjects.some(({ subjectId }) => subjectId === answer.subjectId))
  const asked = await questionsThen(read, [...new Set(earlier.map(({ draftId }) => draftId))])
  return subjects
    .map(({ textId, content, year, half, ...subject }) => ({
      ...subject,
      half: { year, half: half === 1 ? 1 : 2 } satisfies HalfYear,
      questions: questionsOf(strategyKind.sealed.thaw(content)),
      rows: answers.filter(({ subjectId }) => subjectId === subject.subjectId),
      // A later one takes the place of one before it.
      before: new Map(
        earlier
          .filter(answer => answer.textId === textId)
          .map(answer => [
            answer.goal,
            { ...answer, question: asked.get(answer.draftId)?.find(({ key }) => key === answer.goal) ?? null },
          ]),
      ),
    }))
    .toSorted((one, other) => compareDanish(one.title, other.title))
}

async function questionsThen(read: RowReader, draftIds: readonly number[]): Promise<Map<number, Question[]>> {
  if (draftIds.length === 0) return new Map()
  const drafts = await read(contentRow, `SELECT id, content FROM TextDraft WHERE id IN (${draftIds.join(',')})`)
  return new Map(drafts.map(({ id, content }) => [id, questionsOf(strategyKind.sealed.thaw(content))]))
}
