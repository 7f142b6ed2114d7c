import { afterAll, beforeAll, expect, test } from 'vitest'
import { openCase } from '../../src/features/meetings/cases/index.ts'
import { addItem } from '../../src/features/meetings/meetings/index.ts'
import { type MeetingStage, stageFor } from '../meetings/stage.ts'
import { type TestApp, testApp } from '../support/app.ts'

let portal: TestApp
let stage: MeetingStage

beforeAll(async () => {
  portal = await testApp()
  stage = await stageFor(portal.db)
}, 60_000)
afterAll(() => portal.close())

const closed = {
  closed: true,
  closedReason: 'Forhandlingsposition',
  publicTitle: 'En ejendomssag',
  kind: 'DISCUSSION',
  strategy: true,
} as const

test('whoever closes an item under a case that both parties read is warned of what the case tells', async () => {
  const meetingId = await stage.prepared()
  const bodyId = stage.cooperation.body('faelles-gruppe')
  const { id: caseId, number } = await openCase(stage.housing(), { bodyId, title: 'Køb af Skovvej 9' })
  const under = await addItem(stage.housing(), { meetingId, title: 'Køb af Skovvej 9', caseId, ...closed })
  expect(under.notice).toContain(`titel og resumé for sag ${number} kan læses af begge parter`)
  const without = await addItem(stage.housing(), { meetingId, title: 'Uden sag', ...closed })
  expect(without.notice).toBeNull()
  const open = await addItem(stage.housing(), { meetingId, title: 'Åbent', caseId, kind: 'DISCUSSION', strategy: true })
  expect(open.notice).toBeNull()
})
