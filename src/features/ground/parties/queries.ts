import type { Actor, Side } from '../../../access/actor.ts'
import { viewOf } from '../../../access/visibility.ts'
import type { Database } from '../../../database/database.ts'
import { column, type RowOf, rowsOf } from '../../../database/rows.ts'
import type { Day } from '../../../kernel/days.ts'
import { lastsSql } from '../../../kernel/last-day.ts'
import { isOnSql } from '../../../kernel/periods.ts'
import { storedFileColumns } from '../documents/index.ts'
import type { OrganisationKind } from './organisations/organisation-rules.ts'
import type { NamedAs } from './people/naming-rules.ts'
import type { AuthorisationKind } from './people/people-rules.ts'

/** What pages read of the parties. `on` is a day; what is asked of a day is as it was then. */

const organisationColumns = {
  id: column.number,
  slug: column.text,
  kind: column.oneOf<OrganisationKind>(),
  side: column.orNull(column.oneOf<Side>()),
  name: column.text,
  shortName: column.text,
  parentId: column.orNull(column.number),
  from: column.day,
  to: column.orNull(column.day),
}
const organisationRow = rowsOf(organisationColumns)
export type OrganisationRow = RowOf<typeof organisationRow>

const organisationInFullRow = rowsOf({
  ...organisationColumns,
  about: column.text,
  website: column.orNull(column.text),
  version: column.number,
  parentName: column.orNull(column.text),
  parentSlug: column.orNull(column.text),
  successorName: column.orNull(column.text),
  successorSlug: column.orNull(column.text),
})
export type OrganisationInFull = RowOf<typeof organisationInFullRow>

const columns = 'o.id, o.slug, o.kind, o.side, o.name, o.shortName, o.parentId, o."from", o."to"'

export const readOrganisations = (db: Database, on: Day): OrganisationRow[] =>
  db.sql.all(
    organisationRow,
    `SELECT ${columns} FROM Organisation o WHERE ${isOnSql('o')} ORDER BY o.position, o.id`,
    on,
    on,
  )

export const findOrganisation = (db: Database, slug: string): OrganisationInFull | undefined =>
  db.sql.get(
    organisationInFullRow,
    `SELECT ${columns}, o.about, o.website, o.version, p.name AS parentName, p.slug AS parentSlug,
            s.name AS successorName, s.slug AS successorSlug
     FROM Organisation o LEFT JOIN Organisation p ON p.id = o.parentId LEFT JOIN Organisation s ON s.id = o.successorId
     WHERE o.slug = ?`,
    slug,
  )

const placedRow = rowsOf({ id: column.number, name: column.text })

/** The organisations of a side in the order of the signatures, those that have left too. */
export const readOrganisationOrder = (db: Database, side: Side | null): RowOf<typeof placedRow>[] =>
  db.sql.all(placedRow, `SELECT id, name FROM Organisation WHERE side IS ? ORDER BY position, id`, side)

const formerNameRow = rowsOf({
  organisationId: column.number,
  name: column.text,
  from: column.day,
  to: column.day,
})

export const readFormerNames = (db: Database): RowOf<typeof formerNameRow>[] =>
  db.sql.all(formerNameRow, `SELECT organisationId, name, "from", "to" FROM OrganisationName ORDER BY "from"`)

const administrationColumns = {
  id: column.number,
  administratorId: column.number,
  associationId: column.number,
  from: column.day,
  to: column.orNull(column.day),
}
const administrationRow = rowsOf(administrationColumns)
export type AdministrationRow = RowOf<typeof administrationRow>

export const readAdministrationsOn = (db: Database, on: Day): AdministrationRow[] =>
  db.sql.all(
    administrationRow,
    `SELECT a.id, a.administratorId, a.associationId, a."from", a."to" FROM Administration a
     JOIN Organisation o ON o.id = a.associationId WHERE ${isOnSql('a')} ORDER BY o.position, o.id`,
    on,
    on,
  )

