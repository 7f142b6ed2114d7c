import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { systemActor } from '../../src/access/actor.ts'
import { write } from '../../src/database/write.ts'
import { minuteItem } from '../../src/features/decisions/minutes/index.ts'
import { planMeeting, prepareAgenda } from '../../src/features/meetings/meetings/index.ts'
import { day, instant } from '../../src/kernel/days.ts'
import { type Client, type TestApp, testApp } from '../support/app.ts'
import { type Cooperation, givenCooperation } from '../support/builders.ts'
import {
  afterMeeting,
  duringMeeting,
  type GivenMeeting,
  givenCalledMeeting,
  givenMeetingInSession,
  givenMinutesOut,
} from './given-meeting.ts'

let portal: TestApp
let cooperation: Cooperation
let secretary: Client

beforeEach(async () => {
  portal = await testApp({ now: duringMeeting })
  cooperation = givenCooperation(portal.db, duringMeeting)
  secretary = await portal.signIn('sekretariat.bolig')
})
afterEach(() => portal.close())

const pathOf = (meeting: GivenMeeting, title: string) =>
  `/moeder/${meeting.id}/afvikling/punkter/${meeting.items[title] ?? 0}`

/** The group's next meeting, with its agenda begun. */
async function givenNextMeeting(on = '2026-04-16'): Promise<number> {
  const actor = cooperation.actor('sekretariat.kommune', duringMeeting)
  const { id } = await planMeeting(actor, {
    bodyId: cooperation.body('faelles-gruppe'),
    form: 'ORDINARY',
    day: day(on),
    startsAt: '13:00',
    endsAt: '15:00',
    place: 'Rådhuset',
  })
  await prepareAgenda(actor, { meetingId: id })
  return id
}

const outcome = (meeting: GivenMeeting, title: string, given: string, version = 0) =>
  secretary.post(pathOf(meeting, title), { version, text: 'Tiden gik.', outcome: given, outcomeNote: 'næste møde' })

describe('an item that was not reached', () => {
  test('is copied to the next agenda with what belongs to it, and both ends say so', async () => {
    const meeting = await givenMeetingInSession(portal.db, cooperation)
    const next = await givenNextMeeting()
    const path = pathOf(meeting, 'Fælles ventelisteprincipper')
    expect((await secretary.get(path)).text).not.toContain('Overfør punktet til næste møde')
    expect((await secretary.post(`${path}/overfoer`)).status).toBe(422)

    await outcome(meeting, 'Fælles ventelisteprincipper', 'NOT_REACHED')
    expect((await secretary.get(path)).text).toContain('Overfør punktet til næste møde')
    const member = await portal.signIn('medlem.hoejstrup')
    expect((await member.post(`${path}/overfoer`)).status).toBe(403)
    expect((await secretary.post(`${path}/overfoer`)).status).toBe(303)

    const [row] = await portal.db.prisma.agendaItem.findMany({
      where: { meetingId: next, carriedFromId: { not: null } },
    })
    expect(row).toMatchObject({
      carriedFromId: meeting.items['Fælles ventelisteprincipper'],
      title: 'Fælles ventelisteprincipper',
      recommendation: 'Det indstilles, **at** …',
    })
    const { number } = await portal.db.prisma.meeting.findUniqueOrThrow({ where: { id: next } })
    expect((await secretary.get(path)).text).toContain(`Punktet er overført til møde ${number}.`)
    const agenda = (await secretary.get(`/moeder/${next}/dagsorden`)).text
    expect(agenda).toContain('Fælles ventelisteprincipper')
    expect(agenda).toContain('Et tidligere møde')
    expect((await secretary.get(`/moeder/${meeting.id}/referat`)).text).toContain('Ikke nået')

    const again = await secretary.post(`${path}/overfoer`)
    expect(again.status).toBe(422)
    expect(again.text).toContain('Punktet er allerede overført.')
  })

  test('waits when no later meeting is planned, and the answer says what to do', async () => {
    const meeting = await givenMeetingInSession(portal.db, cooperation)
    await outcome(meeting, 'Status på Vollsmose', 'POSTPONED')
    const answer = await secretary.post(`${pathOf(meeting, 'Status på Vollsmose')}/overfoer`)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Opret det næste møde først.')
  })

  test('that the meeting moved to the closed part is closed on the next agenda too', async () => {
    const meeting = await givenMeetingInSession(portal.db, cooperation)
    const next = await givenNextMeeting()
    const path = pathOf(meeting, 'Status på Vollsmose')
    await secretary.post(`${path}/type`, {
      version: 0,
      kind: 'DISCUSSION',
      part: 'closed',
      closedReason: 'Personforhold',
      publicTitle: 'Status på et boligområde',
    })
    await outcome(meeting, 'Status på Vollsmose', 'POSTPONED', 1)
    await secretary.post(`${path}/overfoer`)
    const [row] = await portal.db.prisma.agendaItem.findMany({
      where: { meetingId: next, carriedFromId: { not: null } },
    })
    expect(row).toMatchObject({ closed: true, closedReason: 'Personforhold', publicTitle: 'Status på et boligområde' })
  })
})

