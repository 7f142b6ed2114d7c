import { expect, test } from 'vitest'
import { decisionTextFrom } from '../../src/features/decisions/decisions/record/decision-text.ts'
import { questionOf } from '../../src/features/decisions/decisions/settle/referral-rules.ts'
import { kroner } from '../../src/kernel/money.ts'

test.each([
  ['Sekretariaterne indstiller, at der oprettes en fælles pulje.', 'Der oprettes en fælles pulje.'],
  ['Det indstilles, **at** dagsordenen godkendes.', 'Dagsordenen godkendes.'],
  ['Kommunens sekretariat indstiller til gruppen, at planen følges.', 'Planen følges.'],
  ['Planen følges.', 'Planen følges.'],
  ['Sekretariaterne indstiller, at planen følges, og at den evalueres.', null],
  ['Sekretariaterne indstiller, at\n- planen følges\n- den evalueres', null],
  ['Sekretariaterne indstiller, at der er tid til at øve sig.', 'Der er tid til at øve sig.'],
  ['', ''],
])('%j begins a decision as %j', (recommendation, text) =>
  expect(decisionTextFrom(recommendation)).toBe(text ?? recommendation),
)

test('a deciding body is asked about consequences, each with whom it is for', () => {
  const gap = (kind: 'economic' | 'legal', organisation: string, amount: number | null) => ({
    kind,
    organisation,
    amount: amount === null ? null : kroner(amount),
  })
  const request = {
    body: 'Bestyrelsen i Søparken',
    gaps: [gap('economic', 'Søparken', 70_000), gap('legal', 'Søparken', null)],
  }
  expect(questionOf(request as never, { number: '2026/7', title: 'Fælles legeplads' })).toBe(
    'Det indstilles til bestyrelsen i Søparken, at beslutning 2026/7 »Fælles legeplads« godkendes med den økonomiske konsekvens for Søparken (70.000 kr.) og den juridiske konsekvens for Søparken.',
  )
})
