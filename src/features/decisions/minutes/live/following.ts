import { type Actor, actorOf } from '../../../../access/actor.ts'
import { mayDo } from '../../../../access/policy.ts'
import { viewOf } from '../../../../access/visibility.ts'
import type { Database } from '../../../../database/database.ts'
import type { NewEvent } from '../../../../database/events.ts'
import { rowReader } from '../../../../database/reader.ts'
import { column, foundRow, rowsOf } from '../../../../database/rows.ts'
import type { Following, LiveChange } from '../../../../http/live/hub.ts'
import { notFound } from '../../../../kernel/refusal.ts'
import { bodyOf, loadMeeting } from '../../../meetings/meetings/index.ts'

export const meetingTopic = (meetingId: number): string => `moede-${meetingId}`

/** One who follows a meeting in session, at an item of it or at the whole. */
export async function followingOf(actor: Actor, meetingId: number, item: number | null): Promise<Following> {
  const { database, person } = actor
  if (!person) throw notFound()
  const body = bodyOf(await loadMeeting(rowReader(database), meetingId))
  return {
    topic: meetingTopic(meetingId),
    person: { id: person.id, name: person.name },
    at: item,
    works: mayDo(actor, 'minute', { body }),
    // With the seats and the recusals of the moment: they may have changed since the line was opened.
    mayHear(thing, at) {
      const now = actorOf(database, person.id, at)
      return mayDo(now, 'readWhileOpen', { body }) && (thing === null || mayReadItem(now, meetingId, thing))
    },
  }
}

const mayReadItem = (actor: Actor, meetingId: number, itemId: number): boolean =>
  actor.database.sql.get(
    foundRow,
    `SELECT 1 AS found FROM AgendaItem i JOIN Meeting m ON m.id = i.meetingId LEFT JOIN Treatment t ON t.itemId = i.id
     WHERE i.id = ? AND m.id = ? AND ${viewOf(actor).itemTexts('m', 'i', 't')}`,
    itemId,
    meetingId,
  ) !== undefined

const placeRow = rowsOf({ meetingId: column.number, itemId: column.number })

const placeOf: Record<string, string> = {
  item: 'SELECT meetingId, id AS itemId FROM AgendaItem WHERE id = ?',
  decision: 'SELECT meetingId, itemId FROM Decision WHERE id = ?',
  followUp: 'SELECT i.meetingId, i.id AS itemId FROM FollowUp f JOIN AgendaItem i ON i.id = f.itemId WHERE f.id = ?',
}

/** Of what was committed, the meetings and items that it concerns. */
export function changesOf({ sql }: Database, events: readonly NewEvent[]): LiveChange[] {
  const found = new Map<string, LiveChange>()
  for (const { subject, subjectId } of events) {
    const statement = placeOf[subject]
    const place = statement ? sql.get(placeRow, statement, subjectId) : undefined
    const meeting = subject === 'meeting' ? subjectId : place?.meetingId
    if (meeting === undefined) continue
    const change = { topic: meetingTopic(meeting), thing: place?.itemId ?? null }
    found.set(`${change.topic} ${change.thing}`, change)
  }
  return [...found.values()]
}
