import { afterEach, beforeEach, expect, test } from 'vitest'
import { markAllPresent, openMeeting, recordAttendance } from '../../src/features/decisions/minutes/index.ts'
import { endSeat, giveSeat } from '../../src/features/ground/bodies/give-seat.ts'
import { day } from '../../src/kernel/days.ts'
import { type TestApp, testApp } from '../support/app.ts'
import { type Cooperation, givenCooperation } from '../support/builders.ts'
import { duringMeeting, type GivenMeeting, givenCalledMeeting } from './given-meeting.ts'

// The agenda was sent on 19 February for the meeting on 12 March; FAB's seat changes hands on 1 March.
const between = '2026-02-25T09:00:00.000Z'

let portal: TestApp
let cooperation: Cooperation
let meeting: GivenMeeting

beforeEach(async () => {
  portal = await testApp({ now: duringMeeting })
  cooperation = givenCooperation(portal.db, duringMeeting)
  meeting = await givenCalledMeeting(portal.db, cooperation)
})
afterEach(() => portal.close())

const during = (key: string) => cooperation.actor(key, duringMeeting)
const rowOf = (personId: number) =>
  portal.db.sql.asStored<{ name: string; status: string | null }>(
    'SELECT name, status FROM Attendance WHERE meetingId = ? AND personId = ?',
    meeting.id,
    personId,
  )[0]

async function seatChangesHands(): Promise<{ former: number; holder: number }> {
  const former = cooperation.person('medlem.fab')
  const holder = cooperation.person('strategi.bolig')
  const seat = portal.db.sql.asStored<{ id: number; version: number; appointedById: number }>(
    'SELECT id, version, appointedById FROM Seat WHERE personId = ? AND bodyId = ? AND "to" IS NULL',
    former,
    cooperation.body('faelles-gruppe'),
  )[0]
  if (!seat) throw new Error('The member has no seat.')
  const secretary = cooperation.actor('sekretariat.bolig', between)
  await endSeat(secretary, {
    body: 'faelles-gruppe',
    seatId: seat.id,
    version: seat.version,
    to: day('2026-02-28'),
    reason: 'Fratrådt',
  })
  await giveSeat(secretary, {
    body: 'faelles-gruppe',
    personId: holder,
    role: 'MEMBER',
    substituteForId: null,
    from: day('2026-03-01'),
    to: null,
    appointedById: seat.appointedById,
    appointedAtMeetingId: null,
    appointedNote: 'Udpeget af strategigruppen',
  })
  return { former, holder }
}

test('when a seat changes hands after the call, its new holder is called at once and the call stays what it was', async () => {
  const sent = () =>
    portal.db.sql.asStored('SELECT content, recipients FROM AgendaVersion WHERE meetingId = ?', meeting.id)[0]
  const before = sent()
  const { former, holder } = await seatChangesHands()
  expect(rowOf(holder)).toMatchObject({ status: null })
  expect(rowOf(former)).toMatchObject({ status: null })
  expect(sent()).toEqual(before)
})

test('whoever has no seat on the day is marked, cannot be present as a member, and is not counted', async () => {
  const { former, holder } = await seatChangesHands()
  await openMeeting(during('formand'), { meetingId: meeting.id })
  await markAllPresent(during('sekretariat.bolig'), { meetingId: meeting.id })
  expect(rowOf(former)?.status).toBeNull()
  expect(rowOf(holder)?.status).toBe('PRESENT')
  const entered = recordAttendance(during('sekretariat.bolig'), {
    meetingId: meeting.id,
    personId: former,
    status: 'PRESENT',
  })
  await expect(entered).rejects.toThrow('har ikke plads i organet på mødedagen')
  const client = await portal.signIn('sekretariat.bolig')
  const page = (await client.get(`/moeder/${meeting.id}/afvikling`)).text
  expect(page.match(/Har ikke plads på mødedagen/g)).toHaveLength(1)
  expect((await client.get(`/moeder/${meeting.id}`)).text).toContain('Har ikke plads på mødedagen')
  // Nor do the minutes tell of somebody who was no part of the meeting.
  const name = rowOf(former)?.name ?? ''
  expect((await client.get(`/moeder/${meeting.id}/referat`)).text).not.toContain(name)
})

test('all that is wrong with an attendance is told at once, each at its field', async () => {
  const { former, holder } = await seatChangesHands()
  await openMeeting(during('formand'), { meetingId: meeting.id })
  const entered = recordAttendance(during('sekretariat.bolig'), {
    meetingId: meeting.id,
    personId: former,
    status: 'PRESENT',
    arrivedAtItem: 3,
    leftAfterItem: 1,
    standInPersonId: cooperation.person('medlem.hoejstrup'),
  })
  await expect(entered).rejects.toMatchObject({
    told: [{ field: 'status' }, { field: 'standInPersonId' }, { field: 'leftAfterItem' }],
  })
  expect(rowOf(former)?.status).toBeNull()

  const client = await portal.signIn('sekretariat.bolig')
  const path = `/moeder/${meeting.id}/afvikling/fremmoede/${former}`
  const typed = {
    version: '1',
    status: 'PRESENT',
    arrivedAtItem: '3',
    leftAfterItem: '1',
    standInPersonId: String(holder),
  }
  const { status, text } = await client.post(path, typed)
  expect(status).toBe(422)
  expect(text).toContain('har ikke plads i organet på mødedagen')
  expect(text).toContain('En deltager kan ikke forlade mødet, før vedkommende er ankommet.')
  expect(text).toContain('kan ikke få en stedfortræder')
})
