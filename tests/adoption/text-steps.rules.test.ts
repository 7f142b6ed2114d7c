import { expect, test } from 'vitest'
import { type TextFacts, textWay } from '../../src/features/decisions/adoption/text-steps.ts'
import { textStepsPage } from '../../src/features/decisions/adoption/text-steps-page.ts'
import { day } from '../../src/kernel/days.ts'

const facts = (given: Partial<TextFacts> = {}): TextFacts => ({
  state: 'SIGNED_OFF',
  lacking: [],
  unsignedBy: [],
  today: day('2026-03-02'),
  hearing: null,
  newDeadline: null,
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

test('a hearing is about a draft that lacks nothing, until a day to come, and nothing goes on an agenda while it runs', () => {
  const judge = (given: Partial<TextFacts>) => textWay.judge('OPEN_HEARING', facts(given))
  expect(judge({ state: 'DRAFT', newDeadline: day('2026-04-01') })).toEqual({ allowed: true, to: 'IN_HEARING' })
  expect(judge({ lacking: [{ sentence: 'Standardens formål mangler.' }], newDeadline: day('2026-03-02') })).toEqual({
    allowed: false,
    objections: [
      { sentence: 'Standardens formål mangler.' },
      { sentence: 'Fristen skal ligge efter i dag.', field: 'until' },
    ],
  })
  for (const state of ['IN_HEARING', 'ON_AGENDA', 'IN_FORCE'] as const)
    expect(judge({ state, newDeadline: day('2026-04-01') }).allowed, state).toBe(false)
  expect(textWay.judge('PUT_ON_AGENDA', facts({ state: 'IN_HEARING' }))).toEqual({
    allowed: false,
    objections: [{ sentence: 'Teksten har status »I høring«. Derfor kan teksten ikke sættes på dagsordenen.' }],
  })
})

test('a hearing is extended to a later day, also when it has run out, but not when it was closed', () => {
  const hearing = { isClosed: false, until: day('2026-03-10') }
  const judge = (given: Partial<TextFacts>) => textWay.judge('EXTEND_HEARING', facts({ hearing, ...given }))
  expect(judge({ state: 'IN_HEARING', newDeadline: day('2026-03-20') }).allowed).toBe(true)
  expect(judge({ state: 'DRAFT', newDeadline: day('2026-03-20') }).allowed).toBe(true)
  expect(judge({ state: 'IN_HEARING', newDeadline: day('2026-03-09') })).toMatchObject({
    objections: [{ sentence: 'Høringsfristen er den 10. marts 2026. Vælg en senere dag.', field: 'until' }],
  })
  expect(judge({ hearing: { ...hearing, isClosed: true }, newDeadline: day('2026-03-20') })).toMatchObject({
    objections: [{ sentence: 'Høringen er lukket og kan ikke forlænges. Send teksten i høring igen.' }],
  })
})

test('docs/text-steps.md is the table of steps', async () => {
  await expect(textStepsPage()).toMatchFileSnapshot('../../docs/text-steps.md')
})
