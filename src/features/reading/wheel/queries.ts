import type { Database } from '../../../database/database.ts'
import { column, type RowOf, rowsOf } from '../../../database/rows.ts'

const dutyRow = rowsOf({
  id: column.number,
  title: column.text,
  note: column.text,
  fromDay: column.text,
  toDay: column.text,
  firstYear: column.number,
  everyYears: column.number,
  lastYear: column.orNull(column.number),
  addedBy: column.text,
  version: column.number,
})
export type DutyRow = RowOf<typeof dutyRow> & { key: string }

/** The duties that the secretariats have added, the ended ones too. */
export const readDuties = (db: Database): DutyRow[] =>
  db.sql
    .all(
      dutyRow,
      `SELECT d.id, d.title, d.note, d.fromDay, d.toDay, d.firstYear, d.everyYears, d.lastYear, p.name AS addedBy, d.version
       FROM YearDuty d JOIN Person p ON p.id = d.createdById ORDER BY d.fromDay, d.id LIMIT 500`,
    )
    .map(row => ({ ...row, key: `egen-${row.id}` }))
