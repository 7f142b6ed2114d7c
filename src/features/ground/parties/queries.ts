import type { Actor, Side } from '../../../access/actor.ts'
import { viewOf } from '../../../access/visibility.ts'
import type { Database } from '../../../database/database.ts'
import type { Day } from '../../../kernel/days.ts'
import type { StoredFile } from '../documents/index.ts'
import type { FormerName, OrganisationKind } from './organisations/organisation-rules.ts'
import type { NamedAs } from './people/naming-rules.ts'
import type { AuthorisationKind } from './people/people-rules.ts'

/** What pages read of the parties. `on` is a day; what is asked of a day is as it was then. */

export interface OrganisationRow {
  id: number
  slug: string
  kind: OrganisationKind
  side: Side | null
  name: string
  shortName: string
  parentId: number | null
  from: Day
  to: Day | null
}

export interface OrganisationInFull extends OrganisationRow {
  about: string
  website: string | null
  version: number
  parentName: string | null
  parentSlug: string | null
  successorName: string | null
  successorSlug: string | null
}

const columns = 'o.id, o.slug, o.kind, o.side, o.name, o.shortName, o.parentId, o."from", o."to"'
/** SQL condition: the period of the row with this alias holds on the day, which is given twice. */
const holds = (alias: string) => `${alias}."from" <= ? AND (${alias}."to" IS NULL OR ${alias}."to" >= ?)`

export const readOrganisations = (db: Database, on: Day): OrganisationRow[] =>
  db.sql.all(`SELECT ${columns} FROM Organisation o WHERE ${holds('o')} ORDER BY o.position, o.id`, on, on)

export const findOrganisation = (db: Database, slug: string): OrganisationInFull | undefined =>
  db.sql.get(
    `SELECT ${columns}, o.about, o.website, o.version, p.name AS parentName, p.slug AS parentSlug,
            s.name AS successorName, s.slug AS successorSlug
     FROM Organisation o LEFT JOIN Organisation p ON p.id = o.parentId LEFT JOIN Organisation s ON s.id = o.successorId
     WHERE o.slug = ?`,
    slug,
  )

/** The organisations of a side in the order of the signatures, those that have left too. */
export const readOrganisationOrder = (db: Database, side: Side | null): { id: number; name: string }[] =>
  db.sql.all(`SELECT id, name FROM Organisation WHERE side IS ? ORDER BY position, id`, side)

export const readFormerNames = (db: Database): (FormerName & { organisationId: number })[] =>
  db.sql.all(`SELECT organisationId, name, "from", "to" FROM OrganisationName ORDER BY "from"`)

export interface AdministrationRow {
  id: number
  administratorId: number
  associationId: number
  from: Day
  to: Day | null
}

export const readAdministrationsOn = (db: Database, on: Day): AdministrationRow[] =>
  db.sql.all(
    `SELECT a.id, a.administratorId, a.associationId, a."from", a."to" FROM Administration a
     JOIN Organisation o ON o.id = a.associationId WHERE ${holds('a')} ORDER BY o.position, o.id`,
    on,
    on,
  )

/** Every association, also those that have left: they were administered then. */
export const readAssociations = (db: Database): { id: number; name: string; to: Day | null }[] =>
  db.sql.all(`SELECT id, name, "to" FROM Organisation WHERE kind = 'ASSOCIATION' ORDER BY id`)

export interface AdministrationLine extends AdministrationRow {
  /** The other one: whom it administers, or who administers it. */
  otherName: string
  otherSlug: string
  version: number
}

/** Everything that the organisation has administered or been administered by, the latest first. */
export const readAdministrationsOf = (db: Database, id: number): AdministrationLine[] =>
  db.sql.all(
    `SELECT a.id, a.administratorId, a.associationId, a."from", a."to", a.version, o.name AS otherName, o.slug AS otherSlug
     FROM Administration a
     JOIN Organisation o ON o.id = CASE WHEN a.administratorId = ? THEN a.associationId ELSE a.administratorId END
     WHERE a.administratorId = ? OR a.associationId = ? ORDER BY o.position, a."from" DESC`,
    id,
    id,
    id,
  )

export interface PersonRow {
  id: number
  name: string
  title: string | null
  email: string | null
  phone: string | null
  endedOn: Day | null
  version: number
}

const personColumns = 'p.id, p.name, p.title, p.email, p.phone, p.endedOn, p.version'

export const readPeople = (db: Database, organisationId: number, on: Day): PersonRow[] =>
  db.sql.all(
    `SELECT ${personColumns} FROM Person p
     WHERE p.organisationId = ? AND (p.endedOn IS NULL OR p.endedOn >= ?) LIMIT 500`,
    organisationId,
    on,
  )

