import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ChartFacts, ChartNode } from '../../src/features/ground/bodies/chart/chart-facts.ts'
import { type ChartBox, drawChart, wrap } from '../../src/features/ground/bodies/chart/chart-layout.ts'
import { listOf } from '../../src/features/ground/bodies/chart/chart-page.ts'

const name = fc
  .array(fc.stringMatching(/^[A-Za-zæøå]{1,20}$/), { minLength: 1, maxLength: 7 })
  .map(words => words.join(' '))
const leaf = fc
  .record({ name, notes: fc.array(name, { maxLength: 2 }), vacant: fc.boolean() })
  .map((facts): ChartNode => ({ ...facts, href: '/x', below: [] }))
const branch = fc.tuple(leaf, fc.array(leaf, { maxLength: 6 })).map(([node, below]): ChartNode => ({ ...node, below }))
const side = fc.record({
  heading: name,
  strategyGroup: fc.option(leaf),
  secretariat: fc.option(leaf),
  organisations: fc.array(branch, { maxLength: 12 }),
})
const anyFacts: fc.Arbitrary<ChartFacts> = fc.record({
  housing: side,
  municipality: side,
  jointGroup: fc.option(leaf),
  external: fc.array(leaf, { maxLength: 9 }),
})

const apart = (one: ChartBox, other: ChartBox) =>
  one.x + one.width <= other.x ||
  other.x + other.width <= one.x ||
  one.y + one.height <= other.y ||
  other.y + other.height <= one.y

test('no two boxes of the chart lie on each other, and all lie inside it', () => {
  fc.assert(
    fc.property(anyFacts, facts => {
      const { boxes, width, height } = drawChart(facts)
      for (const [at, box] of boxes.entries()) {
        expect(box.x >= 0 && box.x + box.width <= width && box.y + box.height <= height).toBe(true)
        for (const other of boxes.slice(at + 1)) expect(apart(box, other)).toBe(true)
      }
    }),
    { numRuns: 60 },
  )
})

test('the list says what the boxes say, no more and no less', () => {
  const namesIn = (nodes: ReturnType<typeof listOf>): string[] =>
    nodes.flatMap(node => [
      ...(node.href ? [`${node.text} ${node.note.replaceAll('. ', ' ')}`.trim()] : []),
      ...namesIn(node.below),
    ])
  fc.assert(
    fc.property(anyFacts, facts => {
      const drawn = drawChart(facts).boxes.map(box => box.lines.map(({ text }) => text).join(' '))
      expect(drawn.sort()).toEqual(namesIn(listOf(facts)).sort())
    }),
    { numRuns: 60 },
  )
})

test('a name is broken between words', () => {
  expect(wrap('Smede- og Maskinarbejderens Andelsboligforening', 30)).toEqual([
    'Smede- og Maskinarbejderens',
    'Andelsboligforening',
  ])
  expect(wrap('Byggevirksomhed', 5)).toEqual(['Byggevirksomhed'])
})
