import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  allOutcomes,
  type ItemKind,
  isDecided,
  judgeTreatment,
  type Outcome,
  outcomesFor,
  type TreatmentFacts,
  whyNotClosed,
  whyNotSigned,
} from '../../src/features/decisions/minutes/session/session-rules.ts'
import { nothingAtStake, type StakeFacts, stakesOf } from '../../src/features/decisions/minutes/session/stakes-rules.ts'

const treated = (facts: Partial<TreatmentFacts> = {}): TreatmentFacts => ({
  position: 4,
  kind: 'DECISION',
  outcome: 'DECIDED',
  note: '',
  text: 'Indstillingen blev tiltrådt.',
  withoutConsequences: true,
  decisions: [],
  stake: nothingAtStake,
  ...facts,
})

test('only an item of kind decision can be decided', () => {
  expect(outcomesFor('INFORMATION')).not.toContain('DECIDED')
  expect(outcomesFor('DISCUSSION')).not.toContain('REJECTED')
  expect(judgeTreatment(treated({ kind: 'DISCUSSION' }))?.sentence).toMatch(/Kun et beslutningspunkt/)
})

test('a decision item that was only discussed has its kind changed first', () => {
  expect(judgeTreatment(treated({ outcome: 'DISCUSSED' }))?.field).toBe('outcome')
  expect(judgeTreatment(treated({ kind: 'DISCUSSION', outcome: 'DISCUSSED' }))).toBeNull()
})

test('a postponed item says to when, a forwarded one to whom', () => {
  expect(judgeTreatment(treated({ outcome: 'POSTPONED' }))?.field).toBe('outcomeNote')
  expect(judgeTreatment(treated({ outcome: 'FORWARDED', note: '  ' }))?.field).toBe('outcomeNote')
  expect(judgeTreatment(treated({ outcome: 'FORWARDED', note: 'Kommunens strategigruppe' }))).toBeNull()
})

test('an adopted recommendation has a recorded decision, or it is stated that nothing follows from it', () => {
  const plain = treated({ withoutConsequences: false, text: 'Gruppen tiltrådte principperne.' })
  expect(judgeTreatment(plain)).toMatchObject({
    field: 'withoutConsequences',
    sentence: expect.stringMatching(/Før beslutningen til protokols.*ingen konsekvenser/),
  })
  expect(judgeTreatment({ ...plain, outcome: 'DECIDED_WITH_CHANGES', note: 'med ny frist' })?.field).toBe(
    'withoutConsequences',
  )
  expect(judgeTreatment({ ...plain, withoutConsequences: true })).toBeNull()
  expect(judgeTreatment({ ...plain, decisions: [{ subjectToApproval: false }] })).toBeNull()
})

const staked = (facts: Partial<StakeFacts>) => ({ ...nothingAtStake, ...facts })

test('what has money, law or organisation at stake is adopted by a decision alone, whatever is stated (R68)', () => {
  const stakes: [Partial<StakeFacts>, string][] = [
    [{ recommendation: 'Det indstilles, at der bevilges 860.000 kr.' }, 'Indstillingen nævner 860.000 kr.'],
    [{ economy: 'Udgiften er 1,5 mio. kr. om året.' }, 'Afsnittet om økonomi nævner 1,5 mio. kr.'],
    [{ prepared: true }, 'Forhåndskontrollen'],
    [{ adopts: true }, 'gælder kun med en beslutning'],
    [{ annulled: ['2026/7'] }, 'Beslutning 2026/7, der er annulleret'],
  ]
  for (const [facts, told] of stakes) {
    const item = treated({ stake: staked(facts) })
    expect(judgeTreatment(item)).toMatchObject({ field: 'outcome', sentence: expect.stringContaining(told) })
    expect(judgeTreatment({ ...item, decisions: [{ subjectToApproval: false }] })).toBeNull()
    expect(judgeTreatment({ ...item, outcome: 'POSTPONED', note: 'næste møde' })).toBeNull()
  }
  expect(judgeTreatment(treated({ text: 'Gruppen bevilgede 860.000 kr.' }))?.sentence).toContain(
    'Referatets tekst nævner 860.000 kr.',
  )
  expect(stakesOf(staked({ economy: 'Ingen økonomiske konsekvenser.' }), 'Tiltrådt.')).toEqual([])
})

