import { type Actor, personIdOf } from '../../../../access/actor.ts'
import { requireRight } from '../../../../access/policy.ts'
import { event } from '../../../../database/events.ts'
import { rowReaderIn } from '../../../../database/reader.ts'
import { type Tx, write } from '../../../../database/write.ts'
import type { Objection } from '../../../../kernel/objection.ts'
import { brokenRule, Conflict, notFound, refuseAll } from '../../../../kernel/refusal.ts'
import { withSeats } from '../../../ground/parties/index.ts'
import { attendanceLabels, bodyOf, loadMeeting, type MeetingRow } from '../../../meetings/meetings/index.ts'
import {
  apologiesOpen,
  assertDecidedStand,
  assertOpen,
  attendanceIsOpen,
  openForMinutes,
  seatsOf,
  voidMinutes,
} from './session-facts.ts'
import { findStandIn } from './stand-in.ts'

export type AttendanceStatus = 'PRESENT' | 'APOLOGIES' | 'ABSENT'

export interface AttendanceInput {
  meetingId: number
  personId: number
  /** The version that the form was made from; left out by whoever has no form. */
  version?: number
  status: AttendanceStatus | null
  /** Who takes the place of the one who sent apologies. Null: nobody. */
  standInPersonId?: number | null
  /** False: only asked to come; whether the stand-in is there is for a secretary to enter. */
  standInComes?: boolean
  arrivedAtItem?: number | null
  leftAfterItem?: number | null
}

/** R69: who was there, who sent apologies and who came instead, and from and to which item. */
export const recordAttendance = (actor: Actor, input: AttendanceInput): Promise<{ notice: string | null }> =>
  write(actor, async tx => {
    const meeting = await openForMinutes(tx, actor, input.meetingId, attendanceIsOpen)
    const events = await enterAttendance(tx, actor, meeting, input)
    await assertDecidedStand(tx, meeting)
    return { result: { notice: await voidMinutes(tx, actor, meeting, 'fremmødet er ændret') }, events }
  })

/** Everyone who was called and is not yet entered is present. */
export const markAllPresent = (actor: Actor, input: { meetingId: number }): Promise<{ marked: number }> =>
  write(actor, async tx => {
    const meeting = await openForMinutes(tx, actor, input.meetingId, attendanceIsOpen)
    const seats = await seatsOf(tx, meeting)
    const { count } = await tx.attendance.updateMany({
      where: {
        meetingId: meeting.id,
        status: null,
        OR: [
          { NOT: { role: 'SUBSTITUTE' }, personId: { in: [...seats.people] } },
          { personId: { in: [...seats.fillEmptySeat] } },
        ],
      },
      data: { status: 'PRESENT', updatedAt: actor.at, version: { increment: 1 } },
    })
    await voidMinutes(tx, actor, meeting, 'fremmødet er ændret')
    return {
      result: { marked: count },
      events: [event('attendanceRecorded', 'meeting', meeting.id, { after: { markedPresent: count } })],
    }
  })

/** A member's own apologies, until the meeting is closed. */
export const sendApologies = (
  actor: Actor,
  input: { meetingId: number; standInPersonId?: number | null },
): Promise<void> =>
  write(actor, async tx => {
    const meeting = await loadMeeting(rowReaderIn(tx), input.meetingId)
    requireRight(actor, 'readClosed', { body: bodyOf(meeting) })
    assertOpen(meeting, apologiesOpen)
    if (actor.personId === null) throw notFound()
    const events = await enterAttendance(tx, actor, meeting, {
      ...input,
      personId: actor.personId,
      status: 'APOLOGIES',
      standInComes: false,
    })
    await assertDecidedStand(tx, meeting)
    return { result: undefined, events }
  })

/** The member comes after all: whoever was asked to come instead is not needed. At the meeting a secretary enters the arrival. */
export const withdrawApologies = (actor: Actor, input: { meetingId: number }): Promise<void> =>
  write(actor, async tx => {
    const meeting = await loadMeeting(rowReaderIn(tx), input.meetingId)
    requireRight(actor, 'readClosed', { body: bodyOf(meeting) })
    assertOpen(meeting, apologiesOpen)
    const personId = personIdOf(actor)
    const own = { meetingId_personId: { meetingId: meeting.id, personId } }
    const row = await tx.attendance.findUnique({ where: own })
    if (row?.status !== 'APOLOGIES') throw brokenRule('Du har ikke meldt afbud.')
    const events = await enterAttendance(tx, actor, meeting, { meetingId: meeting.id, personId, status: null })
    await assertDecidedStand(tx, meeting)
    return { result: undefined, events }
  })