describe('at the approval of the agenda', () => {
  test('the meeting changes an item’s kind, and the minutes say so', async () => {
    const meeting = await givenMeetingInSession(portal.db, cooperation)
    const path = pathOf(meeting, 'Fælles ventelisteprincipper')
    const answer = await secretary.post(`${path}/type`, { version: 0, kind: 'DISCUSSION', part: 'open' })
    expect(answer.status).toBe(303)
    const minutes = (await secretary.get(`/moeder/${meeting.id}/referat`)).text
    expect(minutes).toContain('Mødet ændrede punktets type fra beslutning til drøftelse.')
    expect((await outcome(meeting, 'Fælles ventelisteprincipper', 'DECIDED', 1)).status).toBe(422)
    // The agenda stays what was sent.
    expect((await secretary.get(`/moeder/${meeting.id}/dagsorden/versioner/1`)).text).toContain('Beslutning')
  })

  test('an open item that is moved to the closed part needs its reason, and is then closed to outsiders', async () => {
    const meeting = await givenMeetingInSession(portal.db, cooperation)
    const reader = await portal.signIn('laeser')
    expect((await reader.get(`/moeder/${meeting.id}/dagsorden`)).text).toContain('Status på Vollsmose')
    const path = pathOf(meeting, 'Status på Vollsmose')
    const move = { version: 0, kind: 'DISCUSSION', part: 'closed', closedReason: '', publicTitle: 'Et boligområde' }
    const without = await secretary.post(`${path}/type`, move)
    expect(without.status).toBe(422)
    expect(without.text).toContain('Der er fejl i formularen')
    expect(without.text).toContain('value="Et boligområde"')
    expect((await secretary.post(`${path}/type`, { ...move, closedReason: 'Personforhold' })).status).toBe(303)
    for (const [address, told] of [
      ['/dagsorden', 'Et boligområde'],
      ['/dagsorden/versioner/1', 'Lukket punkt'],
    ]) {
      const text = (await reader.get(`/moeder/${meeting.id}${address}`)).text
      expect(text).not.toContain('Status på Vollsmose')
      expect(text).toContain(told)
    }
    expect((await reader.get('/soeg?q=vollsmose&i=punkter')).text).not.toContain('Status på Vollsmose')
    const minutes = (await secretary.get(`/moeder/${meeting.id}/referat`)).text
    expect(minutes).toContain('Mødet flyttede punktet til den lukkede del.')
  })

  test('a closed item that is opened is read by all', async () => {
    const meeting = await givenMeetingInSession(portal.db, cooperation)
    const reader = await portal.signIn('laeser')
    const agenda = `/moeder/${meeting.id}/dagsorden`
    expect((await reader.get(agenda)).text).not.toContain('Køb af grunden på Skovvej')
    const path = pathOf(meeting, 'Køb af grunden på Skovvej')
    await secretary.post(`${path}/type`, { version: 0, kind: 'DISCUSSION', part: 'open' })
    expect((await reader.get(agenda)).text).toContain('Køb af grunden på Skovvej')
  })

  test('only those who minute do it, and only while the meeting is in session', async () => {
    const meeting = await givenMeetingInSession(portal.db, cooperation)
    const path = `${pathOf(meeting, 'Status på Vollsmose')}/type`
    const form = { version: 0, kind: 'INFORMATION', part: 'open' }
    for (const email of ['medlem.hoejstrup', 'formand'])
      expect((await (await portal.signIn(email)).post(path, form)).status).toBe(403)
    expect((await (await portal.signIn('laeser')).post(path, form)).status).toBe(403)
    expect((await secretary.post(path, { ...form, kind: 'HVADSOMHELST' })).status).toBe(422)
  })
})

describe('guests', () => {
  test('are admitted to the meeting or an item, stand in the minutes, and can be taken off again', async () => {
    const meeting = await givenMeetingInSession(portal.db, cooperation)
    const session = `/moeder/${meeting.id}/afvikling`
    const guestItem = meeting.items['Status på Vollsmose']
    const nameless = await secretary.post(`${session}/gaester`, {
      guestName: '',
      guestOrganisation: 'Politiet',
      guestItem,
    })
    expect(nameless.status).toBe(422)
    expect(nameless.text).toContain('Feltet »Gæstens navn« skal udfyldes.')
    expect(nameless.text).toContain('value="Politiet"')

    const guest = { guestName: 'Vita Vagt', guestOrganisation: 'Fyns Politi', guestItem }
    expect((await (await portal.signIn('medlem.fab')).post(`${session}/gaester`, guest)).status).toBe(403)
    expect((await secretary.post(`${session}/gaester`, guest)).status).toBe(303)
    const minutes = () => secretary.get(`/moeder/${meeting.id}/referat`)
    expect((await minutes()).text).toMatch(/Vita Vagt, Fyns Politi, deltog under punkt \d/)
    const { id } = await portal.db.prisma.guest.findFirstOrThrow({ where: { meetingId: meeting.id } })
    expect((await secretary.post(`${session}/gaester/${id}/fjern`)).status).toBe(303)
    expect((await minutes()).text).not.toContain('Vita Vagt')
  })
})

