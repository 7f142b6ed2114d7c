import { describe, expect, test } from 'vitest'
import { type CheckFacts, checkMandates, drawsOf } from '../../src/features/decisions/mandates/check/mandate-check.ts'
import { stepText, verdictText } from '../../src/features/decisions/mandates/check/verdict-text.ts'
import { mandateStateOn } from '../../src/features/decisions/mandates/mandate-period.ts'
import type { MandateFacts } from '../../src/features/decisions/mandates/mandate-rules.ts'
import { day } from '../../src/kernel/days.ts'
import { kroner } from '../../src/kernel/money.ts'
import {
  bindsLegally,
  children,
  coordination,
  costs,
  culture,
  everyone,
  hoejstrup,
  mandateFor,
  municipality,
} from './facts.ts'

const on = day('2026-03-12')
type About = Partial<Omit<CheckFacts, 'organisations'>>

const verdictOf = (row = costs(hoejstrup, 250_000), mandates: MandateFacts[] = [], about: About = {}, at = on) => {
  const check = checkMandates([row], mandates, { organisations: everyone, tasks: coordination, ...about }, at)
  const [checked] = check.rows
  if (!checked) throw new Error('Expected one row.')
  return row.amount === null ? checked.legalVerdict : checked.economicVerdict
}
const because = (mandates: MandateFacts[], about: About = {}, at = on) => {
  const verdict = verdictOf(costs(hoejstrup, 250_000), mandates, about, at)
  return verdict.state === 'NOT_COVERED' ? verdict.why.reason : verdict.state
}
const said = (verdict: ReturnType<typeof verdictOf>) => verdictText(verdict, hoejstrup.name)
const step = (verdict: ReturnType<typeof verdictOf>) => (verdict.state === 'NOT_COVERED' ? stepText(verdict) : null)

describe('a mandate counts', () => {
  test('not as a draft, until its protocol is attached', () => {
    const verdict = verdictOf(undefined, [mandateFor(hoejstrup, { number: '2026-A05', activated: false })])
    expect(verdict).toMatchObject({ state: 'NOT_COVERED', why: { reason: 'DRAFT' } })
    expect(said(verdict)).toBe('Mandat 2026-A05 er en kladde: Protokollen mangler.')
    expect(step(verdict)).toBe('Vedhæft protokollen til mandat 2026-A05. Derefter gælder mandatet.')
  })

  test('until the day before a later one takes its place', () => {
    const mandate = mandateFor(hoejstrup, { number: '2026-A01', supersededFrom: on, supersededBy: '2026-A09' })
    expect(because([mandate], {}, day('2026-03-11'))).toBe('COVERED')
    const verdict = verdictOf(undefined, [mandate])
    expect(said(verdict)).toBe('Mandat 2026-A01 er afløst af mandat 2026-A09 fra den 12. marts 2026.')
  })

  test('for the days from a decision’s adoption to its settlement: expiry in between does not undo, nor does supersession', () => {
    const taken = day('2026-01-20')
    expect(because([mandateFor(hoejstrup, { to: day('2026-01-31') })], { taken })).toBe('COVERED')
    expect(because([mandateFor(hoejstrup, { supersededFrom: day('2026-01-21') })], { taken })).toBe('COVERED')
    expect(because([mandateFor(hoejstrup, { from: day('2026-02-01') })], { taken })).toBe('COVERED')
    expect(because([mandateFor(hoejstrup, { to: day('2026-01-19') })], { taken })).toBe('EXPIRED')
    expect(because([mandateFor(hoejstrup, { from: day('2026-03-13') })], { taken })).toBe('NOT_YET')
  })

  test('not when revoked on or before the day of settlement, though it held when the decision was taken', () => {
    const taken = day('2026-01-20')
    expect(because([mandateFor(hoejstrup, { revokedFrom: on })], { taken })).toBe('REVOKED')
    expect(because([mandateFor(hoejstrup, { revokedFrom: day('2026-03-13') })], { taken })).toBe('COVERED')
  })

  test('never where its period holds no day at all', () => {
    const taken = day('2026-01-01')
    const given = { from: day('2026-03-01'), supersededFrom: day('2026-02-01') }
    expect(because([mandateFor(hoejstrup, given)], { taken })).toBe('SUPERSEDED')
    expect(because([mandateFor(hoejstrup, { sourceDay: '2026-03-05', to: day('2026-02-01') })], { taken })).toBe(
      'EXPIRED',
    )
  })
})

