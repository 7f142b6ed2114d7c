import type { View } from '../../../../access/visibility.ts'
import type { ReadClient } from '../../../../database/database.ts'
import type { Prisma } from '../../../../database/generated/client.ts'
import type { Tx } from '../../../../database/write.ts'
import { type Day, dayInRow, type Instant, momentInRow } from '../../../../kernel/days.ts'
import type { Period } from '../../../../kernel/periods.ts'
import { compareDanish } from '../../../../kernel/text.ts'
import { loadTexts } from '../../../decisions/adoption/index.ts'
import type { StandardPoint } from '../standard-content.ts'
import { standardKind } from '../standard-kind.ts'
import { isAsked, type StandingAnswer } from './statement-rules.ts'

/** What reads statements: a page's client, or a transaction. */
type Reads = Pick<ReadClient, Model> | Pick<Tx, Model>
type Model = 'statementRound' | 'statementAnswer' | 'sharedText' | 'agendaItem'

const answerParts = { by: { select: { name: true } }, as: { select: { name: true } } } as const
type StoredAnswer = Prisma.StatementAnswerGetPayload<{ include: typeof answerParts }>

export interface AnswerRow extends StandingAnswer {
  point: string
  at: Instant
  /** The administrator that answered in the association's place. */
  as: string | null
  confirms: boolean
}

/** A round that an organisation is asked in and can answer, with what it has answered. */
export interface OpenStatement {
  roundId: number
  slug: string
  title: string
  version: number
  year: number
  openedOn: Day
  deadline: Day
  points: StandardPoint[]
  /** In the order they were given. */
  rows: AnswerRow[]
  /** The round before it; null: it is the first. */
  before: { year: number; points: StandardPoint[]; rows: AnswerRow[] } | null
}

/** How many of its points have no answer. */
export const missingIn = ({ points, rows }: OpenStatement): number =>
  points.filter(({ key }) => lastOf(rows, key) === null).length

/** The last answer at a point. */
export const lastOf = (rows: readonly AnswerRow[], point: string): AnswerRow | null =>
  rows.findLast(row => row.point === point) ?? null

/**
 * All that an organisation is asked about the standards and can still answer, answered or not, by title. A fixed number
 * of statements. @param sight what the reader sees of the decisions that have the standards in force
 */
export async function loadOpen(
  reads: Reads,
  organisation: Period & { id: number; kind: string },
  today: Day,
  sight?: Pick<View, 'readsClosed' | 'readsDrafts'>,
): Promise<OpenStatement[]> {
  const client = reads as Tx
  const rounds = await client.statementRound.findMany({
    orderBy: { year: 'asc' },
    include: { draft: true, text: { select: { slug: true } } },
  })
  const textIds = [...new Set(rounds.map(({ textId }) => textId))]
  const texts = await loadTexts(client, standardKind, { ids: textIds }, today, sight)
  const standing = new Set(texts.filter(text => text.standing !== null).map(({ id }) => id))
  const asked = textIds.flatMap(id => {
    const of = rounds.filter(({ textId }) => textId === id)
    const newest = of.at(-1)
    if (!newest || !standing.has(newest.textId)) return []
    const { appliesTo, points } = standardKind.sealed.thaw(newest.draft.content)
    if (!isAsked(organisation, { appliesTo, openedOn: dayInRow(newest.openedOn) })) return []
    return [{ newest, points, before: of.at(-2) ?? null }]
  })
  const answers = await client.statementAnswer.findMany({
    where: {
      organisationId: organisation.id,
      roundId: { in: asked.flatMap(({ newest, before }) => [newest.id, ...(before ? [before.id] : [])]) },
    },
    orderBy: { id: 'asc' },
    include: answerParts,
  })
  const rowsOf = (roundId: number) => answers.filter(row => row.roundId === roundId).map(answerRow)
  return asked
    .map(({ newest, points, before }) => ({
      roundId: newest.id,
      slug: newest.text.slug,
      title: newest.draft.title,
      version: newest.draft.version,
      year: newest.year,
      openedOn: dayInRow(newest.openedOn),
      deadline: dayInRow(newest.deadline),
      points,
      rows: rowsOf(newest.id),
      before: before && {
        year: before.year,
        points: standardKind.sealed.thaw(before.draft.content).points,
        rows: rowsOf(before.id),
      },
    }))
    .toSorted((one, other) => compareDanish(one.title, other.title))
}

const answerRow = (row: StoredAnswer): AnswerRow => ({
  id: row.id,
  point: row.point,
  state: row.state,
  reason: row.reason,
  evidence: row.evidence,
  by: row.by.name,
  as: row.as?.name ?? null,
  at: momentInRow(row.at),
  confirms: row.confirmsId !== null,
})
