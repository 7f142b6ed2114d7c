import { describe, expect, test } from 'vitest'
import {
  type CheckedRow,
  type ConsequenceRow,
  checkMandates,
  drawsOf,
  missingBodies,
} from '../../src/features/decisions/mandates/check/mandate-check.ts'
import { verdictText } from '../../src/features/decisions/mandates/check/verdict-text.ts'
import { checkText } from '../../src/features/decisions/mandates/labels.ts'
import type { MandateFacts } from '../../src/features/decisions/mandates/mandate-rules.ts'
import type { Tasks } from '../../src/features/decisions/mandates/mandate-scope.ts'
import { type Day, day } from '../../src/kernel/days.ts'
import { kroner } from '../../src/kernel/money.ts'
import {
  administrator,
  bindsLegally,
  bindsOrganisation,
  children,
  coordination,
  costs,
  culture,
  everyone,
  everyTask,
  hoejstrup,
  mandateFor,
  municipality,
  soeparken,
  strategy,
} from './facts.ts'

const on = day('2026-03-12')
const check = (rows: ConsequenceRow[], mandates: MandateFacts[], tasks: Tasks = coordination, at: Day = on) =>
  checkMandates(rows, mandates, { organisations: everyone, tasks }, at)

function only(rows: CheckedRow[]): CheckedRow {
  const [row] = rows
  if (!row || rows.length !== 1) throw new Error('Expected one row.')
  return row
}

const economicOf = (rows: ConsequenceRow[], mandates: MandateFacts[], tasks: Tasks = coordination) =>
  only(check(rows, mandates, tasks).rows).economicVerdict

describe('what is covered', () => {
  test('a decision without consequence rows needs no mandate', () => {
    expect(check([], [])).toMatchObject({ adoptable: true, rows: [] })
    expect(checkText(check([], []))).toBe('Beslutningen har ingen konsekvensrækker og kræver ikke mandat.')
  })

  test('an amount inside a mandate is covered, and the check says what remains before and after (R65)', () => {
    const mandate = mandateFor(hoejstrup, { total: kroner(500_000), drawn: kroner(100_000) })
    const verdict = economicOf([costs(hoejstrup, 150_000)], [mandate])
    expect(verdict).toMatchObject({
      state: 'COVERED',
      mandateId: mandate.id,
      remainingBefore: kroner(400_000),
      remainingAfter: kroner(250_000),
    })
    expect(verdictText(verdict, hoejstrup.name)).toContain('Rest efter beslutningen: 250.000 kr.')
  })

  test('the whole of what remains may be drawn, and not an øre more', () => {
    const mandate = mandateFor(hoejstrup, { total: kroner(100_000) })
    expect(economicOf([costs(hoejstrup, 100_000)], [mandate])).toMatchObject({ state: 'COVERED', remainingAfter: 0 })
    expect(economicOf([costs(hoejstrup, 100_000.01)], [mandate])).toMatchObject({
      state: 'NOT_COVERED',
      why: { reason: 'OVER_TOTAL', by: 1 },
    })
  })

  test('each of the three consequences is checked by itself', () => {
    const economic = mandateFor(hoejstrup, { legal: false, organisational: false })
    const legal = mandateFor(hoejstrup, { economic: false, organisational: false })
    const row = { ...costs(hoejstrup, 10), legal: 'Aftale om nøgler', organisational: 'Ny vagtordning' }
    const { rows, adoptable } = check([row], [economic, legal])
    expect(only(rows)).toMatchObject({
      economicVerdict: { state: 'COVERED', mandateId: economic.id },
      legalVerdict: { state: 'COVERED', mandateId: legal.id },
      organisationalVerdict: { state: 'NOT_COVERED', why: { reason: 'NO_MANDATE' } },
    })
    expect(adoptable).toBe(false)
  })

  test('what a row does not touch needs no mandate', () => {
    expect(only(check([bindsLegally(hoejstrup)], [mandateFor(hoejstrup)]).rows)).toMatchObject({
      economicVerdict: { state: 'NOT_NEEDED' },
      organisationalVerdict: { state: 'NOT_NEEDED' },
    })
  })
})

