import { describe, expect, test } from 'vitest'
import { type RulesFacts, rulesFaults } from '../../src/features/ground/bodies/correction-rules.ts'
import type { RuleParameters } from '../../src/features/ground/bodies/rules/rule-parameters.ts'
import { day } from '../../src/kernel/days.ts'

const facts = (more: Partial<RulesFacts> = {}): RulesFacts => ({
  body: { kind: 'JOINT_GROUP', side: null },
  adopted: false,
  inSession: null,
  lastHeld: null,
  latest: day('2026-01-01'),
  ...more,
})
const rules: RuleParameters = {
  noticeWorkdays: 4,
  agendaWorkdays: null,
  proposalDeadlineWorkdays: 10,
  quorumHousing: 3,
  quorumMunicipality: 3,
  objectionDays: 7,
  minutesWorkdays: null,
  chairs: 'CHAIRS',
  consensusOfBothSides: true,
  writtenProcedureAllowed: false,
  silenceConsents: false,
}
const fieldsOf = (...asked: Parameters<typeof rulesFaults>) => rulesFaults(...asked).map(({ field }) => field)

describe('the rules that govern until a body adopts its own', () => {
  test('are corrected as they stand before any meeting was held', () => {
    expect(fieldsOf(facts(), rules, null)).toEqual([])
  })

  test('hold from a later day once a meeting was held: it keeps the rules that it was held under', () => {
    const held = facts({ lastHeld: day('2026-12-17') })
    expect(fieldsOf(held, rules, null)).toEqual(['from'])
    expect(fieldsOf(held, rules, day('2026-12-17'))).toEqual(['from'])
    expect(rulesFaults(held, rules, day('2026-12-01'))[0]?.sentence).toContain('den 17. december 2026')
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

  test('hold from a day that is later than the version before', () => {
    const later = facts({ latest: day('2026-12-17') })
    expect(fieldsOf(later, rules, null)).toEqual([])
    expect(fieldsOf(later, rules, day('2026-12-17'))).toEqual(['from'])
    expect(fieldsOf(later, rules, day('2026-12-18'))).toEqual([])
  })

  test('set the days of an agenda in their order: proposals, the agenda, its sending', () => {
    expect(fieldsOf(facts(), { ...rules, agendaWorkdays: 6 }, null)).toEqual([])
    expect(fieldsOf(facts(), { ...rules, agendaWorkdays: 3 }, null)).toEqual(['agendaWorkdays'])
    expect(fieldsOf(facts(), { ...rules, agendaWorkdays: 11 }, null)).toEqual(['agendaWorkdays'])
  })

  test('say what silence means only where there is something to answer in writing', () => {
    expect(fieldsOf(facts(), { ...rules, silenceConsents: true }, null)).toEqual(['silenceConsents'])
    expect(fieldsOf(facts(), { ...rules, silenceConsents: true, writtenProcedureAllowed: true }, null)).toEqual([])
  })
})
