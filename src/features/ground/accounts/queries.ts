import type { Database } from '../../../database/database.ts'
import type { Cursor } from '../../../http/pages/paging.ts'
import type { Instant } from '../../../kernel/days.ts'
import { fold } from '../../../kernel/fold.ts'

export interface AccountRow {
  id: number
  email: string
  name: string
  organisation: string
  administrator: number
  disabledAt: string | null
}

/** Sorted by e-mail, a page and one more. */
export function accountPage(db: Database, search: string, after: Cursor | null, size: number): AccountRow[] {
  const like = `%${fold(search).replace(/[\\%_]/g, '\\$&')}%`
  return db.sql.all<AccountRow>(
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

export interface AccountFull extends AccountRow {
  personId: number
  title: string | null
  createdAt: string
  /** The password is a one-time code that was handed over, and opens until then. */
  codeExpiresAt: Instant | null
  codeUsedAt: Instant | null
  version: number
}

export const accountById = (db: Database, id: number): AccountFull | undefined =>
  db.sql.get<AccountFull>(
    `SELECT a.id, a.email, a.personId, p.name, p.title, o.name AS organisation, a.administrator, a.disabledAt, a.createdAt,
            a.codeExpiresAt, a.codeUsedAt, a.version
     FROM Account a JOIN Person p ON p.id = a.personId JOIN Organisation o ON o.id = p.organisationId WHERE a.id = ?`,
    id,
  )

export interface HeldSeat {
  body: string
  slug: string
  role: 'CHAIR' | 'VICE_CHAIR' | 'MEMBER' | 'SUBSTITUTE' | 'SECRETARY'
  organisation: string
  from: string
  to: string | null
}

/** The seats that a person holds on the day. */
export const seatsOf = (db: Database, personId: number, today: string): HeldSeat[] =>
  db.sql.all<HeldSeat>(
    `SELECT b.name AS body, b.slug, s.role, o.shortName AS organisation, s."from", s."to"
     FROM Seat s JOIN Body b ON b.id = s.bodyId JOIN Organisation o ON o.id = s.organisationId
     WHERE s.personId = ? AND s."from" <= ? AND (s."to" IS NULL OR s."to" >= ?) ORDER BY b.id`,
    personId,
    today,
    today,
  )

export interface GivenAuthority {
  kind: 'MANDATE_KEEPER' | 'SIGNATORY'
  organisation: string
}

export const authoritiesOf = (db: Database, personId: number, today: string): GivenAuthority[] =>
  db.sql.all<GivenAuthority>(
    `SELECT a.kind, o.name AS organisation FROM Authorisation a JOIN Organisation o ON o.id = a.organisationId
     WHERE a.personId = ? AND a."from" <= ? AND (a."to" IS NULL OR a."to" >= ?) ORDER BY a.id`,
    personId,
    today,
    today,
  )

export const ownAccount = (db: Database, personId: number): { id: number; email: string } | undefined =>
  db.sql.get(`SELECT id, email FROM Account WHERE personId = ?`, personId)

/** Who handed over the code that a person is in with; null: the operator. */
export const handedOverBy = (db: Database, personId: number): string | null =>
  db.sql.get<{ name: string }>(
    'SELECT p.name FROM Account a JOIN Person p ON p.id = a.codeById WHERE a.personId = ?',
    personId,
  )?.name ?? null

export interface Choice {
  id: number
  name: string
  organisation?: string
}

export const personsWithoutAccount = (db: Database): Choice[] =>
  db.sql.all<Choice>(
    `SELECT p.id, p.name, o.shortName AS organisation FROM Person p JOIN Organisation o ON o.id = p.organisationId
     WHERE p.endedOn IS NULL AND NOT EXISTS (SELECT 1 FROM Account a WHERE a.personId = p.id)
     ORDER BY p.name LIMIT 500`,
  )

export const organisationsToday = (db: Database, today: string): Choice[] =>
  db.sql.all<Choice>(`SELECT id, name FROM Organisation WHERE "to" IS NULL OR "to" >= ? ORDER BY position, id`, today)