describe('whose mandate covers whom (R67)', () => {
  test('a department is covered by its own mandate and by its municipality’s', () => {
    for (const mandate of [mandateFor(culture), mandateFor(municipality)])
      expect(economicOf([costs(culture, 50_000)], [mandate])).toMatchObject({ state: 'COVERED', mandateId: mandate.id })
  })

  test('a municipality is not covered by a department’s mandate, nor a department by another’s', () => {
    const mandate = mandateFor(culture)
    expect(economicOf([costs(municipality, 1)], [mandate])).toMatchObject({ why: { reason: 'NO_MANDATE' } })
    expect(economicOf([costs(children, 1)], [mandate])).toMatchObject({ why: { reason: 'NO_MANDATE' } })
  })

  test('what a council approves of one decision for its municipality covers no department of it', () => {
    const approval = { onlyDecisionId: 7, total: kroner(8), limitPerDecision: kroner(8) }
    const about = { tasks: coordination, organisations: everyone, decisionId: 7 }
    const rows = [costs(municipality, 8), costs(culture, 1), costs(children, 1)]
    const { rows: checked } = checkMandates(rows, [mandateFor(municipality, approval)], about, on)
    expect(checked.map(row => row.economicVerdict.state)).toEqual(['COVERED', 'NOT_COVERED', 'NOT_COVERED'])
  })

  test('an association is not covered by its administrator’s mandate', () => {
    const verdict = economicOf([costs(soeparken, 50_000)], [mandateFor(administrator)])
    expect(verdict).toMatchObject({ state: 'NOT_COVERED', why: { reason: 'NO_MANDATE' } })
  })

  test('an association is covered by a mandate from its own deciding body', () => {
    expect(economicOf([costs(soeparken, 50_000)], [mandateFor(soeparken)])).toMatchObject({ state: 'COVERED' })
  })

  test('a mandate without a deciding body or a day behind it covers nothing (R66)', () => {
    const verdict = economicOf([costs(hoejstrup, 1)], [mandateFor(hoejstrup, { givenById: null })])
    expect(verdict).toMatchObject({ why: { reason: 'NO_SOURCE' } })
    expect(economicOf([costs(hoejstrup, 1)], [mandateFor(hoejstrup, { sourceDay: '' })])).toMatchObject({
      why: { reason: 'NO_SOURCE' },
    })
  })

  test('a mandate for an association that its administrator’s board gave is not valid', () => {
    const mandate = mandateFor(soeparken, { givenById: administrator.id })
    expect(economicOf([costs(soeparken, 1)], [mandate])).toMatchObject({ why: { reason: 'NO_SOURCE' } })
  })
})

describe('why something is not covered, in plain Danish', () => {
  const said = (mandates: MandateFacts[], row: ConsequenceRow = costs(hoejstrup, 250_000), tasks = coordination) =>
    only(check([row], mandates, tasks).rows)

  test('nobody gave a mandate', () => {
    expect(verdictText(said([], bindsLegally(hoejstrup)).legalVerdict, hoejstrup.name)).toBe(
      'Der er ikke registreret et mandat, som dækker juridiske konsekvenser.',
    )
  })

  test('it expired', () => {
    const mandate = mandateFor(hoejstrup, { number: '2025-A01', from: day('2025-01-01'), to: day('2025-12-31') })
    expect(verdictText(said([mandate]).economicVerdict, hoejstrup.name)).toBe(
      'Mandat 2025-A01 udløb den 31. december 2025.',
    )
  })

  test('its last day still counts, the next does not', () => {
    const mandate = mandateFor(hoejstrup, { to: on })
    expect(check([costs(hoejstrup, 1)], [mandate]).adoptable).toBe(true)
    expect(check([costs(hoejstrup, 1)], [mandate], coordination, day('2026-03-13')).adoptable).toBe(false)
  })

  test('it is not in force yet', () => {
    const mandate = mandateFor(hoejstrup, { number: '2026-A07', from: day('2026-04-01') })
    expect(verdictText(said([mandate]).economicVerdict, hoejstrup.name)).toBe(
      'Mandat 2026-A07 gælder først fra den 1. april 2026.',
    )
  })

  test('it does not hold before the deciding body met, whatever its first day says', () => {
    const mandate = mandateFor(hoejstrup, { sourceDay: '2026-04-20' })
    expect(said([mandate]).economicVerdict).toMatchObject({ why: { reason: 'NOT_YET', from: '2026-04-20' } })
  })

  test('it was revoked, from that very day', () => {
    const mandate = mandateFor(hoejstrup, { number: '2026-A08', revokedFrom: on })
    expect(verdictText(said([mandate]).economicVerdict, hoejstrup.name)).toBe(
      'Mandat 2026-A08 er tilbagekaldt med virkning fra den 12. marts 2026.',
    )
    expect(check([costs(hoejstrup, 1)], [mandate], coordination, day('2026-03-11')).adoptable).toBe(true)
  })

  test('it was given for other tasks', () => {
    const mandate = mandateFor(hoejstrup, { ...strategy })
    expect(said([mandate]).economicVerdict).toMatchObject({ why: { reason: 'OUTSIDE_TASKS' } })
    const both = { ...strategy, coordination: true }
    expect(said([mandate], costs(hoejstrup, 1), both).economicVerdict).toMatchObject({
      why: { reason: 'OUTSIDE_TASKS' },
    })
    expect(said([mandate], costs(hoejstrup, 1), strategy).economicVerdict.state).toBe('COVERED')
  })

  test('a mandate for some tasks does not cover a decision that names none', () => {
    expect(economicOf([costs(hoejstrup, 1)], [mandateFor(hoejstrup, coordination)], everyTask)).toMatchObject({
      why: { reason: 'OUTSIDE_TASKS' },
    })
  })

  test('the amount is over the limit per decision', () => {
    const mandate = mandateFor(hoejstrup, { number: '2026-A09', limitPerDecision: kroner(100_000) })
    expect(verdictText(said([mandate]).economicVerdict, hoejstrup.name)).toBe(
      'Beslutningen overskrider beløbsgrænsen i mandat 2026-A09 for Boligforeningen Højstrup med 150.000 kr.',
    )
  })

  test('the mandate that came nearest is the one that is named', () => {
    const expired = mandateFor(hoejstrup, { to: day('2026-01-31') })
    const far = mandateFor(hoejstrup, { limitPerDecision: kroner(10_000) })
    const near = mandateFor(hoejstrup, { total: kroner(240_000) })
    expect(said([expired, far, near]).economicVerdict).toMatchObject({
      mandateId: near.id,
      why: { reason: 'OVER_TOTAL', by: kroner(10_000) },
    })
  })

  test('the whole check names the organisations, and every deciding body once', () => {
    const result = check([costs(culture, 10), bindsOrganisation(culture), bindsLegally(hoejstrup)], [])
    expect(missingBodies(result).map(body => body.name)).toEqual([
      'Lunde Byråd',
      'Boligforeningen Højstrups bestyrelse',
    ])
    expect(checkText(result)).toContain(
      'Den kan kun tiltrædes med forbehold for godkendelse i Lunde Byråd og Boligforeningen Højstrups bestyrelse.',
    )
  })
})

