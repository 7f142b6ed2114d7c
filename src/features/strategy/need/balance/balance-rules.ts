import { type Homes, type HomeType, homeTypes, sumOf } from '../../../ground/places/index.ts'

export const needTypes = ['all', ...homeTypes] as const
export type NeedType = (typeof needTypes)[number]
/** By rooms. */
export const needSizes = ['all', 'one', 'two', 'three', 'four', 'five'] as const
export type NeedSize = (typeof needSizes)[number]

/** How many homes there is need for at the end of a year, by the least, the likely and the most. */
export interface Need {
  low: number
  middle: number
  high: number
}

/** What an estimate says of one district (null: the whole town), type, size and year. */
export interface NeedLine extends Need {
  districtId: number | null
  type: NeedType
  size: NeedSize
  year: number
}

/** What figures are asked of. */
export interface NeedChoice {
  districtId: number | null
  type: NeedType
}

/** A part of the town's homes that a need has been told of. */
export interface Covered {
  districtId: number | null
  types: readonly HomeType[]
}

export interface ToldNeed extends Need {
  /** Which homes it is to be held against: no others. */
  covers: Covered[]
}

/**
 * R42: what an estimate says of a choice in a year. The town's own line goes before its districts', all types before each,
 * all sizes before each: nothing is counted twice. Null: it says nothing of it.
 */
export function needIn(lines: readonly NeedLine[], { districtId, type }: NeedChoice, year: number): ToldNeed | null {
  const told = lines.filter(line => line.year === year)
  const ofPlace = (place: number | null) =>
    needOfPlace(
      told.filter(line => line.districtId === place),
      place,
      type,
    )
  if (districtId !== null) return ofPlace(districtId)
  const town = ofPlace(null)
  if (town) return town
  const districts = [...new Set(told.flatMap(line => line.districtId ?? []))]
  return sumOfNeeds(districts.flatMap(district => ofPlace(district) ?? []))
}

function needOfPlace(told: readonly NeedLine[], districtId: number | null, type: NeedType): ToldNeed | null {
  const of = (one: NeedType, types: readonly HomeType[]) => {
    const lines = told.filter(line => line.type === one)
    const whole = lines.filter(({ size }) => size === 'all')
    return sumOfNeeds((whole.length > 0 ? whole : lines).map(line => ({ ...line, covers: [{ districtId, types }] })))
  }
  if (type !== 'all') return of(type, [type])
  return of('all', homeTypes) ?? sumOfNeeds(homeTypes.flatMap(one => of(one, [one]) ?? []))
}

function sumOfNeeds(all: readonly ToldNeed[]): ToldNeed | null {
  if (all.length === 0) return null
  const sum = (of: (one: Need) => number) => all.reduce((total, one) => total + of(one), 0)
  return {
    ...{ low: sum(({ low }) => low), middle: sum(({ middle }) => middle), high: sum(({ high }) => high) },
    covers: merged(all.flatMap(({ covers }) => covers)),
  }
}

/** One for each district, with all its types: sizes of one type are the same homes. */
function merged(covers: readonly Covered[]): Covered[] {
  const found = new Map<number | null, HomeType[]>()
  for (const { districtId, types } of covers)
    found.set(districtId, [...new Set([...(found.get(districtId) ?? []), ...types])])
  return [...found].map(([districtId, types]) => ({ districtId, types }))
}

/** What comes and what goes; each is told as a number of homes. */
export const changeSigns = { BUILT: 1, ADDED: 1, DEMOLISHED: -1, SOLD: -1, REMOVED: -1 } as const
export type ChangeKind = keyof typeof changeSigns
export type ChangeState = 'PLANNED' | 'DECIDED' | 'DONE' | 'DROPPED'

export interface Change {
  districtId: number
  kind: ChangeKind
  state: ChangeState
  year: number
  homes: Homes
}

/** It is still to come: what is done stands among the estates' own homes, and what was given up never comes. */
export const isToCome = ({ state }: Pick<Change, 'state'>): boolean => state === 'PLANNED' || state === 'DECIDED'

/** The year in which it counts: what should have been done by now counts in this year, until somebody says otherwise. */
export const countsIn = ({ year }: Pick<Change, 'year'>, thisYear: number): number => Math.max(year, thisYear)

/** The homes of the town and of each district: those that stand in no district are the town's alone. */
export interface Stock {
  town: Homes
  districts: ReadonlyMap<number, Homes>
}

export interface Flow {
  /** At the end of the year. */
  homes: number
  added: number
  removed: number
}

/**
 * Homes at the end of a year: as the estates tell of years that are over; from this year on as they stand now, with
 * what is still to come by then.
 * @param stock as of that day, or as of today for this year and those ahead
 */
export function flowIn(
  covers: readonly Covered[],
  year: number,
  { stock, changes, thisYear }: { stock: Stock; changes: readonly Change[]; thisYear: number },
): Flow {
  const ahead = year >= thisYear
  const counted = changes.filter(change => (ahead ? isToCome(change) : change.state === 'DONE'))
  const inYear = (change: Change) => (ahead ? countsIn(change, thisYear) : change.year)
  const of = (sign: 1 | -1, when: (year: number) => boolean) =>
    sumOver(
      covers,
      counted.filter(change => changeSigns[change.kind] === sign && when(inYear(change))),
    )
  const by = (at: number) => at <= year
  const now = covers.reduce((sum, { districtId, types }) => sum + ofTypes(homesIn(stock, districtId), types), 0)
  return {
    homes: ahead ? now + of(1, by) - of(-1, by) : now,
    added: of(1, at => at === year),
    removed: of(-1, at => at === year),
  }
}

const homesIn = ({ town, districts }: Stock, districtId: number | null): Homes =>
  districtId === null ? town : (districts.get(districtId) ?? sumOf([]))

const sumOver = (covers: readonly Covered[], changes: readonly Change[]): number =>
  covers.reduce(
    (sum, { districtId, types }) =>
      changes
        .filter(change => districtId === null || change.districtId === districtId)
        .reduce((part, { homes }) => part + ofTypes(homes, types), sum),
    0,
  )

const ofTypes = (homes: Homes, types: readonly HomeType[]): number => types.reduce((sum, type) => sum + homes[type], 0)

/** What the choice is held against where no estimate narrows it. */
export const coveredBy = ({ districtId, type }: NeedChoice): Covered[] => [
  { districtId, types: type === 'all' ? homeTypes : [type] },
]

/** Homes less need: below zero, homes are lacking. The most that may be needed leaves the least. */
export const balanceOf = (homes: number, { low, middle, high }: Need): Need => ({
  ...{ low: homes - high, middle: homes - middle, high: homes - low },
})
