import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { figureTable, type TiedFigure } from '../../src/features/strategy/knowledge/discretion/figure-table.ts'
import type { PlaceSum } from '../../src/features/strategy/knowledge/discretion/place-sums.ts'
import { type Counting, usualLimits } from '../../src/features/strategy/knowledge/discretion/small-rules.ts'
import { suppress } from '../../src/features/strategy/knowledge/discretion/suppress.ts'
import { deep, runs } from '../support/runs.ts'
import { canBeApart, type Puzzle } from './attacker.ts'

// §5 with discretion: nobody works out a hidden number to within two, whatever has been shown before or beside it.

const share = (versionId: number, averagingYears = 1): Counting => ({
  ...{ versionId, indicatorId: 1, isCount: false, isShare: true, averagingYears },
})
const counting = new Map([
  [1, share(1)],
  [2, share(2, 2)],
])

/** A town of two districts; its first area was delimited anew, so that both are told of in the same year. */
const estates = ['ESTATE 1', 'ESTATE 2', 'ESTATE 3', 'ESTATE 4', 'ESTATE 5', 'ESTATE 6']
const sums: PlaceSum[] = [
  { whole: 'AREA 1', parts: ['ESTATE 1', 'ESTATE 2', 'ESTATE 3'] },
  { whole: 'AREA 3', parts: ['ESTATE 1', 'ESTATE 2'] },
  { whole: 'AREA 1', parts: ['AREA 3', 'ESTATE 3'] },
  { whole: 'AREA 2', parts: ['ESTATE 4', 'ESTATE 5'] },
  { whole: 'DISTRICT 1', parts: ['AREA 1', 'ESTATE 6'] },
  { whole: 'DISTRICT 2', parts: ['AREA 2'] },
  { whole: 'TOWN', parts: ['DISTRICT 1', 'DISTRICT 2'] },
]
const wholes: Record<string, readonly string[]> = {
  'AREA 1': ['ESTATE 1', 'ESTATE 2', 'ESTATE 3'],
  'AREA 2': ['ESTATE 4', 'ESTATE 5'],
  'AREA 3': ['ESTATE 1', 'ESTATE 2'],
  'DISTRICT 1': ['ESTATE 1', 'ESTATE 2', 'ESTATE 3', 'ESTATE 6'],
  'DISTRICT 2': ['ESTATE 4', 'ESTATE 5'],
  TOWN: estates,
}

type Year = readonly { heads: number; of: number }[]

/** All that is told of the town in a year, in a delivery; corrections point at what stood before. */
class Archive {
  readonly figures: TiedFigure[] = []
  readonly #standing = new Map<string, TiedFigure>()
  #deliveries = 0

  /** @param told.mean the year before, where the mean of both is told */
  deliver(told: { versionId: number; year: number; of: Year; mean?: Year }[]): void {
    this.#deliveries += 1
    for (const { versionId, year, of, mean } of told)
      for (const place of [...estates, ...Object.keys(wholes)]) {
        const sumIn = (which: Year) =>
          (wholes[place] ?? [place]).reduce(
            (sum, one) => {
              const estate = which[estates.indexOf(one)]
              return { heads: sum.heads + (estate?.heads ?? 0), of: sum.of + (estate?.of ?? 0) }
            },
            { heads: 0, of: 0 },
          )
        const [now, last] = [sumIn(of), mean ? sumIn(mean) : null]
        const numerator = last ? Math.round((now.heads + last.heads) / 2) : now.heads
        const denominator = last ? Math.round((now.of + last.of) / 2) : now.of
        const key = `${versionId} ${place} ${year}`
        const before = this.#standing.get(key)
        if (before?.numerator === numerator && before.denominator === denominator) continue
        const figure: TiedFigure = {
          ...{ id: this.figures.length + 1, versionId, place, year, numerator, denominator },
          ...{ deliveryId: this.#deliveries, correctsId: before?.id ?? null, before: null },
          value: denominator === 0 ? 0 : (numerator / denominator) * 100,
        }
        this.figures.push(figure)
        this.#standing.set(key, figure)
      }
    this.#decide()
  }

  hidden = new Set<number>()
  secondary = 0
  exposed = 0

  #decide(): void {
    const table = figureTable({
      figures: this.figures,
      counting,
      sums: () => sums,
      dwellers: () => ({ residents: null, households: null }),
      limits: usualLimits,
    })
    const { hidden, secondary, exposed } = suppress(table)
    this.secondary += secondary
    this.exposed += exposed.length
    for (const [at, figure] of this.figures.entries()) {
      const now = hidden.has(at) ? 'hidden' : 'shown'
      if (figure.before !== null) expect(now, 'a later file undoes nothing').toBe(figure.before)
      figure.before = now
      if (now === 'hidden') this.hidden.add(figure.id)
    }
  }