const associationRow = rowsOf({ id: column.number, name: column.text, to: column.orNull(column.day) })

/** Every association, also those that have left: they were administered then. */
export const readAssociations = (db: Database): RowOf<typeof associationRow>[] =>
  db.sql.all(associationRow, `SELECT id, name, "to" FROM Organisation WHERE kind = 'ASSOCIATION' ORDER BY id`)

const administrationLineRow = rowsOf({
  ...administrationColumns,
  /** The other one: whom it administers, or who administers it. */
  otherName: column.text,
  otherSlug: column.text,
  version: column.number,
})
export type AdministrationLine = RowOf<typeof administrationLineRow>

/** Everything that the organisation has administered or been administered by, the latest first. */
export const readAdministrationsOf = (db: Database, id: number): AdministrationLine[] =>
  db.sql.all(
    administrationLineRow,
    `SELECT a.id, a.administratorId, a.associationId, a."from", a."to", a.version, o.name AS otherName, o.slug AS otherSlug
     FROM Administration a
     JOIN Organisation o ON o.id = CASE WHEN a.administratorId = ? THEN a.associationId ELSE a.administratorId END
     WHERE a.administratorId = ? OR a.associationId = ? ORDER BY o.position, a."from" DESC`,
    id,
    id,
    id,
  )

const personColumns = {
  id: column.number,
  name: column.text,
  title: column.orNull(column.text),
  email: column.orNull(column.text),
  phone: column.orNull(column.text),
  endedOn: column.orNull(column.day),
  version: column.number,
}
const personRow = rowsOf(personColumns)
export type PersonRow = RowOf<typeof personRow>

const personSql = 'p.id, p.name, p.title, p.email, p.phone, p.endedOn, p.version'

export const readPeople = (db: Database, organisationId: number, on: Day): PersonRow[] =>
  db.sql.all(
    personRow,
    `SELECT ${personSql} FROM Person p
     WHERE p.organisationId = ? AND ${lastsSql('p.endedOn')} LIMIT 500`,
    organisationId,
    on,
  )

export const findPerson = (db: Database, organisationId: number, id: number): PersonRow | undefined =>
  db.sql.get(personRow, `SELECT ${personSql} FROM Person p WHERE p.id = ? AND p.organisationId = ?`, id, organisationId)

const seatLineRow = rowsOf({
  personId: column.number,
  personName: column.text,
  role: column.oneOf<'CHAIR' | 'VICE_CHAIR' | 'MEMBER' | 'SUBSTITUTE' | 'SECRETARY'>(),
  bodyName: column.text,
  bodySlug: column.text,
  from: column.day,
  to: column.orNull(column.day),
})
export type SeatLine = RowOf<typeof seatLineRow>

export const readSeatsOf = (db: Database, organisationId: number, on: Day): SeatLine[] =>
  db.sql.all(
    seatLineRow,
    `SELECT s.personId, p.name AS personName, s.role, b.name AS bodyName, b.slug AS bodySlug, s."from", s."to"
     FROM Seat s JOIN Person p ON p.id = s.personId JOIN Body b ON b.id = s.bodyId
     WHERE s.organisationId = ? AND ${isOnSql('s')} ORDER BY b.id, s.id`,
    organisationId,
    on,
    on,
  )

const authorisationLineRow = rowsOf({
  id: column.number,
  kind: column.oneOf<AuthorisationKind>(),
  personName: column.text,
  title: column.orNull(column.text),
  from: column.day,
  to: column.orNull(column.day),
  namedBy: column.orNull(column.text),
  namedAs: column.orNull(column.oneOf<NamedAs>()),
  sourceBody: column.orNull(column.text),
  sourceDay: column.orNull(column.day),
  sourceDocument: column.orNull(column.text),
  documentName: column.orNull(column.text),
  version: column.number,
})
export type AuthorisationLine = RowOf<typeof authorisationLineRow>

