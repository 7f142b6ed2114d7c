import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type CheckFacts,
  type ConsequenceRow,
  checkMandates,
} from '../../src/features/decisions/mandates/check/mandate-check.ts'
import type { MandateFacts } from '../../src/features/decisions/mandates/mandate-rules.ts'
import type { Tasks } from '../../src/features/decisions/mandates/mandate-scope.ts'
import { addDays, type Day, day } from '../../src/kernel/days.ts'
import { type Oere, oere } from '../../src/kernel/money.ts'
import { runs } from '../support/runs.ts'
import { everyone, everyTask, mandateFor, municipality } from './facts.ts'
import { disagreements, observedCells, overdrawn } from './reference/compare.ts'
import { modelCheck } from './reference/model-check.ts'
import { counted, modelDecision, modelMandate } from './reference/translate.ts'

const on = day('2026-03-12')
const aDay: fc.Arbitrary<Day> = fc.integer({ min: -9, max: 9 }).map(offset => addDays(on, offset))
const anAmount: fc.Arbitrary<Oere> = fc.integer({ min: 1, max: 9 }).map(oere)
const aTotal: fc.Arbitrary<Oere> = fc.integer({ min: 3, max: 16 }).map(oere)
const seldom = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
  fc.oneof({ weight: 6, arbitrary: fc.constant(null) }, { weight: 1, arbitrary })
/** Mostly: the dimension is not limited, so that most mandates have a say. */
const mostlyNone = <T>(values: T[]): fc.Arbitrary<T[]> =>
  fc.oneof({ weight: 7, arbitrary: fc.constant<T[]>([]) }, { weight: 1, arbitrary: fc.subarray(values) })
const mostly = fc.integer({ min: 0, max: 15 }).map(n => n > 0)
const someTasks: fc.Arbitrary<Tasks> = mostlyNone(['strategy', 'professionalDevelopment', 'coordination']).map(
  named => ({
    strategy: named.includes('strategy'),
    professionalDevelopment: named.includes('professionalDevelopment'),
    coordination: named.includes('coordination'),
  }),
)

const aMandate: fc.Arbitrary<Omit<MandateFacts, 'id' | 'number' | 'organisationParentId'>> = fc
  .record({
    organisationId: fc.constantFrom(1, 1, 1, 1, 1, 2, 2, 3, 3, 4, 6),
    ownBody: mostly,
    givenById: fc.constantFrom(null, 1, 5, 6),
    tasks: someTasks,
    subjectAreaIds: mostlyNone([1, 2, 3]),
    areaIds: mostlyNone([1, 2, 3]),
    caseId: seldom(fc.constantFrom(1, 1, 2)),
    onlyDecisionId: seldom(fc.constantFrom(7, 7, 8)),
    activated: mostly,
    economic: mostly,
    legal: fc.boolean(),
    organisational: fc.boolean(),
    limitPerDecision: seldom(aTotal),
    total: fc.option(aTotal, { freq: 9 }),
    adjusted: fc.integer({ min: -3, max: 3 }).map(oere),
    drawn: fc.integer({ min: 0, max: 3 }).map(oere),
    partialCover: fc.integer({ min: 0, max: 3 }).map(n => n > 0),
    from: aDay.map(from => addDays(from, -8)),
    to: seldom(aDay.map(to => addDays(to, 5))),
    sourceDay: fc.oneof({ weight: 9, arbitrary: fc.constant('2025-12-10') }, fc.constant(''), aDay),
    revokedFrom: seldom(aDay),
    supersededFrom: seldom(aDay.map(from => addDays(from, 5))),
  })
  .map(({ ownBody, tasks, givenById, ...mandate }) => ({
    ...mandate,
    ...tasks,
    givenById: ownBody ? mandate.organisationId : givenById,
    supersededBy: null,
  }))

const someMandates: fc.Arbitrary<MandateFacts[]> = fc
  .array(aMandate, { minLength: 2, maxLength: 7, size: 'max' })
  .map(given =>
    given.map((mandate, index) => ({
      ...mandate,
      id: index + 1,
      number: `2026-A${index + 8}`,
      organisationParentId: everyone.find(({ id }) => id === mandate.organisationId)?.parentId ?? null,
    })),
  )

