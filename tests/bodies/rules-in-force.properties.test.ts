import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type RulesPeriod,
  rulesInForce,
  rulesInForceSql,
} from '../../src/features/ground/bodies/rules/rules-in-force.ts'
import { addDays, type Day, day } from '../../src/kernel/days.ts'
import { type Connection, insert, scratchDatabase } from '../database/scratch.ts'
import { runs } from '../support/runs.ts'

// R62, R64: which rules govern a day, whatever became of the decisions about them.

let sql: Connection
let remove: () => void

beforeAll(async () => {
  ;({ sql, remove } = await scratchDatabase())
  // What else the database asks of such rows is not asked about here.
  sql.pragma('foreign_keys = OFF')
  for (const name of sql.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").pluck().all())
    sql.exec(`DROP TRIGGER "${name}"`)
})
afterAll(() => remove())

const first = day('2026-11-01')
const days = fc.integer({ min: 0, max: 6 }).map(count => addDays(first, count))

/** Rules as somebody wrote them, and what became of them. */
const histories = fc.oneof(
  fc.record({ kind: fc.constant('STATED' as const), from: days }),
  fc.record({
    kind: fc.constant('ADOPTED' as const),
    effectiveOn: days,
    fromDay: fc.option(days, { nil: null }),
    state: fc.constantFrom('EFFECTIVE', 'CONDITIONAL', 'LAPSED', 'ANNULLED', 'SUPERSEDED'),
    supersededOn: days,
    takenBack: fc.boolean(),
    withChanges: fc.boolean(),
    carried: fc.integer({ min: 0, max: 2 }),
  }),
)
type History = typeof histories extends fc.Arbitrary<infer One> ? One : never

/** The period that the rules have by the words of the agreement; null: they govern no day. */
function periodOf(history: History, number: number): RulesPeriod | null {
  if (history.kind === 'STATED') return { number, from: history.from }
  const { effectiveOn, fromDay, state, supersededOn, takenBack, withChanges } = history
  if (takenBack || withChanges || (state !== 'EFFECTIVE' && state !== 'SUPERSEDED')) return null
  const from = fromDay !== null && fromDay > effectiveOn ? fromDay : effectiveOn
  return { number, adopted: true, from, until: state === 'SUPERSEDED' ? supersededOn : null }
}

let serials = 0
const nextSerial = (): number => {
  serials += 1
  return serials
}

function store(bodyId: number, history: History, number: number): number {
  if (history.kind === 'STATED') return insert(sql, 'RulesOfProcedure', { bodyId, from: history.from, number })
  const { effectiveOn, fromDay, state, supersededOn, takenBack, withChanges, carried } = history
  const origin = insert(sql, 'AgendaItem')
  let itemId = origin
  for (let times = 0; times < carried; times += 1) itemId = insert(sql, 'AgendaItem', { carriedFromId: itemId })
  const takenBackAt = takenBack ? '2026-11-01T08:00:00.000Z' : null
  const adoptionId = insert(sql, 'Adoption', { itemId: origin, fromDay, takenBackAt })
  if (withChanges) insert(sql, 'Treatment', { itemId, outcome: 'DECIDED_WITH_CHANGES' })
  const decided = state === 'EFFECTIVE' || state === 'SUPERSEDED'
  const supersededById =
    state === 'SUPERSEDED'
      ? insert(sql, 'Decision', { serial: nextSerial(), state: 'EFFECTIVE', effectiveOn: supersededOn })
      : null
  insert(sql, 'Decision', {
    serial: nextSerial(),
    itemId,
    state,
    effectiveOn: decided ? effectiveOn : null,
    supersededById,
  })
  return insert(sql, 'RulesOfProcedure', { bodyId, from: fromDay ?? first, number, adoptionId })
}

test('the rules and the database say the same about which of a body’s rules are in force on a day', () => {
  fc.assert(
    fc.property(fc.array(histories, { maxLength: 5 }), days, (written, on) => {
      const bodyId = insert(sql, 'Body')
      const rules = written.flatMap((history, number) => {
        const id = store(bodyId, history, number)
        const period = periodOf(history, number)
        return period ? [{ id, ...period }] : []
      })
      const bySql = sql
        .prepare(`SELECT ${rulesInForceSql('?', '?')} AS id`)
        .pluck()
        .get(bodyId, on)
      expect(bySql).toBe(rulesInForce(rules, on)?.id ?? null)
    }),
    runs(60, 1_500),
  )
})

const governs = (rules: readonly RulesPeriod[], on: Day) => rulesInForce(rules, on)?.number ?? null

test('rules that hold from a day change what governs on no day before it', () => {
  fc.assert(
    fc.property(fc.array(histories, { maxLength: 5 }), histories, days, (written, later, on) => {
      const rules = written.flatMap((history, number) => periodOf(history, number) ?? [])
      const added = periodOf(later, written.length)
      fc.pre(added !== null && on < added.from)
      expect(governs([...rules, added as RulesPeriod], on)).toBe(governs(rules, on))
    }),
    runs(100, 2_000),
  )
})

test('rules whose decision gives way on a day have governed every day before it', () => {
  fc.assert(
    fc.property(fc.array(histories, { maxLength: 5 }), days, days, days, (written, from, ended, on) => {
      const rules = written.flatMap((history, number) => periodOf(history, number) ?? [])
      const adopted = { number: written.length, adopted: true, from }
      fc.pre(on < ended)
      expect(governs([...rules, { ...adopted, until: ended }], on)).toBe(governs([...rules, adopted], on))
    }),
    runs(100, 2_000),
  )
})

test('of two from the same day the later number governs, and nothing before the first', () => {
  const [one, other] = [
    { from: day('2026-11-02'), number: 0 },
    { from: day('2026-11-02'), number: 1 },
  ] as const
  expect(rulesInForce([other, one], day('2026-11-02'))).toBe(other)
  expect(rulesInForce([one, other], day('2026-11-01'))).toBeNull()
})

test('what the group has adopted goes before a default that was stated later', () => {
  const adopted = { from: day('2026-11-02'), number: 1, adopted: true }
  const stated = { from: day('2026-11-05'), number: 2 }
  expect(rulesInForce([adopted, stated], day('2026-11-06'))).toBe(adopted)
  expect(rulesInForce([{ ...adopted, until: day('2026-11-06') }, stated], day('2026-11-06'))).toBe(stated)
})