export const readAuthorisations = (db: Database, organisationId: number): AuthorisationLine[] =>
  db.sql.all(
    authorisationLineRow,
    `SELECT a.id, a.kind, p.name AS personName, p.title, a."from", a."to", n.name AS namedBy, a.namedAs,
            a.sourceBody, a.sourceDay, a.sourceDocument, a.documentName, a.version
     FROM Authorisation a JOIN Person p ON p.id = a.personId LEFT JOIN Person n ON n.id = a.namedById
     WHERE a.organisationId = ? ORDER BY a.kind, a."to" IS NOT NULL, a."from" DESC LIMIT 200`,
    organisationId,
  )

const namingDocumentRow = rowsOf({ name: column.text, ...storedFileColumns })

/** The document in which the organisation named its keeper or signatory, where it was given. */
export const namingDocument = (
  db: Database,
  organisationId: number,
  id: number,
): RowOf<typeof namingDocumentRow> | undefined =>
  db.sql.get(
    namingDocumentRow,
    `SELECT a.documentName AS name, d.hash, d.size, d.mediaType FROM Authorisation a JOIN Document d ON d.id = a.documentId
     WHERE a.id = ? AND a.organisationId = ?`,
    id,
    organisationId,
  )

const decidingBodyRow = rowsOf({ name: column.text, slug: column.text })

export const readDecidingBodies = (db: Database, organisationId: number): RowOf<typeof decidingBodyRow>[] =>
  db.sql.all(decidingBodyRow, `SELECT name, slug FROM Body WHERE organisationId = ? ORDER BY id`, organisationId)

const mandateLineRow = rowsOf({
  id: column.number,
  number: column.text,
  title: column.text,
  from: column.day,
  to: column.orNull(column.day),
  revokedFrom: column.orNull(column.day),
  activatedAt: column.orNull(column.moment),
  supersededFrom: column.orNull(column.day),
})
export type MandateLine = RowOf<typeof mandateLineRow>

/** The latest mandates of the organisation that the person may see; a department is covered by its municipality's too. */
export const readMandatesOf = (actor: Actor, organisationId: number, parentId: number | null): MandateLine[] =>
  actor.database.sql.all(
    mandateLineRow,
    `SELECT m.id, m.number, m.title, m."from", m."to", m.revokedFrom, m.activatedAt, m.supersededFrom FROM Mandate m
     WHERE m.organisationId IN (?, ?) AND ${viewOf(actor).mandates('m')} ORDER BY m."from" DESC, m.id DESC LIMIT 10`,
    organisationId,
    parentId ?? 0,
  )

const bindingDecisionRow = rowsOf({
  number: column.text,
  title: column.text,
  decidedOn: column.day,
  state: column.text,
})
export type BindingDecision = RowOf<typeof bindingDecisionRow>

/** The latest decisions that bind the organisation, of those that this person may read. */
export function readBindingDecisions(actor: Actor, organisationId: number): BindingDecision[] {
  const view = viewOf(actor)
  return actor.database.sql.all(
    bindingDecisionRow,
    `SELECT d.number, d.title, d.decidedOn, d.state
     FROM Consequence c JOIN Decision d ON d.id = c.decisionId
     WHERE c.organisationId = ? AND ${view.decisions('d')} AND ${view.insideDecisions('d')}
     ORDER BY c.decisionId DESC LIMIT 10`,
    organisationId,
  )
}

const nameableRow = rowsOf({ ...personColumns, at: column.text })

/**
 * Whom an organisation may name, or could in earlier days: its own people, its administrators', its municipality's; also
 * those who have left.
 */
export const readNameable = (db: Database, organisation: OrganisationRow): RowOf<typeof nameableRow>[] =>
  db.sql.all(
    nameableRow,
    `SELECT ${personSql}, o.shortName AS at FROM Person p JOIN Organisation o ON o.id = p.organisationId
     WHERE (o.id IN (?, ?) OR o.id IN (SELECT administratorId FROM Administration WHERE associationId = ?))
     LIMIT 1000`,
    organisation.id,
    organisation.parentId ?? 0,
    organisation.id,
  )