test('minutes are not signed off over what no longer holds; the plan was judged when the meeting was closed', () => {
  expect(whyNotSigned([treated({ withoutConsequences: false })])[0]?.sentence).toMatch(
    /^Referatet kan ikke godkendes\. Punkt 4: Før beslutningen/,
  )
  expect(whyNotSigned([treated({ text: 'Der gives 20.000 kr.' })])).toHaveLength(1)
  expect(whyNotSigned([treated({ stake: staked({ economy: '20.000 kr.' }) })])).toEqual([])
})

test('what is adopted without a decision is told in the text', () => {
  expect(judgeTreatment(treated({ text: '' }))?.field).toBe('text')
  expect(judgeTreatment(treated({ text: '', decisions: [{ subjectToApproval: false }] }))).toBeNull()
})

test('a reservation comes from the mandate check alone', () => {
  const subject = { outcome: 'ADOPTED_SUBJECT_TO_APPROVAL' as const }
  expect(judgeTreatment(treated(subject))?.sentence).toMatch(/mandatkontrollen/)
  expect(judgeTreatment(treated({ ...subject, decisions: [{ subjectToApproval: true }] }))).toBeNull()
  expect(judgeTreatment(treated({ decisions: [{ subjectToApproval: true }] }))?.field).toBe('outcome')
})

test('an item with a recorded decision is neither postponed nor without outcome', () => {
  const decisions = [{ subjectToApproval: false }]
  expect(judgeTreatment(treated({ outcome: 'POSTPONED', note: 'Næste møde', decisions }))?.field).toBe('outcome')
  expect(judgeTreatment(treated({ outcome: null, decisions }))?.field).toBe('outcome')
})

test('a meeting is not closed over items without outcome', () => {
  const items = [5, 6, 7].map(position => treated({ position, outcome: position === 5 ? 'DECIDED' : null }))
  expect(whyNotClosed(items)).toEqual([{ sentence: 'Mødet kan ikke lukkes. Punkt 6 og 7 mangler et resultat.' }])
  expect(whyNotClosed([treated()])).toEqual([])
})

test('a meeting is not closed over an outcome that no longer holds', () => {
  expect(whyNotClosed([treated({ text: '' })])[0]?.sentence).toMatch(
    /^Mødet kan ikke lukkes\. Punkt 4: Skriv, hvad der blev tiltrådt/,
  )
})

const outcome = fc.constantFrom<Outcome | null>(null, ...allOutcomes)
const kind = fc.constantFrom<ItemKind>('INFORMATION', 'DISCUSSION', 'DECISION')
const decisions = fc.array(fc.record({ subjectToApproval: fc.boolean() }), { maxLength: 3 })
const facts = fc.record({
  position: fc.integer({ min: 1, max: 20 }),
  kind,
  outcome,
  note: fc.constantFrom('', 'til næste møde'),
  text: fc.constantFrom('', 'Tiltrådt.'),
  withoutConsequences: fc.boolean(),
  decisions,
  stake: fc.record({
    recommendation: fc.constantFrom('', 'Det indstilles, at der bevilges 20.000 kr.'),
    economy: fc.constantFrom('', 'Ingen.', 'kr. 5.000,-'),
    prepared: fc.boolean(),
    adopts: fc.boolean(),
    annulled: fc.constantFrom([], ['2026/4']),
  }),
})

test('no outcome says what the register does not, or that a conditional decision is in effect, and none decides an item of another kind', () => {
  fc.assert(
    fc.property(facts, item => {
      if (judgeTreatment(item) !== null || item.outcome === null) return
      expect(outcomesFor(item.kind)).toContain(item.outcome)
      if (item.decisions.some(decision => decision.subjectToApproval))
        expect(item.outcome).toBe('ADOPTED_SUBJECT_TO_APPROVAL')
      if (isDecided(item.outcome)) {
        const stated = item.withoutConsequences && stakesOf(item.stake, item.text).length === 0
        expect(item.decisions.length > 0 || stated).toBe(true)
      }
    }),
  )
})

test('a meeting that may be closed has an outcome that holds on every item', () => {
  fc.assert(
    fc.property(fc.array(facts), items => {
      const closes = whyNotClosed(items).length === 0
      expect(closes).toBe(items.every(item => item.outcome !== null && judgeTreatment(item) === null))
    }),
  )
})
