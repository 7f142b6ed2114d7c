import { expect, test } from 'vitest'
import { inSteps } from '../../src/database/in-steps.ts'

/** Looks through the numbers below a thousand from the largest, and notes how many each turn has seen. */
function lookingFor(wanted: (number: number) => boolean, stepSize: number) {
  const turns: number[] = []
  let seen = 0
  const step = {
    end: (after: number | null) => ((after ?? 1000) > stepSize ? (after ?? 1000) - stepSize : null),
    rows: (after: number | null, end: number | null) => {
      const from = (after ?? 1000) - 1
      const to = end ?? 0
      if (seen === 0) setImmediate(() => turns.push(seen))
      seen += from - to + 1
      return Array.from({ length: from - to + 1 }, (_, at) => from - at).filter(wanted)
    },
  }
  return { step, turns, seen: () => seen }
}

test('finds in steps what it would find in one, in the same order', async () => {
  for (const stepSize of [1, 7, 100, 999, 5000]) {
    const { step } = lookingFor(number => number % 97 === 0, stepSize)
    expect(await inSteps(4, null, step), `steps of ${stepSize}`).toEqual([970, 873, 776, 679])
    expect(await inSteps(4, 300, step), `steps of ${stepSize}`).toEqual([291, 194, 97, 0])
  }
})

test('looks no further than the page needs, and lets others in between', async () => {
  const common = lookingFor(() => true, 10)
  expect(await inSteps(25, null, common.step)).toHaveLength(25)
  expect(common.seen()).toBe(30)
  const rare = lookingFor(() => false, 10)
  expect(await inSteps(25, null, rare.step)).toEqual([])
  expect(rare.seen()).toBe(1000)
  expect(rare.turns, 'the first turn ended after one step').toEqual([10])
})
