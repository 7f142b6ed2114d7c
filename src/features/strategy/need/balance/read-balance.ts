import type { Actor } from '../../../../access/actor.ts'
import { yearOf } from '../../../../kernel/days.ts'
import { readChanges } from '../changes/read-changes.ts'
import { type EstimateVersion, standingEstimates } from '../estimates/read-estimates.ts'
import {
  balanceOf,
  type Change,
  coveredBy,
  type Flow,
  flowIn,
  type Need,
  type NeedChoice,
  needIn,
  type Stock,
  type ToldNeed,
} from './balance-rules.ts'
import { stockDay, stockOn } from './read-stock.ts'

/** Estimates that stand beside each other: more columns cannot be read. The newest go first. */
const mostBeside = 5
const yearsBack = 3
/** Years ahead where no estimate tells of more. */
const usualYearsAhead = 5
/** What no table shows beyond. */
const mostYearsAhead = 25

/** An estimate's need in a year, and what is lacking by it. */
export interface Held {
  need: ToldNeed
  balance: Need
}

export interface YearOfBalance extends Flow {
  year: number
  ahead: boolean
  /** By the estimates, in their order; null: it says nothing of the year. */
  held: (Held | null)[]
}

export interface Balance {
  estimates: EstimateVersion[]
  /** Others that tell of the choice, for which there is no room. */
  left: number
  years: YearOfBalance[]
  /** Estates whose homes nobody has told. */
  missing: number
}

/** Works out homes and need of a choice in a year, with what the town's stock was and is to be. */
export class BalanceSheet {
  readonly thisYear: number
  readonly #actor: Actor
  readonly #changes: readonly Change[]

  constructor(actor: Actor) {
    this.#actor = actor
    this.thisYear = yearOf(actor.today)
    this.#changes = readChanges(actor.database)
  }

  stockIn(year: number): Stock {
    return stockOn(this.#actor, stockDay(year, this.thisYear, this.#actor.today)).stock
  }

  flow(choice: NeedChoice, year: number): Flow {
    return this.#flowOf(coveredBy(choice), year)
  }

  held({ content }: EstimateVersion, choice: NeedChoice, year: number): Held | null {
    const need = needIn(content.lines, choice, year)
    return need && { need, balance: balanceOf(this.#flowOf(need.covers, year).homes, need) }
  }

  #flowOf(covers: ToldNeed['covers'], year: number): Flow {
    return flowIn(covers, year, { stock: this.stockIn(year), changes: this.#changes, thisYear: this.thisYear })
  }
}

/** Those estimates that tell of a choice, with the years they tell of. */
function telling(actor: Actor, choice: NeedChoice): { row: EstimateVersion; years: number[] }[] {
  return standingEstimates(actor.database).flatMap(row => {
    const years = [...new Set(row.content.lines.map(({ year }) => year))].filter(
      year => needIn(row.content.lines, choice, year) !== null,
    )
    return years.length === 0 ? [] : [{ row, years }]
  })
}

/** R42: year by year, the homes that there are and will be, and what each estimate says is needed: side by side. */
export function readBalance(actor: Actor, choice: NeedChoice): Balance {
  const sheet = new BalanceSheet(actor)
  const { thisYear } = sheet
  const told = telling(actor, choice)
  const shown = told.slice(0, mostBeside)
  const asked = new Set(shown.flatMap(({ years }) => years))
  for (let year = thisYear - yearsBack; year <= thisYear + usualYearsAhead; year += 1) asked.add(year)
  const years = [...asked]
    .filter(year => year >= thisYear - yearsBack && year <= thisYear + mostYearsAhead)
    .sort((one, other) => one - other)
  return {
    estimates: shown.map(({ row }) => row),
    left: told.length - shown.length,
    years: years.map(year => ({
      ...{ year, ahead: year >= thisYear },
      ...sheet.flow(choice, year),
      held: shown.map(({ row }) => sheet.held(row, choice, year)),
    })),
    missing: stockOn(actor, actor.today).missing,
  }
}

/** The years ahead that an estimate tells of, or tells of by districts, the first first. */
export const yearsAhead = (actor: Actor, of: 'any' | 'districts' = 'any'): number[] => {
  const thisYear = yearOf(actor.today)
  const years = standingEstimates(actor.database).flatMap(({ content }) =>
    content.lines.filter(({ districtId }) => of === 'any' || districtId !== null).map(({ year }) => year),
  )
  return [...new Set(years)].filter(year => year > thisYear).sort((one, other) => one - other)
}
