import { afterAll, beforeAll, expect, test } from 'vitest'
import { openCase } from '../../src/features/meetings/cases/index.ts'
import { addItem, cancelMeeting, prepareAgenda } from '../../src/features/meetings/meetings/index.ts'
import { type Client, type TestApp, testApp } from '../support/app.ts'
import { type MeetingStage, stageFor } from './stage.ts'

let portal: TestApp
let stage: MeetingStage
let housing: Client
let member: Client
let reader: Client

beforeAll(async () => {
  portal = await testApp()
  stage = await stageFor(portal.db)
  housing = await portal.signIn('sekretariat.bolig')
  member = await portal.signIn('medlem.hoejstrup')
  reader = await portal.signIn('laeser')
})
afterAll(() => portal.close())

test('a called meeting that is cancelled keeps its agenda as it was sent, for those who could read it', async () => {
  const meetingId = await stage.prepared()
  const { id: caseId, number } = await openCase(stage.housing(), {
    bodyId: stage.cooperation.body('faelles-gruppe'),
    title: 'Cykelparkering',
    summary: '',
    journalNumber: null,
  })
  await stage.put(meetingId, { title: 'Cykler i opgangene', caseId })
  await stage.put(meetingId, {
    title: 'Køb af Grønnegade 7',
    closed: true,
    closedReason: 'Forhandlingsposition',
    publicTitle: 'Køb af fast ejendom',
  })
  await stage.called(meetingId)
  await addItem(stage.housing(), { meetingId, title: 'Aldrig udsendt', kind: 'DISCUSSION', strategy: true, caseId })
  await cancelMeeting(stage.housing(), { meetingId, reason: 'For mange afbud' })

  for (const client of [housing, member, reader]) {
    const { text, status } = await client.get(`/moeder/${meetingId}/dagsorden`)
    expect(status).toBe(200)
    expect(text).toContain('Cykler i opgangene')
    expect(text).not.toContain('Aldrig udsendt')
    expect((await client.get(`/moeder/${meetingId}/dagsorden/versioner/1`)).status).toBe(200)
    const page = (await client.get(`/moeder/${meetingId}`)).text
    expect(page).toContain('Aflyst')
    expect(page).toContain(`href="/moeder/${meetingId}/dagsorden"`)
  }
  expect((await reader.get(`/moeder/${meetingId}/dagsorden`)).text).not.toContain('Grønnegade')
  expect((await member.get(`/moeder/${meetingId}/dagsorden`)).text).toContain('Grønnegade')
  const timeline = (await member.get(`/sager/${number}`)).text
  expect(timeline).toContain('Cykler i opgangene')
  expect(timeline).not.toContain('Aldrig udsendt')
  expect((await member.get('/soeg?q=cykler')).text).toContain('Cykler i opgangene')
})

test('one that was cancelled before it was called shows its draft to the secretariats alone', async () => {
  const meetingId = await stage.plan('faelles-gruppe', '2026-06-18')
  await prepareAgenda(stage.housing(), { meetingId })
  await stage.put(meetingId, { title: 'Kun et udkast' })
  await cancelMeeting(stage.housing(), { meetingId, reason: 'Ingen punkter' })
  expect((await housing.get(`/moeder/${meetingId}/dagsorden`)).text).toContain('Kun et udkast')
  for (const client of [member, reader]) {
    expect((await client.get(`/moeder/${meetingId}/dagsorden`)).status).toBe(404)
    expect((await client.get(`/moeder/${meetingId}`)).text).not.toContain('/dagsorden"')
    expect((await client.get('/soeg?q=udkast&i=punkter')).text).not.toContain('Kun et udkast')
  }
})
