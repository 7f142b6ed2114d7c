import { afterEach, beforeEach, expect, test } from 'vitest'
import { minuteItem } from '../../src/features/decisions/minutes/index.ts'
import { planMeeting } from '../../src/features/meetings/meetings/index.ts'
import { day } from '../../src/kernel/days.ts'
import { type TestApp, testApp } from '../support/app.ts'
import { type Cooperation, givenCooperation } from '../support/builders.ts'
import {
  duringMeeting,
  givenCalledMeeting,
  givenHeldMeeting,
  givenMeetingInSession,
  givenMinutesOut,
} from './given-meeting.ts'

let portal: TestApp
let cooperation: Cooperation

beforeEach(async () => {
  portal = await testApp({ now: duringMeeting })
  cooperation = givenCooperation(portal.db, duringMeeting)
})
afterEach(() => portal.close())

const plan = (given: Record<string, string> = {}) => ({
  bodyId: String(cooperation.body('faelles-gruppe')),
  form: 'ORDINARY',
  day: '07.05.2026',
  startsAt: '13:00',
  endsAt: '15:00',
  place: 'Rådhuset',
  ...given,
})

test('a meeting at an hour when the body has one is asked about, and held once that is confirmed', async () => {
  const client = await portal.signIn('sekretariat.bolig')
  expect((await client.post('/moeder', plan())).status).toBe(303)
  expect((await client.get('/moeder/ny')).text).not.toContain('name="confirmed"')
  const asked = await client.post('/moeder', plan({ startsAt: '14:00', endsAt: '16:00' }))
  expect(asked.status).toBe(422)
  expect(asked.text).toContain('Organet har allerede møde 2026-M')
  expect(asked.text).toContain('Ja, mødet skal afholdes på det tidspunkt')
  const question = /name="asked" value="([^"]+)"/.exec(asked.text)?.[1] ?? ''
  const yes = { asked: question, confirmed: '1', startsAt: '14:00', endsAt: '16:00' }
  // The yes was to that question, and to no other.
  const other = await client.post('/moeder', plan({ ...yes, day: '05.04.2026' }))
  expect(other.status).toBe(422)
  expect(other.text).toContain('er en søndag')
  expect(other.text).not.toMatch(/name="confirmed" value="1" checked/)
  expect((await client.post('/moeder', plan(yes))).status).toBe(303)
})

test('at a running meeting the forms that plan it answer with why they are not shown', async () => {
  const meeting = await givenMeetingInSession(portal.db, cooperation)
  const client = await portal.signIn('sekretariat.bolig')
  const item = meeting.items['Status på Vollsmose']
  for (const path of ['punkter/nyt', `punkter/${item}/rediger`, 'dagsorden/rediger', 'rediger', 'aflys']) {
    const answer = await client.get(`/moeder/${meeting.id}/${path}`)
    expect(answer.status, path).toBe(422)
    expect(answer.text, path).toContain('Derfor kan dagsordenen ikke ændres.')
    expect(answer.text, path).not.toContain('name="title"')
  }
})

test('what was not reached is offered on the next agenda and on the overview until it is taken over', async () => {
  const meeting = await givenMeetingInSession(portal.db, cooperation)
  const secretary = cooperation.actor('sekretariat.bolig', duringMeeting)
  const { id: next } = await planMeeting(secretary, {
    bodyId: cooperation.body('faelles-gruppe'),
    form: 'ORDINARY',
    day: day('2026-05-07'),
    startsAt: '13:00',
    endsAt: '15:00',
    place: 'Rådhuset',
  })
  const itemId = meeting.items['Status på Vollsmose'] ?? 0
  await minuteItem(secretary, { itemId, text: '', outcome: 'NOT_REACHED', outcomeNote: '' })
  const client = await portal.signIn('sekretariat.kommune')
  const editor = (await client.get(`/moeder/${next}/dagsorden/rediger`)).text
  expect(editor).toContain('Udsat fra tidligere møder')
  expect(editor).toContain(`action="/moeder/${meeting.id}/punkter/${itemId}/overfoer"`)
  const carried = await client.post(`/moeder/${meeting.id}/punkter/${itemId}/overfoer`, {
    toMeeting: String(next),
    toEditor: '1',
  })
  expect(carried.headers.location).toBe(`/moeder/${next}/dagsorden/rediger`)
  expect((await client.get(`/moeder/${next}/dagsorden/rediger`)).text).not.toContain('Udsat fra tidligere møder')
})