describe('what a mandate is given for', () => {
  test('one case: it covers that case’s decisions alone', () => {
    const mandate = mandateFor(hoejstrup, { caseId: 7 })
    expect(because([mandate], { caseId: 7 })).toBe('COVERED')
    expect(because([mandate], { caseId: 8 })).toBe('OTHER_CASE')
    expect(because([mandate])).toBe('OTHER_CASE')
  })

  test('one decision: it covers that one alone, and is not spoken of for another', () => {
    const mandate = mandateFor(hoejstrup, { onlyDecisionId: 3 })
    expect(because([mandate], { decisionId: 3 })).toBe('COVERED')
    expect(because([mandate], { decisionId: 4 })).toBe('NO_MANDATE')
    expect(because([mandate])).toBe('NO_MANDATE')
  })

  test.each(['subjectAreaIds', 'areaIds'] as const)('%s: at least one of them, and no others', named => {
    const mandate = mandateFor(hoejstrup, { [named]: [1, 2] })
    expect(because([mandate], { [named]: [2] })).toBe('COVERED')
    expect(because([mandate], { [named]: [1, 2] })).toBe('COVERED')
    for (const other of [[3], [1, 3], []]) expect(because([mandate], { [named]: other })).toMatch(/^OUTSIDE_/)
    expect(because([mandateFor(hoejstrup)], { [named]: [1, 3] })).toBe('COVERED')
  })

  test('the narrowest comes first: one decision, one case, own organisation, tasks, subject areas, housing areas', () => {
    const about = { decisionId: 3, caseId: 7, subjectAreaIds: [1], areaIds: [1] }
    const narrowest = [
      mandateFor(culture, { onlyDecisionId: 3 }), // a one-off reaches its own organisation alone
      mandateFor(municipality, { caseId: 7 }),
      mandateFor(culture, coordination),
      mandateFor(culture, { subjectAreaIds: [1] }),
      mandateFor(culture, { subjectAreaIds: [1, 2] }),
      mandateFor(culture, { areaIds: [1] }),
      mandateFor(culture, { to: day('2026-04-01') }),
      mandateFor(culture),
      mandateFor(municipality, { ...coordination, to: day('2026-04-01') }),
    ]
    while (narrowest.length > 0) {
      expect(verdictOf(costs(culture, 1), [...narrowest].reverse(), about)).toMatchObject({
        mandateId: narrowest[0]?.id,
      })
      narrowest.shift()
    }
  })

  test('of two that are as narrow, the one that is superseded first counts as the earliest to expire', () => {
    const early = mandateFor(culture, { to: null, supersededFrom: day('2026-05-01') })
    expect(verdictOf(costs(culture, 1), [mandateFor(culture, { to: day('2026-06-01') }), early])).toMatchObject({
      mandateId: early.id,
    })
  })
})

