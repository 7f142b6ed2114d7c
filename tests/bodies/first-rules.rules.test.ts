import { describe, expect, test } from 'vitest'
import { type FirstRulesFacts, firstRulesFaults } from '../../src/features/ground/bodies/correction-rules.ts'
import { day } from '../../src/kernel/days.ts'

const facts = (more: Partial<FirstRulesFacts> = {}): FirstRulesFacts => ({
  body: { kind: 'JOINT_GROUP', side: null },
  adopted: false,
  inSession: null,
  lastHeld: null,
  ...more,
})
const rules = {
  noticeWorkdays: 4,
  proposalDeadlineWorkdays: 10,
  quorumHousing: 3,
  quorumMunicipality: 3,
  objectionDays: 7,
  writtenProcedureAllowed: false,
}
const fieldsOf = (...asked: Parameters<typeof firstRulesFaults>) => firstRulesFaults(...asked).map(({ field }) => field)

describe('the rules that govern until a body adopts its own', () => {
  test('are corrected as they stand before any meeting was held', () => {
    expect(fieldsOf(facts(), rules, null)).toEqual([])
  })

  test('hold from a later day once a meeting was held: it keeps the rules that it was held under', () => {
    const held = facts({ lastHeld: day('2026-12-17') })
    expect(fieldsOf(held, rules, null)).toEqual(['from'])
    expect(fieldsOf(held, rules, day('2026-12-17'))).toEqual(['from'])
    expect(firstRulesFaults(held, rules, day('2026-12-01'))[0]?.sentence).toContain('den 17. december 2026')
    expect(fieldsOf(held, rules, day('2026-12-18'))).toEqual([])
  })

  test('tell all that is wrong at once', () => {
    const wrong = { ...rules, quorumHousing: 0, proposalDeadlineWorkdays: 3 }
    expect(fieldsOf(facts({ lastHeld: day('2026-12-17') }), wrong, null)).toEqual([
      'from',
      'quorumHousing',
      'proposalDeadlineWorkdays',
    ])
  })

  test('are no longer corrected while a meeting is open, nor when the body has adopted its own', () => {
    expect(fieldsOf(facts({ inSession: '2026-M01' }), rules, null)).toEqual([undefined])
    expect(fieldsOf(facts({ adopted: true, lastHeld: day('2026-12-17') }), rules, null)).toEqual([undefined])
  })
})
