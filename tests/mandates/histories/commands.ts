import fc from 'fast-check'
import type { Kind, ModelOrganisation } from '../reference/model-check.ts'

/** What a mandate is given for, in whole kroner and in days from today. */
export interface Terms {
  organisation: ModelOrganisation
  covers: Kind[]
  limit: number
  total: number
  tasks: string[]
  subjects: number[]
  areas: number[]
  case: number | null
  partial: boolean
  begins: number
  lasts: number
  /** How many days after it begins its deciding body met: it holds from then only. */
  metAfter: number
}

export interface Rows {
  rows: { organisation: ModelOrganisation; amount: number; legal: boolean; organisational: boolean }[]
  case: number | null
  tasks: string[]
  subjects: number[]
  areas: number[]
}

/**
 * What happens next. `pick` points at one of those that it can happen to, whatever their number. `ago`: so many days ago
 * the meeting was held whose decision or answer is entered now.
 */
export type Command =
  | { does: 'pass'; days: number }
  | { does: 'give'; terms: Terms; draft: boolean }
  | { does: 'activate'; pick: number }
  | { does: 'supersede'; pick: number; terms: Terms }
  | { does: 'revoke'; pick: number; in: number }
  | { does: 'adjust'; pick: number; by: number }
  | { does: 'record'; decision: Rows; ago: number }
  | { does: 'replace'; pick: number; decision: Rows; spentOfFour: number; ago: number }
  | { does: 'approve'; pick: number; ago: number }
  | { does: 'approveStanding'; pick: number; terms: Terms; ago: number }
  | { does: 'approveOnConditions'; pick: number; ago: number }
  | { does: 'acceptConditions'; pick: number; ago: number }
  | { does: 'refuseConditions'; pick: number }
  | { does: 'decline'; pick: number }
  | { does: 'recheck'; pick: number }

const municipality = { id: 1, municipality: null }
/** A municipality with two departments, a housing organisation, and an association that another administers. */
export const organisations: ModelOrganisation[] = [
  municipality,
  { id: 2, municipality: 1 },
  { id: 3, municipality: 1 },
  { id: 4, municipality: null },
  { id: 6, municipality: null },
]

const mostlyNone = <T>(values: T[]): fc.Arbitrary<T[]> =>
  fc.oneof({ weight: 9, arbitrary: fc.constant<T[]>([]) }, { weight: 1, arbitrary: fc.subarray(values) })
const seldom = <T>(usual: T, arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.oneof({ weight: 6, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary })
const amount = fc.integer({ min: 1, max: 9 })
const scope = {
  tasks: mostlyNone(['strategy', 'coordination']),
  subjects: mostlyNone([1, 2]),
  areas: mostlyNone([1, 2]),
  case: seldom<number | null>(null, fc.constantFrom(1, 2)),
}

const terms: fc.Arbitrary<Terms> = fc
  .record({
    ...scope,
    organisation: fc.constantFrom(municipality, municipality, ...organisations),
    covers: fc.constantFrom<Kind[]>(['economic'], ['economic'], ['economic', 'legal', 'organisational'], ['legal']),
    limit: seldom(Infinity, amount),
    total: seldom(Infinity, fc.constant(0)).chain(none =>
      none === 0 ? fc.constant(Infinity) : fc.integer({ min: 2, max: 10 }),
    ),
    partial: fc.constantFrom(true, true, false),
    begins: seldom(0, fc.integer({ min: -3, max: 2 })),
    lasts: seldom(Infinity, fc.integer({ min: 0, max: 5 })),
    metAfter: seldom(0, fc.integer({ min: 1, max: 3 })),
  })
  // Only an economic mandate has amounts.
  .map(given =>
    given.covers.includes('economic') ? given : { ...given, limit: Infinity, total: Infinity, partial: false },
  )

const rows = fc
  .oneof(
    { weight: 3, arbitrary: fc.subarray(organisations.slice(0, 3), { minLength: 1 }) },
    { weight: 2, arbitrary: fc.subarray(organisations.slice(1), { minLength: 1, maxLength: 3 }) },
  )
  .chain(bound =>
    fc.tuple(
      ...bound.map(organisation =>
        fc.record({
          organisation: fc.constant(organisation),
          amount: seldom(0, fc.constant(-1)).chain(none => (none === -1 ? fc.constant(0) : amount)),
          legal: seldom(false, fc.constant(true)),
          organisational: seldom(false, fc.constant(true)),
        }),
      ),
    ),
  )
  // A row without any consequence is none.
  .map(list => list.map(row => ({ ...row, legal: row.legal || (row.amount === 0 && !row.organisational) })))
const decision: fc.Arbitrary<Rows> = fc.record({ ...scope, rows })

const pick = fc.nat({ max: 5 })
const ago = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 5 }))
const some = <T>(weight: number, arbitrary: fc.Arbitrary<T>) => ({ weight, arbitrary })
const command: fc.Arbitrary<Command> = fc.oneof(
  some(3, fc.record({ does: fc.constant('pass' as const), days: fc.integer({ min: 1, max: 3 }) })),
  some(6, fc.record({ does: fc.constant('give' as const), terms, draft: seldom(false, fc.constant(true)) })),
  some(1, fc.record({ does: fc.constant('activate' as const), pick })),
  some(2, fc.record({ does: fc.constant('supersede' as const), pick, terms })),
  some(3, fc.record({ does: fc.constant('revoke' as const), pick, in: seldom(0, fc.integer({ min: 1, max: 2 })) })),
  some(2, fc.record({ does: fc.constant('adjust' as const), pick, by: fc.integer({ min: -6, max: 6 }) })),
  some(6, fc.record({ does: fc.constant('record' as const), decision, ago: seldom(0, ago) })),
  some(
    3,
    fc.record({
      does: fc.constant('replace' as const),
      pick,
      decision,
      spentOfFour: fc.nat({ max: 4 }),
      ago: seldom(0, ago),
    }),
  ),
  some(9, fc.record({ does: fc.constant('approve' as const), pick, ago })),
  some(2, fc.record({ does: fc.constant('approveStanding' as const), pick, terms, ago })),
  some(2, fc.record({ does: fc.constant('approveOnConditions' as const), pick, ago })),
  some(2, fc.record({ does: fc.constant('acceptConditions' as const), pick, ago })),
  some(1, fc.record({ does: fc.constant('refuseConditions' as const), pick })),
  some(1, fc.record({ does: fc.constant('decline' as const), pick })),
  some(2, fc.record({ does: fc.constant('recheck' as const), pick })),
)

/** Begins with some mandates, so that most decisions have something to draw on. */
export const history = (longest: number): fc.Arbitrary<Command[]> =>
  fc
    .tuple(
      fc.array(fc.record({ does: fc.constant('give' as const), terms, draft: fc.constant(false) }), {
        minLength: 3,
        maxLength: 5,
        size: 'max',
      }),
      fc.array(command, { minLength: 4, maxLength: longest, size: 'max' }),
    )
    .map(([given, then]) => [...given, ...then])
