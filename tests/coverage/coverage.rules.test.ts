import { describe, expect, test } from 'vitest'
import { changesBetween } from '../../src/features/decisions/coverage/change-rules.ts'
import { coverageOn } from '../../src/features/decisions/coverage/coverage-rules.ts'
import { checkTogether, sumOf } from '../../src/features/decisions/coverage/planned-rules.ts'
import { checkMandates, type MandateFacts } from '../../src/features/decisions/mandates/index.ts'
import { day } from '../../src/kernel/days.ts'
import { kroner } from '../../src/kernel/money.ts'
import {
  administrator,
  bindsLegally,
  coordination,
  costs,
  culture,
  everyone,
  everyTask,
  hoejstrup,
  mandateFor,
  municipality,
  soeparken,
} from '../mandates/facts.ts'

const on = day('2026-03-12')

const cell = (
  of: { id: number },
  mandates: MandateFacts[],
  kind = 0,
  task: 'coordination' | 'strategy' | null = null,
) => coverageOn(everyone, mandates, task, on).find(row => row.organisation.id === of.id)?.cells[kind]

describe('who is covered on a day', () => {
  test('nobody without a mandate, and it is said what is missing', () => {
    expect(cell(hoejstrup, [])).toMatchObject({ state: 'GAP', mandates: [], why: { why: { reason: 'NO_MANDATE' } } })
  })

  test('a department by its municipality’s mandate, an association never by its administrator’s', () => {
    const mandates = [mandateFor(municipality), mandateFor(administrator)]
    expect(cell(culture, mandates)?.state).toBe('COVERED')
    expect(cell(soeparken, mandates)?.state).toBe('GAP')
  })

  test('only for the kinds that the mandate is given for', () => {
    const mandates = [mandateFor(hoejstrup, { legal: false })]
    expect(cell(hoejstrup, mandates, 0)?.state).toBe('COVERED')
    expect(cell(hoejstrup, mandates, 1)?.state).toBe('GAP')
  })

  test('not before, after, when revoked or superseded, nor by a draft', () => {
    for (const given of [
      { from: day('2026-03-13') },
      { to: day('2026-03-11') },
      { revokedFrom: on },
      { supersededFrom: on },
      { activated: false },
    ])
      expect(cell(hoejstrup, [mandateFor(hoejstrup, given)])?.state).toBe('GAP')
  })

  test('in some cases only, by a mandate for one task, one area or one case', () => {
    for (const given of [{ coordination: true }, { caseId: 7 }, { subjectAreaIds: [1] }, { areaIds: [3] }])
      expect(cell(hoejstrup, [mandateFor(hoejstrup, given)])?.state).toBe('LIMITED')
  })

  test('asked for a task, fully by a mandate for it, and not by one for another', () => {
    const mandates = [mandateFor(hoejstrup, { coordination: true })]
    expect(cell(hoejstrup, mandates, 0, 'coordination')?.state).toBe('COVERED')
    expect(cell(hoejstrup, mandates, 0, 'strategy')?.state).toBe('GAP')
  })

  test('what remains is the sum of what is left on the mandates, and none where one has no total', () => {
    const limited = [
      mandateFor(hoejstrup, { total: kroner(500), drawn: kroner(200) }),
      mandateFor(hoejstrup, { total: kroner(100), adjusted: kroner(50) }),
    ]
    expect(cell(hoejstrup, limited)?.remaining).toBe(kroner(450))
    expect(cell(hoejstrup, [...limited, mandateFor(hoejstrup)])?.remaining).toBeNull()
  })

  test('a total that is used up is marked, though the mandate counts', () => {
    const used = mandateFor(hoejstrup, { total: kroner(500), drawn: kroner(500) })
    expect(cell(hoejstrup, [used])?.state).toBe('EXHAUSTED')
    expect(cell(hoejstrup, [used], 1)?.state).toBe('COVERED')
  })
})

describe('a meeting’s decisions together', () => {
  const scope = { tasks: everyTask }

  test('draw on the same mandate in the order of the agenda', () => {
    const mandate = mandateFor(hoejstrup, { total: kroner(500) })
    const plans = [
      { position: 5, rows: [costs(hoejstrup, 300)], scope },
      { position: 2, rows: [costs(hoejstrup, 300)], scope },
    ]
    const checks = checkTogether(plans, everyone, [mandate], on)
    expect(checks.map(({ planned }) => planned.position)).toEqual([2, 5])
    expect(checks.map(({ alone }) => alone.adoptable)).toEqual([true, true])
    expect(checks.map(({ together }) => together.adoptable)).toEqual([true, false])
    const [row] = sumOf(checks, everyone, [mandate])
    expect(row?.cells[0]).toMatchObject({
      positions: [2, 5],
      asked: kroner(600),
      uncovered: [{ position: 5, onlyTogether: true, verdict: { missing: kroner(100) } }],
      draws: [{ amount: kroner(300), before: kroner(500), after: kroner(200) }],
    })
  })

  test('a limit per decision counts for each of them by itself', () => {
    const mandate = mandateFor(hoejstrup, { limitPerDecision: kroner(300) })
    const plans = [1, 2].map(position => ({ position, rows: [costs(hoejstrup, 300)], scope }))
    expect(checkTogether(plans, everyone, [mandate], on).every(({ together }) => together.adoptable)).toBe(true)
  })

  test('a department’s draw counts on its municipality’s mandate', () => {
    const mandate = mandateFor(municipality, { total: kroner(500) })
    const plans = [
      { position: 1, rows: [costs(culture, 400)], scope },
      { position: 2, rows: [costs(municipality, 200)], scope },
    ]
    const checks = checkTogether(plans, everyone, [mandate], on)
    expect(checks.map(({ together }) => together.adoptable)).toEqual([true, false])
  })

  test('organisations that nothing is asked of are left out', () => {
    const checks = checkTogether([{ position: 1, rows: [bindsLegally(hoejstrup)], scope }], everyone, [], on)
    expect(sumOf(checks, everyone, []).map(row => row.organisation)).toEqual(['Boligforeningen Højstrup'])
  })
})

describe('what has changed since a check was made', () => {
  const check = (mandates: MandateFacts[], at = on) =>
    checkMandates([costs(hoejstrup, 300)], mandates, { tasks: coordination, organisations: everyone }, at)
  const mandate = mandateFor(hoejstrup, { total: kroner(500) })

  test('nothing, when nothing has', () => {
    expect(changesBetween(check([mandate]), check([mandate]))).toEqual([])
  })

  test('covered and not any longer, and the other way round', () => {
    const [lost] = changesBetween(check([mandate]), check([{ ...mandate, revokedFrom: on }]))
    expect(lost).toMatchObject({ better: false })
    expect(lost?.text).toContain('Ikke længere dækket.')
    expect(lost?.text).toContain('tilbagekaldt')
    expect(changesBetween(check([]), check([mandate]))).toMatchObject([{ better: true }])
  })

  test('another mandate, or less left', () => {
    const other = { ...mandate, id: 999, number: '2026-A99' }
    expect(changesBetween(check([mandate]), check([other]))[0]?.text).toContain('2026-A99')
    const drawn = { ...mandate, drawn: kroner(100) }
    expect(changesBetween(check([mandate]), check([drawn]))).toMatchObject([{ better: false }])
  })

  test('the meeting has been moved', () => {
    const later = day('2026-04-16')
    expect(changesBetween(check([mandate]), check([mandate], later))[0]?.text).toContain('16. april 2026')
  })
})
