import { describe, expect, test } from 'vitest'
import {
  type Delimitation,
  delimitationFaults,
  delimitationOn,
  type PlacePeriod,
  periodsOf,
} from '../../src/features/ground/places/delimitations/delimitation-rules.ts'
import { addDays, type Day, day, daysBetween } from '../../src/kernel/days.ts'
import { isOn } from '../../src/kernel/periods.ts'

const first = day('2020-01-01')
const on = (days: number): Day => addDays(first, days)
const place = (id: number, from: number, to: number | null = null): PlacePeriod => ({
  ...{ id, name: `Sted ${id}` },
  from: on(from),
  to: to === null ? null : on(to),
})
const row = (id: number, areaId: number, from: number, estates: number[], correctsId: number | null = null) =>
  ({ id, areaId, from: on(from), estates, correctsId }) satisfies Delimitation

const parken = place(1, 0)
const haven = place(2, 0)
const estates = [place(11, 0), place(12, 0), place(13, 5, 20)]
const told = (rows: Delimitation[], areas = [parken, haven], there = estates) =>
  delimitationFaults(areas, there, rows).map(({ sentence }) => sentence)

describe('an area’s history', () => {
  test('has one delimitation a day: each ends where the next begins, and breaks where the estates are others', () => {
    const rows = [row(1, 1, 0, [11]), row(2, 1, 10, [11]), row(3, 1, 20, [11, 12]), row(4, 2, 3, [13])]
    const found = periodsOf({ ...parken, to: on(30) }, rows)
    expect(found.map(({ row, period, isBreak }) => [row.id, period.from, period.to, isBreak])).toEqual([
      [1, on(0), on(9), false],
      [2, on(10), on(19), false],
      [3, on(20), on(30), true],
    ])
    expect(delimitationOn(parken, rows, on(15))?.id).toBe(2)
    expect(delimitationOn(haven, rows, on(2))).toBeUndefined()
  })

  test('leaves out what was mistaken: what points back at it stands in its place', () => {
    const rows = [row(1, 1, 0, [11]), row(2, 1, 10, [11, 12]), row(3, 1, 8, [12], 2)]
    expect(periodsOf(parken, rows).map(({ row, period }) => [row.id, period.from])).toEqual([
      [1, on(0)],
      [3, on(8)],
    ])
  })
})

describe('a delimitation', () => {
  test('has estates, within the area’s days, and one first day', () => {
    expect(told([row(1, 1, 0, [])])).toEqual(['Vælg mindst én afdeling.'])
    expect(told([row(1, 1, 0, [11])], [place(1, 3)])).toEqual([
      'Sted 1 er først oprettet den 4. januar 2020. Vælg en senere dag.',
    ])
    expect(told([row(1, 1, 9, [11])], [place(1, 0, 5)])).toContain(
      'Sted 1 er lukket den 6. januar 2020. Vælg en tidligere dag.',
    )
    expect(told([row(1, 1, 0, [11]), row(2, 1, 0, [12])])).toEqual([
      'Der er allerede en afgrænsning af Sted 1 fra den 1. januar 2020. Ret den, eller vælg en anden dag.',
    ])
    expect(told([row(1, 1, 0, [99])])).toEqual(['Vælg afdelinger på listen.'])
  })

  test('is of estates that are there all the while', () => {
    expect(told([row(1, 1, 0, [13]), row(2, 1, 21, [11])])).toEqual(['Sted 13 er først oprettet den 6. januar 2020.'])
    expect(told([row(1, 1, 5, [13])])).toEqual([
      'Sted 13 er ophørt den 21. januar 2020, men indgår i Sted 1 fra den 6. januar 2020. Afgræns Sted 1 uden afdelingen fra dagen efter.',
    ])
    expect(told([row(1, 1, 5, [13]), row(2, 1, 21, [11])])).toEqual([])
  })

  test('takes no estate that is in another area on any of its days', () => {
    const taken = [row(1, 1, 0, [11]), row(2, 2, 5, [11])]
    expect(told(taken)).toEqual([
      'Sted 11 indgår i Sted 1 fra den 1. januar 2020 og Sted 2 fra den 6. januar 2020. En afdeling kan højst indgå i ét boligområde ad gangen.',
    ])
    expect(told([...taken, row(3, 1, 5, [12])])).toEqual([])
    expect(told(taken, [{ ...parken, to: on(4) }, haven])).toEqual([])
  })
})

/** The same, asked day by day. */
function holdsEveryDay(areas: PlacePeriod[], there: PlacePeriod[], rows: Delimitation[], days: number): boolean {
  const corrected = new Set(rows.map(({ correctsId }) => correctsId))
  const standing = rows.filter(({ id }) => !corrected.has(id))
  const distinct = new Set(standing.map(({ areaId, from }) => `${areaId} ${from}`))
  if (distinct.size < standing.length || standing.some(({ estates }) => estates.length === 0)) return false
  const areaOf = (id: number) => areas.find(area => area.id === id) as PlacePeriod
  if (standing.some(({ areaId, from }) => !isOn(areaOf(areaId), from))) return false
  for (let at = 0; at <= days; at += 1) {
    const held = areas
      .filter(area => isOn(area, on(at)))
      .flatMap(area => {
        const own = standing.filter(({ areaId, from }) => areaId === area.id && from <= on(at))
        return own.sort((one, other) => daysBetween(other.from, one.from)).at(-1)?.estates ?? []
      })
    if (new Set(held).size < held.length) return false
    if (held.some(id => !there.some(estate => estate.id === id && isOn(estate, on(at))))) return false
  }
  return true
}

test('what no rule objects to holds on every day, and what does not hold is objected to', () => {
  let seed = 20_261_130
  const below = (most: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((seed / 2_147_483_648) * most)
  }
  const maybe = (most: number) => (below(3) === 0 ? below(most) : null)
  let held = 0
  for (let history = 0; history < 3000; history += 1) {
    const areas = [1, 2, 3].map(id => place(id, below(4), (maybe(14) ?? 996) + 4))
    const there = [11, 12, 13, 14].map(id => place(id, below(3), below(4) === 0 ? 6 + below(12) : null))
    const rows: Delimitation[] = []
    for (let id = 1; id <= 1 + below(5); id += 1) {
      const areaId = 1 + below(3)
      const own = rows.filter(one => one.areaId === areaId && !rows.some(({ correctsId }) => correctsId === one.id))
      const estates = there.map(estate => estate.id).filter(() => below(3) === 0)
      const corrects = below(4) === 0 ? (own[below(Math.max(1, own.length))]?.id ?? null) : null
      rows.push(row(id, areaId, below(20), estates, corrects))
    }
    const accepted = delimitationFaults(areas, there, rows).length === 0
    expect({ rows, areas, there, accepted }).toEqual({
      rows,
      areas,
      there,
      accepted: holdsEveryDay(areas, there, rows, 30),
    })
    if (accepted) held += 1
  }
  // Both answers were asked of often.
  expect(held).toBeGreaterThan(150)
  expect(held).toBeLessThan(2800)
})
