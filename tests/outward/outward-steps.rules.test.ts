import { expect, test } from 'vitest'
import { outwardState } from '../../src/features/strategy/outward/outward-states.ts'
import { type OutwardFacts, outwardWay } from '../../src/features/strategy/outward/outward-steps.ts'
import { outwardStepsPage } from '../../src/features/strategy/outward/outward-steps-page.ts'
import { day } from '../../src/kernel/days.ts'

const facts = (given: Partial<OutwardFacts> = {}): OutwardFacts => ({
  state: 'PREPARED',
  notAdopted: null,
  hasSections: true,
  putForward: false,
  newDay: null,
  today: day('2026-03-02'),
  deadline: day('2026-03-20'),
  ...given,
})

test('R24: a letter is sent when exactly its text has been adopted, and says why not until then', () => {
  expect(outwardWay.judge('SEND', facts({ state: 'ADOPTED' }))).toEqual({ allowed: true, to: 'SENT' })
  expect(outwardWay.judge('SEND', facts({ notAdopted: 'Brevet er ikke vedtaget.' }))).toEqual({
    allowed: false,
    objections: [{ sentence: 'Brevet er ikke vedtaget.' }],
  })
  for (const state of ['SENT', 'ANSWERED', 'CLOSED', 'WITHDRAWN'] as const)
    expect(outwardWay.judge('SEND', facts({ state })).allowed, state).toBe(false)
})

test('the organisations are asked about a text, until a day from today to the addressee’s', () => {
  expect(outwardWay.judge('ASK', facts({ newDay: day('2026-03-02') })).allowed).toBe(true)
  expect(outwardWay.judge('ASK', facts({ newDay: day('2026-03-20') })).allowed).toBe(true)
  const told = (given: Partial<OutwardFacts>) => {
    const verdict = outwardWay.judge('ASK', facts(given))
    return verdict.allowed ? [] : verdict.objections
  }
  expect(told({ newDay: day('2026-03-01') })).toEqual([
    { sentence: 'Fristen skal være i dag eller senere.', field: 'until' },
  ])
  expect(told({ newDay: day('2026-03-21') })).toEqual([
    { sentence: 'Fristen ligger efter modtagerens frist den 20. marts 2026. Vælg en tidligere dag.', field: 'until' },
  ])
  expect(told({ hasSections: false })).toHaveLength(1)
  expect(told({ putForward: true })).toHaveLength(1)
})

test('more time is more than there was', () => {
  expect(outwardWay.judge('EXTEND', facts({ newDay: day('2026-03-21') })).allowed).toBe(true)
  expect(outwardWay.judge('EXTEND', facts({ newDay: day('2026-03-20') })).allowed).toBe(false)
})

test('how far it has come follows from what has been done with it', () => {
  const nothing = { ended: null, answered: false, sent: false, adopted: false }
  expect(outwardState(nothing)).toBe('PREPARED')
  expect(outwardState({ ...nothing, adopted: true })).toBe('ADOPTED')
  // What was sent stays sent, whatever becomes of the decision.
  expect(outwardState({ ...nothing, sent: true })).toBe('SENT')
  expect(outwardState({ ...nothing, sent: true, answered: true })).toBe('ANSWERED')
  expect(outwardState({ ...nothing, ended: 'WITHDRAWN', adopted: true })).toBe('WITHDRAWN')
})

test('docs/outward-steps.md is the table of steps', async () => {
  await expect(outwardStepsPage()).toMatchFileSnapshot('../../docs/outward-steps.md')
})
