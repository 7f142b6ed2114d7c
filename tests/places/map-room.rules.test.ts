import fc from 'fast-check'
import { expect, test } from 'vitest'
import { apart, named } from '../../src/features/ground/places/map/room.ts'
import { runs } from '../support/runs.ts'

/** The map of the areas can be read: no mark lies over another, no name under a mark. */

const mark = fc.record({
  x: fc.integer({ min: 100, max: 600 }),
  y: fc.integer({ min: 100, max: 600 }),
  size: fc.constantFrom(10, 12, 15, 18),
})

test('marks that would cover one another part until each is seen', () => {
  fc.assert(
    fc.property(fc.array(mark, { maxLength: 12 }), marks => {
      const placed = apart(marks)
      for (const [at, one] of placed.entries())
        for (const other of placed.slice(at + 1))
          expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(one.size + other.size)
    }),
    runs(50, 2000),
  )
})

test('marks with room of their own stay where they are', () => {
  const marks = [
    { x: 100, y: 100, size: 18 },
    { x: 200, y: 100, size: 18 },
  ]
  expect(apart(marks)).toEqual(marks)
})

test('a name stands at its middle, and beside a mark that stands there', () => {
  const [alone, under] = named(
    [
      { name: 'Seden', x: 500, y: 100 },
      { name: 'Vollsmose', x: 300, y: 100 },
    ],
    [{ x: 300, y: 100, size: 18 }],
  )
  expect(alone).toMatchObject({ x: 500, y: 104 })
  expect((under?.y ?? 0) - 10).toBeGreaterThan(118)
})
