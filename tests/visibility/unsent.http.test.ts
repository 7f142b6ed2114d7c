import { afterAll, beforeAll, expect, test } from 'vitest'
import { editMeeting, sendSupplement } from '../../src/features/meetings/meetings/index.ts'
import { day } from '../../src/kernel/days.ts'
import { type MeetingStage, stageFor } from '../meetings/stage.ts'
import { type Client, type TestApp, testApp } from '../support/app.ts'

let portal: TestApp
let stage: MeetingStage
let chair: Client
let secretary: Client

beforeAll(async () => {
  portal = await testApp()
  stage = await stageFor(portal.db)
  chair = await portal.signIn('formand')
  secretary = await portal.signIn('sekretariat.bolig')
}, 60_000)
afterAll(() => portal.close())

const moved = { form: 'ORDINARY', day: day('2026-04-20'), startsAt: '09:15', endsAt: '11:45' } as const

test('of a called meeting everyone sees the time and place that were sent, until they are sent again', async () => {
  const id = await stage.prepared()
  await stage.put(id)
  await stage.called(id)
  await editMeeting(stage.housing(), {
    meetingId: id,
    version: await versionOf(id),
    place: 'Højskolen',
    note: 'Ny sal',
    ...moved,
  })

  const pages = [
    '/',
    '/moeder',
    `/moeder/${id}`,
    `/moeder/${id}/dagsorden`,
    `/moeder/${id}/afvikling`,
    '/soeg?q=Højskolen',
  ]
  for (const path of pages) {
    const { text } = await chair.get(path)
    expect(text, path).not.toMatch(/Højskolen[^"»«]*<\/(p|td|dd|li)|20\. april|09\.15|Ny sal/)
  }
  expect((await chair.get(`/moeder/${id}`)).text).toContain('Rådhuset')
  expect((await secretary.get(`/moeder/${id}`)).text).toMatch(/Ny tid eller nyt sted[\s\S]*20\. april[\s\S]*Højskolen/)
  expect((await secretary.get(`/moeder/${id}/rediger`)).text).toContain('value="Højskolen"')
  expect((await secretary.get(`/moeder/${id}/dagsorden`)).text).toContain('Højskolen')

  await stage.signed(id, stage.housing(), stage.municipality())
  await sendSupplement(stage.housing(), { meetingId: id, lateReason: 'Salen er optaget.' })
  for (const path of ['/moeder', `/moeder/${id}`, `/moeder/${id}/dagsorden`])
    expect((await chair.get(path)).text, path).toContain('Højskolen')
  expect((await chair.get(`/moeder/${id}`)).text).toContain('20. april')
})

test('a plan that is changed back to what was sent leaves nothing to send', async () => {
  const id = await stage.prepared()
  await stage.put(id)
  await stage.called(id)
  const sent = await portal.db.prisma.meeting.findUniqueOrThrow({ where: { id } })
  const { form, startsAt, endsAt, place, note } = sent
  const plan = { form, day: day(sent.day), startsAt, endsAt, place, note }
  await editMeeting(stage.housing(), { meetingId: id, version: sent.version, ...plan, place: 'Højskolen' })
  await editMeeting(stage.housing(), { meetingId: id, version: sent.version + 1, ...plan })
  expect((await secretary.get(`/moeder/${id}`)).text).not.toContain('ikke er udsendt')
  expect((await portal.db.prisma.meeting.findUniqueOrThrow({ where: { id } })).unsentPlan).toBeNull()
})

const versionOf = async (id: number) => (await portal.db.prisma.meeting.findUniqueOrThrow({ where: { id } })).version
