import type { Database } from '../../../../database/database.ts'
import { column, rowsOf } from '../../../../database/rows.ts'
import type { Day } from '../../../../kernel/days.ts'
import { isOnSql } from '../../../../kernel/periods.ts'
import { compareDanish } from '../../../../kernel/text.ts'

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