describe('a member’s own statement', () => {
  test('is entered by the member alone, under his or her own name, at an item he or she took part in', async () => {
    const meeting = await givenMeetingInSession(portal.db, cooperation)
    const session = `/moeder/${meeting.id}/afvikling`
    const member = await portal.signIn('medlem.hoejstrup')
    expect((await member.get(session)).text).toContain('name="statementText"')
    const statementItem = meeting.items['Status på Vollsmose']
    const empty = await member.post(`${session}/udtalelse`, { statementItem, statementText: '' })
    expect(empty.status).toBe(422)
    expect(empty.text).toContain('Feltet »Udtalelse« skal udfyldes.')

    const answer = await member.post(`${session}/udtalelse`, { statementItem, statementText: 'Tallene er for gamle.' })
    expect(answer.status).toBe(303)
    const { name } = cooperation.actor('medlem.hoejstrup')
    const minutes = (await secretary.get(`/moeder/${meeting.id}/referat`)).text
    expect(minutes).toContain(`${name} ønskede tilført protokollen: »Tallene er for gamle.«`)
    const other = await portal.signIn('laeser')
    expect((await other.post(`${session}/udtalelse`, { statementItem, statementText: 'x' })).status).toBe(404)
  })
})

describe('the minutes', () => {
  test('name who wrote them', async () => {
    const meeting = await givenMeetingInSession(portal.db, cooperation)
    for (const key of ['sekretariat.bolig', 'sekretariat.kommune']) {
      const itemId =
        meeting.items[key === 'sekretariat.bolig' ? 'Status på Vollsmose' : 'Køb af grunden på Skovvej'] ?? 0
      const actor = cooperation.actor(key, duringMeeting)
      await minuteItem(actor, { itemId, text: 'Drøftet.', outcome: 'DISCUSSED', outcomeNote: '' })
    }
    const { text } = await secretary.get(`/moeder/${meeting.id}/referat`)
    expect(text).toContain('Referenter')
    for (const key of ['sekretariat.bolig', 'sekretariat.kommune'])
      expect(text).toContain(cooperation.actor(key, duringMeeting).name)
  })

  test('list what was attached to an item, but not to those who may not read it', async () => {
    const meeting = await givenMeetingInSession(portal.db, cooperation)
    await write(systemActor(portal.db, instant(duringMeeting)), async tx => {
      const by = cooperation.person('sekretariat.bolig')
      const file = { mediaType: 'application/pdf', size: 20_480, uploadedById: by, uploadedAt: duringMeeting }
      for (const [title, item] of [
        ['Notat om tryghed', 'Status på Vollsmose'],
        ['Købstilbud', 'Køb af grunden på Skovvej'],
      ] as const) {
        const { id: documentId } = await tx.document.create({ data: { ...file, hash: title } })
        const itemId = meeting.items[item] ?? 0
        const row = { itemId, documentId, title, name: 'notat.pdf', position: 1, addedById: by, addedAt: duringMeeting }
        await tx.attachment.create({ data: row })
      }
      return { result: undefined, events: [] }
    })
    const { text } = await secretary.get(`/moeder/${meeting.id}/referat`)
    expect(text).toMatch(/<a href="\/bilag\/\d+">Notat om tryghed<\/a>/)
    expect(text).toContain('Købstilbud')
    await secretary.post(`${pathOf(meeting, 'Køb af grunden på Skovvej')}/inhabilitet`, {
      recusedId: cooperation.person('medlem.hoejstrup'),
      recusalReason: 'Nabo',
    })
    const recused = (await (await portal.signIn('medlem.hoejstrup')).get(`/moeder/${meeting.id}/referat`)).text
    expect(recused).toContain('Notat om tryghed')
    expect(recused).not.toContain('Købstilbud')
  })

  test('are approved at a later meeting before the deadline has run out', async () => {
    const meeting = await givenMinutesOut(portal.db, cooperation)
    portal.clock.set(afterMeeting)
    const address = `/moeder/${meeting.id}/referat`
    const early = await secretary.post(`${address}/godkendelse`, { atMeetingId: '' })
    expect(early.status).toBe(422)
    expect(early.text).toContain('Indsigelsesfristen er ikke udløbet.')
    const planned = await givenNextMeeting()
    expect((await secretary.post(`${address}/godkendelse`, { atMeetingId: planned })).status).toBe(422)

    const { id: later } = await givenCalledMeeting(portal.db, cooperation)
    await (await portal.signIn('formand')).post(`/moeder/${later}/afvikling/aabn`)
    expect((await secretary.get(address)).text).toContain('Godkendt på mødet')
    const member = await portal.signIn('medlem.hoejstrup')
    expect((await member.post(`${address}/godkendelse`, { atMeetingId: later })).status).toBe(403)
    expect((await secretary.post(`${address}/godkendelse`, { atMeetingId: later })).status).toBe(303)
    const page = (await member.get(address)).text
    expect(page).toContain('Referat godkendt')
    const steps = (await member.get(`/moeder/${meeting.id}`)).text
    expect(steps).toContain('Godkendt på mødet den 12. marts 2026')
  })
})
