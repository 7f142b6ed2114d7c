import { expect, test } from 'vitest'
import { holdsCpr } from '../../src/kernel/cpr.ts'

test.each(['010203-1234', '0102031234', 'Karen Bro (311299 4321)', '010203 - 1234', 'cpr.nr. 010203–1234.'])(
  '»%s« holds what can be a CPR number',
  text => {
    expect(holdsCpr(text)).toBe(true)
  },
)

test.each([
  '',
  '66 11 22 33',
  '+45 66112233',
  '4566112233',
  '0045 66112233',
  '990203-1234',
  '011303-1234',
  'sag 2026-0012345678',
  '12345678901',
  'punkt 5, 16.11.2026',
])('»%s« holds none', text => {
  expect(holdsCpr(text)).toBe(false)
})
