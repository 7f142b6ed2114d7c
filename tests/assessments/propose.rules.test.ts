import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { proposedText } from '../../src/features/strategy/assessments/assess-area.ts'
import { firstLevels, type MethodTerm } from '../../src/features/strategy/assessments/methods/method-content.ts'
import {
  lackingIn,
  levelObjections,
  nextKey,
  termObjections,
} from '../../src/features/strategy/assessments/methods/method-rules.ts'
import { isCertain, propose, type TermFacts } from '../../src/features/strategy/assessments/proposals/propose.ts'
import { runs } from '../support/runs.ts'

const term = (key: string, given: Partial<MethodTerm> = {}): MethodTerm => ({
  ...{ key, indicatorId: 1, indicator: `Indikator ${key}`, unit: '%', decimals: 1, worse: 'HIGHER', yardstick: 'TOWN' },
  ...{ limit: null, yearsBack: null, floor: null },
  bands: [
    { from: 10, points: 1 },
    { from: 25, points: 2 },
    { from: 50, points: 4 },
  ],
  ...given,
})
const facts = (value: number | null, yardstick: number | null = 20): TermFacts => ({
  ...{ value, yardstick, year: 2025, outdated: false },
})
const proposed = (terms: MethodTerm[], known: Record<string, TermFacts>) =>
  propose({ terms, levels: firstLevels }, ({ key }) => known[key] ?? facts(null))

describe('R35: the method proposes, term by term', () => {
  test('points follow from how many per cent a value is worse than what it is held against', () => {
    const points = (value: number, worse: 'HIGHER' | 'LOWER' = 'HIGHER') =>
      proposed([term('t1', { worse })], { t1: facts(value) }).terms[0]?.points
    expect([21, 22, 25, 29.9, 30, 90].map(value => points(value))).toEqual([0, 1, 2, 2, 4, 4])
    expect(points(14, 'LOWER')).toBe(2)
    expect(points(26, 'LOWER')).toBe(0)
  })

  test('the sum gives the level, and a single term can set a floor under it', () => {
    const known = { t1: facts(30), t2: facts(20) }
    expect(proposed([term('t1'), term('t2')], known).from.name).toBe('Bekymrende')
    const floor = { points: 4, level: 'n3' }
    expect(proposed([term('t1', { floor }), term('t2')], known).from.name).toBe('Udsat')
    expect(proposed([term('t1', { floor })], { t1: facts(21) }).from.name).toBe('Uden for risiko')
  })

  test('what is missing widens the band, and is named', () => {
    const proposal = proposed([term('t1'), term('t2')], { t1: facts(30) })
    expect([proposal.least, proposal.most, isCertain(proposal)]).toEqual([4, 8, false])
    expect(proposedText(proposal)).toBe('Mellem Bekymrende og Udsat (4–8 point; mangler Indikator t2)')
    const without = proposed([term('t1')], { t1: facts(30, null) })
    expect(without.terms[0]).toMatchObject({ points: null, most: 4 })
  })

  test('a town of nothing is no yardstick', () => {
    expect(proposed([term('t1')], { t1: facts(30, 0) }).terms[0]?.points).toBeNull()
  })

  test('more that is known never widens the band, and a worse value never lowers the level', () => {
    const order = firstLevels.map(({ key }) => key)
    const terms = [term('t1'), term('t2', { floor: { points: 4, level: 'n2' } }), term('t3')]
    const value = fc.option(fc.double({ min: 1, max: 60, noNaN: true }))
    fc.assert(
      fc.property(fc.tuple(value, value, value), fc.double({ min: 1, max: 60, noNaN: true }), (values, more) => {
        const known = Object.fromEntries(values.map((one, at) => [`t${at + 1}`, facts(one)]))
        const before = proposed(terms, known)
        const after = proposed(terms, { ...known, t1: facts(Math.max(values[0] ?? 0, more)) })
        expect(order.indexOf(before.from.key)).toBeLessThanOrEqual(order.indexOf(before.to.key))
        expect(order.indexOf(after.from.key)).toBeGreaterThanOrEqual(order.indexOf(before.from.key))
        if (values[0] === null) expect(after.most - after.least).toBeLessThanOrEqual(before.most - before.least)
      }),
      runs(100, 5000),
    )
  })
})

describe('R38: what a method must be', () => {
  test('it says why, has indicators, and its floors are levels that it has', () => {
    const method = { title: 'Metode', purpose: 'Derfor', reviewMonths: 12, terms: [term('t1')], levels: firstLevels }
    expect(lackingIn(method)).toEqual([])
    expect(lackingIn({ ...method, purpose: ' ', terms: [] })).toHaveLength(2)
    expect(lackingIn({ ...method, terms: [term('t1', { floor: { points: 1, level: 'n9' } })] })).toHaveLength(1)
  })

  test('steps rise, a limit is told where one is held against, and levels begin at none', () => {
    const good = term('t1')
    expect(termObjections(good)).toEqual([])
    expect(termObjections({ ...good, bands: [...good.bands].reverse() })[0]?.field).toBe('bands')
    expect(termObjections({ ...good, yardstick: 'THRESHOLD' })[0]?.field).toBe('limit')
    expect(termObjections({ ...good, yardstick: 'PAST' })[0]?.field).toBe('yearsBack')
    expect(levelObjections(firstLevels)).toEqual([])
    expect(
      levelObjections([
        { name: 'A', from: 1 },
        { name: 'B', from: 1 },
      ]).map(({ field }) => field),
    ).toEqual([...['levels[0][from]', 'levels[1][from]']])
  })

  test('a key is never used twice', () => expect(nextKey(['t1', 't7', 't2'])).toBe('t8'))
})
