import { describe, expect, test } from 'vitest'
import { type ReferralState, referralStateOf } from '../../src/features/decisions/decisions/settle/referral-state.ts'
import {
  dayOfEffect,
  movementsBetween,
  type ReferralFacts,
  requestsFor,
  settle,
  unspentOf,
  withinRoom,
} from '../../src/features/decisions/decisions/settle/settle-rules.ts'
import { type ConsequenceRow, checkMandates } from '../../src/features/decisions/mandates/check/mandate-check.ts'
import type { MandateFacts } from '../../src/features/decisions/mandates/mandate-rules.ts'
import { day } from '../../src/kernel/days.ts'
import {
  bindsLegally,
  costs,
  culture,
  everyone,
  everyTask,
  hoejstrup,
  mandateFor,
  soeparken,
} from '../mandates/facts.ts'

const on = day('2026-03-12')
const checkOf = (rows: ConsequenceRow[], mandates: MandateFacts[] = []) =>
  checkMandates(rows, mandates, { organisations: everyone, tasks: everyTask }, on)
const asked = (id: number, state: ReferralState, organisation = hoejstrup): ReferralFacts => ({
  id,
  state,
  cells: [{ organisationId: organisation.id, kind: 'economic' }],
})

describe('a decision subject to approval', () => {
  const uncovered = checkOf([costs(hoejstrup, 500)])
  const covered = checkOf([costs(hoejstrup, 500)], [mandateFor(hoejstrup)])

  test('waits for the answer of the body that was asked', () =>
    expect(settle({ check: uncovered, referrals: [asked(1, 'OPEN')] })).toEqual({
      state: 'WAITING',
      answers: [1],
      acceptances: [],
      refer: [],
    }))

  test('waits for the group to accept the conditions of an approval', () =>
    expect(settle({ check: covered, referrals: [asked(1, 'ON_CONDITIONS')] })).toMatchObject({
      state: 'WAITING',
      answers: [],
      acceptances: [1],
    }))

  test('takes effect when everything is covered and answered', () => {
    const referrals = [asked(1, 'APPROVED'), asked(2, 'WITHDRAWN')]
    expect(settle({ check: covered, referrals })).toEqual({ state: 'EFFECTIVE' })
  })

  test('does not take effect while one is open, also when its cell is covered by other means', () =>
    expect(settle({ check: covered, referrals: [asked(1, 'OPEN')] })).toMatchObject({ state: 'WAITING', answers: [1] }))

  test('lapses when one is declined, whatever the others say', () =>
    expect(settle({ check: covered, referrals: [asked(3, 'DECLINED'), asked(1, 'OPEN')] })).toEqual({
      state: 'LAPSED',
      declined: 3,
    }))

  test('is referred anew for a cell whose approval no longer covers it', () => {
    const settled = settle({ check: uncovered, referrals: [asked(1, 'APPROVED')] })
    expect(settled).toMatchObject({ state: 'WAITING', refer: [{ organisationId: hoejstrup.id, kind: 'economic' }] })
  })

  test('is not asked about twice', () => {
    const check = checkOf([costs(hoejstrup, 500), costs(soeparken, 100)])
    expect(settle({ check, referrals: [asked(1, 'OPEN')] })).toMatchObject({
      refer: [{ organisationId: soeparken.id }],
    })
  })
})

test('one body is asked once, about everything that it can give', () => {
  const check = checkOf([costs(culture, 500), bindsLegally(hoejstrup)])
  const settled = settle({ check, referrals: [] })
  const requests = requestsFor(settled.state === 'WAITING' ? settled.refer : [])
  expect(requests.map(({ body, gaps }) => [body, gaps.map(gap => gap.kind)])).toEqual([
    ['Lunde Byråd', ['economic']],
    ['Boligforeningen Højstrups bestyrelse', ['legal']],
  ])
})

test('a referral’s state follows from what is kept of it', () => {
  const kept = { answer: null, acceptedAt: null, withdrawnAt: null }
  expect(referralStateOf(kept)).toBe('OPEN')
  expect(referralStateOf({ ...kept, withdrawnAt: 'then' })).toBe('WITHDRAWN')
  expect(referralStateOf({ ...kept, answer: 'APPROVED' })).toBe('APPROVED')
  expect(referralStateOf({ ...kept, answer: 'DECLINED' })).toBe('DECLINED')
  expect(referralStateOf({ ...kept, answer: 'APPROVED_ON_CONDITIONS' })).toBe('ON_CONDITIONS')
  expect(referralStateOf({ ...kept, answer: 'APPROVED_ON_CONDITIONS', acceptedAt: 'then' })).toBe('APPROVED')
})

describe('what a decision holds of the mandates', () => {
  test('moves by the difference alone, and releases before it draws', () =>
    expect(
      movementsBetween(
        new Map([
          [1, 50],
          [2, 100],
          [4, 7],
        ]),
        new Map([
          [1, 80],
          [3, 40],
          [4, 7],
        ]),
      ),
    ).toEqual([
      { mandateId: 2, kind: 'RELEASE', amount: 100 },
      { mandateId: 1, kind: 'DRAW', amount: 30 },
      { mandateId: 3, kind: 'DRAW', amount: 40 },
    ]))

  test('while it waits to replace another, is what there is room for beside the other', () =>
    expect(
      withinRoom(
        new Map([
          [1, 50],
          [2, 50],
        ]),
        new Map([[1, 20]]),
      ),
    ).toEqual(
      new Map([
        [1, 20],
        [2, 50],
      ]),
    ))

  test('is released for what was not spent', () =>
    expect(
      unspentOf(
        new Map([
          [1, 50],
          [2, 30],
        ]),
        new Map([
          [1, 20],
          [2, 30],
        ]),
      ),
    ).toEqual(new Map([[1, 30]])))
})

describe('the day from which an approved decision holds', () => {
  const facts = {
    decidedOn: day('2026-03-12'),
    approvedOn: [day('2026-03-17'), day('2026-03-16')],
    acceptedOn: [],
    coveredFrom: [],
    today: day('2026-04-01'),
  }

  test('is the last approving body’s meeting day, not the day of the entry', () => {
    expect(dayOfEffect(facts)).toBe('2026-03-17')
  })

  test('is the meeting day on which the group accepted the conditions', () => {
    expect(dayOfEffect({ ...facts, acceptedOn: [day('2026-03-24')] })).toBe('2026-03-24')
    expect(dayOfEffect({ ...facts, acceptedOn: [day('2026-03-14')] })).toBe('2026-03-17')
  })

  test('is never before the decision, nor before a mandate that covers it, nor to come', () => {
    expect(dayOfEffect({ ...facts, approvedOn: [day('2026-03-01')] })).toBe('2026-03-12')
    expect(dayOfEffect({ ...facts, coveredFrom: [day('2026-01-01'), day('2026-03-20')] })).toBe('2026-03-20')
    expect(dayOfEffect({ ...facts, approvedOn: [day('2026-05-01')] })).toBe('2026-04-01')
  })
})
