import { afterEach, beforeEach, expect, test } from 'vitest'
import { systemActor } from '../../src/access/actor.ts'
import { write } from '../../src/database/write.ts'
import { createFollowUp } from '../../src/features/decisions/followups/index.ts'
import { objectToMinutes } from '../../src/features/decisions/minutes/index.ts'
import { prepareAgenda, proposeItem } from '../../src/features/meetings/meetings/index.ts'
import { day, instant } from '../../src/kernel/days.ts'
import { givenItemInSession, givenMandate, publish } from '../decisions/given.ts'
import { type MeetingStage, stageFor } from '../meetings/stage.ts'
import {
  afterMeeting,
  givenCalledMeeting,
  givenHeldMeeting,
  givenMeetingInSession,
  givenMinutesOut,
} from '../minutes/given-meeting.ts'
import { bound, givenPending } from '../referrals/given.ts'
import { type TestApp, testApp, testNow } from '../support/app.ts'

let portal: TestApp
let stage: MeetingStage

beforeEach(async () => {
  portal = await testApp()
  stage = await stageFor(portal.db)
})
afterEach(() => portal.close())

/** What stands under »Venter på dig« for the person, each with where it leads. */
async function waitingFor(email: string): Promise<{ text: string; href: string }[]> {
  const { text } = await (await portal.signIn(email)).get('/').expect(200)
  const list = /id="venter">.*?<\/section>/s.exec(text)?.[0] ?? ''
  return [...list.matchAll(/<a href="([^"]+)">([^<]+)<\/a>/g)].map(([, href = '', told = '']) => ({ href, text: told }))
}

const textsFor = async (email: string) => (await waitingFor(email)).map(one => one.text)

test('without signing in there is a front page, and nothing of anyone', async () => {
  const page = await portal.anonymous().get('/')
  expect(page.status).toBe(200)
  expect(page.text).not.toContain('Mit overblik')
  expect(page.text).toContain('/log-ind')
})

test('when nothing waits, it says so, and says what comes next', async () => {
  for (const email of ['laeser', 'strategi.bolig', 'mandat.hoejstrup', 'administrator']) {
    const page = await (await portal.signIn(email)).get('/')
    expect(page.text).toContain('Der er intet, der venter på dig.')
    expect(page.text).toContain('Der er ingen planlagte møder.')
    expect(page.text).toContain('Du har ingen åbne opfølgninger.')
  }
})

test('a draft waits for the secretariats, and by turns for the one that has not signed off', async () => {
  const id = await stage.plan()
  expect(await waitingFor('sekretariat.bolig')).toEqual([
    { text: expect.stringContaining('Opret dagsorden'), href: `/moeder/${id}` },
  ])
  await prepareAgenda(stage.housing(), { meetingId: id })
  await stage.put(id)
  expect(await textsFor('sekretariat.kommune')).toEqual([expect.stringContaining('Færdiggør dagsordenen')])
  await stage.signed(id, stage.housing())
  expect(await textsFor('sekretariat.bolig')).toEqual([expect.stringContaining('afventer det andet sekretariat')])
  expect(await waitingFor('sekretariat.kommune')).toEqual([
    {
      text: expect.stringContaining('Det andet sekretariat har allerede godkendt den.'),
      href: `/moeder/${id}/dagsorden`,
    },
  ])
  await stage.signed(id, stage.municipality())
  expect(await textsFor('sekretariat.bolig')).toEqual([expect.stringContaining('Udsend dagsordenen')])
  for (const email of ['formand', 'medlem.hoejstrup', 'laeser']) expect(await textsFor(email)).toEqual([])
})

test('a called meeting waits for those who read its agenda, and on its day for the chair to open it', async () => {
  const { id } = await givenCalledMeeting(portal.db, stage.cooperation)
  const member = await waitingFor('medlem.hoejstrup')
  expect(member).toHaveLength(2)
  expect(member).toContainEqual({ text: expect.stringContaining('Læs dagsordenen'), href: `/moeder/${id}/laes` })
  expect(member).toContainEqual({ text: expect.stringContaining('Svar, om du deltager'), href: `/moeder/${id}/svar` })
  expect(await waitingFor('formand')).toContainEqual({
    text: 'Åbn mødet den 12. marts 2026 i fælles boligstrategisk gruppe',
    href: `/moeder/${id}`,
  })
  expect(await textsFor('laeser')).toEqual([])
})

test('a meeting in session waits for the secretary who minutes it and for whoever leads it', async () => {
  await givenMeetingInSession(portal.db, stage.cooperation)
  expect(await textsFor('sekretariat.kommune')).toEqual([expect.stringContaining('Før referat af mødet')])
  expect(await textsFor('naestformand')).toEqual([expect.stringContaining('luk mødet')])
  expect(await textsFor('medlem.hoejstrup')).toEqual([])
})

test('minutes wait for the secretariats until they are out', async () => {
  const { id } = await givenHeldMeeting(portal.db, stage.cooperation)
  expect(await waitingFor('sekretariat.bolig')).toEqual([
    { text: expect.stringContaining('Færdiggør og godkend referatet'), href: `/moeder/${id}/referat` },
  ])
  expect(await textsFor('medlem.hoejstrup')).toEqual([])
})

