import { type Day, yearOf } from '../../../kernel/days.ts'

/** A half-year: what the organisations are asked about at a time. */
export interface HalfYear {
  year: number
  half: 1 | 2
}

export const halfYearOf = (on: Day): HalfYear => ({ year: yearOf(on), half: on.slice(5, 7) <= '06' ? 1 : 2 })

export const halfBefore = ({ year, half }: HalfYear): HalfYear =>
  half === 2 ? { year, half: 1 } : { year: year - 1, half: 2 }

/** In addresses, and in the order of time as text: »2026-2«. */
export const halfKey = ({ year, half }: HalfYear): string => `${year}-${half}`

export function halfIn(key: string): HalfYear | null {
  const found = /^(\d{4})-([12])$/.exec(key)
  return found ? { year: Number(found[1]), half: found[2] === '1' ? 1 : 2 } : null
}

/** »2. halvår 2026« */
export const halfText = ({ year, half }: HalfYear): string => `${half}. halvår ${year}`
