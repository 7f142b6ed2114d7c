import { expect, test } from 'vitest'
import {
  answerBy,
  answerOf,
  type Called,
  expectedQuorum,
  isAsked,
  isLate,
} from '../../src/features/meetings/call-answers/answer-rules.ts'
import { day, instant } from '../../src/kernel/days.ts'

const said = instant('2026-03-02T09:00:00.000Z')
let last = 0
const called = (facts: Partial<Called> = {}): Called => {
  last += 1
  return {
    ...{ id: last, personId: last, role: 'MEMBER', side: 'HOUSING', status: null, seated: true, standsInForId: null },
    ...{ arrivedAtItem: null, leftAfterItem: null, acceptedAt: null },
    ...facts,
  }
}

test('apologies go before what was said earlier', () => {
  expect(answerOf({ status: null, acceptedAt: null })).toBe('NONE')
  expect(answerOf({ status: null, acceptedAt: said })).toBe('ATTENDS')
  expect(answerOf({ status: 'APOLOGIES', acceptedAt: said })).toBe('APOLOGIES')
})

test('members are asked, and a substitute in a member’s place', () => {
  expect(isAsked(called())).toBe(true)
  expect(isAsked(called({ role: 'SECRETARY' }))).toBe(false)
  expect(isAsked(called({ seated: false }))).toBe(false)
  expect(isAsked(called({ role: 'SUBSTITUTE' }))).toBe(false)
  expect(isAsked(called({ role: 'SUBSTITUTE', standsInForId: 1 }))).toBe(true)
})

test('an answer is late from the day of the meeting, and over a weekend from the Saturday', () => {
  expect(answerBy(day('2026-03-12'))).toBe('2026-03-11')
  expect(answerBy(day('2026-03-16'))).toBe('2026-03-13')
  // Denmark's midnight: half past eleven in the evening UTC is the next day there.
  expect(isLate(instant('2026-03-11T22:30:00.000Z'), day('2026-03-12'))).toBe(false)
  expect(isLate(instant('2026-03-11T23:30:00.000Z'), day('2026-03-12'))).toBe(true)
})

test('a quorum is expected of those who said to come, and a substitute takes one place (R62)', () => {
  const rules = { quorumHousing: 2, quorumMunicipality: 0 }
  const away = called({ status: 'APOLOGIES' })
  const one = called({ acceptedAt: said })
  expect(expectedQuorum([one, away, called()], rules).quorate).toBe(false)
  const instead = called({ role: 'SUBSTITUTE', standsInForId: away.id, acceptedAt: said })
  expect(expectedQuorum([one, away, instead], rules).quorate).toBe(true)
})
