import type { Actor } from '../../access/actor.ts'
import type { Tx } from '../../database/write.ts'
import type { Day } from '../../kernel/days.ts'
import { type AgendaContent, agendaHash } from './agenda-content.ts'
import { isLateCall, itemGaps } from './agenda-rules.ts'
import { bodyOf, contentOf, loadAgenda, type MeetingRow, type Reader, readerIn } from './load-agenda.ts'
import type { MeetingFacts } from './meeting-states.ts'
import { findRules } from './rules-in-force.ts'
import { neededSides, type SignOffFacts, secretariatNames, unsignedSides } from './sign-off-rules.ts'

export interface LoadedMeeting {
  meeting: MeetingRow
  content: AgendaContent
  hash: string
  /** Hash of the latest sending; null while nothing is sent. */
  sentHash: string | null
  sentVersions: number
  facts: MeetingFacts
}

/** Everything that the conditions of the steps ask about, as it stands in the transaction. */
export async function loadFacts(tx: Tx, actor: Pick<Actor, 'today'>, meetingId: number): Promise<LoadedMeeting> {
  const read = readerIn(tx)
  const rows = await loadAgenda(read, meetingId)
  const { meeting } = rows
  const content = contentOf(rows)
  const hash = agendaHash(content)
  const sent = await tx.agendaVersion.findMany({
    where: { meetingId },
    orderBy: { number: 'desc' },
    select: { hash: true },
  })
  const sentHash = sent[0]?.hash ?? null
  const signOffs = (await tx.signOff.findMany({ where: { meetingId, content: 'AGENDA' } })) as SignOffFacts[]
  const objections = await tx.objection.findMany({ where: { meetingId }, select: { answeredAt: true, upheld: true } })
  const open = await tx.agendaItem.findMany({
    where: { meetingId, removedAt: null, OR: [{ treatment: null }, { treatment: { outcome: null } }] },
    orderBy: { position: 'asc' },
    select: { position: true },
  })
  const rules = await findRules(read, meeting.bodyId, meeting.day)
  const facts: MeetingFacts = {
    state: meeting.state,
    day: meeting.day,
    today: actor.today,
    items: rows.items.length,
    gaps: content.items.flatMap(item => itemGaps(item).map(gap => gap.sentence)),
    agendaUnsignedBy: unsignedSides(bodyOf(meeting), signOffs, hash).map(side => secretariatNames[side]),
    unsentChange: meeting.state === 'CALLED' && sentHash !== null && sentHash !== hash,
    late: rules !== null && isLateCall(meeting.day, rules, actor.today),
    reason: '',
    recipients: (await seatHolders(read, meeting.bodyId, meeting.day)).length,
    itemsWithoutOutcome: open.map(item => item.position),
    // Denied until the minutes' own feature tells what is signed off.
    minutesUnsignedBy: neededSides(bodyOf(meeting)).map(side => secretariatNames[side]),
    objectionsUntil: meeting.objectionsUntil,
    objectionsUnanswered: objections.filter(objection => !objection.answeredAt).length,
    objectionsUpheld: objections.filter(objection => objection.upheld).length,
    approvedAtMeeting: false,
  }
  return { meeting, content, hash, sentHash, sentVersions: sent.length, facts }
}

export interface SeatHolder {
  seatId: number
  personId: number
  name: string
  title: string | null
  role: 'CHAIR' | 'VICE_CHAIR' | 'MEMBER' | 'SUBSTITUTE' | 'SECRETARY'
  organisation: string
  side: 'HOUSING' | 'MUNICIPALITY' | null
}

/**
 * Whom a meeting of the body calls: who has a seat on its day, each person once with the weightiest role. A substitute
 * is called from the start only when the seat stood in for is empty that day.
 */
export async function seatHolders(read: Reader, bodyId: number, on: Day): Promise<SeatHolder[]> {
  const rows = await read<SeatHolder>(
    `SELECT s.id AS seatId, s.personId, p.name, p.title, s.role, o.name AS organisation, o.side
     FROM Seat s JOIN Person p ON p.id = s.personId JOIN Organisation o ON o.id = s.organisationId
     LEFT JOIN Seat f ON f.id = s.substituteForId
     WHERE s.bodyId = ? AND s."from" <= ? AND (s."to" IS NULL OR s."to" >= ?)
       AND (s.role <> 'SUBSTITUTE' OR (f.id IS NOT NULL AND f."to" IS NOT NULL AND f."to" < ?))
     ORDER BY CASE s.role WHEN 'CHAIR' THEN 1 WHEN 'VICE_CHAIR' THEN 2 WHEN 'MEMBER' THEN 3 WHEN 'SUBSTITUTE' THEN 4 ELSE 5 END,
              o.position, p.name`,
    bodyId,
    on,
    on,
    on,
  )
  const seen = new Set<number>()
  return rows.filter(row => !seen.has(row.personId) && seen.add(row.personId))
}
