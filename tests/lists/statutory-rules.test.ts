import { describe, expect, test } from 'vitest'
import {
  type Figure,
  type Figures,
  judgeCategory,
  judgeCriterion,
} from '../../src/features/strategy/lists/rules/judge-area.ts'
import { recompute, yearsInARow } from '../../src/features/strategy/lists/rules/recompute.ts'
import {
  type ListKind,
  ruleOf,
  ruleOn,
  ruleVersions,
  transformationOn,
} from '../../src/features/strategy/lists/rules/statutory-rules.ts'
import { day } from '../../src/kernel/days.ts'

/** A value in per cent, of so many people. */
const of = (percent: number, persons: number | null = null, base: number | null = null): Figure => ({
  ...{ value: Math.round(percent * 100), persons, base },
})
const ruleFor = (version: string, kind: ListKind) => {
  const found = ruleOf(version)?.categories.find(category => category.kind === kind)
  if (!found) throw new Error(`${version} has no ${kind}.`)
  return found
}
/** Which of the criteria of a year's rule one area meets. */
const metBy = (version: string, figures: Figures, nation = 757) => {
  const verdict = judgeCategory(
    ruleFor(version, 'VULNERABLE'),
    { residents: 2000, figures },
    { CONVICTED_NATION: nation },
  )
  return verdict.criteria.filter(one => one.verdict === 'MET').map(({ key }) => key)
}

describe('R35: the law’s four versions, as data', () => {
  test('a list follows the version that was in force the day it was issued', () => {
    expect(ruleOn(day('2009-12-01'))).toBeUndefined()
    expect(ruleOn(day('2010-10-29'))?.key).toBe('2010')
    expect(ruleOn(day('2017-12-01'))?.key).toBe('2014')
    expect(ruleOn(day('2018-12-01'))?.key).toBe('2018')
    expect(ruleOn(day('2020-12-01'))?.key).toBe('2018')
    expect(ruleOn(day('2021-12-01'))?.key).toBe('2021')
  })

  test('one area with the same figures meets other criteria under each of them', () => {
    const figures = { WORK: of(41), CONVICTED: of(2.75), EDUCATION: of(55), INCOME: of(54), NON_WESTERN: of(48) }
    expect(metBy('2010', figures)).toEqual(['WORK', 'CONVICTED'])
    expect(metBy('2014', figures)).toEqual(['WORK', 'CONVICTED', 'EDUCATION', 'INCOME'])
    // 60 per cent from 2018 on, and three times the nation's 0,757 per cent instead of 2,7.
    expect(metBy('2018', figures)).toEqual(['WORK', 'CONVICTED', 'INCOME'])
    expect(metBy('2018', figures, 950)).toEqual(['WORK', 'INCOME'])
    const wide = judgeCategory(ruleFor('2021', 'PREVENTION'), { residents: 2000, figures }, { CONVICTED_NATION: 757 })
    expect(wide.criteria.filter(one => one.verdict === 'MET').map(({ key }) => key)).toEqual([
      'WORK',
      'CONVICTED',
      'INCOME',
    ])
    expect(wide.isOn).toBe(true)
  })

  test('»more than« is not »at least«: exactly at the limit counts for convictions alone', () => {
    const at = { WORK: of(40), CONVICTED: of(2.4), EDUCATION: of(60), INCOME: of(55), NON_WESTERN: of(50) }
    expect(metBy('2018', at, 800)).toEqual(['CONVICTED'])
    expect(metBy('2010', { ...at, CONVICTED: of(2.7) })).toEqual([])
  })

  test('so many of so many, and what the law asks for besides', () => {
    const figures = { WORK: of(45), CONVICTED: of(1), EDUCATION: of(65), INCOME: of(70), NON_WESTERN: of(49) }
    const references = { CONVICTED_NATION: 757 }
    const on = (version: string, kind: ListKind, residents = 1000, given: Figures = {}) =>
      judgeCategory(ruleFor(version, kind), { residents, figures: { ...figures, ...given } }, references).isOn
    expect(on('2018', 'VULNERABLE')).toBe(true)
    expect(on('2018', 'PARALLEL')).toBe(false)
    expect(on('2018', 'PARALLEL', 1000, { NON_WESTERN: of(51) })).toBe(true)
    expect(on('2014', 'VULNERABLE')).toBe(false)
    expect(on('2018', 'VULNERABLE', 999)).toBe(false)
  })

  test('Ejerslykke with its 829 residents is on no list, whatever its figures are', () => {
    const figures = { WORK: of(90), CONVICTED: of(9), EDUCATION: of(90), INCOME: of(20), NON_WESTERN: of(90) }
    for (const { categories } of ruleVersions)
      for (const rule of categories)
        expect(judgeCategory(rule, { residents: 829, figures }, { CONVICTED_NATION: 757 }).isOn, rule.kind).toBe(false)
  })

  test('what is missing leaves it open only where it could decide', () => {
    const references = { CONVICTED_NATION: 757 }
    const rule = ruleFor('2018', 'VULNERABLE')
    const judged = (figures: Figures) => judgeCategory(rule, { residents: 2000, figures }, references).isOn
    expect(judged({ WORK: of(45), EDUCATION: of(65) })).toBe(true)
    expect(judged({ WORK: of(45), EDUCATION: of(50), INCOME: of(60) })).toBeNull()
    expect(judged({ WORK: of(35), EDUCATION: of(50), INCOME: of(60) })).toBe(false)
    expect(judgeCategory(rule, { residents: 2000, figures: { CONVICTED: of(3) } }, {}).criteria[1]).toEqual({
      ...{ key: 'CONVICTED', verdict: 'UNKNOWN', lacks: 'REFERENCE' },
    })
  })
})

