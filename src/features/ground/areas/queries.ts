import type { Database } from '../../../database/database.ts'
import { column, type RowOf, rowsOf } from '../../../database/rows.ts'
import type { Day } from '../../../kernel/days.ts'
import { isOnSql } from '../../../kernel/periods.ts'
import { compareDanish } from '../../../kernel/text.ts'

const areaRow = rowsOf({
  id: column.number,
  name: column.text,
  district: column.text,
  from: column.day,
  to: column.orNull(column.day),
  version: column.number,
  /** How many mandates are given for it, whatever their days. */
  mandates: column.number,
})
export type AreaRow = RowOf<typeof areaRow>

/** Every housing area, by district and name, those without a district last; a town has some dozens. */
export const readAreas = (db: Database): AreaRow[] =>
  db.sql
    .all(
      areaRow,
      `SELECT a.id, a.name, a.district, a."from", a."to", a.version,
              (SELECT count(*) FROM MandateArea m WHERE m.areaId = a.id) AS mandates
       FROM HousingArea a ORDER BY a.id LIMIT 1000`,
    )
    .sort(
      (one, other) =>
        Number(one.district === '') - Number(other.district === '') ||
        compareDanish(one.district, other.district) ||
        compareDanish(one.name, other.name),
    )

export const findArea = (db: Database, id: number): AreaRow | undefined => readAreas(db).find(area => area.id === id)

export interface AreaChoice {
  value: string
  text: string
}

const choiceRow = rowsOf({ id: column.number, name: column.text })

/**
 * The housing areas of a day, for a form to choose among.
 * @param kept areas that are chosen already: they stay on the list though they are closed
 */
export const areaChoices = (db: Database, on: Day, kept: readonly number[] = []): AreaChoice[] =>
  db.sql
    .all(
      choiceRow,
      `SELECT id, name FROM HousingArea
       WHERE ${isOnSql('HousingArea')} OR id IN (SELECT value FROM json_each(?)) ORDER BY id LIMIT 1000`,
      on,
      on,
      JSON.stringify(kept),
    )
    .map(({ id, name }) => ({ value: String(id), text: name }))
    .sort((one, other) => compareDanish(one.text, other.text))
