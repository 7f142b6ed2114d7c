import type { Database } from '../../../database/database.ts'
import { column, type RowOf, rowsOf } from '../../../database/rows.ts'
import type { Cursor } from '../../../http/pages/paging.ts'
import { fold } from '../../../kernel/fold.ts'
import { lastsSql } from '../../../kernel/last-day.ts'
import { isOnSql } from '../../../kernel/periods.ts'

const accountColumns = {
  id: column.number,
  email: column.text,
  name: column.text,
  organisation: column.text,
  administrator: column.flag,
  disabledAt: column.orNull(column.moment),
}
const accountRow = rowsOf(accountColumns)
export type AccountRow = RowOf<typeof accountRow>

/** Sorted by e-mail, a page and one more. */
export function accountPage(db: Database, search: string, after: Cursor | null, size: number): AccountRow[] {
  const like = `%${fold(search).replace(/[\\%_]/g, '\\$&')}%`
  return db.sql.all(
    accountRow,
    `SELECT a.id, a.email, p.name, o.shortName AS organisation, a.administrator, a.disabledAt
     FROM Account a JOIN Person p ON p.id = a.personId JOIN Organisation o ON o.id = p.organisationId
     WHERE (fold(a.email) LIKE ? ESCAPE '\\' OR fold(p.name) LIKE ? ESCAPE '\\' OR fold(o.name) LIKE ? ESCAPE '\\') AND a.email > ?
     ORDER BY a.email LIMIT ?`,
    like,
    like,
    like,
    after?.key ?? '',
    size + 1,
  )
}

const accountInFullRow = rowsOf({
  ...accountColumns,
  personId: column.number,
  title: column.orNull(column.text),
  createdAt: column.moment,
  /** The password is a one-time code that was handed over, and opens until then. */
  codeExpiresAt: column.orNull(column.moment),
  codeUsedAt: column.orNull(column.moment),
  version: column.number,
})
export type AccountFull = RowOf<typeof accountInFullRow>

export const accountById = (db: Database, id: number): AccountFull | undefined =>
  db.sql.get(
    accountInFullRow,
    `SELECT a.id, a.email, a.personId, p.name, p.title, o.name AS organisation, a.administrator, a.disabledAt, a.createdAt,
            a.codeExpiresAt, a.codeUsedAt, a.version
     FROM Account a JOIN Person p ON p.id = a.personId JOIN Organisation o ON o.id = p.organisationId WHERE a.id = ?`,
    id,
  )

const heldSeatRow = rowsOf({
  body: column.text,
  slug: column.text,
  role: column.oneOf<'CHAIR' | 'VICE_CHAIR' | 'MEMBER' | 'SUBSTITUTE' | 'SECRETARY'>(),
  organisation: column.text,
  from: column.day,
  to: column.orNull(column.day),
})
export type HeldSeat = RowOf<typeof heldSeatRow>

/** The seats that a person holds on the day. */
export const seatsOf = (db: Database, personId: number, today: string): HeldSeat[] =>
  db.sql.all(
    heldSeatRow,
    `SELECT b.name AS body, b.slug, s.role, o.shortName AS organisation, s."from", s."to"
     FROM Seat s JOIN Body b ON b.id = s.bodyId JOIN Organisation o ON o.id = s.organisationId
     WHERE s.personId = ? AND ${isOnSql('s')} ORDER BY b.id`,
    personId,
    today,
    today,
  )

const givenAuthorityRow = rowsOf({
  kind: column.oneOf<'MANDATE_KEEPER' | 'SIGNATORY'>(),
  organisation: column.text,
})
export type GivenAuthority = RowOf<typeof givenAuthorityRow>

export const authoritiesOf = (db: Database, personId: number, today: string): GivenAuthority[] =>
  db.sql.all(
    givenAuthorityRow,
    `SELECT a.kind, o.name AS organisation FROM Authorisation a JOIN Organisation o ON o.id = a.organisationId
     WHERE a.personId = ? AND ${isOnSql('a')} ORDER BY a.id`,
    personId,
    today,
    today,
  )

const ownAccountRow = rowsOf({ id: column.number, email: column.text })

export const ownAccount = (db: Database, personId: number): RowOf<typeof ownAccountRow> | undefined =>
  db.sql.get(ownAccountRow, `SELECT id, email FROM Account WHERE personId = ?`, personId)

const giverRow = rowsOf({ name: column.text })

/** Who handed over the code that a person is in with; null: the operator. */
export const handedOverBy = (db: Database, personId: number): string | null =>
  db.sql.get(giverRow, 'SELECT p.name FROM Account a JOIN Person p ON p.id = a.codeById WHERE a.personId = ?', personId)
    ?.name ?? null

const choiceRow = rowsOf({ id: column.number, name: column.text })
export type Choice = RowOf<typeof choiceRow>

const personChoiceRow = rowsOf({ id: column.number, name: column.text, organisation: column.text })

export const personsWithoutAccount = (db: Database): RowOf<typeof personChoiceRow>[] =>
  db.sql.all(
    personChoiceRow,
    `SELECT p.id, p.name, o.shortName AS organisation FROM Person p JOIN Organisation o ON o.id = p.organisationId
     WHERE p.endedOn IS NULL AND NOT EXISTS (SELECT 1 FROM Account a WHERE a.personId = p.id)
     ORDER BY p.name LIMIT 500`,
  )

export const organisationsToday = (db: Database, today: string): Choice[] =>
  db.sql.all(choiceRow, `SELECT id, name FROM Organisation WHERE ${lastsSql('"to"')} ORDER BY position, id`, today)
