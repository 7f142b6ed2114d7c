import { openFollowUpSql } from '../../../access/follow-up-state.ts'
import type { Database } from '../../../database/database.ts'
import { column, type RowOf, rowsOf } from '../../../database/rows.ts'
import type { Cursor } from '../../../http/pages/paging.ts'
import type { Day } from '../../../kernel/days.ts'
import { fold } from '../../../kernel/fold.ts'
import { lastsSql } from '../../../kernel/last-day.ts'
import type { Resting } from './erasure-rules.ts'

const personRow = rowsOf({
  id: column.number,
  name: column.text,
  title: column.orNull(column.text),
  email: column.orNull(column.text),
  phone: column.orNull(column.text),
  organisation: column.text,
  endedOn: column.orNull(column.day),
  erasedOn: column.orNull(column.day),
  accountId: column.orNull(column.number),
})
export type PersonRow = RowOf<typeof personRow>

const columns = `p.id, p.name, p.title, p.email, p.phone, o.name AS organisation, p.endedOn, p.erasedOn, a.id AS accountId
  FROM Person p JOIN Organisation o ON o.id = p.organisationId LEFT JOIN Account a ON a.personId = p.id`

export const personById = (db: Database, id: number): PersonRow | undefined =>
  db.sql.get(personRow, `SELECT ${columns} WHERE p.id = ?`, id)

/** Everybody whom the portal knows, also without an account, a page and one more. */
export function personPage(db: Database, search: string, after: Cursor | null, size: number): PersonRow[] {
  const like = `%${fold(search).replace(/[\\%_]/g, '\\$&')}%`
  return db.sql.all(
    personRow,
    `SELECT ${columns}
     WHERE (fold(p.name) LIKE ? ESCAPE '\\' OR fold(coalesce(p.email, '')) LIKE ? ESCAPE '\\' OR fold(o.name) LIKE ? ESCAPE '\\')
       AND (p.name, p.id) > (?, ?)
     ORDER BY p.name, p.id LIMIT ?`,
    like,
    like,
    like,
    after?.key ?? '',
    after?.id ?? 0,
    size + 1,
  )
}

const restingRow = rowsOf({
  name: column.text,
  erasedOn: column.orNull(column.day),
  openFollowUps: column.number,
  administrator: column.flag,
  others: column.number,
})

const heldRow = rowsOf({ kind: column.text, name: column.text })

/** What must be ended before a person's data can be erased: two statements. */
export function restingOn(db: Database, personId: number, today: Day, by: number | null): Resting {
  const facts = db.sql.get(
    restingRow,
    `SELECT p.name, p.erasedOn,
            (SELECT count(*) FROM FollowUp f WHERE f.personId = p.id AND ${openFollowUpSql('f')}) AS openFollowUps,
            (SELECT count(*) FROM Account a WHERE a.personId = p.id AND a.administrator AND a.disabledAt IS NULL) AS administrator,
            (SELECT count(*) FROM Account a WHERE a.personId <> p.id AND a.administrator AND a.disabledAt IS NULL) AS others
     FROM Person p WHERE p.id = ?`,
    personId,
  )
  const held = db.sql.all(
    heldRow,
    `SELECT 'SEAT' AS kind, b.name FROM Seat s JOIN Body b ON b.id = s.bodyId
     WHERE s.personId = ? AND ${lastsSql('s."to"')}
     UNION
     SELECT a.kind, o.name FROM Authorisation a JOIN Organisation o ON o.id = a.organisationId
     WHERE a.personId = ? AND ${lastsSql('a."to"')} ORDER BY 1, 2`,
    personId,
    today,
    personId,
    today,
  )
  const names = (kind: string) => held.filter(one => one.kind === kind).map(({ name }) => name)
  return {
    name: facts?.name ?? '',
    erased: facts?.erasedOn != null,
    own: personId === by,
    lastAdministrator: facts?.administrator === true && facts.others === 0,
    bodies: names('SEAT'),
    keeperFor: names('MANDATE_KEEPER'),
    signatoryFor: names('SIGNATORY'),
    openFollowUps: facts?.openFollowUps ?? 0,
  }
}

/** Where a person is named by number: which table, in which column, and the column that says when. */
export interface PersonReference {
  table: string
  column: string
  when: string | null
  key: string | null
}

const columnRow = rowsOf({ table: column.text, column: column.text, target: column.orNull(column.text) })

/**
 * Every column that names a person, found in the schema itself, so that a new feature's table is told of without being
 * listed. A few columns that end alike name something else; those have a foreign key that says so, or stand here.
 */
