import { setImmediate as turn } from 'node:timers/promises'
import { rowReaderIn } from '../../../../database/reader.ts'
import type { Tx } from '../../../../database/write.ts'
import { dayInRow, type Instant } from '../../../../kernel/days.ts'
import { hashBytes } from '../../../../kernel/hash.ts'
import { type Places, placesOn, readPlacesIn } from '../../../ground/places/index.ts'
import { figureTable, type TiedFigure } from './figure-table.ts'
import { homesOfPlaces, type PlaceSum, sumsOf } from './place-sums.ts'
import { readBroughtYears, readCounting, readDwellers, readLimits, readTiedFigures } from './read-tied.ts'
import { isSensitive } from './small-rules.ts'
import { suppress } from './suppress.ts'

/** How many hidden figures are stored by one statement. */
const portion = 2_000

export interface Decided {
  small: number
  secondary: number
  exposed: number
}

/**
 * §5, with discretion: decides which of a delivery's figures are never told, in the transaction that brings them, so that
 * nothing is shown before. What was decided earlier stands: it is what an attacker knows, or does not.
 * An indicator's years are gone through one by one, and others are answered in between.
 */
export async function decideDelivery(tx: Tx, deliveryId: number, at: Instant): Promise<Decided> {
  const limits = await readLimits(rowReaderIn(tx))
  const brought = await readBroughtYears(tx, deliveryId)
  const counting = await readCounting(tx, [...new Set(brought.map(({ indicatorId }) => indicatorId))])
  const places = lazily(() => readPlacesIn(tx))
  const dwellers = await readDwellers(tx, limits)
  const hidden: number[] = []
  const decided: Decided = { small: 0, secondary: 0, exposed: 0 }
  for (const { indicatorId, from, to } of spansOf(brought, counting)) {
    const versions = new Map([...counting].filter(([, version]) => version.indicatorId === indicatorId))
    const figures = await readTiedFigures(tx, versions, { from, to }, deliveryId)
    // Homes are asked for only where places are told of that can be small, and sums only where something is hidden.
    const asksHomes =
      limits.householdsId === null && figures.some(({ before, place }) => before === null && place.includes(' '))
    const homes = asksHomes ? await places(homesByYear) : null
    const living = (place: string, year: number) => {
      const { residents, households } = dwellers(place, year)
      return { residents, households: homes?.(place, year) ?? households }
    }
    const isHidden = (figure: TiedFigure) => {
      const how = versions.get(figure.versionId)
      if (figure.before !== null || !how) return figure.before === 'hidden'
      return isSensitive(figure, how, living(figure.place, figure.year), limits)
    }
    if (!figures.some(isHidden)) continue
    const sums = await places(sumsByYear)
    const table = figureTable({ figures, counting: versions, sums, dwellers: living, limits })
    await turn()
    const found = suppress(table)
    for (const [index, { id, before }] of figures.entries()) {
      if (before !== null || !found.hidden.has(index)) continue
      hidden.push(id)
      if (table.units[index]?.sensitive) decided.small += 1
      else decided.secondary += 1
    }
    decided.exposed += found.exposed.length
    await turn()
  }
  hidden.sort((one, other) => one - other)
  const { residents, households, cell } = limits
  const { id } = await tx.discretionDecision.create({
    data: { deliveryId, residents, households, cell, ...decided, rowsHash: hiddenHash(hidden), at },
  })
  for (let from = 0; from < hidden.length; from += portion)
    await tx.$executeRawUnsafe(
      `INSERT INTO HiddenFigure (observationId, decisionId) SELECT value, ${id} FROM json_each(?) ORDER BY value`,
      JSON.stringify(hidden.slice(from, from + portion)),
    )
  return decided
}

/** Over the numbers of the hidden figures, from the lowest. */
export const hiddenHash = (ids: readonly number[]): string => hashBytes(`hidden figures 1\n${ids.join('\n')}`)

/** The years that are decided together: one by one, and all at once where a version is a mean over several. */
function spansOf(
  brought: readonly { indicatorId: number; year: number }[],
  counting: ReadonlyMap<number, { indicatorId: number; averagingYears: number }>,
): { indicatorId: number; from: number; to: number }[] {
  const longest = new Map<number, number>()
  for (const { indicatorId, averagingYears } of counting.values())
    longest.set(indicatorId, Math.max(longest.get(indicatorId) ?? 1, averagingYears))
  const spans: { indicatorId: number; from: number; to: number }[] = []
  for (const { indicatorId, year } of brought) {
    const wide = (longest.get(indicatorId) ?? 1) - 1
    const last = spans.at(-1)
    if (wide > 0 && last?.indicatorId === indicatorId) last.to = Math.max(last.to, year + wide)
    else spans.push({ indicatorId, from: year - wide, to: year + wide })
  }
  return spans
}

/** Reads once, and works each thing out of it once, where anybody asks. */
function lazily<Read>(read: () => Promise<Read>) {
  let reading: Promise<Read> | null = null
  const made = new Map<unknown, unknown>()
  return async <Made>(make: (read: Read) => Made): Promise<Made> => {
    reading ??= read()
    const found = (made.get(make) as Made | undefined) ?? make(await reading)
    made.set(make, found)
    return found
  }
}

/** How places added up on any day of a year: on its first and last day, and whenever one was delimited anew. */
function sumsByYear(places: Places): (year: number) => PlaceSum[] {
  const known = new Map<number, PlaceSum[]>()
  return year => {
    const found = known.get(year)
    if (found) return found
    const days = new Set([`${year}-01-01`, `${year}-12-31`])
    for (const { from } of [...places.delimitations, ...places.areas, ...places.estates])
      if (from.startsWith(`${year}-`)) days.add(from)
    for (const { to } of [...places.areas, ...places.estates]) if (to?.startsWith(`${year}-`)) days.add(to)
    const sums = new Map<string, PlaceSum>()
    for (const day of days)
      for (const sum of sumsOf(placesOn(places, dayInRow(day)))) sums.set(JSON.stringify(sum), sum)
    const all = [...sums.values()]
    known.set(year, all)
    return all
  }
}

/** How many homes a place had on the last day of a year, as a count of its households; null: it is not told of all. */
function homesByYear(places: Places): (place: string, year: number) => number | null {
  const known = new Map<number, Map<string, number>>()
  return (place, year) => {
    const found = known.get(year) ?? homesOfPlaces(placesOn(places, dayInRow(`${year}-12-31`)))
    known.set(year, found)
    return found.get(place) ?? null
  }
}
