import type { Actor } from '../../../../access/actor.ts'
import type { Subject } from '../../../../access/policy.ts'
import { viewOf } from '../../../../access/visibility.ts'
import type { Database } from '../../../../database/database.ts'
import { rowReader } from '../../../../database/reader.ts'
import { column, foundRow, rowsOf } from '../../../../database/rows.ts'
import { notFound } from '../../../../kernel/refusal.ts'
import { findRules } from '../../../ground/bodies/index.ts'
import { sentItems } from '../../cases/index.ts'
import { bodyOf, type MeetingRow } from '../agenda/load-agenda.ts'
import { findMeeting } from '../queries.ts'
import { chairsOf } from '../steps/meeting-facts.ts'
import { isCalled } from '../steps/meeting-states.ts'

interface OnMeeting {
  db: Database
  params: { meeting: number }
}

/** What a right on `/moeder/:meeting` is asked about; null when there is no such meeting. */
export function meetingSubject({ db, params }: OnMeeting): Subject | null {
  const meeting = findMeeting(db, params.meeting)
  return meeting && { body: bodyOf(meeting) }
}

/** The same for opening and closing it: who may, the rules of the meeting's day say. */
export async function chairedSubject({ db, params }: OnMeeting): Promise<Subject | null> {
  const meeting = findMeeting(db, params.meeting)
  return (
    meeting && {
      body: bodyOf(meeting),
      ...chairsOf({ rules: await findRules(rowReader(db), meeting.bodyId, meeting.day) }),
    }
  )
}

/** The same for what only those who prepare the meeting read until its agenda is sent; cancelling unsends nothing. */
export function agendaSubject({ db, params }: OnMeeting): Subject | null {
  const meeting = findMeeting(db, params.meeting)
  return (
    meeting && {
      body: bodyOf(meeting),
      draft: !isCalled(meeting.state) && !(meeting.state === 'CANCELLED' && wasSent(db, meeting.id)),
    }
  )
}

const wasSent = (db: Database, id: number): boolean =>
  db.sql.get(foundRow, 'SELECT 1 AS found FROM AgendaVersion WHERE meetingId = ? LIMIT 1', id) !== undefined

interface OnItem {
  actor: Actor
  db: Database
  params: { meeting: number; item: number }
}

const itemRow = rowsOf({ id: column.number })

/**
 * The same for one item of the meeting in the address. An item of another meeting does not exist there, nor one that
 * is not on the agenda as the person reads it, nor a closed one that is withheld from the person.
 */
export function itemSubject({ actor, db, params }: OnItem): Subject | null {
  const view = viewOf(actor)
  const item = db.sql.get(
    itemRow,
    `SELECT i.id FROM AgendaItem i JOIN Meeting m ON m.id = i.meetingId LEFT JOIN Treatment t ON t.itemId = i.id
     WHERE i.id = ? AND m.id = ? AND ${view.agendas('m')} AND ${sentItems(view).onAgenda('m', 'i')}
       AND ${view.itemTexts('m', 'i', 't')}`,
    params.item,
    params.meeting,
  )
  return item ? agendaSubject({ db, params }) : null
}

/** The meeting that the right was asked about: it was there a moment ago. */
export function found(db: Database, id: number): MeetingRow {
  const meeting = findMeeting(db, id)
  if (!meeting) throw notFound()
  return meeting
}

/** A confirmation, with what the act brought with it. */
export const told = (message: string, notice: string | null | undefined): string =>
  [message, notice].filter(Boolean).join(' ')

/** An attachment of one of the meeting's items. */
export function attachmentSubject({
  actor,
  db,
  params,
}: {
  actor: Actor
  db: Database
  params: { meeting: number; attachment: number }
}): Subject | null {
  const item = itemOfAttachment(db, params.attachment)
  return item ? itemSubject({ actor, db, params: { meeting: params.meeting, item } }) : null
}

const ofItemRow = rowsOf({ itemId: column.number })

export const itemOfAttachment = (db: Database, id: number): number | undefined =>
  db.sql.get(ofItemRow, 'SELECT itemId FROM Attachment WHERE id = ?', id)?.itemId

/** A question to one of the meeting's items, for those who read the agenda. */
export function questionSubject({
  actor,
  db,
  params,
}: {
  actor: Actor
  db: Database
  params: { meeting: number; question: number }
}): Subject | null {
  const item = itemOfQuestion(db, params.question)
  return item ? itemSubject({ actor, db, params: { meeting: params.meeting, item } }) : null
}

const ofItem2Row = rowsOf({ itemId: column.number })

export const itemOfQuestion = (db: Database, id: number): number | undefined =>
  db.sql.get(ofItem2Row, 'SELECT itemId FROM ItemQuestion WHERE id = ?', id)?.itemId