describe('distance from the limit, in points and in people', () => {
  const convicted = ruleFor('2018', 'VULNERABLE').of[1]
  const education = ruleFor('2018', 'VULNERABLE').of[2]

  test('Solbakken in 2020: 2,30 per cent against 2,27, one convicted too many', () => {
    if (!convicted) throw new Error('No such criterion.')
    const judged = judgeCriterion(convicted, { CONVICTED: of(2.3, 23, 1000) }, { CONVICTED_NATION: 757 })
    expect(judged).toMatchObject({ verdict: 'MET', distance: { value: 230, persons: 1 } })
    if (judged.verdict !== 'UNKNOWN') expect(judged.distance.limit).toBeCloseTo(227.1)
  })

  test('and thirteen with no more than grundskole too many', () => {
    if (!education) throw new Error('No such criterion.')
    expect(judgeCriterion(education, { EDUCATION: of(63.25, 253, 400) }, {})).toMatchObject({
      ...{ verdict: 'MET', distance: { persons: 13 } },
    })
  })

  test('not met: how many more would make it so, and nothing where the people are not known', () => {
    if (!education) throw new Error('No such criterion.')
    expect(judgeCriterion(education, { EDUCATION: of(59.5, 238, 400) }, {})).toMatchObject({
      ...{ verdict: 'NOT_MET', distance: { persons: 3, points: -50 } },
    })
    expect(judgeCriterion(education, { EDUCATION: of(59.5) }, {})).toMatchObject({ distance: { persons: null } })
  })
})

describe('what was issued, and what the portal works out', () => {
  const list = { kind: 'PARALLEL' as const, rule: '2018', issuedOn: day('2020-12-01') }
  const figures = { WORK: of(45), CONVICTED: of(2.5), EDUCATION: of(50), INCOME: of(60), NON_WESTERN: of(55) }
  const entry = { areaId: 1, residents: 1500, figures, met: null }
  const references = { CONVICTED_NATION: 757 }
  const agreement = (given: object, kind: ListKind = 'PARALLEL', count = 0, on = '2020-12-01', exact = true) =>
    recompute({ ...list, kind, issuedOn: day(on) }, { ...entry, ...given }, references, { count, exact }).agreement

  test('agrees, disagrees with why, or says what is missing', () => {
    expect(agreement({})).toEqual({ kind: 'AGREES' })
    expect(agreement({ residents: 900 })).toEqual({ kind: 'DISAGREES', why: ['TOO_FEW_RESIDENTS'] })
    expect(agreement({ met: ['WORK', 'EDUCATION', 'NON_WESTERN'] })).toEqual({
      kind: 'DISAGREES',
      why: ['OTHER_CRITERIA'],
    })
    expect(agreement({ figures: { WORK: of(45) } })).toEqual({ kind: 'UNKNOWN', why: 'MISSING_FIGURES' })
    expect(agreement({}, 'POLICE')).toEqual({ kind: 'UNKNOWN', why: 'NO_RULE' })
  })

  test('transformation asks for four years in December 2020, five in today’s text, and none is known for 2018', () => {
    expect(agreement({}, 'TRANSFORMATION', 4)).toEqual({ kind: 'AGREES' })
    expect(agreement({}, 'TRANSFORMATION', 3)).toEqual({ kind: 'DISAGREES', why: ['TOO_FEW_YEARS'] })
    expect(agreement({}, 'TRANSFORMATION', 4, '2021-12-01')).toEqual({ kind: 'DISAGREES', why: ['TOO_FEW_YEARS'] })
    expect(agreement({}, 'TRANSFORMATION', 3, '2020-12-01', false)).toEqual({ kind: 'UNKNOWN', why: 'HISTORY' })
    expect(agreement({}, 'TRANSFORMATION', 5, '2018-12-01')).toEqual({ kind: 'UNKNOWN', why: 'NO_YEARS' })
    expect(transformationOn(day('2019-12-01'))?.years).toBeNull()
  })

  test('years in a row end where no list is recorded, and at a delimitation', () => {
    const all = new Set([2016, 2017, 2018, 2019, 2020])
    expect(yearsInARow(2020, all, new Set([2018, 2019, 2020]), 2010)).toEqual({ count: 3, exact: true })
    expect(yearsInARow(2020, new Set([2019, 2020]), new Set([2019, 2020]), 2010)).toEqual({ count: 2, exact: false })
    expect(yearsInARow(2020, all, all, 2018)).toEqual({ count: 3, exact: false })
    expect(yearsInARow(2020, all, new Set(), 2010)).toEqual({ count: 0, exact: true })
  })
})
