import fc from 'fast-check'
import { expect, test } from 'vitest'
import { judgeApproval, objectionDeadline } from '../../src/features/decisions/minutes/document/objection-rules.ts'
import { addDays, day, momentOf } from '../../src/kernel/days.ts'
import { isPast } from '../../src/kernel/last-day.ts'

const until = day('2026-03-26')
const answered = { answered: true, upheld: false }

test('seven days for objections end with the seventh day after the sending', () => {
  expect(objectionDeadline(momentOf(day('2026-03-19'), '23:30'), 7)).toBe('2026-03-26')
  expect(isPast(until, until)).toBe(false)
  expect(isPast(until, addDays(until, 1))).toBe(true)
})

test('the deadline is a Danish day, also across summer time', () => {
  expect(objectionDeadline(momentOf(day('2026-03-28'), '00:30'), 7)).toBe('2026-04-04')
})

test('the minutes are approved the day after the deadline when nobody objects', () => {
  expect(judgeApproval({ today: until, until, objections: [], atMeeting: false })).toBe('tooEarly')
  expect(judgeApproval({ today: addDays(until, 1), until, objections: [], atMeeting: false })).toBe('approved')
})

test('the body may approve them at its next meeting before the deadline', () => {
  expect(judgeApproval({ today: until, until, objections: [answered], atMeeting: true })).toBe('approved')
})

test('an unanswered objection stands in the way whatever the day', () => {
  const objections = fc.array(fc.record({ answered: fc.boolean(), upheld: fc.boolean() }))
  fc.assert(
    fc.property(objections, fc.integer({ min: -20, max: 400 }), fc.boolean(), (given, days, atMeeting) => {
      const verdict = judgeApproval({ today: addDays(until, days), until, objections: given, atMeeting })
      if (given.some(objection => !objection.answered)) expect(verdict).toBe('unanswered')
      if (given.some(objection => objection.upheld)) expect(verdict).not.toBe('approved')
    }),
  )
})
