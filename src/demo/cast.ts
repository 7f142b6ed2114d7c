import { type Actor, actorOf, systemActor } from '../access/actor.ts'
import type { Database } from '../database/database.ts'
import { column, rowsOf } from '../database/rows.ts'
import type { Instant } from '../kernel/days.ts'
import { isOnSql } from '../kernel/periods.ts'
import { organisations } from './content/organisations.ts'
import type { PersonKey } from './content/types.ts'
import type { Parties } from './parties.ts'

const bodyRow = rowsOf({
  id: column.number,
  slug: column.text,
  side: column.orNull(column.text),
  kind: column.text,
  organisation: column.orNull(column.text),
})

const subjectAreaRow = rowsOf({
  id: column.number,
  name: column.text,
})

const areaRow = rowsOf({
  id: column.number,
})

const seatRow = rowsOf({
  personId: column.number,
})

/** Who plays in the demo: people, organisations and bodies by the keys that the content uses. */
export class Cast {
  readonly database: Database
  readonly #parties: Parties
  readonly #bodies = new Map<string, { id: number; side: string | null; kind: string; organisation: string | null }>()
  readonly #subjectAreas = new Map<string, number>()

  constructor(database: Database, parties: Parties) {
    this.database = database
    this.#parties = parties
    const bodies = database.sql.all(
      bodyRow,
      'SELECT b.id, b.slug, b.side, b.kind, o.slug AS organisation FROM Body b LEFT JOIN Organisation o ON o.id = b.organisationId',
    )
    for (const { slug, ...row } of bodies) this.#bodies.set(slug, row)
    for (const row of database.sql.all(subjectAreaRow, 'SELECT id, name FROM SubjectArea')) {
      this.#subjectAreas.set(row.name, row.id)
    }
  }

  person = (key: PersonKey): number => found(this.#parties.persons[key], key, 'person')
  organisation = (slug: string): number => found(this.#parties.organisations[slug], slug, 'organisation')
  organisationName = (slug: string): string =>
    found(organisations.find(one => one.slug === slug)?.name, slug, 'organisation')
  body = (slug: string) => found(this.#bodies.get(slug), slug, 'body')
  subjectArea = (name: string): number => found(this.#subjectAreas.get(name), name, 'subject area')

  /** Housing areas are added in the story itself. */
  area = (name: string): number =>
    found(this.database.sql.get(areaRow, 'SELECT id FROM HousingArea WHERE name = ?', name)?.id, name, 'housing area')

  /** The body that gives an organisation's mandates. */
  decidingBody(organisation: string): number {
    for (const body of this.#bodies.values()) {
      if (body.kind === 'DECIDING_BODY' && body.organisation === organisation) return body.id
    }
    throw new Error(`No deciding body of ${organisation}.`)
  }

  actor = (key: PersonKey, at: Instant): Actor => actorOf(this.database, this.person(key), at)

  system = (at: Instant): Actor => systemActor(this.database, at, 'Demo')

  /** Who has the chair of a body on the day, or else anyone with a seat there. */
  chairOf(slug: string, at: Instant): Actor {
    const row = this.database.sql.get(
      seatRow,
      `SELECT personId FROM Seat WHERE bodyId = ? AND ${isOnSql('Seat')}
       ORDER BY CASE role WHEN 'CHAIR' THEN 1 WHEN 'VICE_CHAIR' THEN 2 ELSE 3 END, id LIMIT 1`,
      this.body(slug).id,
      at.slice(0, 10),
      at.slice(0, 10),
    )
    if (!row) throw new Error(`Nobody has a seat in ${slug} on ${at}.`)
    return actorOf(this.database, row.personId, at)
  }

  /** Someone who prepares the body's meetings: of its own side's secretariat, or the housing one for the joint group. */
  secretaryOf(slug: string, at: Instant): Actor {
    return this.actor(this.body(slug).side === 'MUNICIPALITY' ? 'sekretariat.kommune' : 'sekretariat.bolig', at)
  }
}

function found<Value>(value: Value | undefined, key: string, what: string): Value {
  if (value === undefined) throw new Error(`The demo knows no ${what} »${key}«.`)
  return value
}
