import type { Actor, Side } from '../../../../access/actor.ts'
import { type RowReader, rowReaderIn } from '../../../../database/reader.ts'
import { column, rowsOf } from '../../../../database/rows.ts'
import type { Tx } from '../../../../database/write.ts'
import type { Day } from '../../../../kernel/days.ts'
import { findRules, type RulesInForce } from '../../../ground/bodies/index.ts'
import { seatHolders, seatPeriod, seatPeriods, seatsOnDay, withSeats } from '../../../ground/parties/index.ts'
import { neededSides, type SignOffFacts, secretariatNames, unsignedSides } from '../../../ground/sealed/index.ts'
import { type AgendaContent, sealedAgenda } from '../agenda/agenda-content.ts'
import { isLateCall, itemGaps } from '../agenda/agenda-rules.ts'
import { type AgendaRows, bodyOf, contentOf, loadAgenda, loadMeeting, type MeetingRow } from '../agenda/load-agenda.ts'
import { isWritten } from '../meeting/written-procedure.ts'
import type { MeetingFacts } from './step-conditions.ts'

export interface LoadedMeeting {
  meeting: MeetingRow
  rows: AgendaRows
  content: AgendaContent
  hash: string
  /** Hash of the latest sending; null while nothing is sent. */
  sentHash: string | null
  sentVersions: number
  signOffs: SignOffFacts[]
  rules: RulesInForce | null
  facts: MeetingFacts
}

/** R62: whether a member may open and close the meeting, by the rules of its day. */
export const chairsOf = ({ rules }: Pick<LoadedMeeting, 'rules'>): { membersChair: boolean } => ({
  membersChair: rules?.chairs === 'MEMBERS',
})

const sentRow = rowsOf({ hash: column.text })
const signOffRow = rowsOf({ side: column.oneOf<Side>(), hash: column.text, voidedAt: column.orNull(column.moment) })
const objectionRow = rowsOf({ answeredAt: column.orNull(column.moment), upheld: column.orNull(column.flag) })
const openItemRow = rowsOf({ position: column.number })

/** Everything that the conditions of the steps ask about, as it stands in the transaction. */
export const loadFacts = (tx: Tx, actor: Pick<Actor, 'today'>, meetingId: number): Promise<LoadedMeeting> =>
  factsFrom(rowReaderIn(tx), actor.today, meetingId)

/**
 * The same for a page: so a button is shown by the very facts that its act is checked by.
 * @param asSent of a called meeting whose plan is changed: by what was sent
 */
export async function factsFrom(
  read: RowReader,
  today: Day,
  meetingId: number,
  asSent = false,
): Promise<LoadedMeeting> {
  const agenda = await loadAgenda(read, meetingId)
  const rows = asSent ? { ...agenda, meeting: await loadMeeting(read, meetingId) } : agenda
  const { meeting } = rows
  const body = bodyOf(meeting)
  const content = contentOf(rows)
  const hash = sealedAgenda.hash(content)
  const sent = await read(sentRow, 'SELECT hash FROM AgendaVersion WHERE meetingId = ? ORDER BY number DESC', meetingId)
  const sentHash = sent[0]?.hash ?? null
  const signOffs = await read(
    signOffRow,
    `SELECT side, hash, voidedAt FROM SignOff WHERE meetingId = ? AND content = 'AGENDA' ORDER BY id`,
    meetingId,
  )
  const objections = await read(objectionRow, 'SELECT answeredAt, upheld FROM Objection WHERE meetingId = ?', meetingId)
  const open = await read(
    openItemRow,
    `SELECT i.position FROM AgendaItem i LEFT JOIN Treatment t ON t.itemId = i.id
     WHERE i.meetingId = ? AND i.removedAt IS NULL AND t.outcome IS NULL
       AND coalesce(i.standing, '') <> 'ANY_OTHER_BUSINESS' ORDER BY i.position`,
    meetingId,
  )
  const rules = await findRules(read, meeting.bodyId, meeting.day)
  const facts: MeetingFacts = {
    state: meeting.state,
    day: meeting.day,
    today,
    written: isWritten(meeting),
    unanswered: isWritten(meeting) ? await countUnanswered(read, meeting) : 0,
    items: rows.items.length,
    gaps: content.items.flatMap(item => itemGaps(item)),
    agendaUnsignedBy: unsignedSides(body, signOffs, hash).map(side => secretariatNames[side]),
    unsentChange: meeting.state === 'CALLED' && sentHash !== null && sentHash !== hash,
    late: rules !== null && isLateCall(meeting.day, rules, today),
    reason: '',
    recipients: (await seatHolders(read, meeting.bodyId, meeting.day)).length,
    itemsWithoutOutcome: open.map(item => item.position),
    // Denied until the minutes' own feature tells what is signed off.
    minutesUnsignedBy: neededSides(body).map(side => secretariatNames[side]),
    objectionsUntil: meeting.objectionsUntil,
    objectionsUnanswered: objections.filter(objection => !objection.answeredAt).length,
    objectionsUpheld: objections.filter(objection => objection.upheld).length,
    approvedAtMeeting: false,
  }
  return { meeting, rows, content, hash, sentHash, sentVersions: sent.length, signOffs, rules, facts }
}

const silentRow = rowsOf({ id: column.number, personId: column.number, standsInForId: column.orNull(column.number) })

async function countUnanswered(read: RowReader, { id, bodyId, day }: MeetingRow): Promise<number> {
  const silent = await read(
    silentRow,
    `SELECT id, personId, standsInForId FROM Attendance
     WHERE meetingId = ? AND status IS NULL AND role IN ('CHAIR','VICE_CHAIR','MEMBER')`,
    id,
  )
  const seats = seatsOnDay(await read(seatPeriod, seatPeriods, bodyId), day)
  return withSeats(silent, seats).filter(row => row.seated).length
}
