import { expect, test } from 'vitest'
import { type TextFacts, textWay } from '../../src/features/decisions/adoption/text-steps.ts'
import { textStepsPage } from '../../src/features/decisions/adoption/text-steps-page.ts'

const facts = (given: Partial<TextFacts> = {}): TextFacts => ({
  state: 'SIGNED_OFF',
  lacking: [],
  unsignedBy: [],
  ...given,
})

test('a text is put on an agenda when both secretariats have signed off the very draft, and lacks nothing', () => {
  expect(textWay.judge('PUT_ON_AGENDA', facts())).toEqual({ allowed: true, to: 'ON_AGENDA' })
  const refused = textWay.judge(
    'PUT_ON_AGENDA',
    facts({ lacking: [{ sentence: 'Standardens formål mangler.' }], unsignedBy: ['kommunens sekretariat'] }),
  )
  expect(refused).toEqual({
    allowed: false,
    objections: [
      { sentence: 'Standardens formål mangler.' },
      { sentence: 'Godkendelsen fra kommunens sekretariat mangler.' },
    ],
  })
})

test('on an agenda, and while its decision waits, nothing of it is changed', () => {
  for (const state of ['ON_AGENDA', 'AWAITS_APPROVAL', 'COMING'] as const) {
    expect(textWay.judge('EDIT', facts({ state })).allowed, state).toBe(false)
    expect(textWay.judge('TAKE_BACK_SIGN_OFF', facts({ state })).allowed, state).toBe(false)
  }
})

test('what has fallen or was not adopted is put forward again, or written on', () => {
  for (const state of ['FALLEN', 'NOT_ADOPTED'] as const) {
    expect(textWay.judge('PUT_ON_AGENDA', facts({ state })).allowed, state).toBe(true)
    expect(textWay.judge('EDIT', facts({ state })).allowed, state).toBe(true)
  }
})

test('docs/text-steps.md is the table of steps', async () => {
  await expect(textStepsPage()).toMatchFileSnapshot('../../docs/text-steps.md')
})
