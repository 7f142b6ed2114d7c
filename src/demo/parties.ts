import { systemActor } from '../access/actor.ts'
import { hashPassword } from '../access/credentials.ts'
import { demoPassword } from '../access/sign-in-rules.ts'
import type { Database } from '../database/database.ts'
import { event } from '../database/events.ts'
import { type Tx, write } from '../database/write.ts'
import { type Day, day, type Instant, momentOf, yearOf } from '../kernel/days.ts'
import { bodies, type DemoBody } from './content/bodies.ts'
import { organisations, subjectAreas } from './content/organisations.ts'
import { type DemoPerson, type DemoSeat, people } from './content/people.ts'

/** The agreement's month; its text names no day (R3). */
export const agreementDay: Day = day('2008-09-01')

const cooperation = {
  id: 1,
  name: 'Boligstrategisk samarbejde',
  town: 'Odense',
  housing: 'Boligorganisationerne',
  municipality: 'Odense Kommune',
  firstDay: agreementDay,
  firstDayPrecision: 'MONTH',
  recordedFrom: agreementDay,
  contactName: 'Boligorganisationernes sekretariat',
  contactEmail: 'sekretariat.bolig@demo.example',
  demo: true,
} as const

/** Ids by the keys that the content uses: slugs, and the part of an account's e-mail before the @. */
export interface Parties {
  organisations: Record<string, number>
  bodies: Record<string, number>
  persons: Record<string, number>
}

/**
 * The real parties of the agreement with the demo's invented people, into an empty database: the ground on which the
 * demo's story and the tests stand. Seats of today began years ago, so that they hold throughout the story.
 */
export async function loadParties(
  database: Database,
  { today, password = demoPassword }: { today: Day; password?: string },
): Promise<Parties> {
  const begin = new Beginning(today)
  const passwordHash = await hashPassword(password)
  return write(systemActor(database, begin.moment, 'Demo'), async tx => {
    await tx.cooperation.create({ data: cooperation })
    await storeOrganisations(tx)
    await storeBodies(tx)
    await storePeople(tx, begin, passwordHash)
    return {
      result: partyIds,
      events: [event('partiesLoaded', 'organisation', idIn(organisationIds, 'odense-kommune'))],
    }
  })
}

/** Years counted from the demo's day. */
class Beginning {
  readonly #year: number

  constructor(today: Day) {
    this.#year = yearOf(today)
  }

  firstDay = (yearsAgo: number): Day => day(`${this.#year - yearsAgo}-01-01`)
  lastDay = (yearsAgo: number): Day => day(`${this.#year - yearsAgo}-12-31`)

  get moment(): Instant {
    return momentOf(this.firstDay(usualYears), '08:00')
  }
}

const usualYears = 5

// The database is empty, so that the order of the content can be the ids.
const numbered = (keys: string[]): Record<string, number> => Object.fromEntries(keys.map((key, at) => [key, at + 1]))
const organisationIds = numbered(organisations.map(({ slug }) => slug))
const bodyIds = numbered(bodies.map(({ slug }) => slug))
const personIds = numbered(people.map(({ key }) => key))

/** The ids that loadParties gives. */
export const partyIds: Parties = { organisations: organisationIds, bodies: bodyIds, persons: personIds }

function idIn(ids: Record<string, number>, key: string): number {
  const id = ids[key]
  if (id === undefined) throw new Error(`The demo's parties know no »${key}«.`)
  return id
}

async function storeOrganisations(tx: Tx): Promise<void> {
  await tx.organisation.createMany({
    data: organisations.map((organisation, at) => ({
      id: at + 1,
      slug: organisation.slug,
      kind: organisation.kind,
      side: organisation.side,
      name: organisation.name,
      shortName: organisation.shortName,
      about: organisation.about,
      website: organisation.website ?? null,
      parentId: organisation.kind === 'DEPARTMENT' ? idIn(organisationIds, 'odense-kommune') : null,
      from: agreementDay,
      position: at + 1,
    })),
  })
  await tx.administration.createMany({
    data: organisations.flatMap(({ slug, administrator }) =>
      administrator
        ? {
            administratorId: idIn(organisationIds, administrator),
            associationId: idIn(organisationIds, slug),
            from: agreementDay,
          }
        : [],
    ),
  })
  await tx.subjectArea.createMany({
    data: subjectAreas.map(([name, department]) => ({ name, departmentId: idIn(organisationIds, department) })),
  })
}

