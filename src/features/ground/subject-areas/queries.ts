import type { Database } from '../../../database/database.ts'
import { column, type RowOf, rowsOf } from '../../../database/rows.ts'
import type { Day } from '../../../kernel/days.ts'
import { lastsSql } from '../../../kernel/last-day.ts'
import { isOnSql } from '../../../kernel/periods.ts'

const subjectAreaRow = rowsOf({
  id: column.number,
  name: column.text,
  departmentId: column.number,
  department: column.text,
  departmentSlug: column.text,
  to: column.orNull(column.day),
  version: column.number,
})
export type SubjectAreaRow = RowOf<typeof subjectAreaRow>

/** Every subject area, by department and name; a town has some dozens. */
export const readSubjectAreas = (db: Database): SubjectAreaRow[] =>
  db.sql.all(
    subjectAreaRow,
    `SELECT s.id, s.name, s.departmentId, o.name AS department, o.slug AS departmentSlug, s."to", s.version
     FROM SubjectArea s JOIN Organisation o ON o.id = s.departmentId ORDER BY o.position, s.name, s.id LIMIT 1000`,
  )

const departmentRow = rowsOf({ id: column.number, name: column.text })

/** The departments of a day: under which a subject area belongs. */
export const readDepartments = (db: Database, on: Day): RowOf<typeof departmentRow>[] =>
  db.sql.all(
    departmentRow,
    `SELECT id, name FROM Organisation WHERE kind = 'DEPARTMENT' AND ${isOnSql('Organisation')}
     ORDER BY position, id`,
    on,
    on,
  )

const choiceRow = rowsOf({ id: column.number, name: column.text, department: column.text })

/**
 * The subject areas of a day, for a form to choose among.
 * @param kept areas that are chosen already: they stay on the list though they are closed
 */
export const subjectAreaChoices = (db: Database, on: Day, kept: readonly number[] = []): RowOf<typeof choiceRow>[] =>
  db.sql.all(
    choiceRow,
    `SELECT s.id, s.name, o.shortName AS department FROM SubjectArea s JOIN Organisation o ON o.id = s.departmentId
     WHERE ${lastsSql('s."to"')} OR s.id IN (SELECT value FROM json_each(?)) ORDER BY o.position, s.name, s.id`,
    on,
    JSON.stringify(kept),
  )