describe('an amount and the room for it', () => {
  test('a raised total gives more room, a lowered one less', () => {
    const total = kroner(200_000)
    expect(because([mandateFor(hoejstrup, { total, adjusted: kroner(50_000) })])).toBe('COVERED')
    expect(because([mandateFor(hoejstrup, { total, adjusted: kroner(49_999) })])).toBe('OVER_TOTAL')
  })

  test('two cover it together where both allow it, the preferred one as far as it goes', () => {
    const first = mandateFor(hoejstrup, { partialCover: true, total: kroner(100_000), to: day('2026-06-30') })
    const second = mandateFor(hoejstrup, { partialCover: true, total: kroner(200_000) })
    const verdict = verdictOf(undefined, [second, first])
    expect(verdict).toMatchObject({
      mandateId: first.id,
      parts: [
        { mandateId: first.id, amount: kroner(100_000), remainingBefore: kroner(100_000), remainingAfter: 0 },
        {
          mandateId: second.id,
          amount: kroner(150_000),
          remainingBefore: kroner(200_000),
          remainingAfter: kroner(50_000),
        },
      ],
    })
    expect(said(verdict)).toContain(`mandat ${first.number} med 100.000 kr.`)
  })

  test('never a part of one that does not allow it', () => {
    const first = mandateFor(hoejstrup, { partialCover: true, total: kroner(100_000) })
    const whole = mandateFor(hoejstrup, { total: kroner(200_000) })
    expect(because([first, whole])).toBe('OVER_TOTAL')
  })

  test('one that covers it whole comes before several', () => {
    const parts = [1, 2].map(() => mandateFor(hoejstrup, { partialCover: true, total: kroner(200_000), to: on }))
    const whole = mandateFor(hoejstrup)
    expect(verdictOf(undefined, [...parts, whole])).toMatchObject({ mandateId: whole.id })
  })

  test('what several lack together is told', () => {
    const parts = [1, 2].map(n =>
      mandateFor(hoejstrup, { number: `2026-A${n}`, partialCover: true, total: kroner(100_000) }),
    )
    const verdict = verdictOf(undefined, parts)
    expect(verdict).toMatchObject({ why: { reason: 'OVER_TOGETHER', by: kroner(50_000) }, missing: kroner(50_000) })
    expect(said(verdict)).toBe(
      'Mandat 2026-A1 og 2026-A2 kan dække hver sin del, men beslutningen overskrider dem tilsammen med 50.000 kr.',
    )
  })

  test('parts are moved where another row can only be covered by them', () => {
    const shared = mandateFor(municipality, { partialCover: true, total: kroner(100_000) })
    const own = [90_000, 60_000].map(total => mandateFor(culture, { partialCover: true, total: kroner(total) }))
    const rows = [costs(culture, 150_000), costs(children, 100_000)]
    const check = checkMandates(rows, [shared, ...own], { organisations: everyone, tasks: coordination }, on)
    expect(check.adoptable).toBe(true)
    expect(drawsOf(check).map(({ amount }) => amount)).toEqual([100_000, 90_000, 60_000].map(kroner))
  })

  test('what an earlier decision gives back counts as not drawn', () => {
    const mandate = mandateFor(hoejstrup, { total: kroner(300_000), drawn: kroner(200_000) })
    expect(because([mandate])).toBe('OVER_TOTAL')
    const freed = [{ mandateId: mandate.id, amount: kroner(150_000) }]
    expect(verdictOf(undefined, [mandate], { freed })).toMatchObject({ state: 'COVERED', remainingAfter: 0 })
  })
})

describe('the one step that would help', () => {
  const asks = (mandates: MandateFacts[]) => step(verdictOf(undefined, mandates))

  test('names the body and what is lacking', () => {
    expect(asks([])).toBe('Der mangler 250.000 kr. Bed Boligforeningen Højstrups bestyrelse om et mandat.')
    expect(asks([mandateFor(hoejstrup, { total: kroner(50_000) })])).toContain('Der mangler 200.000 kr.')
    expect(asks([mandateFor(hoejstrup, { limitPerDecision: kroner(100_000) })])).toContain('Der mangler 150.000 kr.')
    expect(asks([mandateFor(hoejstrup, { number: '2025-A01', to: day('2026-03-01') })])).toBe(
      'Der mangler 250.000 kr. Bed Boligforeningen Højstrups bestyrelse om at forny mandat 2025-A01.',
    )
  })

  test('names no amount where none is asked about', () => {
    expect(step(verdictOf(bindsLegally(hoejstrup)))).toBe('Bed Boligforeningen Højstrups bestyrelse om et mandat.')
  })
})

test('a mandate’s state follows from its dates and its document', () => {
  const given = {
    from: day('2026-01-01'),
    to: day('2026-12-31'),
    sourceDay: '2025-12-10',
    activatedAt: '2025-12-12T09:00:00Z',
    revokedFrom: null,
    supersededFrom: null,
  }
  expect(mandateStateOn(given, on)).toBe('IN_FORCE')
  expect(mandateStateOn({ ...given, activatedAt: null }, on)).toBe('DRAFT')
  expect(mandateStateOn({ ...given, supersededFrom: on }, on)).toBe('SUPERSEDED')
  expect(mandateStateOn({ ...given, supersededFrom: day('2026-03-13') }, on)).toBe('IN_FORCE')
  expect(mandateStateOn({ ...given, revokedFrom: on, activatedAt: null }, on)).toBe('REVOKED')
  expect(mandateStateOn(given, day('2027-01-01'))).toBe('EXPIRED')
  expect(mandateStateOn(given, day('2025-12-31'))).toBe('COMING')
})
