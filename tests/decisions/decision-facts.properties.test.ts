import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ActorAuthorisation } from '../../src/access/actor.ts'
import {
  closedFollowUpSql,
  followUpStateOn,
  openFollowUpSql,
  overdueFollowUpSql,
} from '../../src/access/follow-up-state.ts'
import { keepsMandates, keptSql } from '../../src/access/kept-mandates.ts'
import {
  decisionStateKeys,
  inEffectSql,
  isInEffect,
  isTaken,
  stands,
  standsSql,
  takenSql,
} from '../../src/features/decisions/decisions/decision-state.ts'
import {
  isOverdue,
  isWaiting,
  overdueSql,
  type ReferralState,
  referralStateOf,
  referralStateSql,
  waitingSql,
} from '../../src/features/decisions/decisions/settle/referral-state.ts'
import { addDays, type Day, day } from '../../src/kernel/days.ts'
import { type Connection, insert, scratchDatabase } from '../database/scratch.ts'
import { runs } from '../support/runs.ts'

let sql: Connection
let remove: () => void

beforeAll(async () => {
  ;({ sql, remove } = await scratchDatabase())
})
afterAll(() => remove())

/** What SQL conditions say of one row, which is given as the statement's own. */
function bySql(row: Record<string, string | number | null>, condition: string, ...values: Day[]): boolean {
  const columns = Object.keys(row).map(name => `? AS "${name}"`)
  const text = `SELECT ${condition} FROM (SELECT ${columns.join(', ')}) x`
  return (
    sql
      .prepare(text)
      .pluck()
      .get(...values, ...Object.values(row)) === 1
  )
}

const days = fc.integer({ min: 0, max: 5 }).map((n): Day => addDays(day('2026-01-01'), n))
const moment = fc.constantFrom(null, '2026-01-01T10:00:00.000Z')

const referrals = fc.record({
  answer: fc.constantFrom(null, 'APPROVED' as const, 'APPROVED_ON_CONDITIONS' as const, 'DECLINED' as const),
  acceptedAt: moment,
  withdrawnAt: moment,
  dueDay: days,
})

test('where a referral stands is the same in a row and in the database', () => {
  fc.assert(
    fc.property(referrals, days, (referral, on) => {
      const state = referralStateOf(referral)
      for (const [one, condition] of Object.entries(referralStateSql))
        expect(bySql(referral, condition('x')), one).toBe((one as ReferralState) === state)
      expect(bySql(referral, waitingSql('x'))).toBe(isWaiting({ state }))
      expect(bySql(referral, overdueSql('x'), on)).toBe(isOverdue({ ...referral, state }, on))
    }),
    runs(150, 3_000),
  )
})

test('whether a decision counts, stands and is in effect is the same in a row and in the database', () => {
  for (const state of decisionStateKeys) {
    expect(bySql({ state }, takenSql('x'))).toBe(isTaken({ state }))
    expect(bySql({ state }, standsSql('x'))).toBe(stands({ state }))
    expect(bySql({ state }, inEffectSql('x'))).toBe(isInEffect({ state }))
  }
})

test('where a follow-up stands is the same in a row and in the database', () => {
  fc.assert(
    fc.property(fc.record({ dueDay: days, closedAt: moment }), days, (followUp, on) => {
      const state = followUpStateOn(followUp, on)
      expect(bySql(followUp, closedFollowUpSql('x'))).toBe(state === 'CLOSED')
      expect(bySql(followUp, openFollowUpSql('x'))).toBe(state !== 'CLOSED')
      expect(bySql(followUp, overdueFollowUpSql('x'), on)).toBe(state === 'OVERDUE')
    }),
    runs(100, 2_000),
  )
})

test('who keeps an organisation’s mandates is the same in a row and in the database', () => {
  const authorisations = fc.array(
    fc.record({
      kind: fc.constantFrom<ActorAuthorisation['kind']>('MANDATE_KEEPER', 'SIGNATORY'),
      organisationId: fc.integer({ min: 1, max: 4 }),
    }),
    { maxLength: 3 },
  )
  const organisations = [
    { id: 1, kind: 'MUNICIPALITY', parentId: null },
    { id: 2, kind: 'DEPARTMENT', parentId: 1 },
    { id: 3, kind: 'ASSOCIATION', parentId: 1 },
    { id: 4, kind: 'HOUSING_ORGANISATION', parentId: null },
  ]
  for (const organisation of organisations) insert(sql, 'Organisation', organisation)
  fc.assert(
    fc.property(authorisations, given => {
      const keeper = { authorisations: given }
      for (const organisation of organisations)
        expect(bySql({ id: organisation.id }, keptSql(keeper, 'x.id'))).toBe(keepsMandates(keeper, organisation))
    }),
    runs(60, 1_000),
  )
})
