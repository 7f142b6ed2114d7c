import type { Actor } from '../../../../access/actor.ts'
import type { Database } from '../../../../database/database.ts'
import { column, type RowOf, rowsOf } from '../../../../database/rows.ts'
import { untilCommit } from '../../../../database/until-commit.ts'
import { yearOf } from '../../../../kernel/days.ts'
import { type Oere, oere } from '../../../../kernel/money.ts'
import { notFound } from '../../../../kernel/refusal.ts'
import { type HomeType, placesOn, readPlaces } from '../../../ground/places/index.ts'
import { stockDay } from '../balance/read-stock.ts'
import type { Cause } from './labels.ts'

const vacancyRow = rowsOf({
  id: column.number,
  estateId: column.number,
  year: column.number,
  type: column.oneOf<HomeType>(),
  vacant: column.number,
  rentLoss: column.orNull(column.amount),
  cause: column.oneOf<Cause | ''>(),
  measures: column.text,
  source: column.text,
  by: column.text,
  at: column.moment,
  version: column.number,
})

const statement = `SELECT x.id, x.estateId, x.year, x.type, x.vacant, x.rentLoss, x.cause, x.measures, x.source, p.name AS by, x.at, x.version
  FROM VacantHomes x JOIN Person p ON p.id = x.byId`

/** A count, with the estate as it was at the end of its year. */
export type VacancyRow = RowOf<typeof vacancyRow> & {
  estate: string
  estateNumber: string
  estateSlug: string
  owner: string
  districtId: number | null
  district: string
  districtSlug: string
  /** Of the type that is counted; null: nobody has told. */
  homes: number | null
}

const yearsRow = rowsOf({ year: column.number })

/** The years that have been counted, the last first. */
export const countedYears = (database: Database): number[] => years(database, 'all')

const years = untilCommit<'all', number[]>(1, database =>
  database.sql.all(yearsRow, 'SELECT DISTINCT year FROM VacantHomes ORDER BY year DESC').map(({ year }) => year),
)

/** A year's counts, or all of them. */
export function readVacancies(actor: Actor, year: number | null): VacancyRow[] {
  const { sql } = actor.database
  const rows =
    year === null
      ? sql.all(vacancyRow, `${statement} ORDER BY x.id`)
      : sql.all(vacancyRow, `${statement} WHERE x.year = ? ORDER BY x.id`, year)
  return rows.map(row => ({ ...row, ...placeOf(actor, row) }))
}

/** @throws Refusal when there is none with that number */
export function foundVacancy(actor: Actor, id: number): VacancyRow {
  const row = actor.database.sql.get(vacancyRow, `${statement} WHERE x.id = ?`, id)
  if (!row) throw notFound('Tallet findes ikke.')
  return { ...row, ...placeOf(actor, row) }
}

/** An estate's counts, the last year first. */
export const vacanciesOfEstate = (actor: Actor, estateId: number): VacancyRow[] =>
  actor.database.sql
    .all(vacancyRow, `${statement} WHERE x.estateId = ? ORDER BY x.year DESC, x.id`, estateId)
    .map(row => ({ ...row, ...placeOf(actor, row) }))

function placeOf(actor: Actor, { estateId, year, type }: RowOf<typeof vacancyRow>) {
  const on = stockDay(year, yearOf(actor.today), actor.today)
  const estate = placesOn(readPlaces(actor.database), on).estates.get(estateId)
  return {
    ...{ estate: estate?.name ?? '', estateNumber: estate?.number ?? '', estateSlug: estate?.slug ?? '' },
    ...{ owner: estate?.owner?.name ?? '', districtId: estate?.district?.id ?? null },
    ...{ district: estate?.district?.name ?? '', districtSlug: estate?.district?.slug ?? '' },
    homes: estate?.homes?.[type] ?? null,
  }
}

export interface VacancySum {
  vacant: number
  loss: Oere
  /** Of how many homes; null where nobody has told how many there are. */
  homes: number
  /** Estates in the count. */
  estates: number
}

export const sumOfVacancies = (rows: readonly VacancyRow[]): VacancySum => ({
  vacant: rows.reduce((sum, row) => sum + row.vacant, 0),
  loss: oere(rows.reduce((sum, row) => sum + (row.rentLoss ?? 0), 0)),
  homes: rows.reduce((sum, row) => sum + (row.homes ?? 0), 0),
  estates: new Set(rows.map(({ estateId }) => estateId)).size,
})