  /** What the attacker knows and what adds up, in every state that was ever shown. Made apart from how it was decided. */
  puzzle(measure: 'numerator' | 'denominator'): Puzzle {
    const numbers = new Map(
      this.figures.map(figure => [String(figure.id), figure.before === 'shown' ? figure[measure] : null]),
    )
    const near = new Map(this.figures.map(figure => [String(figure.id), figure[measure] ?? 0]))
    const puzzle: Puzzle = { numbers, near, sums: [] }
    const stands = (versionId: number, place: string, year: number, delivery: number) =>
      this.figures.findLast(
        one => one.versionId === versionId && one.place === place && one.year === year && one.deliveryId <= delivery,
      )
    for (let delivery = 1; delivery <= this.#deliveries; delivery += 1)
      for (const versionId of [1, 2])
        for (const year of [2023, 2024])
          for (const { whole, parts } of sums) {
            const total = stands(versionId, whole, year, delivery)
            const found = parts.flatMap(part => stands(versionId, part, year, delivery) ?? [])
            if (!total || found.length < parts.length) continue
            const terms: [string, number][] = [
              [String(total.id), 1],
              ...found.map((one): [string, number] => [String(one.id), -1]),
            ]
            const off = found.reduce((left, one) => left - (one[measure] ?? 0), total[measure] ?? 0)
            // A mean is rounded, so that means do not add up to the last one: the attacker reckons with it.
            if (off === 0 || versionId === 2)
              puzzle.sums.push({ terms, least: Math.min(off, 0), most: Math.max(off, 0) })
          }
    for (const place of [...estates, ...Object.keys(wholes)]) {
      const mean = stands(2, place, 2024, this.#deliveries)
      const years = [2023, 2024].flatMap(year => stands(1, place, year, this.#deliveries) ?? [])
      if (!mean || years.length < 2) continue
      puzzle.sums.push({
        terms: [[String(mean.id), 2], ...years.map((one): [string, number] => [String(one.id), -1])],
        least: -1,
        most: 1,
      })
    }
    return puzzle
  }
}

const estate = fc.record({
  heads: fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 60 })),
  of: fc.integer({ min: 60, max: 400 }),
})
const year = fc.array(estate, { minLength: 6, maxLength: 6 })
describe('the attacker', () => {
  test('works out nothing that is hidden: sums, an area delimited anew, corrections and a mean over years', () => {
    fc.assert(
      fc.property(
        year,
        year,
        fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 2 }),
        fc.boolean(),
        (first, second, changed, means) => {
          const archive = new Archive()
          archive.deliver([{ versionId: 1, year: 2023, of: first }])
          archive.deliver([
            { versionId: 1, year: 2024, of: second },
            ...(means ? [{ versionId: 2, year: 2024, of: second, mean: first }] : []),
          ])
          if (changed.length > 0)
            archive.deliver([
              {
                versionId: 1,
                year: 2023,
                of: first.map((one, at) => (changed.includes(at) ? { ...one, heads: one.heads + 1 } : one)),
              },
            ])
          expect(archive.exposed).toBe(0)
          for (const measure of ['numerator', 'denominator'] as const) {
            const puzzle = archive.puzzle(measure)
            for (const figure of archive.figures)
              if (figure.before === 'hidden')
                expect(
                  canBeApart(puzzle, String(figure.id), figure[measure] ?? 0, 5),
                  `${measure} of ${figure.place} in ${figure.year}, version ${figure.versionId}: ${figure[measure]}`,
                ).toBe(true)
          }
        },
      ),
      { ...runs(6, 1_000), endOnFailure: !deep },
    )
  })

  test('would find them if only the small ones were hidden', () => {
    const archive = new Archive()
    archive.deliver([{ versionId: 1, year: 2023, of: [3, 40, 50, 30, 20, 25].map(heads => ({ heads, of: 100 })) }])
    const puzzle = archive.puzzle('numerator')
    const small = archive.figures.find(({ place }) => place === 'ESTATE 1')
    expect(canBeApart(puzzle, String(small?.id), 3, 5)).toBe(true)
    for (const figure of archive.figures)
      if (figure.id !== small?.id) puzzle.numbers.set(String(figure.id), figure.numerator)
    expect(canBeApart(puzzle, String(small?.id), 3, 5)).toBe(false)
  })
})