async function storeBodies(tx: Tx): Promise<void> {
  await tx.body.createMany({
    data: bodies.map(({ organisation, ...body }, at) => ({
      ...body,
      id: at + 1,
      organisationId: organisation ? idIn(organisationIds, organisation) : null,
      from: agreementDay,
    })),
  })
  await tx.rulesOfProcedure.createMany({
    data: bodies.map(body => ({
      bodyId: idIn(bodyIds, body.slug),
      number: 0,
      from: agreementDay,
      noticeWorkdays: 4,
      proposalDeadlineWorkdays: 10,
      objectionDays: 7,
      ...quorum(body),
    })),
  })
}

/** Three a side in the joint group, three of its own side in any other; a secretariat meets with whoever is there. */
function quorum({ kind, side }: DemoBody): { quorumHousing: number; quorumMunicipality: number } {
  const needed = kind === 'SECRETARIAT' ? 0 : 3
  return {
    quorumHousing: side === 'MUNICIPALITY' ? 0 : needed,
    quorumMunicipality: side === 'HOUSING' ? 0 : needed,
  }
}

async function storePeople(tx: Tx, begin: Beginning, passwordHash: string): Promise<void> {
  await tx.person.createMany({
    data: people.map((person, at) => ({
      id: at + 1,
      organisationId: idIn(organisationIds, person.organisation),
      name: person.name,
      title: person.title,
      email: person.account === false ? null : addressOf(person),
      endedOn: person.leftYearsAgo === undefined ? null : begin.lastDay(person.leftYearsAgo),
    })),
  })
  await tx.account.createMany({
    data: people.flatMap(person =>
      person.account === false
        ? []
        : {
            personId: idIn(personIds, person.key),
            email: addressOf(person),
            passwordHash,
            administrator: person.administrator ?? false,
            demo: true,
            createdAt: begin.moment,
          },
    ),
  })
  await tx.authorisation.createMany({
    data: people.flatMap(person =>
      (person.authorisations ?? []).map(([kind, organisation]) => ({
        kind,
        personId: idIn(personIds, person.key),
        organisationId: idIn(organisationIds, organisation),
        from: begin.firstDay(usualYears),
        namedAs: 'SECRETARIAT',
        sourceBody: organisation === 'odense-kommune' ? 'Byrådet' : 'Bestyrelsen',
        sourceDay: begin.firstDay(usualYears),
        sourceDocument: 'Protokol, punkt 4',
      })),
    ),
  })
  await storeSeats(tx, begin)
}

const addressOf = (person: DemoPerson): string => `${person.key}@demo.example`

async function storeSeats(tx: Tx, begin: Beginning): Promise<void> {
  const seats = people.flatMap(person => (person.seats ?? []).map(seat => ({ person, seat })))
  const idOf = (key: string) =>
    seats.findIndex(({ person, seat }) => person.key === key && seat.role !== 'SUBSTITUTE') + 1
  await tx.seat.createMany({
    data: seats.map(({ person, seat }, at) => ({
      id: at + 1,
      bodyId: idIn(bodyIds, seat.body),
      personId: idIn(personIds, person.key),
      organisationId: idIn(organisationIds, person.organisation),
      role: seat.role,
      from: begin.firstDay(seat.yearsAgo ?? usualYears),
      to: seat.endedYearsAgo === undefined ? null : begin.lastDay(seat.endedYearsAgo),
      endReason: seat.endedYearsAgo === undefined ? null : 'Fratrådt sin stilling',
      ...appointment(person, seat, begin),
    })),
  })
  for (const [at, { seat }] of seats.entries()) {
    if (!seat.substituteFor) continue
    await tx.seat.update({ where: { id: at + 1 }, data: { substituteForId: idOf(seat.substituteFor) } })
  }
}

/** R56: a side's strategy group appoints to the joint group and to its secretariat; its own members come from each party. */
function appointment(person: DemoPerson, seat: DemoSeat, begin: Beginning) {
  const municipal = organisations.find(({ slug }) => slug === person.organisation)?.side === 'MUNICIPALITY'
  const inGroup = seat.body === 'strategigruppe-bolig' || seat.body === 'strategigruppe-kommune'
  const year = yearOf(begin.firstDay((seat.yearsAgo ?? usualYears) + 1))
  if (inGroup) {
    const body = municipal ? 'odense-byraad' : `bestyrelse-${person.organisation}`
    return { appointedById: idIn(bodyIds, body), appointedNote: `Mødet i december ${year}` }
  }
  const body = municipal ? 'strategigruppe-kommune' : 'strategigruppe-bolig'
  return { appointedById: idIn(bodyIds, body), appointedNote: `Strategigruppens møde i december ${year}` }
}