test('the overview tells of what no agenda has taken over, and where to do it', async () => {
  const meeting = await givenHeldMeeting(portal.db, cooperation)
  const secretary = cooperation.actor('sekretariat.bolig', duringMeeting)
  const itemId = meeting.items['Status på Vollsmose'] ?? 0
  const client = await portal.signIn('sekretariat.kommune')
  expect((await client.get('/')).text).not.toContain('der blev udsat eller ikke nået')
  await minuteItem(secretary, { itemId, text: '', outcome: 'POSTPONED', outcomeNote: 'mødet i maj' })
  expect((await client.get('/')).text).toContain('Overfør 1 punkt, der blev udsat eller ikke nået')
  expect((await (await portal.signIn('medlem.fab')).get('/')).text).not.toContain('der blev udsat eller ikke nået')
})

test('before its day a meeting is not opened, and nobody is warned that it is not quorate', async () => {
  const meeting = await givenCalledMeeting(portal.db, cooperation)
  portal.clock.set('2026-02-20T09:00:00.000Z')
  const chair = await portal.signIn('formand')
  const page = (await chair.get(`/moeder/${meeting.id}/afvikling`)).text
  expect(page).not.toContain('/aabn"')
  expect(page).toContain('Mødet kan åbnes på mødedagen, torsdag den 12. marts 2026.')
  expect(page).not.toContain('ikke beslutningsdygtig')
  const secretary = await portal.signIn('sekretariat.bolig')
  expect((await secretary.get(`/moeder/${meeting.id}/afvikling`)).text).not.toMatch(/message--warning quorum/)
})

test('apologies are found from the meeting, sent also while it runs, and taken back', async () => {
  const meeting = await givenMeetingInSession(portal.db, cooperation)
  const member = await portal.signIn('medlem.bykultur')
  const path = `/moeder/${meeting.id}/afbud`
  expect((await member.get(`/moeder/${meeting.id}`)).text).toContain(`href="${path}"`)
  const status = () =>
    portal.db.sql.asStored<{ status: string | null }>(
      'SELECT status FROM Attendance WHERE meetingId = ? AND personId = ?',
      meeting.id,
      cooperation.person('medlem.bykultur'),
    )[0]?.status
  expect((await member.post(path, { standInPersonId: '' })).status).toBe(303)
  expect(status()).toBe('APOLOGIES')
  expect((await member.get(path)).text).toContain('Træk afbud tilbage')
  expect((await member.post(`${path}/traek-tilbage`)).status).toBe(303)
  expect(status()).toBeNull()
  expect((await member.post(`${path}/traek-tilbage`)).status).toBe(422)
  const secretary = await portal.signIn('sekretariat.bolig')
  expect((await secretary.get(`/moeder/${meeting.id}`)).text).not.toContain(`href="${path}"`)
})

test('minutes that the calendar has approved offer no step that would change them', async () => {
  const meeting = await givenMinutesOut(portal.db, cooperation)
  portal.clock.set('2026-04-20T09:00:00.000Z')
  const page = (await (await portal.signIn('sekretariat.bolig')).get(`/moeder/${meeting.id}`)).text
  expect(page).not.toContain('Tag referatet tilbage')
  expect(page).not.toContain('>Godkend referat')
})

test('a proposal after the deadline says so, and does not choose another meeting in silence', async () => {
  const meeting = await givenCalledMeeting(portal.db, cooperation)
  const member = await portal.signIn('medlem.fab')
  const page = (await member.get(`/punktforslag/nyt?moede=${meeting.id}`)).text
  expect(page).toContain('Fristen for forslag til mødet den 12. marts 2026 var den')
})
