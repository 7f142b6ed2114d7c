import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type ConsequenceRow,
  checkMandates,
  drawsOf,
  type MandateCheck,
  uncoveredIn,
  verdictsOf,
} from '../../src/features/decisions/mandates/check/mandate-check.ts'
import type { Covered } from '../../src/features/decisions/mandates/check/mandate-verdict.ts'
import { type MandateFacts, obstacleOf, reachOf } from '../../src/features/decisions/mandates/mandate-rules.ts'
import type { DecisionScope, Tasks } from '../../src/features/decisions/mandates/mandate-scope.ts'
import { addDays, type Day, day } from '../../src/kernel/days.ts'
import { type Oere, oere } from '../../src/kernel/money.ts'
import { runs } from '../support/runs.ts'
import { everyone } from './facts.ts'

const on = day('2026-03-12')
const aDay: fc.Arbitrary<Day> = fc.integer({ min: -20, max: 20 }).map(offset => addDays(on, offset))
const anAmount: fc.Arbitrary<Oere> = fc.integer({ min: 1, max: 12 }).map(tens => oere(tens * 10))
const someTasks: fc.Arbitrary<Tasks> = fc.record({
  strategy: fc.boolean(),
  professionalDevelopment: fc.boolean(),
  coordination: fc.boolean(),
})

const aMandate = fc.record({
  organisationId: fc.constantFrom(...everyone.map(({ id }) => id)),
  economic: fc.boolean(),
  legal: fc.boolean(),
  organisational: fc.boolean(),
  limitPerDecision: fc.option(anAmount),
  total: fc.option(anAmount),
  drawnShare: fc.integer({ min: 0, max: 10 }),
  from: aDay,
  to: fc.option(aDay),
  revokedFrom: fc.option(aDay, { freq: 8 }),
  supersededFrom: fc.option(aDay, { freq: 6 }),
  adjustedShare: fc.integer({ min: 0, max: 5 }),
  partialCover: fc.boolean(),
  activated: fc.integer({ min: 0, max: 6 }).map(n => n > 0),
  caseId: fc.constantFrom(null, null, null, 1, 2),
  onlyDecisionId: fc.constantFrom(null, null, null, null, 1, 2),
  subjectAreaIds: fc.oneof(fc.constant([]), fc.subarray([1, 2, 3])),
  areaIds: fc.oneof(fc.constant([]), fc.subarray([1, 2])),
  sourced: fc.integer({ min: 0, max: 5 }).map(n => n > 0),
  tasks: fc.oneof(fc.constant({ strategy: false, professionalDevelopment: false, coordination: false }), someTasks),
})

const someMandates: fc.Arbitrary<MandateFacts[]> = fc.array(aMandate, { maxLength: 7 }).map(given =>
  given.map(({ tasks, sourced, drawnShare, adjustedShare, ...mandate }, index) => ({
    ...mandate,
    ...tasks,
    id: index + 1,
    number: `2026-A${index + 1}`,
    organisationParentId: everyone.find(({ id }) => id === mandate.organisationId)?.parentId ?? null,
    givenById: sourced ? mandate.organisationId : null,
    supersededBy: mandate.supersededFrom === null ? null : '2026-A99',
    adjusted: oere(mandate.total === null ? 0 : adjustedShare * 10),
    drawn: oere(mandate.total === null ? drawnShare * 10 : Math.floor((mandate.total * drawnShare) / 10)),
    sourceDay: '2025-12-10',
  })),
)

const someRows: fc.Arbitrary<ConsequenceRow[]> = fc.subarray(everyone.map(({ id }) => id)).chain(ids =>
  fc.tuple(
    ...ids.map(organisationId =>
      fc.record({
        organisationId: fc.constant(organisationId),
        amount: fc.option(anAmount),
        legal: fc.option(fc.constant('Aftale')),
        organisational: fc.option(fc.constant('Vagtordning')),
      }),
    ),
  ),
)

const someScope: fc.Arbitrary<DecisionScope & { taken: Day }> = fc.record({
  tasks: someTasks,
  caseId: fc.constantFrom(null, 1, 2),
  decisionId: fc.constantFrom(null, 1, 2),
  subjectAreaIds: fc.subarray([1, 2, 3]),
  areaIds: fc.subarray([1, 2]),
  taken: fc.integer({ min: -15, max: 0 }).map(offset => addDays(on, offset)),
})
const aCase = fc.record({ rows: someRows, mandates: someMandates, scope: someScope })
const check = (rows: ConsequenceRow[], mandates: MandateFacts[], scope: DecisionScope & { taken: Day }): MandateCheck =>
  checkMandates(rows, mandates, { organisations: everyone, ...scope }, on)
const roomOf = ({ total, adjusted, drawn }: MandateFacts): number | null =>
  total === null ? null : total + adjusted - drawn
const partsOf = (
  verdict: Covered,
  amount: number,
): { mandateId: number; amount: number; before: number | null; after: number | null }[] =>
  (verdict.parts ?? [{ ...verdict, amount }]).map(part => ({
    mandateId: part.mandateId,
    amount: part.amount,
    before: part.remainingBefore,
    after: part.remainingAfter,
  }))
const uncoveredCells = (result: MandateCheck) => result.rows.flatMap(uncoveredIn).length
const examples = runs(1_000, 30_000)

