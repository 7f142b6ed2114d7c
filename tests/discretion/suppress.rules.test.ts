import { describe, expect, test } from 'vitest'
import { figureTable } from '../../src/features/strategy/knowledge/discretion/figure-table.ts'
import { suppress } from '../../src/features/strategy/knowledge/discretion/suppress.ts'
import { town } from './town.ts'

// What discretion costs a town in figures, as the decision on it says (docs/decisions/0048).

describe('in a town of 25 districts, 18 areas and 160 estates', () => {
  test.each([
    { share: 0.25, small: 18, most: 6 },
    { share: 0.05, small: 21, most: 10 },
    { share: 0.02, small: 56, most: 12 },
  ])('a share of $share hides $small small figures, and at most $most more', ({ share, small, most }) => {
    const { hidden, secondary, exposed } = suppress(figureTable(town(share)))
    expect(exposed).toEqual([])
    expect(hidden.size - secondary).toBe(small)
    expect(secondary).toBeGreaterThan(0)
    expect(secondary).toBeLessThanOrEqual(most)
  })

  test('the same is hidden each time', () => {
    const once = suppress(figureTable(town(0.05)))
    expect(suppress(figureTable(town(0.05)))).toEqual(once)
  })
})
