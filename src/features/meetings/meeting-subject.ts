import type { Subject } from '../../access/policy.ts'
import type { Database } from '../../database/database.ts'
import { notFound } from '../../kernel/refusal.ts'
import { bodyOf, type MeetingRow } from './load-agenda.ts'
import { isCalled } from './meeting-states.ts'
import { meetingRow } from './queries.ts'

interface OnMeeting {
  db: Database
  params: { meeting: number }
}

/** What a right on `/moeder/:meeting` is asked about; null when there is no such meeting. */
export function meetingSubject({ db, params }: OnMeeting): Subject | null {
  const meeting = meetingRow(db, params.meeting)
  return meeting && { body: bodyOf(meeting) }
}

/** The same for what only those who prepare the meeting read until its agenda is sent; cancelling unsends nothing. */
export function agendaSubject({ db, params }: OnMeeting): Subject | null {
  const meeting = meetingRow(db, params.meeting)
  return (
    meeting && {
      body: bodyOf(meeting),
      draft: !isCalled(meeting.state) && !(meeting.state === 'CANCELLED' && wasSent(db, meeting.id)),
    }
  )
}

const wasSent = (db: Database, id: number): boolean =>
  db.sql.get('SELECT 1 FROM AgendaVersion WHERE meetingId = ? LIMIT 1', id) !== undefined

/** The same for one item of the meeting in the address; an item of another meeting does not exist there. */
export function itemSubject({
  db,
  params,
}: {
  db: Database
  params: { meeting: number; item: number }
}): Subject | null {
  const item = db.sql.get<{ id: number }>(
    'SELECT id FROM AgendaItem WHERE id = ? AND meetingId = ? AND removedAt IS NULL',
    params.item,
    params.meeting,
  )
  return item ? meetingSubject({ db, params }) : null
}

/** An item's questions: for those who read the agenda. */
export function itemReadingSubject(ctx: { db: Database; params: { meeting: number; item: number } }): Subject | null {
  return itemSubject(ctx) && agendaSubject(ctx)
}

/** The meeting that the right was asked about: it was there a moment ago. */
export function found(db: Database, id: number): MeetingRow {
  const meeting = meetingRow(db, id)
  if (!meeting) throw notFound()
  return meeting
}

/** A confirmation, with what the act brought with it. */
export const told = (message: string, notice: string | null | undefined): string =>
  [message, notice].filter(Boolean).join(' ')

/** An attachment of one of the meeting's items. */
export function attachmentSubject({
  db,
  params,
}: {
  db: Database
  params: { meeting: number; attachment: number }
}): Subject | null {
  const row = db.sql.get<{ itemId: number }>('SELECT itemId FROM Attachment WHERE id = ?', params.attachment)
  return row ? itemSubject({ db, params: { meeting: params.meeting, item: row.itemId } }) : null
}

/** A question to one of the meeting's items, for those who read the agenda. */
export function questionSubject({
  db,
  params,
}: {
  db: Database
  params: { meeting: number; question: number }
}): Subject | null {
  const row = db.sql.get<{ itemId: number }>('SELECT itemId FROM ItemQuestion WHERE id = ?', params.question)
  return row ? itemReadingSubject({ db, params: { meeting: params.meeting, item: row.itemId } }) : null
}