test('minutes that are out wait for the members until the deadline, and an objection for the secretariats', async () => {
  const { id } = await givenMinutesOut(portal.db, stage.cooperation)
  portal.clock.set(afterMeeting)
  expect(await textsFor('medlem.hoejstrup')).toEqual([expect.stringContaining('gør indsigelse, hvis noget er forkert')])
  expect(await textsFor('sekretariat.bolig')).toEqual([])
  await objectToMinutes(stage.cooperation.actor('medlem.hoejstrup', afterMeeting), {
    meetingId: id,
    itemPosition: null,
    text: 'Jeg var til stede.',
  })
  expect(await textsFor('sekretariat.bolig')).toEqual([expect.stringContaining('Besvar 1 indsigelse')])
  portal.clock.set('2026-03-23T09:00:00.000Z')
  expect(await textsFor('medlem.hoejstrup')).toEqual([])
})

test('a proposed item waits for the secretariats’ answer', async () => {
  const proposer = stage.cooperation.actor('medlem.hoejstrup')
  await proposeItem(proposer, {
    bodyId: stage.cooperation.body('faelles-gruppe'),
    title: 'Nattero i opgangene',
    kind: 'DISCUSSION',
    text: 'Mange klager',
  })
  expect(await waitingFor('sekretariat.kommune')).toEqual([
    { text: expect.stringContaining('Svar på forslaget »Nattero i opgangene«'), href: '/punktforslag' },
  ])
  expect(await textsFor('medlem.hoejstrup')).toEqual([])
})

test('a mandate that runs out waits for the organisation’s keeper alone', async () => {
  const { id } = await givenMandate(portal.db, stage.cooperation, 'hoejstrup', { to: day('2026-04-01') })
  expect(await waitingFor('mandat.hoejstrup')).toEqual([
    { text: expect.stringContaining('udløber'), href: `/mandater/${id}` },
  ])
  expect(await textsFor('mandat.kristiansdal')).toEqual([])
})

test('a follow-up stands with its deadline at the organisation that answers for it', async () => {
  const meeting = await givenCalledMeeting(portal.db, stage.cooperation)
  await createFollowUp(stage.housing(), {
    itemId: meeting.items['Status på Vollsmose'],
    text: 'Send ventelistetal til kommunen',
    organisationId: stage.cooperation.organisation('hoejstrup'),
    personId: null,
    dueDay: day('2026-03-19'),
  })
  portal.clock.set('2026-03-20T09:00:00.000Z')
  const page = (await (await portal.signIn('medlem.hoejstrup')).get('/')).text
  expect(page).toContain('Send ventelistetal til kommunen')
  expect(page).toContain('Fristen er overskredet')
  expect((await (await portal.signIn('medlem.kristiansdal')).get('/')).text).not.toContain('Send ventelistetal')
})

test('a follow-up stands on no overview before one may read what was treated, nor where the meeting closed its item', async () => {
  const { itemId, meetingId } = await givenItemInSession(portal.db, stage.cooperation)
  await createFollowUp(stage.housing(), {
    itemId,
    text: 'Afklar huslejen i den navngivne sag',
    organisationId: stage.cooperation.organisation('social-og-arbejdsmarkedsforvaltningen'),
    personId: null,
    dueDay: day('2026-04-19'),
  })
  const reader = await portal.signIn('laeser')
  const overview = async () => (await reader.get('/').expect(200)).text
  expect(await overview()).not.toContain('Afklar huslejen')
  await publish(portal.db, meetingId)
  expect(await overview()).toContain('Afklar huslejen')
  await write(systemActor(portal.db, instant(testNow)), async tx => {
    await tx.treatment.create({ data: { itemId, closedInstead: true, updatedById: 1, updatedAt: testNow } })
    return { result: null, events: [] }
  })
  expect(await overview()).not.toContain('Afklar huslejen')
})

test('a referral to an organisation without a keeper waits for those who can name one, and the pages tell who that is', async () => {
  await givenPending(portal.db, stage.cooperation, [bound(stage.cooperation, 'fab', 300_000)])
  const told = expect.stringContaining('Udpeg en mandatansvarlig for Fyns almennyttige Boligselskab')
  expect(await textsFor('sekretariat.bolig')).toContainEqual(told)
  expect(await waitingFor('underskriver.fab')).toContainEqual({ text: told, href: '/parter/fab#mandatansvarlige' })
  for (const email of ['sekretariat.kommune', 'mandat.hoejstrup', 'laeser'])
    expect(await textsFor(email), email).not.toContainEqual(told)

  const secretary = await portal.signIn('sekretariat.bolig')
  const who = 'kan udpeges af organisationens underskriftsberettigede'
  const referral = portal.db.sql.asStored<{ number: string }>(
    `SELECT r.number FROM Referral r JOIN Organisation o ON o.id = r.organisationId WHERE o.slug = 'fab'`,
  )[0]
  expect((await secretary.get(`/forelaeggelser/${referral?.number}`)).text).toContain(who)
  expect((await secretary.get('/parter/fab')).text).toContain(who)
  expect((await secretary.get('/parter/hoejstrup')).text).not.toContain(who)
  const named = { kind: 'MANDATE_KEEPER', personId: stage.cooperation.person('underskriver.fab'), from: '2026-03-01' }
  await (await portal.signIn('underskriver.fab')).post('/parter/fab/bemyndigelser/ny', named).expect(303)
  expect(await textsFor('sekretariat.bolig')).not.toContainEqual(told)
})
