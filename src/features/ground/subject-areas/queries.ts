import type { Database } from '../../../database/database.ts'
import type { Day } from '../../../kernel/days.ts'

export interface SubjectAreaRow {
  id: number
  name: string
  departmentId: number
  department: string
  departmentSlug: string
  to: Day | null
  version: number
}

/** Every subject area, by department and name; a town has some dozens. */
export const readSubjectAreas = (db: Database): SubjectAreaRow[] =>
  db.sql.all(
    `SELECT s.id, s.name, s.departmentId, o.name AS department, o.slug AS departmentSlug, s."to", s.version
     FROM SubjectArea s JOIN Organisation o ON o.id = s.departmentId ORDER BY o.position, s.name, s.id LIMIT 1000`,
  )

/** The departments of a day: under which a subject area belongs. */
export const readDepartments = (db: Database, on: Day): { id: number; name: string }[] =>
  db.sql.all(
    `SELECT id, name FROM Organisation WHERE kind = 'DEPARTMENT' AND "from" <= ? AND ("to" IS NULL OR "to" >= ?)
     ORDER BY position, id`,
    on,
    on,
  )

/**
 * The subject areas of a day, for a form to choose among.
 * @param kept areas that are chosen already: they stay on the list though they are closed
 */
export const subjectAreaChoices = (
  db: Database,
  on: Day,
  kept: readonly number[] = [],
): { id: number; name: string; department: string }[] =>
  db.sql.all(
    `SELECT s.id, s.name, o.shortName AS department FROM SubjectArea s JOIN Organisation o ON o.id = s.departmentId
     WHERE s."to" IS NULL OR s."to" >= ? OR s.id IN (SELECT value FROM json_each(?)) ORDER BY o.position, s.name, s.id`,
    on,
    JSON.stringify(kept),
  )
