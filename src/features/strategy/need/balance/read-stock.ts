import type { Actor } from '../../../../access/actor.ts'
import { type Day, day } from '../../../../kernel/days.ts'
import { placesOn, readPlaces, sumOf } from '../../../ground/places/index.ts'
import type { Stock } from './balance-rules.ts'

export interface StockOn {
  stock: Stock
  /** Estates whose homes nobody has told: they are not counted. */
  missing: number
}

/** The homes of the estates that were there on a day. */
export function stockOn(actor: Actor, on: Day): StockOn {
  const { estates, districts } = placesOn(readPlaces(actor.database), on)
  const there = [...estates.values()].filter(({ isThere }) => isThere)
  return {
    stock: {
      town: sumOf(there.flatMap(({ homes }) => homes ?? [])),
      districts: new Map([...districts.values()].map(({ id, homes }) => [id, homes.homes])),
    },
    missing: there.filter(({ homes }) => homes === null).length,
  }
}

/** Of a year that is over: its last day; of this one and those ahead: today. */
export const stockDay = (year: number, thisYear: number, today: Day): Day =>
  year < thisYear ? day(`${year}-12-31`) : today
