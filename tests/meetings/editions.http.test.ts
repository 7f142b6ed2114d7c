import { afterAll, beforeAll, expect, test } from 'vitest'
import { createFollowUp } from '../../src/features/decisions/followups/index.ts'
import { askQuestion } from '../../src/features/meetings/meetings/index.ts'
import { day } from '../../src/kernel/days.ts'
import { type Client, type TestApp, testApp } from '../support/app.ts'
import { type MeetingStage, stageFor } from './stage.ts'

let portal: TestApp
let stage: MeetingStage
let secretary: Client
let chair: Client

beforeAll(async () => {
  portal = await testApp()
  stage = await stageFor(portal.db)
  secretary = await portal.signIn('sekretariat.bolig')
  chair = await portal.signIn('formand')
}, 60_000)
afterAll(() => portal.close())

const closed = { closed: true, closedReason: 'Forhandling om pris', publicTitle: 'Et ejendomskøb' }

test('whoever may read more is led from the agenda to its open part and back, and the edition says what it is', async () => {
  const id = await stage.prepared()
  const open = await stage.put(id)
  const hidden = await stage.put(id, { title: 'Køb af Vesterbro 12', summary: 'Budet er 14 mio.', ...closed })
  await stage.called(id)
  await askQuestion(stage.cooperation.actor('formand'), { itemId: open.id, text: 'Hvem betaler?' })
  await createFollowUp(stage.housing(), {
    itemId: hidden.id,
    text: 'Indhent et bud til',
    organisationId: stage.cooperation.organisation('hoejstrup'),
    personId: null,
    dueDay: day('2026-05-01'),
  })

  for (const path of [`/moeder/${id}/dagsorden`, `/moeder/${id}/dagsorden/versioner/1`])
    for (const client of [secretary, chair]) {
      const whole = (await client.get(path)).text
      expect(whole).toContain(`href="${path}?udgave=aaben">Vis kun den åbne del</a>`)
      expect(whole).toContain('Køb af Vesterbro 12')
      const { text } = await client.get(`${path}?udgave=aaben`)
      expect(text).toMatch(/message__title">Kun den åbne del/)
      expect(text).toContain(`href="${path}"`)
      expect(text).toContain('Et ejendomskøb')
      expect(text).toContain('Tryghed i Vollsmose')
      expect(text).not.toMatch(/Vesterbro 12|14 mio|Hvem betaler|Indhent et bud|Godkendelse af dagsordenen/)
    }

  const reader = await portal.signIn('laeser')
  expect((await reader.get(`/moeder/${id}/dagsorden`)).text).not.toContain('udgave=aaben')
})

test('an agenda that has not been sent has no open part to hand on', async () => {
  const id = await stage.prepared(undefined, '2026-05-21')
  await stage.put(id)
  expect((await secretary.get(`/moeder/${id}/dagsorden`)).text).not.toContain('udgave=aaben')
  expect((await secretary.get(`/moeder/${id}/dagsorden?udgave=aaben`)).status).toBe(404)
})

test('an edition that there is not is the whole', async () => {
  const id = await stage.prepared(undefined, '2026-06-18')
  await stage.put(id, { title: 'Køb af Søndergade 3', ...closed })
  await stage.called(id)
  for (const asked of ['lukket', 'AABEN', 'aaben&udgave=aaben'])
    expect((await secretary.get(`/moeder/${id}/dagsorden?udgave=${asked}`)).text).toContain('Køb af Søndergade 3')
})
