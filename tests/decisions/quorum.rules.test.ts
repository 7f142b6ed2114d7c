import { expect, test } from 'vitest'
import { quorumOf, quorumRulesFor } from '../../src/features/meetings/meetings/index.ts'

const secretary = {
  id: 1,
  personId: 1,
  role: 'SECRETARY' as const,
  side: 'HOUSING' as const,
  status: 'PRESENT' as const,
  standsInForId: null,
  arrivedAtItem: null,
  leftAfterItem: null,
}
const oneOfHousing = { quorumHousing: 1, quorumMunicipality: 0 }
const whole = { position: null, recusedPersonIds: [] }

test('a secretariat’s own meeting is quorate by its secretaries', () => {
  expect(quorumOf([secretary], quorumRulesFor({ kind: 'SECRETARIAT' }, oneOfHousing), whole).quorate).toBe(true)
})

test('the joint group is not: its secretaries are not its members', () => {
  expect(quorumOf([secretary], quorumRulesFor({ kind: 'JOINT_GROUP' }, oneOfHousing), whole).quorate).toBe(false)
})

test('a body without rules is asked for nobody', () => {
  expect(quorumOf([], quorumRulesFor({ kind: 'STRATEGY_GROUP' }, null), whole).quorate).toBe(true)
})
