import type { Database } from '../database/database.ts'
import { column, rowsOf } from '../database/rows.ts'
import type { Writer } from '../database/write.ts'
import { type Day, dayOf, type Instant } from '../kernel/days.ts'
import { lastsSql } from '../kernel/last-day.ts'
import { isOnSql } from '../kernel/periods.ts'
import { brokenRule } from '../kernel/refusal.ts'

export type Side = 'HOUSING' | 'MUNICIPALITY'
export type BodyKind = 'STRATEGY_GROUP' | 'JOINT_GROUP' | 'SECRETARIAT' | 'DECIDING_BODY'
export type SeatRole = 'CHAIR' | 'VICE_CHAIR' | 'MEMBER' | 'SUBSTITUTE' | 'SECRETARY'

export interface ActorPerson {
  id: number
  name: string
  title: string | null
  organisationId: number
  organisationName: string
  organisationSlug: string
  side: Side | null
}

export interface ActorSeat {
  id: number
  bodyId: number
  bodySlug: string
  bodyKind: BodyKind
  bodySide: Side | null
  role: SeatRole
  /** The side of the organisation that the person represents in the body. */
  side: Side | null
  organisationId: number
}

export interface ActorAuthorisation {
  kind: 'MANDATE_KEEPER' | 'SIGNATORY'
  organisationId: number
}

/** Who acts, with the seats of the day, and when. Rights follow from these alone (domain §7). */
export interface Actor extends Writer {
  today: Day
  person: ActorPerson | null
  seats: ActorSeat[]
  authorisations: ActorAuthorisation[]
  /** Accounts and settings only: decides, signs off and signs nothing. */
  administrator: boolean
  /** The password is one that somebody else has set: nothing works before another is chosen. */
  mustChoosePassword: boolean
  /** The portal itself: the calendar, an operator's command, the laying of the demo's foundation. */
  system: boolean
}

type Facts = Pick<Actor, 'person' | 'seats' | 'authorisations' | 'administrator' | 'mustChoosePassword'>

const nobody: Facts = { person: null, seats: [], authorisations: [], administrator: false, mustChoosePassword: false }

export function systemActor(database: Database, at: Instant, name = 'Systemet'): Actor {
  return { ...nobody, database, at, today: dayOf(at), name, personId: null, system: true }
}

export function anonymousActor(database: Database, at: Instant): Actor {
  return { ...nobody, database, at, today: dayOf(at), name: 'Uden login', personId: null, system: false }
}

/** What is written where the portal did it by itself: no row of Person has it, and the references allow it. */
export const theSystem = 0

/**
 * Who is written down as having done it: the person, or the system.
 * @throws Refusal when nobody is signed in
 */
export function personIdOf(actor: Pick<Actor, 'personId' | 'system'>): number {
  if (actor.personId !== null) return actor.personId
  if (actor.system) return theSystem
  throw brokenRule('Kun en bruger, der er logget ind, kan gøre dette.')
}

const cache = new WeakMap<Database, { version: number; day: Day; facts: Map<number, Facts | null> }>()

/** A person as of the moment's day, or null when there is none or the account is closed. */
export function findActor(database: Database, personId: number, at: Instant): Actor | null {
  const today = dayOf(at)
  const facts = factsOf(database, personId, today)
  if (!facts?.person) return null
  // Made for every request. Properties named after a spread one would give each actor a layout of its own in the engine.
  return { database, at, today, name: facts.person.name, personId, system: false, ...facts }
}

export function actorOf(database: Database, personId: number, at: Instant): Actor {
  const actor = findActor(database, personId, at)
  if (!actor) throw new Error(`No person ${personId} may act.`)
  return actor
}

/** Seats change seldom and are asked for at every request: kept until anything is committed, or the day turns. */
function factsOf(database: Database, personId: number, today: Day): Facts | null {
  const version = database.dataVersion()
  let kept = cache.get(database)
  if (!kept || kept.version !== version || kept.day !== today) {
    kept = { version, day: today, facts: new Map() }
    cache.set(database, kept)
  }
  const known = kept.facts.get(personId)
  if (known !== undefined) return known
  const facts = loadFacts(database, personId, today)
  kept.facts.set(personId, facts)
  return facts
}

const personRow = rowsOf({
  id: column.number,
  name: column.text,
  title: column.orNull(column.text),
  organisationId: column.number,
  organisationName: column.text,
  organisationSlug: column.text,
  side: column.orNull(column.oneOf<Side>()),
  administrator: column.orNull(column.flag),
  disabledAt: column.orNull(column.moment),
  codeExpiresAt: column.orNull(column.moment),
})

const seatRow = rowsOf({
  id: column.number,
  bodyId: column.number,
  bodySlug: column.text,
  bodyKind: column.oneOf<BodyKind>(),
  bodySide: column.orNull(column.oneOf<Side>()),
  role: column.oneOf<SeatRole>(),
  side: column.orNull(column.oneOf<Side>()),
  organisationId: column.number,
})

const authorisationRow = rowsOf({
  kind: column.oneOf<ActorAuthorisation['kind']>(),
  organisationId: column.number,
})

function loadFacts(database: Database, personId: number, today: Day): Facts | null {
  const row = database.sql.get(
    personRow,
    `SELECT p.id, p.name, p.title, p.organisationId, o.name AS organisationName, o.slug AS organisationSlug, o.side,
            a.administrator, a.disabledAt, a.codeExpiresAt
     FROM Person p JOIN Organisation o ON o.id = p.organisationId LEFT JOIN Account a ON a.personId = p.id
     WHERE p.id = ? AND ${lastsSql('p.endedOn')}`,
    personId,
    today,
  )
  if (!row || row.disabledAt) return null
  const seats = database.sql.all(
    seatRow,
    `SELECT s.id, s.bodyId, b.slug AS bodySlug, b.kind AS bodyKind, b.side AS bodySide, s.role, o.side, s.organisationId
     FROM Seat s JOIN Body b ON b.id = s.bodyId JOIN Organisation o ON o.id = s.organisationId
     WHERE s.personId = ? AND ${isOnSql('s')} ORDER BY s.id`,
    personId,
    today,
    today,
  )
  const authorisations = database.sql.all(
    authorisationRow,
    `SELECT kind, organisationId FROM Authorisation
     WHERE personId = ? AND ${isOnSql('Authorisation')} ORDER BY id`,
    personId,
    today,
    today,
  )
  const { administrator, disabledAt: _disabledAt, codeExpiresAt, ...person } = row
  const mustChoosePassword = codeExpiresAt !== null
  return { person, seats, authorisations, administrator: administrator ?? false, mustChoosePassword }
}
