import { z } from 'zod'
import type { Actor, BodyKind, Side } from '../../../../access/actor.ts'
import { isActiveSql, isAwaitedSql, isUnsentSql } from '../../../../access/meeting-states.ts'
import { type BodySubject, holdsSeat, prepares } from '../../../../access/policy.ts'
import { viewOf } from '../../../../access/visibility.ts'
import type { Database } from '../../../../database/database.ts'
import { column, type RowOf, rowsOf } from '../../../../database/rows.ts'
import { untilCommit } from '../../../../database/until-commit.ts'
import { addWorkdays } from '../../../../kernel/days.ts'
import { rulesInForceSql } from '../../../ground/bodies/index.ts'
import { isWritten } from '../meeting/written-procedure.ts'
import { type MeetingState, stateOnDay } from '../steps/meeting-states.ts'
import type { SeatFacts, WaitingMeeting } from './waiting-rules.ts'

/** A meeting that something is still to happen with. */
export interface ActiveMeeting extends WaitingMeeting {
  startsAt: string
  place: string
  body: BodySubject
}

/** Those that the actor may see, soonest first. */
export function activeMeetings(actor: Actor): ActiveMeeting[] {
  const view = viewOf(actor)
  return everyActiveMeeting(actor.database, 'all').filter(meeting => {
    if (!view.readsBody(meeting.body)) return false
    const { state, objectionsUntil, openObjections } = meeting
    const now = stateOnDay({ state, objectionsUntil, objectionsUnanswered: openObjections }, actor.today)
    return now !== 'MINUTES_APPROVED'
  })
}

/** How the actor sits in the body whose meeting it is, worked out once for each. */
export function seatsByBody(actor: Actor): (body: BodySubject) => SeatFacts {
  const known = new Map<number, SeatFacts>()
  const secretariatSide = actor.seats.find(seat => seat.bodyKind === 'SECRETARIAT')?.bodySide ?? null
  return body => {
    let seat = known.get(body.id)
    if (!seat) {
      seat = {
        prepares: prepares(actor, body),
        secretariatSide,
        chairs: holdsSeat(actor, body, ['CHAIR', 'VICE_CHAIR']),
        member: holdsSeat(actor, body),
      }
      known.set(body.id, seat)
    }
    return seat
  }
}

/** The same for everyone who asks; what of it a person may see is decided above. */
const everyActiveMeeting = untilCommit<'all', ActiveMeeting[]>(1, database =>
  readMeetings(database).map(row => ({
    id: row.id,
    day: row.day,
    startsAt: row.startsAt,
    place: row.place,
    noticeDay: addWorkdays(row.day, -(row.noticeWorkdays ?? 0)),
    state: row.state,
    objectionsUntil: row.objectionsUntil,
    body: { id: row.bodyId, kind: row.bodyKind, side: row.bodySide },
    bodyName: row.bodyName,
    joint: row.bodyKind === 'JOINT_GROUP',
    written: isWritten(row),
    signed: row.signed,
    openQuestions: row.openQuestions,
    openObjections: row.openObjections,
  })),
)

const signedOff = z.object({ content: z.enum(['AGENDA', 'MINUTES']), side: z.enum(['HOUSING', 'MUNICIPALITY']) })

const meetingRow = rowsOf({
  id: column.number,
  form: column.text,
  day: column.day,
  startsAt: column.text,
  place: column.text,
  state: column.oneOf<MeetingState>(),
  objectionsUntil: column.orNull(column.day),
  bodyId: column.number,
  bodyName: column.text,
  bodyKind: column.oneOf<BodyKind>(),
  bodySide: column.orNull(column.oneOf<Side>()),
  /** What stands signed off, by which side. */
  signed: column.json(z.array(signedOff)),
  openQuestions: column.number,
  openObjections: column.number,
  /** Of the rules of procedure in force on the meeting's day. */
  noticeWorkdays: column.orNull(column.number),
})
type MeetingRow = RowOf<typeof meetingRow>

const readMeetings = ({ sql }: Database): MeetingRow[] =>
  sql.all(
    meetingRow,
    `SELECT m.id, m.form, m.day, m.startsAt, m.place, m.state, m.objectionsUntil,
            b.id AS bodyId, b.name AS bodyName, b.kind AS bodyKind, b.side AS bodySide,
            CASE WHEN m.state IN ('AGENDA_IN_PREPARATION','MINUTES_IN_PREPARATION') THEN
              (SELECT json_group_array(json_object('content', s.content, 'side', s.side)) FROM SignOff s
               WHERE s.meetingId = m.id AND s.voidedAt IS NULL) ELSE '[]' END AS signed,
            CASE WHEN ${isAwaitedSql('m.state')} THEN
              (SELECT count(*) FROM AgendaItem i JOIN ItemQuestion q ON q.itemId = i.id
               WHERE i.meetingId = m.id AND i.removedAt IS NULL AND q.answeredAt IS NULL) ELSE 0 END AS openQuestions,
            CASE WHEN m.state = 'MINUTES_OUT' THEN
              (SELECT count(*) FROM Objection o WHERE o.meetingId = m.id AND o.answeredAt IS NULL)
              ELSE 0 END AS openObjections,
            CASE WHEN ${isUnsentSql('m.state')} THEN
              (SELECT r.noticeWorkdays FROM RulesOfProcedure r WHERE r.id = ${rulesInForceSql('m.bodyId', 'm.day')})
              END AS noticeWorkdays
     FROM Meeting m JOIN Body b ON b.id = m.bodyId
     WHERE ${isActiveSql('m.state')}
     ORDER BY m.day, m.startsAt, m.id LIMIT 400`,
  )
