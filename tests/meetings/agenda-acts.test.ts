import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '../../src/database/database.ts'
import {
  addItem,
  answerQuestion,
  askQuestion,
  attachFile,
  callMeeting,
  cancelMeeting,
  carryOver,
  editItem,
  editMeeting,
  planMeeting,
  prepareAgenda,
  removeAttachment,
  removeItem,
  sealedAgenda,
  sendSupplement,
  signOffAgenda,
  withdrawSignOff,
} from '../../src/features/meetings/meetings/index.ts'
import { day } from '../../src/kernel/days.ts'
import { Conflict } from '../../src/kernel/refusal.ts'
import { freshDatabase } from '../support/app.ts'
import { type MeetingStage, stageFor } from './stage.ts'

let db: Database
let close: () => Promise<void>
let stage: MeetingStage

beforeEach(async () => {
  const fresh = await freshDatabase()
  db = fresh.db
  close = fresh.close
  stage = await stageFor(db)
})
afterEach(() => close())

const titles = async (meetingId: number) =>
  (await db.prisma.agendaItem.findMany({ where: { meetingId, removedAt: null }, orderBy: { position: 'asc' } })).map(
    item => `${item.position} ${item.title}`,
  )
const stateOf = async (id: number) => (await db.prisma.meeting.findUniqueOrThrow({ where: { id } })).state
const eventsOf = async (kind: string) => db.prisma.event.count({ where: { kind } })
const aFile = (text = 'bilag') => ({ name: 'bilag.pdf', buffer: Buffer.from(`%PDF-1.7\n${text}\n%%EOF`) })

describe('planning', () => {
  test('a meeting gets its year’s next number', async () => {
    const id = await stage.plan()
    expect((await db.prisma.meeting.findUniqueOrThrow({ where: { id } })).number).toBe('2026-M01')
    await stage.plan('faelles-gruppe', '2026-05-20')
    expect(await db.prisma.meeting.count({ where: { number: '2026-M02' } })).toBe(1)
  })

  test('only the secretariats plan for the joint group, and only its own for a side’s (R76)', async () => {
    const plan = (who: string, body: string) =>
      planMeeting(stage.cooperation.actor(who), {
        bodyId: stage.cooperation.body(body),
        form: 'ORDINARY',
        day: day('2026-04-16'),
        startsAt: '13:00',
        endsAt: '15:00',
        place: 'Her',
      })
    await expect(plan('formand', 'faelles-gruppe')).rejects.toMatchObject({ code: 'forbidden' })
    await expect(plan('sekretariat.bolig', 'strategigruppe-kommune')).rejects.toMatchObject({ code: 'forbidden' })
    await expect(plan('sekretariat.bolig', 'strategigruppe-bolig')).resolves.toMatchObject({ number: '2026-M01' })
  })

  test('not in the past, not ending before it begins, and in writing only when the rules allow it', async () => {
    const plan = (some: object) =>
      planMeeting(stage.housing(), {
        bodyId: stage.cooperation.body('faelles-gruppe'),
        form: 'ORDINARY',
        day: day('2026-04-16'),
        startsAt: '13:00',
        endsAt: '15:00',
        place: 'Her',
        ...some,
      })
    await expect(plan({ day: day('2026-03-11') })).rejects.toMatchObject({ code: 'rule', field: 'day' })
    await expect(plan({ endsAt: '12:00' })).rejects.toMatchObject({ field: 'endsAt' })
    await expect(plan({ form: 'WRITTEN' })).rejects.toMatchObject({ field: 'form' })
  })
})

