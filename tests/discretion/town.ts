import type { TiedFigure, TiedFigures } from '../../src/features/strategy/knowledge/discretion/figure-table.ts'
import type { PlaceSum } from '../../src/features/strategy/knowledge/discretion/place-sums.ts'
import { usualLimits } from '../../src/features/strategy/knowledge/discretion/small-rules.ts'

/** The same numbers every time, between nought and one. */
export function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return state / 4_294_967_296
  }
}

/** A town as large as a large one: 25 districts, 18 areas, 160 estates, of which one in eight is small. */
export function town(share: number, seed = 2008): TiedFigures {
  const roll = dice(seed)
  const parts = new Map<string, string[]>()
  const heads = new Map<string, { numerator: number; denominator: number }>()
  const into = (whole: string, part: string) => parts.set(whole, [...(parts.get(whole) ?? []), part])
  for (let at = 1; at <= 160; at += 1) {
    const place = `ESTATE ${at}`
    const denominator = Math.round(at % 8 === 0 ? 20 + roll() * 100 : 120 + roll() * 700)
    heads.set(place, { denominator, numerator: Math.round(denominator * Math.min(1, share * (0.3 + 1.4 * roll()))) })
    into(at <= 110 ? `AREA ${(at % 18) + 1}` : `DISTRICT ${(at % 25) + 1}`, place)
  }
  for (let at = 1; at <= 18; at += 1) into(`DISTRICT ${(at % 25) + 1}`, `AREA ${at}`)
  for (let at = 1; at <= 25; at += 1) into('TOWN', `DISTRICT ${at}`)
  const sums: PlaceSum[] = [...parts].map(([whole, list]) => ({ whole, parts: list }))
  const total = (place: string): { numerator: number; denominator: number } =>
    heads.get(place) ??
    (parts.get(place) ?? []).map(total).reduce(
      (sum, one) => ({ numerator: sum.numerator + one.numerator, denominator: sum.denominator + one.denominator }),
      // Outside the estates there lives somebody too.
      { numerator: place.startsWith('DISTRICT') ? 300 : 0, denominator: place.startsWith('DISTRICT') ? 2_000 : 0 },
    )
  const places = [...heads.keys(), ...[...parts.keys()].filter(place => total(place).denominator > 0)]
  const figures = places.map((place, at): TiedFigure => {
    const { numerator, denominator } = total(place)
    return {
      ...{ id: at + 1, versionId: 1, place, year: 2024, numerator, denominator },
      ...{ value: (numerator / denominator) * 100, deliveryId: 1, correctsId: null, before: null },
    }
  })
  return {
    figures,
    counting: new Map([[1, { versionId: 1, indicatorId: 1, isCount: false, isShare: true, averagingYears: 1 }]]),
    sums: () => sums,
    dwellers: place => ({ residents: total(place).denominator, households: null }),
    limits: usualLimits,
  }
}
