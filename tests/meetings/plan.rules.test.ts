import { expect, test } from 'vitest'
import { questionsAbout } from '../../src/features/meetings/meetings/meeting/plan-rules.ts'
import { day } from '../../src/kernel/days.ts'

const today = day('2026-03-02')
const plan = (facts: { day: string; startsAt?: string; endsAt?: string; written?: boolean }) => ({
  startsAt: '13:00',
  endsAt: '15:00',
  written: false,
  ...facts,
  day: day(facts.day),
})
const asked = (facts: Parameters<typeof plan>[0], others: Parameters<typeof questionsAbout>[2] = []) =>
  questionsAbout(plan(facts), today, others).join(' ')

test('an ordinary workday is not asked about', () => {
  expect(asked({ day: '2026-03-12' })).toBe('')
})

test('a holiday, a day when offices are closed, and a weekend are', () => {
  expect(asked({ day: '2026-04-05' })).toContain('søndag') // Easter Sunday
  expect(asked({ day: '2026-04-06' })).toContain('helligdag') // Easter Monday
  expect(asked({ day: '2026-12-24' })).toContain('helligdag eller en dag, hvor kontorerne holder lukket')
  expect(asked({ day: '2026-03-14' })).toContain('lørdag')
})

test('a day more than two years ahead is', () => {
  expect(asked({ day: '2107-03-10' })).toContain('først den 10. marts 2107')
  expect(asked({ day: '2028-03-09' })).toContain('først den 9. marts 2028')
  expect(asked({ day: '2028-03-02' })).toBe('')
})

test('an hour that summer time skips is, of the beginning and of the end', () => {
  const night = { day: '2026-03-29', startsAt: '02:30', endsAt: '04:00' }
  expect(asked(night)).toContain('Kl. 2.30 findes ikke den 29. marts 2026')
  expect(asked({ ...night, startsAt: '01:00', endsAt: '02:15' })).toContain('Kl. 2.15 findes ikke')
  expect(asked({ ...night, startsAt: '03:00' })).not.toContain('findes ikke')
})

test('two meetings of a body at the same hour are, and one after the other are not', () => {
  const other = [{ number: '2026-M03', startsAt: '14:30', endsAt: '16:00' }]
  expect(asked({ day: '2026-03-12' }, other)).toContain('allerede møde 2026-M03 samme dag kl. 14.30–16.00')
  expect(asked({ day: '2026-03-12', endsAt: '14:30' }, other)).toBe('')
  expect(asked({ day: '2026-03-12', startsAt: '16:00', endsAt: '17:00' }, other)).toBe('')
})

test('a written procedure has no hour to collide at', () => {
  const other = [{ number: '2026-M03', startsAt: '00:00', endsAt: '23:59' }]
  expect(asked({ day: '2026-03-12', written: true }, other)).toBe('')
})