const someRows: fc.Arbitrary<ConsequenceRow[]> = fc
  .oneof(
    { weight: 3, arbitrary: fc.subarray([1, 2, 3], { minLength: 1 }) },
    { weight: 1, arbitrary: fc.subarray([2, 3, 4, 6], { minLength: 1, maxLength: 3 }) },
  )
  .chain(ids =>
    fc.tuple(
      ...ids.map(organisationId =>
        fc.record({
          organisationId: fc.constant(organisationId),
          amount: fc.option(anAmount, { freq: 9 }),
          legal: seldom(fc.constant('Aftale')),
          organisational: seldom(fc.constant('Vagtordning')),
        }),
      ),
    ),
  )

const someFacts: fc.Arbitrary<CheckFacts & { taken: Day }> = fc.record({
  organisations: fc.constant(everyone),
  tasks: someTasks,
  subjectAreaIds: mostlyNone([1, 2, 3]),
  areaIds: mostlyNone([1, 2, 3]),
  caseId: fc.constantFrom(null, 1),
  decisionId: fc.constantFrom(null, 7),
  taken: fc.integer({ min: -9, max: 0 }).map(offset => addDays(on, offset)),
})

/** A municipality and two departments that crowd on a few small mandates, all of which count. */
const crowded = fc.tuple(
  fc
    .array(
      fc.record({
        organisationId: fc.constantFrom(1, 1, 1, 2, 3),
        total: fc.integer({ min: 2, max: 9 }).map(oere),
        limitPerDecision: seldom(anAmount),
        caseId: fc.constantFrom(null, null, 1),
        partialCover: fc.integer({ min: 0, max: 3 }).map(n => n > 0),
      }),
      { minLength: 2, maxLength: 5, size: 'max' },
    )
    .map(given =>
      given.map((mandate, index) =>
        mandateFor(at(mandate.organisationId), { ...mandate, id: index + 1, number: `2026-A${index + 8}` }),
      ),
    ),
  fc
    .tuple(anAmount, anAmount, anAmount)
    .map(amounts =>
      amounts.map(
        (amount, index): ConsequenceRow => ({ organisationId: index + 1, amount, legal: null, organisational: null }),
      ),
    ),
)

const at = (id: number) => everyone[id - 1] ?? municipality

function compare(rows: ConsequenceRow[], mandates: MandateFacts[], facts: CheckFacts & { taken: Day }): string[] {
  const check = checkMandates(rows, mandates, facts, on)
  const reference = mandates.map(mandate => modelMandate(mandate, everyone))
  const left = (mandate: { id: number; total: number }) =>
    mandate.total - (mandates.find(({ id }) => id === mandate.id)?.drawn ?? 0)
  const days = { taken: counted(facts.taken), on: counted(on) }
  const cells = modelCheck(modelDecision(rows, facts), reference, days, left)
  const observed = observedCells(check, id => everyone.find(one => one.id === id)?.position ?? 0)
  const covered = observed.every(cell => cell.parts !== null)
  return [
    ...disagreements(observed, cells, reference),
    ...overdrawn(observed, reference, left),
    ...(check.adoptable === covered ? [] : [`adoptable: ${check.adoptable}`]),
  ]
}

describe('the mandate check and the reference model', () => {
  test('agree, whatever the mandates, the decision and the days', () => {
    fc.assert(
      fc.property(someRows, someMandates, someFacts, (rows, mandates, facts) => {
        expect(compare(rows, mandates, facts)).toEqual([])
      }),
      runs(1_000, 60_000),
    )
  }, 600_000)

  test('agree where several rows crowd on few mandates, some of which may cover in part', () => {
    const facts = { organisations: everyone, tasks: everyTask, caseId: 1, taken: on }
    fc.assert(
      fc.property(crowded, ([mandates, rows]) => {
        expect(compare(rows, mandates, facts)).toEqual([])
      }),
      runs(1_000, 60_000),
    )
  }, 600_000)
})