describe('the mandate check, whatever the facts', () => {
  test('gives the same verdict in any order of rows and mandates', () => {
    fc.assert(
      fc.property(
        aCase.chain(facts =>
          fc.record({
            facts: fc.constant(facts),
            rows: fc.shuffledSubarray(facts.rows, { minLength: facts.rows.length }),
            mandates: fc.shuffledSubarray(facts.mandates, { minLength: facts.mandates.length }),
          }),
        ),
        ({ facts, rows, mandates }) => {
          expect(check(rows, mandates, facts.scope)).toEqual(check(facts.rows, facts.mandates, facts.scope))
        },
      ),
      examples,
    )
  })

  test('never draws more than a mandate’s limit per decision or its remaining total', () => {
    fc.assert(
      fc.property(aCase, ({ rows, mandates, scope }) => {
        for (const { mandateId, amount } of drawsOf(check(rows, mandates, scope))) {
          const mandate = mandates.find(({ id }) => id === mandateId)
          expect(amount).toBeGreaterThan(0)
          expect(amount).toBeLessThanOrEqual(mandate?.limitPerDecision ?? amount)
          expect(amount).toBeLessThanOrEqual((mandate && roomOf(mandate)) ?? Number.POSITIVE_INFINITY)
        }
      }),
      examples,
    )
  })

  test('never tells of a negative remainder, and the remainders of a mandate’s rows join on', () => {
    fc.assert(
      fc.property(aCase, ({ rows, mandates, scope }) => {
        const left = new Map(mandates.map(mandate => [mandate.id, roomOf(mandate)]))
        for (const row of check(rows, mandates, scope).rows) {
          const verdict = row.economicVerdict
          if (verdict.state !== 'COVERED') continue
          const parts = partsOf(verdict, row.amount ?? 0)
          expect(parts.reduce((sum, part) => sum + part.amount, 0)).toBe(row.amount)
          for (const { mandateId, amount, before, after } of parts) {
            if (after === null) continue
            expect(before).toBe(left.get(mandateId))
            expect(after).toBeGreaterThanOrEqual(0)
            expect(after).toBe((before ?? 0) - amount)
            left.set(mandateId, after)
          }
        }
      }),
      examples,
    )
  })

  test('a decision is adoptable exactly when no cell is uncovered', () => {
    fc.assert(
      fc.property(aCase, ({ rows, mandates, scope }) => {
        const result = check(rows, mandates, scope)
        expect(result.adoptable).toBe(uncoveredCells(result) === 0)
        const needed = result.rows.flatMap(row => [row.amount, row.legal, row.organisational]).filter(Boolean).length
        expect(result.rows.flatMap(verdictsOf).filter(({ state }) => state !== 'NOT_NEEDED')).toHaveLength(needed)
      }),
      examples,
    )
  })

  test('every covering mandate holds on the day, reaches the organisation and names its deciding body', () => {
    fc.assert(
      fc.property(aCase, ({ rows, mandates, scope }) => {
        for (const row of check(rows, mandates, scope).rows) {
          const organisation = everyone.find(({ id }) => id === row.organisationId)
          for (const verdict of verdictsOf(row)) {
            if (verdict.state !== 'COVERED' || !organisation) continue
            for (const { mandateId } of partsOf(verdict, 0)) {
              const mandate = mandates.find(({ id }) => id === mandateId)
              if (!mandate) throw new Error('A mandate that nobody gave.')
              expect(obstacleOf(mandate, scope, { taken: scope.taken, on })).toBeNull()
              expect(reachOf(mandate, organisation)).not.toBeNull()
              expect(mandate.givenById).not.toBeNull()
              if (verdict.parts) expect(mandate.partialCover).toBe(true)
            }
          }
        }
      }),
      examples,
    )
  })

  // A single cell may change hands when a mandate is added: covering more of the others can leave it out.
  test('another mandate never makes an adoptable decision unadoptable, nor covers fewer cells', () => {
    fc.assert(
      fc.property(aCase, fc.nat(), ({ rows, mandates, scope }, which) => {
        const fewer = mandates.filter((_, index) => index !== which % Math.max(mandates.length, 1))
        const without = check(rows, fewer, scope)
        const having = check(rows, mandates, scope)
        expect(uncoveredCells(having)).toBeLessThanOrEqual(uncoveredCells(without))
        if (without.adoptable) expect(having.adoptable).toBe(true)
      }),
      examples,
    )
  })

  test('a cell of an organisation that shares no mandate with another stays covered when one is added', () => {
    fc.assert(
      fc.property(aCase, fc.nat(), ({ rows, mandates, scope }, which) => {
        const fewer = mandates.filter((_, index) => index !== which % Math.max(mandates.length, 1))
        const before = check(rows, fewer, scope).rows.filter(({ organisationId }) => organisationId >= 4)
        const after = check(rows, mandates, scope).rows.filter(({ organisationId }) => organisationId >= 4)
        before.forEach((row, index) => {
          verdictsOf(row).forEach((verdict, cell) => {
            const now = after[index] && verdictsOf(after[index])[cell]
            if (verdict.state === 'COVERED') expect(now?.state).toBe('COVERED')
          })
        })
      }),
      examples,
    )
  })

  test('more drawn never covers more', () => {
    fc.assert(
      fc.property(aCase, ({ rows, mandates, scope }) => {
        const spent = mandates.map(mandate => ({
          ...mandate,
          drawn: oere((mandate.total ?? mandate.drawn) + mandate.adjusted),
        }))
        expect(uncoveredCells(check(rows, spent, scope))).toBeGreaterThanOrEqual(
          uncoveredCells(check(rows, mandates, scope)),
        )
      }),
      examples,
    )
  })
})