export const findPerson = (db: Database, organisationId: number, id: number): PersonRow | undefined =>
  db.sql.get(`SELECT ${personColumns} FROM Person p WHERE p.id = ? AND p.organisationId = ?`, id, organisationId)

export interface SeatLine {
  personId: number
  personName: string
  role: 'CHAIR' | 'VICE_CHAIR' | 'MEMBER' | 'SUBSTITUTE' | 'SECRETARY'
  bodyName: string
  bodySlug: string
  from: Day
  to: Day | null
}

export const readSeatsOf = (db: Database, organisationId: number, on: Day): SeatLine[] =>
  db.sql.all(
    `SELECT s.personId, p.name AS personName, s.role, b.name AS bodyName, b.slug AS bodySlug, s."from", s."to"
     FROM Seat s JOIN Person p ON p.id = s.personId JOIN Body b ON b.id = s.bodyId
     WHERE s.organisationId = ? AND ${holds('s')} ORDER BY b.id, s.id`,
    organisationId,
    on,
    on,
  )

export interface AuthorisationLine {
  id: number
  kind: AuthorisationKind
  personName: string
  title: string | null
  from: Day
  to: Day | null
  namedBy: string | null
  namedAs: NamedAs | null
  sourceBody: string | null
  sourceDay: Day | null
  sourceDocument: string | null
  documentName: string | null
  version: number
}

export const readAuthorisations = (db: Database, organisationId: number): AuthorisationLine[] =>
  db.sql.all(
    `SELECT a.id, a.kind, p.name AS personName, p.title, a."from", a."to", n.name AS namedBy, a.namedAs,
            a.sourceBody, a.sourceDay, a.sourceDocument, a.documentName, a.version
     FROM Authorisation a JOIN Person p ON p.id = a.personId LEFT JOIN Person n ON n.id = a.namedById
     WHERE a.organisationId = ? ORDER BY a.kind, a."to" IS NOT NULL, a."from" DESC LIMIT 200`,
    organisationId,
  )

/** The document in which the organisation named its keeper or signatory, where it was given. */
export const namingDocument = (
  db: Database,
  organisationId: number,
  id: number,
): ({ name: string } & StoredFile) | undefined =>
  db.sql.get(
    `SELECT a.documentName AS name, d.hash, d.size, d.mediaType FROM Authorisation a JOIN Document d ON d.id = a.documentId
     WHERE a.id = ? AND a.organisationId = ?`,
    id,
    organisationId,
  )

export const readDecidingBodies = (db: Database, organisationId: number): { name: string; slug: string }[] =>
  db.sql.all(`SELECT name, slug FROM Body WHERE organisationId = ? ORDER BY id`, organisationId)

export interface MandateLine {
  id: number
  number: string
  title: string
  from: Day
  to: Day | null
  revokedFrom: Day | null
  activatedAt: string | null
  supersededFrom: Day | null
}

/** The latest mandates of the organisation that the person may see; a department is covered by its municipality's too. */
export const readMandatesOf = (actor: Actor, organisationId: number, parentId: number | null): MandateLine[] =>
  actor.database.sql.all(
    `SELECT m.id, m.number, m.title, m."from", m."to", m.revokedFrom, m.activatedAt, m.supersededFrom FROM Mandate m
     WHERE m.organisationId IN (?, ?) AND ${viewOf(actor).mandates('m')} ORDER BY m."from" DESC, m.id DESC LIMIT 10`,
    organisationId,
    parentId ?? 0,
  )

export interface BindingDecision {
  number: string
  title: string
  decidedOn: Day
  state: string
}

/** The latest decisions that bind the organisation, of those that this person may read. */
export function readBindingDecisions(actor: Actor, organisationId: number): BindingDecision[] {
  const view = viewOf(actor)
  return actor.database.sql.all(
    `SELECT d.number, d.title, d.decidedOn, d.state
     FROM Consequence c JOIN Decision d ON d.id = c.decisionId
     WHERE c.organisationId = ? AND ${view.decisions('d')} AND ${view.insideDecisions('d')}
     ORDER BY c.decisionId DESC LIMIT 10`,
    organisationId,
  )
}

/**
 * Whom an organisation may name, or could in earlier days: its own people, its administrators', its municipality's; also
 * those who have left.
 */
export const readNameable = (db: Database, organisation: OrganisationRow): (PersonRow & { at: string })[] =>
  db.sql.all(
    `SELECT ${personColumns}, o.shortName AS at FROM Person p JOIN Organisation o ON o.id = p.organisationId
     WHERE (o.id IN (?, ?) OR o.id IN (SELECT administratorId FROM Administration WHERE associationId = ?))
     LIMIT 1000`,
    organisation.id,
    organisation.parentId ?? 0,
    organisation.id,
  )