describe('the agenda', () => {
  test('standing items come by themselves, around what is already there', async () => {
    const meetingId = await stage.plan()
    await stage.put(meetingId)
    await prepareAgenda(stage.municipality(), { meetingId })
    expect(await titles(meetingId)).toEqual([
      '1 Godkendelse af dagsorden',
      '2 Opfølgning',
      '3 Tryghed i Vollsmose',
      '4 Næste møde',
      '5 Eventuelt',
    ])
    expect(await stateOf(meetingId)).toBe('AGENDA_IN_PREPARATION')
  })

  test('items are moved among each other, never past the standing ones', async () => {
    const meetingId = await stage.prepared()
    const first = await stage.put(meetingId, { title: 'Første' })
    const second = await stage.put(meetingId, { title: 'Anden' })
    await stage.move(second.id, 'up')
    await stage.move(second.id, 'up')
    expect((await titles(meetingId))[2]).toBe('3 Anden')
    await stage.move(first.id, 1)
    expect((await titles(meetingId)).slice(2, 4)).toEqual(['3 Første', '4 Anden'])
  })

  test('an item that is taken off keeps its row', async () => {
    const meetingId = await stage.prepared()
    const item = await stage.put(meetingId)
    await removeItem(stage.housing(), { itemId: item.id })
    expect(await titles(meetingId)).toHaveLength(4)
    expect((await db.prisma.agendaItem.findUniqueOrThrow({ where: { id: item.id } })).removedAt).not.toBeNull()
  })

  test('two who edit the same item never overwrite each other in silence', async () => {
    const meetingId = await stage.prepared()
    const item = await stage.put(meetingId)
    const draft = { itemId: item.id, version: 1, kind: 'DISCUSSION' as const, strategy: true }
    await editItem(stage.housing(), { ...draft, title: 'Den enes titel' })
    const late = editItem(stage.municipality(), { ...draft, title: 'Den andens titel' })
    await expect(late).rejects.toBeInstanceOf(Conflict)
    await expect(late).rejects.toMatchObject({ version: 2, current: { title: 'Den enes titel' } })
  })

  test('a closed item says why and what the public reads (R69)', async () => {
    const meetingId = await stage.prepared()
    await expect(stage.put(meetingId, { closed: true })).rejects.toMatchObject({ field: 'closedReason' })
    await expect(stage.put(meetingId, { closed: true, closedReason: 'Tavshedspligt' })).rejects.toMatchObject({
      field: 'publicTitle',
    })
  })

  test('a member does not edit it', async () => {
    const meetingId = await stage.prepared()
    const put = addItem(stage.cooperation.actor('formand'), {
      meetingId,
      title: 'x',
      kind: 'DISCUSSION',
      strategy: true,
    })
    await expect(put).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('sign-off', () => {
  test('both secretariats, and then it is signed off (R60)', async () => {
    const meetingId = await stage.prepared()
    await stage.put(meetingId)
    await stage.signed(meetingId, stage.housing())
    expect(await stateOf(meetingId)).toBe('AGENDA_IN_PREPARATION')
    await stage.signed(meetingId, stage.municipality())
    expect(await stateOf(meetingId)).toBe('AGENDA_SIGNED_OFF')
  })

  test('what was changed while one looked is not signed off', async () => {
    const meetingId = await stage.prepared()
    const shownHash = await stage.shown(meetingId)
    await stage.put(meetingId)
    await expect(signOffAgenda(stage.housing(), { meetingId, shownHash })).rejects.toMatchObject({
      message: expect.stringContaining('Indholdet er ændret, siden du åbnede siden.'),
    })
    expect(await db.prisma.signOff.count()).toBe(0)
  })

  test('an edit voids both and says which item', async () => {
    const meetingId = await stage.prepared()
    const item = await stage.put(meetingId)
    await stage.signed(meetingId, stage.housing(), stage.municipality())
    const edit = { itemId: item.id, version: 1, title: 'Nyt', kind: 'DISCUSSION' as const, strategy: true }
    expect((await editItem(stage.housing(), edit)).notice).toBe(
      'Begge godkendelser er bortfaldet, fordi punkt 3 er ændret.',
    )
    expect(await stateOf(meetingId)).toBe('AGENDA_IN_PREPARATION')
    await expect(callMeeting(stage.housing(), { meetingId })).rejects.toMatchObject({ code: 'rule' })
  })

  test('one that lacks something is not signed off', async () => {
    const meetingId = await stage.prepared()
    await stage.put(meetingId, { kind: 'DECISION' })
    await expect(stage.signed(meetingId, stage.housing())).rejects.toMatchObject({
      message: 'Punkt 3 er et beslutningspunkt og mangler en indstilling.',
    })
  })

  test('nobody signs off twice, for the other side, or as a member', async () => {
    const meetingId = await stage.prepared()
    await stage.signed(meetingId, stage.housing())
    await expect(stage.signed(meetingId, stage.housing())).rejects.toMatchObject({ code: 'rule' })
    await expect(stage.signed(meetingId, stage.cooperation.actor('formand'))).rejects.toMatchObject({
      code: 'forbidden',
    })
  })

  test('a secretariat takes its own back, and the other’s stands', async () => {
    const meetingId = await stage.prepared()
    await stage.signed(meetingId, stage.housing(), stage.municipality())
    await withdrawSignOff(stage.housing(), { meetingId })
    expect(await stateOf(meetingId)).toBe('AGENDA_IN_PREPARATION')
    const standing = await db.prisma.signOff.findMany({ where: { voidedAt: null } })
    expect(standing.map(given => given.side)).toEqual(['MUNICIPALITY'])
  })
})

describe('sending', () => {
  test('freezes version 1 and calls everyone with a seat on the day', async () => {
    const meetingId = await stage.prepared()
    await stage.put(meetingId)
    const sent = await stage.called(meetingId)
    expect(sent.message).toMatch(/^Dagsordenen er udsendt til \d+ medlemmer den 12\. marts 2026 kl\. 10\.00\.$/)
    const attendance = await db.prisma.attendance.findMany({ where: { meetingId } })
    expect(attendance.filter(row => row.role !== 'SECRETARY')).toHaveLength(sent.recipients)
    const version = await db.prisma.agendaVersion.findFirstOrThrow({ where: { meetingId } })
    expect(sealedAgenda.thaw(version.content).items).toHaveLength(5)
    expect(await eventsOf('meetingCalled')).toBe(1)
  })

  test('not before both have signed off', async () => {
    const meetingId = await stage.prepared()
    await stage.signed(meetingId, stage.housing())
    await expect(callMeeting(stage.housing(), { meetingId })).rejects.toMatchObject({ code: 'rule' })
  })

  test('late, it says why the case cannot wait', async () => {
    const meetingId = await stage.prepared('faelles-gruppe', '2026-03-13')
    await stage.signed(meetingId, stage.housing(), stage.municipality())
    await expect(callMeeting(stage.housing(), { meetingId })).rejects.toMatchObject({ field: 'reason' })
    await callMeeting(stage.housing(), { meetingId, lateReason: 'Tilbuddet udløber.' })
    expect((await db.prisma.agendaVersion.findFirstOrThrow()).lateReason).toBe('Tilbuddet udløber.')
  })

  test('what is changed afterwards goes out as a supplement, signed off again', async () => {
    const meetingId = await stage.prepared()
    const item = await stage.put(meetingId)
    await stage.called(meetingId)
    const edit = { itemId: item.id, version: 1, title: 'Nyt', kind: 'DISCUSSION' as const, strategy: true }
    expect((await editItem(stage.housing(), edit)).notice).toContain('Ændringen er ikke udsendt endnu.')
    await expect(sendSupplement(stage.housing(), { meetingId })).rejects.toMatchObject({ code: 'rule' })
    await stage.signed(meetingId, stage.housing(), stage.municipality())
    const sent = await sendSupplement(stage.municipality(), { meetingId })
    expect(sent.message).toContain('Tillæg 1 er udsendt til')
    await expect(sendSupplement(stage.housing(), { meetingId })).rejects.toMatchObject({
      message: expect.stringContaining('Der er ingen ændringer at udsende.'),
    })
  })

  test('a moved meeting is a change to send', async () => {
    const meetingId = await stage.prepared()
    await stage.called(meetingId)
    const { version } = await db.prisma.meeting.findUniqueOrThrow({ where: { id: meetingId } })
    const moved = {
      meetingId,
      version,
      form: 'ORDINARY' as const,
      day: day('2026-04-17'),
      startsAt: '09:00',
      endsAt: '11:00',
    }
    const { notice } = await editMeeting(stage.housing(), { ...moved, place: 'Rådhuset' })
    expect(notice).toContain('Udsend den som tillæg.')
    await expect(editMeeting(stage.housing(), { ...moved, place: 'Højstrup' })).rejects.toBeInstanceOf(Conflict)
  })
})

describe('attachments', () => {
  test('the same bytes are kept once, and stay when taken off', async () => {
    const meetingId = await stage.prepared()
    const [one, other] = [await stage.put(meetingId), await stage.put(meetingId)]
    const first = await attachFile(stage.housing(), { itemId: one.id, file: aFile() })
    await attachFile(stage.housing(), { itemId: other.id, file: aFile() })
    expect(await db.prisma.document.count()).toBe(1)
    await expect(attachFile(stage.housing(), { itemId: one.id, file: aFile() })).rejects.toMatchObject({ field: 'fil' })
    await removeAttachment(stage.housing(), { attachmentId: first.id })
    expect(await db.prisma.attachment.count({ where: { removedAt: null } })).toBe(1)
  })

  test('a file is what its content says', async () => {
    const meetingId = await stage.prepared()
    const item = await stage.put(meetingId)
    const attach = (name: string, text: string) =>
      attachFile(stage.housing(), { itemId: item.id, file: { name, buffer: Buffer.from(text) } })
    await expect(attach('program.pdf', '#!/bin/sh')).rejects.toMatchObject({ field: 'fil' })
    await expect(attach('side.html', '<script>')).rejects.toMatchObject({ field: 'fil' })
    await expect(attach('billede.png', '%PDF-1.7\n%%EOF')).rejects.toMatchObject({
      message:
        'Indholdet af filen »billede.png« passer ikke til dens navn: Den er af typen PDF. Giv den et navn, der ender på .pdf, og prøv igen.',
    })
  })
})

describe('questions', () => {
  test('are asked when the agenda is out, and answered by another', async () => {
    const meetingId = await stage.prepared()
    const item = await stage.put(meetingId)
    const chair = stage.cooperation.actor('formand')
    await expect(askQuestion(chair, { itemId: item.id, text: 'Hvem betaler?' })).rejects.toMatchObject({ code: 'rule' })
    await stage.called(meetingId)
    const { id } = await askQuestion(chair, { itemId: item.id, text: 'Hvem betaler?' })
    await expect(answerQuestion(chair, { questionId: id, version: 1, answer: 'Vi' })).rejects.toMatchObject({
      code: 'forbidden',
    })
    await answerQuestion(stage.housing(), { questionId: id, version: 1, answer: 'Parterne, hver sin del.' })
    const reader = stage.cooperation.actor('laeser')
    await expect(askQuestion(reader, { itemId: item.id, text: 'Og jeg?' })).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('cancelling and carrying over', () => {
  test('a cancelled meeting’s items go to the next one, with their attachments, once', async () => {
    const meetingId = await stage.prepared()
    const item = await stage.put(meetingId)
    await attachFile(stage.housing(), { itemId: item.id, file: aFile() })
    await expect(cancelMeeting(stage.housing(), { meetingId, reason: ' ' })).rejects.toMatchObject({ code: 'rule' })
    await expect(carryOver(stage.housing(), { itemId: item.id })).rejects.toMatchObject({ code: 'rule' })
    await cancelMeeting(stage.housing(), { meetingId, reason: 'For mange afbud.' })
    await expect(carryOver(stage.housing(), { itemId: item.id })).rejects.toMatchObject({
      message: expect.stringContaining('Opret det næste møde først.'),
    })
    const next = await stage.prepared('faelles-gruppe', '2026-05-20')
    const carried = await carryOver(stage.municipality(), { itemId: item.id })
    expect(carried).toMatchObject({ meetingId: next, position: 3 })
    expect(carried.message).toBe('Punktet er overført til mødet den 20. maj 2026 som punkt 3.')
    expect(await db.prisma.attachment.count({ where: { itemId: carried.id } })).toBe(1)
    await expect(carryOver(stage.housing(), { itemId: item.id })).rejects.toMatchObject({
      message: 'Punktet er allerede overført.',
    })
  })
})
