import { describe, expect, test } from 'vitest'
import {
  lackingIn,
  objectionsToAreas,
  objectionsToDays,
  objectionsToTarget,
} from '../../src/features/strategy/strategies/strategy-rules.ts'
import { day } from '../../src/kernel/days.ts'
import { content, inWords, measured, withTargets } from './content.ts'

const said = (given: Parameters<typeof content>[0]) => lackingIn(content(given)).map(({ sentence }) => sentence)
const saidOf = (...targets: Parameters<typeof withTargets>) =>
  lackingIn(withTargets(...targets)).map(({ sentence }) => sentence)
const horizon = { from: day('2025-01-01'), to: day('2030-12-31') }
const fields = (target: Parameters<typeof objectionsToTarget>[0]) =>
  objectionsToTarget(target, horizon).map(({ field }) => field)

describe('what a strategy must say to be adopted', () => {
  test('is told all at once, and nothing where nothing lacks', () => {
    expect(said({})).toEqual([])
    expect(said({ purpose: ' ', reviewOn: null, sections: [], stars: [] })).toEqual([
      'Strategien siger ikke, hvad formålet er.',
      'Strategien har ingen dag for næste gennemgang.',
      'Strategien har ingen afsnit. Tilføj mindst ét.',
      'Strategien har ingen pejlemærker. Tilføj mindst ét.',
    ])
  })

  test('is somebody responsible on each side', () => {
    const none = { organisation: null, who: '' }
    expect(said({ responsible: { HOUSING: none, MUNICIPALITY: none } })).toEqual([
      'Strategien har ingen ansvarlig hos boligorganisationerne.',
      'Strategien har ingen ansvarlig hos kommunen.',
    ])
  })

  test('is less of a policy and a guideline: they need no guiding stars', () => {
    expect(said({ type: 'POLICY', stars: [] })).toEqual([])
    expect(said({ type: 'GUIDELINE', stars: [], sections: [] })).toEqual([
      'Retningslinjen har ingen afsnit. Tilføj mindst ét.',
    ])
  })

  test('is something under each star and each goal, told by its number', () => {
    const star = (goals: never[] | { key: string; title: string; text: string; targets: never[] }[]) => ({
      key: 'p1',
      title: 'Et',
      text: '',
      goals,
    })
    expect(said({ stars: [star([])] })).toEqual(['Pejlemærke 1 har ingen mål.'])
    expect(said({ stars: [star([{ key: 'm1', title: 'Et', text: '', targets: [] }])] })).toEqual([
      'Mål 1.1 har ingen delmål.',
    ])
  })

  // Domain: a target without indicator, baseline, year or owner cannot be adopted, and the page says which.
  test('is an indicator, a baseline, a value, a year and an owner of each target, by its number', () => {
    const bare = measured({
      indicator: null,
      baseline: { value: null, year: null, source: '' },
      value: null,
      year: null,
      owner: null,
    })
    expect(saidOf(measured(), bare)).toEqual([
      'Delmål 1.1.2 mangler indikator, udgangspunkt, målværdi, målår og ansvarlig organisation.',
    ])
    expect(saidOf(measured({ owner: null }))).toEqual(['Delmål 1.1.1 mangler ansvarlig organisation.'])
    expect(saidOf(inWords({ text: '' }))).toEqual([
      'Delmål 1.1.1 mangler en beskrivelse af, hvad der viser, at det er nået.',
    ])
  })

  test('is held to the horizon again when the horizon has been moved', () => {
    expect(said({ to: day('2027-12-31') })).toEqual([
      'Delmål 1.1.1: Målåret skal ligge i strategiens periode, 2025–2027.',
      'Delmål 1.1.2: Målåret skal ligge i strategiens periode, 2025–2027.',
    ])
  })
})

describe('what contradicts itself is told at its field', () => {
  test('a horizon that ends before it begins, and a review outside it', () => {
    expect(objectionsToDays({ from: day('2025-01-01'), to: day('2024-12-31'), reviewOn: null })).toMatchObject([
      { field: 'to', sentence: 'Perioden kan ikke slutte før den 1. januar 2025, hvor den begynder.' },
    ])
    expect(objectionsToDays({ ...horizon, reviewOn: day('2031-01-01') })).toMatchObject([{ field: 'reviewOn' }])
    expect(objectionsToDays({ ...horizon, reviewOn: horizon.to })).toEqual([])
  })

  test('a target year outside the horizon, and a baseline without source or year', () => {
    expect(fields(measured())).toEqual([])
    expect(fields(measured({ year: 2031 }))).toEqual(['year'])
    expect(fields(measured({ year: 2024, baseline: { value: 70, year: 2023, source: 'x' } }))).toEqual(['year'])
    expect(fields(measured({ baseline: { value: 70, year: 2024, source: ' ' } }))).toEqual(['baselineSource'])
    expect(fields(measured({ baseline: { value: 70, year: null, source: 'x' } }))).toEqual(['baselineYear'])
  })

  test('a baseline that does not come before the target, or is the target', () => {
    expect(fields(measured({ baseline: { value: 70, year: 2029, source: 'x' } }))).toEqual(['baselineYear'])
    expect(fields(measured({ value: 70 }))).toEqual(['value'])
  })

  test('more decimals than the indicator has', () => {
    expect(fields(measured({ value: 80.25 }))).toEqual(['value'])
    expect(objectionsToTarget(measured({ value: 80.25 }), horizon)).toMatchObject([
      { sentence: 'Indikatoren opgøres med højst én decimal.' },
    ])
  })

  test('what is only left open is no contradiction', () => {
    const open = measured({
      indicator: null,
      baseline: { value: null, year: null, source: '' },
      value: null,
      year: null,
    })
    expect(fields(open)).toEqual([])
    expect(fields(inWords({ year: null, owner: null, text: '' }))).toEqual([])
  })
})

describe('a strategy for all housing areas names them', () => {
  const [rising, skov] = [
    { id: 1, name: 'Rising' },
    { id: 2, name: 'Skovparken' },
  ]
  const told = (allAreas: (typeof rising)[], today: (typeof rising)[], areas: (typeof rising)[] | null = null) =>
    objectionsToAreas({ areas, allAreas }, today).map(({ sentence }) => sentence)

  test('as they are the day it is signed off: it says which have come and gone since', () => {
    expect(told([rising, skov], [skov, rising])).toEqual([])
    expect(told([rising], [rising, skov])[0]).toContain('Skovparken er ikke med.')
    expect(told([rising, skov], [skov])[0]).toContain('Rising findes ikke længere.')
    expect(told([rising], [skov])[0]).toContain('Skovparken er ikke med, og Rising findes ikke længere.')
  })

  test('one that names some areas is about those, whatever others there are', () => {
    expect(told([], [rising, skov], [rising])).toEqual([])
  })
})