export function personReferences(db: Database): PersonReference[] {
  const rows = db.sql.all(
    columnRow,
    `SELECT m.name AS "table", c.name AS "column", f."table" AS target
     FROM sqlite_master m JOIN pragma_table_info(m.name) c LEFT JOIN pragma_foreign_key_list(m.name) f ON f."from" = c.name
     WHERE m.type = 'table' ORDER BY m.name, c.cid`,
  )
  return rows
    .filter(
      ({ column, target }) =>
        target === 'Person' ||
        (target === null && (column === 'personId' || /[a-z]ById$/.test(column)) && column !== 'acceptedById'),
    )
    .filter(({ table }) => !ownSections.has(table))
    .map(({ table, column }) => {
      const columnsOf = rows.filter(row => row.table === table).map(row => row.column)
      return {
        table,
        column,
        when:
          columnsOf.find(name => name === 'at' || name === column.replace(/ById$/, 'At')) ??
          columnsOf.find(name => name === 'createdAt' || name === 'from') ??
          null,
        key: columnsOf.includes('id') ? 'id' : null,
      }
    })
}

/** Told in full, each in a part of its own. */
const ownSections = new Set(['Account', 'Seat', 'Authorisation', 'SecurityRecord', 'Event'])

const namingRow = rowsOf({ id: column.orNull(column.number), at: column.orNull(column.moment) })

const lastRow = rowsOf({ last: column.orNull(column.number) })

/** Rows of a table that are gone through before others are answered. */
const portion = 20_000

/** Every row that names the person there, a portion of the table at a time: no index is kept for this question. */
export function* rowsNaming(db: Database, { table, column: named, when, key }: PersonReference, personId: number) {
  const last = db.sql.get(lastRow, `SELECT max(rowid) AS last FROM "${table}"`)?.last ?? 0
  for (let from = 0; from < last; from += portion)
    yield db.sql.all(
      namingRow,
      `SELECT ${key ? `"${key}"` : 'NULL'} AS id, ${when ? `"${when}"` : 'NULL'} AS at FROM "${table}"
       WHERE rowid > ? AND rowid <= ? AND +"${named}" = ?`,
      from,
      from + portion,
      personId,
    )
}

const seatRow = rowsOf({
  body: column.text,
  role: column.text,
  organisation: column.text,
  from: column.day,
  to: column.orNull(column.day),
})

export const everySeatOf = (db: Database, personId: number) =>
  db.sql.all(
    seatRow,
    `SELECT b.name AS body, s.role, o.name AS organisation, s."from", s."to"
     FROM Seat s JOIN Body b ON b.id = s.bodyId JOIN Organisation o ON o.id = s.organisationId
     WHERE s.personId = ? ORDER BY s."from", s.id`,
    personId,
  )

const authorityRow = rowsOf({
  kind: column.oneOf<'MANDATE_KEEPER' | 'SIGNATORY'>(),
  organisation: column.text,
  from: column.day,
  to: column.orNull(column.day),
})

export const everyAuthorityOf = (db: Database, personId: number) =>
  db.sql.all(
    authorityRow,
    `SELECT a.kind, o.name AS organisation, a."from", a."to"
     FROM Authorisation a JOIN Organisation o ON o.id = a.organisationId WHERE a.personId = ? ORDER BY a."from", a.id`,
    personId,
  )

const changeByRow = rowsOf({
  id: column.number,
  at: column.moment,
  kind: column.text,
  subject: column.text,
  subjectId: column.number,
})

/** What the person changed, in its order, a portion at a time. */
export function* changesBy(db: Database, personId: number) {
  for (let after = 0, more = true; more; ) {
    const rows = db.sql.all(
      changeByRow,
      `SELECT id, at, kind, subject, subjectId FROM Event WHERE personId = ? AND id > ? ORDER BY id LIMIT 5000`,
      personId,
      after,
    )
    yield rows
    more = rows.length === 5000
    after = rows.at(-1)?.id ?? after
  }
}

const changeOfRow = rowsOf({ at: column.moment, kind: column.text, actor: column.text })

export const changesOf = (db: Database, personId: number) =>
  db.sql.all(
    changeOfRow,
    `SELECT at, kind, actor FROM Event WHERE subject = 'person' AND subjectId = ? ORDER BY id`,
    personId,
  )

const recordRow = rowsOf({
  at: column.moment,
  kind: column.text,
  place: column.orNull(column.text),
  detail: column.orNull(column.text),
})

export const everyRecordOf = (db: Database, personId: number, since: string) =>
  db.sql.all(
    recordRow,
    `SELECT at, kind, place, detail FROM SecurityRecord WHERE personId = ? AND at >= ? ORDER BY id`,
    personId,
    since,
  )

const accountRow = rowsOf({
  email: column.text,
  administrator: column.flag,
  createdAt: column.moment,
  disabledAt: column.orNull(column.moment),
})

export const accountHeld = (db: Database, personId: number) =>
  db.sql.get(accountRow, 'SELECT email, administrator, createdAt, disabledAt FROM Account WHERE personId = ?', personId)
