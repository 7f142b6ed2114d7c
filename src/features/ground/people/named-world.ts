import type { BodyKind, SeatRole, Side } from '../../../access/actor.ts'
import type { Tx } from '../../../database/write.ts'
import type { Day } from '../../../kernel/days.ts'
import { fold } from '../../../kernel/fold.ts'
import { isOn, periodOf } from '../../../kernel/periods.ts'

export interface NamedOrganisation {
  id: number
  slug: string
  name: string
  side: Side | null
  parentId: number | null
}

export interface NamedBody {
  id: number
  slug: string
  name: string
  kind: BodyKind
  side: Side | null
}

export interface NamedPerson {
  id: number
  organisationId: number
  name: string
  title: string | null
  email: string | null
  phone: string | null
  version: number
  hasAccount: boolean
}

/** What is found by a name: one thing, or the sentence about why not. */
export type Found<Thing> = { found: Thing } | { reason: string }

/** Letters and figures alone: »By- og Kultur« and »By og Kultur« are one. */
const bare = (text: string): string => fold(text).replace(/[^a-z0-9]/g, '')

/** The organisations, bodies and people that rows can name, as they stand in the transaction. */
export class NamedWorld {
  readonly people: NamedPerson[]
  readonly #organisations: (NamedOrganisation & { names: string[] })[]
  readonly #bodies: (NamedBody & { organisationId: number | null })[]

  private constructor(
    organisations: (NamedOrganisation & { names: string[] })[],
    bodies: (NamedBody & { organisationId: number | null })[],
    people: NamedPerson[],
  ) {
    this.#organisations = organisations
    this.#bodies = bodies
    this.people = people
  }

  static async of(tx: Tx, today: Day): Promise<NamedWorld> {
    const standing = { OR: [{ to: null }, { to: { gte: today } }] }
    const [organisations, bodies, people] = [
      await tx.organisation.findMany({ where: standing, include: { formerNames: true }, orderBy: { position: 'asc' } }),
      await tx.body.findMany({ where: standing, orderBy: { id: 'asc' } }),
      await tx.person.findMany({
        where: { OR: [{ endedOn: null }, { endedOn: { gte: today } }], erasedOn: null },
        include: { account: { select: { id: true } } },
        orderBy: { id: 'asc' },
      }),
    ]
    return new NamedWorld(
      organisations.map(({ formerNames, ...one }) => ({
        ...one,
        names: [one.name, one.shortName, one.slug, ...formerNames.map(({ name }) => name)].map(bare),
      })),
      bodies,
      people.map(({ account, ...person }) => ({ ...person, hasAccount: account !== null })),
    )
  }

  organisation(name: string): Found<NamedOrganisation> {
    const sought = bare(name)
    const found = this.#organisations.filter(({ names }) => names.includes(sought))
    const [one] = found
    if (one && found.length === 1) return { found: one }
    if (one) return { reason: `Flere organisationer hedder »${name}«. Skriv det fulde navn.` }
    const near = this.#organisations.filter(
      ({ names }) => sought.length > 2 && names.some(known => known.includes(sought)),
    )
    const meant = near.length === 1 ? ` Er det »${near[0]?.name}«?` : ''
    return { reason: `Der er ingen organisation, der hedder »${name}«.${meant}` }
  }

  /** By its name, or as people say it of their own: »strategigruppen«, »bestyrelsen«. */
  body(name: string, of: NamedOrganisation): Found<NamedBody> {
    const sought = bare(name).replace(/^den(?=faelles)/, '')
    const named = this.#bodies.filter(body => bare(body.name) === sought || bare(body.slug) === sought)
    const found = named.length > 0 ? named : this.#bodies.filter(body => isCalled(body, sought, of))
    const [one] = found
    if (one && found.length === 1) return { found: one }
    return one
      ? { reason: `Flere organer hedder »${name}«. Skriv det fulde navn.` }
      : { reason: `Der er intet organ, der hedder »${name}«.` }
  }

  groupOf(side: Side | null): NamedBody | undefined {
    return this.#bodies.find(body => body.kind === 'STRATEGY_GROUP' && body.side === side)
  }

  organisationById(id: number): NamedOrganisation | undefined {
    return this.#organisations.find(one => one.id === id)
  }

  /** Who a row is about: by the e-mail, and else by name and organisation; null: nobody yet. */
  person(given: { name: string; email: string | null }, of: NamedOrganisation | null): Found<NamedPerson | null> {
    const sameName = (person: NamedPerson) => bare(person.name) === bare(given.name)
    const byEmail = given.email === null ? [] : this.people.filter(({ email }) => email?.toLowerCase() === given.email)
    const [first] = byEmail
    if (first) {
      const one = byEmail.length === 1 ? first : byEmail.find(person => sameName(person) && isIn(person, of))
      return one
        ? { found: one }
        : { reason: 'Flere personer har den e-mail. Skriv navnet og organisationen, som de er registreret.' }
    }
    const byName = of ? this.people.filter(person => sameName(person) && isIn(person, of)) : []
    return byName.length > 1
      ? { reason: 'Flere personer i organisationen har det navn. Skriv den e-mail, personen er registreret med.' }
      : { found: byName[0] ?? null }
  }
}

const isIn = (person: NamedPerson, of: NamedOrganisation | null): boolean =>
  of === null || person.organisationId === of.id

const generally: Record<BodyKind, readonly string[]> = {
  JOINT_GROUP: ['faellesgruppe', 'faellesgruppen', 'faellesboligstrategiskgruppe', 'boligstrategiskgruppe'],
  STRATEGY_GROUP: ['strategigruppe', 'strategigruppen'],
  SECRETARIAT: ['sekretariat', 'sekretariatet'],
  DECIDING_BODY: [
    'bestyrelse',
    'bestyrelsen',
    'organisationsbestyrelsen',
    'byraad',
    'byraadet',
    'ledelsen',
    'kommunalbestyrelsen',
  ],
}

function isCalled(body: NamedBody & { organisationId: number | null }, sought: string, of: NamedOrganisation): boolean {
  if (!generally[body.kind].includes(sought)) return false
  if (body.kind === 'JOINT_GROUP') return true
  if (body.kind !== 'DECIDING_BODY') return body.side === of.side
  return body.organisationId === of.id || (of.parentId !== null && body.organisationId === of.parentId)
}

/** A seat that a substitute can be for: by the name of whoever sits in it. */
export async function seatOf(tx: Tx, body: NamedBody, name: string, on: Day): Promise<Found<number>> {
  const seats = await tx.seat.findMany({ where: { bodyId: body.id }, include: { person: { select: { name: true } } } })
  const held = seats.filter(
    seat => seat.role !== 'SUBSTITUTE' && bare(seat.person.name) === bare(name) && isOn(periodOf(seat), on),
  )
  const [one] = held
  return one && held.length === 1
    ? { found: one.id }
    : { reason: `Ingen, der hedder »${name}«, har en plads i organet på den dag.` }
}

/** The role that a seat has where a row names none. */
export const usualRole = (body: NamedBody): SeatRole => (body.kind === 'SECRETARIAT' ? 'SECRETARY' : 'MEMBER')