async function enterAttendance(tx: Tx, actor: Actor, meeting: MeetingRow, input: AttendanceInput) {
  const { status, arrivedAtItem = null, leftAfterItem = null, standInPersonId = null } = input
  const row = await tx.attendance.findUnique({
    where: { meetingId_personId: { meetingId: meeting.id, personId: input.personId } },
  })
  if (!row) throw notFound('Personen er ikke indkaldt til mødet.')
  const [called] = withSeats([row], await seatsOf(tx, meeting))
  const told: Objection[] = []
  if (!called?.seated && status === 'PRESENT') told.push({ sentence: seatless(row.name), field: 'status' })
  if (!called?.seated && standInPersonId !== null)
    told.push({
      sentence: 'Medlemmet har ikke længere plads i organet og kan ikke få en stedfortræder.',
      field: 'standInPersonId',
    })
  if (arrivedAtItem !== null && leftAfterItem !== null && leftAfterItem < arrivedAtItem)
    told.push({
      sentence: 'En deltager kan ikke forlade mødet, før vedkommende er ankommet.',
      field: 'leftAfterItem',
    })
  if (standInPersonId !== null && status === 'PRESENT' && arrivedAtItem === null && leftAfterItem === null)
    told.push({ sentence: 'Vælg kun en stedfortræder for en, der er fraværende.', field: 'standInPersonId' })
  refuseAll(told)
  const present = status === 'PRESENT'
  const { count } = await tx.attendance.updateMany({
    where: { id: row.id, ...(input.version === undefined ? {} : { version: input.version }) },
    data: {
      status,
      arrivedAtItem: present ? arrivedAtItem : null,
      leftAfterItem: present ? leftAfterItem : null,
      // Whoever no longer attends no longer stands in for anyone.
      ...(present ? {} : { standsInForId: null }),
      updatedAt: actor.at,
      version: { increment: 1 },
    },
  })
  if (count === 0) throw new Conflict(textsOf(row), row.version, 'En anden har rettet fremmødet, mens du skrev.')
  const comes = meeting.state !== 'CALLED' && (input.standInComes ?? true)
  const standIn = await replaceStandIn(tx, actor, meeting, row, standInPersonId, comes)
  const name = (value: AttendanceStatus | null) => (value ? attendanceLabels[value] : null)
  return [
    event('attendanceRecorded', 'meeting', meeting.id, {
      before: { person: row.name, status: name(row.status) },
      after: { person: row.name, status: name(status), standIn, arrivedAtItem, leftAfterItem },
    }),
  ]
}

const seatless = (name: string): string =>
  `${name} har ikke plads i organet på mødedagen og kan ikke deltage som medlem. Er personen til stede, så tilføj personen som gæst.`

function textsOf(row: { status: AttendanceStatus | null; arrivedAtItem: number | null; leftAfterItem: number | null }) {
  return {
    status: row.status ?? '',
    arrivedAtItem: String(row.arrivedAtItem ?? ''),
    leftAfterItem: String(row.leftAfterItem ?? ''),
  }
}

/** »Afbud fra X. I stedet mødte Y«: at most one stands in for a member, and for one member only. */
async function replaceStandIn(
  tx: Tx,
  actor: Actor,
  meeting: MeetingRow,
  row: { id: number; personId: number; seatId: number | null; side: 'HOUSING' | 'MUNICIPALITY' | null },
  standInPersonId: number | null,
  comes: boolean,
): Promise<string | null> {
  const before = await tx.attendance.findFirst({ where: { meetingId: meeting.id, standsInForId: row.id } })
  if (before && before.personId !== standInPersonId) {
    await tx.attendance.update({
      where: { id: before.id },
      data: { standsInForId: null, status: null, updatedAt: actor.at, version: { increment: 1 } },
    })
  }
  if (standInPersonId === null) return null
  const standIn = await findStandIn(tx, meeting, row, standInPersonId)
  if (!standIn) throw brokenRule('Kun en suppleant for pladsen kan være stedfortræder.', 'standInPersonId')
  const there = await tx.attendance.findUnique({
    where: { meetingId_personId: { meetingId: meeting.id, personId: standIn.personId } },
  })
  if (there?.standsInForId && there.standsInForId !== row.id) {
    throw brokenRule(`${standIn.name} er allerede stedfortræder for en anden.`, 'standInPersonId')
  }
  // Before the meeting it is only known who is asked to come.
  const status = comes ? 'PRESENT' : (there?.status ?? null)
  const data = { standsInForId: row.id, status, updatedAt: actor.at }
  if (there) await tx.attendance.update({ where: { id: there.id }, data: { ...data, version: { increment: 1 } } })
  else await tx.attendance.create({ data: { meetingId: meeting.id, ...standIn, ...data } })
  return standIn.name
}
