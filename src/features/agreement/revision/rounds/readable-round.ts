import type { Actor } from '../../../../access/actor.ts'
import { viewOf } from '../../../../access/visibility.ts'
import { column, type RowOf, rowsOf } from '../../../../database/rows.ts'
import { notFound } from '../../../../kernel/refusal.ts'
import { sentItems } from '../../../meetings/cases/index.ts'
import { readableDrafts } from '../../agreement/index.ts'
import { keptRound } from './kept-round.ts'
import { latestDraft, type Round } from './load-round.ts'
import { draftOf } from './stored-round.ts'

/** The round with the latest draft that the person may read, instead of the latest there is. */
export async function readableRound(actor: Actor, year: number): Promise<Round> {
  return withReadableDraft(actor, (await keptRound(actor.database, year)).round)
}

const draftRow = rowsOf({
  id: column.number,
})

export async function withReadableDraft(actor: Actor, round: Round): Promise<Round> {
  const latest = latestDraft(round)
  if (!latest) return round
  const found = actor.database.sql.get(
    draftRow,
    `SELECT d.id FROM ConsolidatedDraft d WHERE d.roundId = ? AND ${readableDrafts(actor, 'd')}
     ORDER BY d.number DESC LIMIT 1`,
    round.id,
  )
  if (found?.id === latest.id) return round
  const earlier =
    found &&
    (await actor.database.prisma.consolidatedDraft.findUnique({
      where: { id: found.id },
      include: { signOffs: { orderBy: { id: 'asc' } } },
    }))
  return { ...round, drafts: earlier ? [draftOf(earlier)] : [] }
}

/** A page about the draft does not exist for whoever has none to read. @throws Refusal notFound */
export async function roundWithDraft(actor: Actor, year: number): Promise<Round> {
  const round = (await keptRound(actor.database, year)).round
  const readable = await withReadableDraft(actor, round)
  if (latestDraft(round) && !latestDraft(readable)) throw notFound()
  return readable
}

/** What the secretariats have settled is in a draft, and is read when that one is. */
export function isSettledInReadable(round: Round, settledAt: string | null): boolean {
  const draft = latestDraft(round)
  return settledAt !== null && draft !== null && settledAt <= draft.createdAt
}

const readableItem = rowsOf({
  id: column.number,
  title: column.text,
  position: column.number,
})
export type ReadableItem = RowOf<typeof readableItem>

/** Of the round's agenda items those that the person may read, as they were sent. */
export function readableItems(actor: Actor, round: Round): Map<number, ReadableItem> {
  const view = viewOf(actor)
  const sent = sentItems(view)
  const rows = actor.database.sql.all(
    readableItem,
    `SELECT i.id, ${sent.field('m', 'i', 'title')} AS title, ${sent.field('m', 'i', 'position')} AS position
     FROM AgendaItem i JOIN Meeting m ON m.id = i.meetingId LEFT JOIN Treatment t ON t.itemId = i.id
     WHERE i.id IN (SELECT value FROM json_each(?)) AND ${view.agendas('m')} AND ${sent.onAgenda('m', 'i')}
       AND ${view.itemTexts('m', 'i', 't')}`,
    JSON.stringify(round.items.map(({ itemId }) => itemId)),
  )
  return new Map(rows.map(row => [row.id, row]))
}

const decisionRow = rowsOf({
  id: column.number,
})

/** Of these decisions those that the person may know of. */
export function readableDecisions<One extends { id: number }>(actor: Actor, decisions: readonly One[]): One[] {
  if (decisions.length === 0) return []
  const seen = new Set(
    actor.database.sql
      .all(
        decisionRow,
        `SELECT d.id FROM Decision d WHERE d.id IN (SELECT value FROM json_each(?)) AND ${viewOf(actor).decisions('d')}`,
        JSON.stringify(decisions.map(({ id }) => id)),
      )
      .map(({ id }) => id),
  )
  return decisions.filter(({ id }) => seen.has(id))
}