describe('several rows on one mandate', () => {
  test('the rows of two departments count together against the municipality’s total', () => {
    const mandate = mandateFor(municipality, { total: kroner(100_000) })
    const result = check([costs(culture, 60_000), costs(children, 60_000)], [mandate])
    expect(result.rows.map(row => row.economicVerdict)).toMatchObject([
      { state: 'COVERED', remainingBefore: kroner(100_000), remainingAfter: kroner(40_000) },
      { state: 'NOT_COVERED', why: { reason: 'OVER_TOTAL', by: kroner(20_000) } },
    ])
    expect(drawsOf(result)).toEqual([{ mandateId: mandate.id, amount: kroner(60_000) }])
  })

  test('they count together against its limit per decision', () => {
    const mandate = mandateFor(municipality, { limitPerDecision: kroner(100_000) })
    const result = check([costs(culture, 60_000), costs(children, 50_000)], [mandate])
    expect(result.rows[1]?.economicVerdict).toMatchObject({ why: { reason: 'OVER_LIMIT', by: kroner(10_000) } })
  })

  test('what is drawn is one sum a mandate', () => {
    const mandate = mandateFor(municipality, { total: kroner(100_000) })
    const result = check([costs(culture, 60_000), costs(children, 40_000)], [mandate])
    expect(drawsOf(result)).toEqual([{ mandateId: mandate.id, amount: kroner(100_000) }])
    expect(result.rows[1]?.economicVerdict).toMatchObject({ remainingBefore: kroner(40_000), remainingAfter: 0 })
  })
})

describe('the choice between several mandates', () => {
  const chosen = (...mandates: MandateFacts[]) => {
    const verdict = economicOf([costs(culture, 1_000)], mandates)
    return verdict.state === 'COVERED' ? verdict.mandateId : null
  }

  test('the organisation’s own before its municipality’s', () => {
    const own = mandateFor(culture, { to: null })
    expect(chosen(mandateFor(municipality, coordination), own)).toBe(own.id)
  })

  test('then the one for fewer tasks', () => {
    const narrow = mandateFor(culture, { ...coordination, to: null })
    expect(chosen(mandateFor(culture), narrow)).toBe(narrow.id)
  })

  test('then the earliest to expire', () => {
    const early = mandateFor(culture, { to: day('2026-06-30') })
    expect(chosen(mandateFor(culture), mandateFor(culture, { to: null }), early)).toBe(early.id)
  })

  test('then the lowest number, read as numbers', () => {
    const ninth = mandateFor(culture, { number: '2026-A99' })
    expect(chosen(mandateFor(culture, { number: '2026-A100' }), ninth)).toBe(ninth.id)
  })

  test('another choice is made when it covers more rows', () => {
    const large = mandateFor(municipality, { total: kroner(100_000), to: day('2026-06-30') })
    const small = mandateFor(municipality, { total: kroner(60_000) })
    const result = check([costs(culture, 60_000), costs(children, 100_000)], [large, small])
    expect(result.adoptable).toBe(true)
    expect(result.rows[0]?.economicVerdict).toMatchObject({ mandateId: small.id })
  })
})
