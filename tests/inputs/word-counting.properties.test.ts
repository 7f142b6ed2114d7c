import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readWord } from '../../src/inputs/word/read-word.ts'
import { abstract, level, listed, num, startAt, wordFile } from '../support/word-parts.ts'

interface Definition {
  starts: number[]
  /** Of each level: undefined, or the level after which it begins anew. */
  restarts: (number | undefined)[]
  /** Of each numbering: where it begins at which levels. */
  overrides: Record<number, number>[]
}

const levels = 4

/**
 * Word's counting, told the slow way: for every paragraph the whole list before it is gone through again, and each
 * number is the count of what stands since its level last began.
 */
function modelled({ starts, restarts, overrides }: Definition, items: { id: number; at: number }[]): string[] {
  return items.map((_item, upTo) => {
    const counts: (number | null)[] = Array.from({ length: levels }, () => null)
    for (let step = 0; step <= upTo; step += 1) {
      const { id, at } = items[step] as { id: number; at: number }
      const beginning = (which: number) => overrides[id]?.[which] ?? starts[which] ?? 1
      const metBefore = items.slice(0, step).some(other => other.id === id && other.at === at)
      for (let above = 0; above < at; above += 1) if (counts[above] === null) counts[above] = beginning(above)
      const now = counts[at] ?? null
      const begins = now === null || (overrides[id]?.[at] !== undefined && !metBefore)
      counts[at] = begins ? beginning(at) : (now ?? 0) + 1
      for (let below = at + 1; below < levels; below += 1) {
        const restart = restarts[below]
        // A level that says nothing, or names one that is not above it, begins anew after each above it.
        const after = restart === undefined || restart > below ? below : restart
        if (at + 1 <= after) counts[below] = null
      }
    }
    const { at } = items[upTo] as { at: number }
    return counts.slice(0, at + 1).join('.')
  })
}

const definition: fc.Arbitrary<Definition> = fc.record({
  starts: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: levels, maxLength: levels }),
  restarts: fc.array(fc.option(fc.integer({ min: 0, max: 5 }), { nil: undefined, freq: 1 }), {
    minLength: levels,
    maxLength: levels,
  }),
  overrides: fc.array(
    fc.dictionary(fc.integer({ min: 0, max: levels - 1 }).map(String), fc.integer({ min: 1, max: 20 }), { maxKeys: 2 }),
    { minLength: 3, maxLength: 3 },
  ),
})
const items = fc.array(fc.record({ id: fc.nat(2), at: fc.nat(levels - 1) }), { minLength: 1, maxLength: 25 })

test('whatever a list says of itself, its numbers are those of a second model of Word’s counting', () => {
  fc.assert(
    fc.property(definition, items, (given, told) => {
      const pattern = (at: number) => Array.from({ length: at + 1 }, (_one, place) => `%${place + 1}`).join('.')
      const restart = (at: number) =>
        given.restarts[at] === undefined ? '' : `<w:lvlRestart w:val="${given.restarts[at]}"/>`
      const numbering =
        abstract(0, ...given.starts.map((start, at) => level(at, 'decimal', `§${pattern(at)}`, restart(at), start))) +
        given.overrides
          .map((starts, id) =>
            num(
              id + 1,
              0,
              Object.entries(starts)
                .map(([at, start]) => startAt(Number(at), start))
                .join(''),
            ),
          )
          .join('')
      const body = told.map(({ id, at }) => listed('x', id + 1, at)).join('')
      const seen = readWord(wordFile({ body, numbering }))
        .text.split('\n')
        .filter(line => line !== '')
        .map(line => line.replace(/^\s*- §(.*) x$/, '$1'))
      expect(seen).toEqual(modelled(given, told))
    }),
    { numRuns: process.env.DEEP === '1' ? 10_000 : 200 },
  )
})
