import type { BodyKind, SeatRole, Side } from '../../../access/actor.ts'
import type { Day } from '../../../kernel/days.ts'
import { isOn, overlap, type Period } from '../../../kernel/periods.ts'
import { plural } from '../../../kernel/text.ts'
import { type Fault, fault } from '../parties/index.ts'

export interface BodyFacts extends Period {
  id: number
  name: string
  kind: BodyKind
  side: Side | null
}

export interface SeatFacts extends Period {
  id: number
  personId: number
  role: SeatRole
  /** The side of the organisation that the person represents. */
  side: Side | null
}

export interface SeatDraft extends Period {
  role: SeatRole
  /** SUBSTITUTE: for which seat; null: for anyone of the side. */
  substituteForId: number | null
  /** Where it was done, when the meeting is not in the portal. */
  appointedNote: string
}

export interface AppointmentFacts {
  body: BodyFacts
  person: { id: number; name: string; endedOn: Day | null }
  organisation: Period & { name: string; side: Side | null }
  /** Who appoints; null: the seat was given when the portal was set up. */
  appointedBy: BodyFacts | null
  meeting: { bodyId: number; day: Day; cancelled: boolean } | null
  /** All seats of the body, ended ones too. */
  seats: readonly SeatFacts[]
}

/**
 * R54, R56: whether a seat may be given. In the joint group it is given by the strategy group of the person's own side;
 * in any other body by a body of that side. Nobody sits twice in one body at once, and a body has one chair.
 */
export const seatFaults = (facts: AppointmentFacts, draft: SeatDraft): Fault[] =>
  [periodFault, personFault, appointmentFault, roleFault].flatMap(faultOf => faultOf(facts, draft) ?? [])

/**
 * Whether an appointment may be corrected so. What the person has attended in the seat stays within it, in its role.
 * @param facts with all seats of the body but the one that is corrected
 */
export function correctSeatFaults(
  facts: AppointmentFacts,
  draft: SeatDraft,
  attended: { role: SeatRole; on: Day } | null,
): Fault[] {
  const found = seatFaults(facts, draft)
  if (attended && draft.role !== attended.role)
    found.push(
      fault('role', 'Rollen står i et referat. Afslut udpegningen, og udpeg personen på ny med den nye rolle.'),
    )
  if (attended && draft.from > attended.on)
    found.push(fault('from', 'Personen har deltaget i et møde før den dag. Vælg en tidligere dag.'))
  return found
}

function periodFault({ body }: AppointmentFacts, draft: SeatDraft): Fault | null {
  if (draft.to !== null && draft.to < draft.from) return fault('to', '»Til og med« kan ikke ligge før »Fra«.')
  if (!isOn(body, draft.from)) return fault('from', 'Organet findes ikke på den dag.')
  return null
}

function personFault({ body, person, organisation, seats }: AppointmentFacts, draft: SeatDraft): Fault | null {
  if (organisation.side === null) {
    return fault(
      'personId',
      'En person fra en ekstern organisation kan ikke udpeges, men kan deltage i møder som gæst.',
    )
  }
  if (body.side !== null && body.side !== organisation.side) {
    return fault('personId', `${person.name} hører til den anden part. Vælg en person fra organets egen part.`)
  }
  if (person.endedOn !== null && person.endedOn < draft.from) {
    return fault('personId', `${person.name} er fratrådt på den dag.`)
  }
  if (!isOn(organisation, draft.from))
    return fault('from', `${organisation.name} er ikke med i samarbejdet på den dag.`)
  const double = seats.some(seat => seat.personId === person.id && overlap(seat, draft))
  return double ? fault('personId', `${person.name} har allerede en plads i organet i den periode.`) : null
}

function appointmentFault(facts: AppointmentFacts, draft: SeatDraft): Fault | null {
  const { body, organisation, appointedBy, meeting } = facts
  const { side } = organisation
  if (!appointedBy) return null
  if (body.kind === 'JOINT_GROUP' && (appointedBy.kind !== 'STRATEGY_GROUP' || appointedBy.side !== side)) {
    return fault('appointedById', 'Vælg partens egen strategigruppe. Den udpeger til fælles boligstrategisk gruppe.')
  }
  if (appointedBy.side !== side) return fault('appointedById', 'Vælg et organ hos personens egen part.')
  if (!isOn(appointedBy, draft.from)) return fault('appointedById', 'Det udpegende organ findes ikke på den dag.')
  if (!meeting) {
    return draft.appointedNote === ''
      ? fault('appointedNote', 'Vælg mødet, eller skriv, hvor og hvornår udpegningen er sket.')
      : null
  }
  if (meeting.bodyId !== appointedBy.id)
    return fault('appointedAtMeetingId', 'Vælg et møde i det organ, der har udpeget.')
  if (meeting.cancelled)
    return fault('appointedAtMeetingId', 'Mødet er aflyst. Vælg det møde, hvor udpegningen er sket.')
  if (meeting.day > draft.from) return fault('from', 'Udpegningen kan tidligst gælde fra det møde, hvor den er sket.')
  return null
}

function roleFault({ body, organisation, seats }: AppointmentFacts, draft: SeatDraft): Fault | null {
  if (draft.role === 'CHAIR' || draft.role === 'VICE_CHAIR') {
    const taken = seats.some(seat => seat.role === draft.role && overlap(seat, draft))
    const title = draft.role === 'CHAIR' ? 'formand' : 'næstformand'
    return taken ? fault('role', `Organet har allerede en ${title} i den periode.`) : null
  }
  if (draft.role === 'SECRETARY' && body.kind === 'JOINT_GROUP') {
    return fault('role', 'De to sekretariater er gruppens sekretariat. Udpeg personen til partens sekretariat.')
  }
  if (draft.role !== 'SUBSTITUTE') {
    return draft.substituteForId === null
      ? null
      : fault('substituteForId', 'Udfyld kun »Suppleant for«, når rollen er suppleant.')
  }
  if (draft.substituteForId === null) return null
  const seat = seats.find(({ id }) => id === draft.substituteForId)
  if (!seat || seat.role === 'SUBSTITUTE' || !isOn(seat, draft.from)) {
    return fault('substituteForId', 'Vælg en plads, som er besat i organet på den dag.')
  }
  return seat.side === organisation.side
    ? null
    : fault('substituteForId', 'En suppleant kan kun være suppleant for en fra samme part.')
}

/** A seat ends on a day, once. It is never deleted. */
export function endSeatFault(seat: Period, to: Day): Fault | null {
  if (seat.to !== null) return fault('', 'Udpegningen er allerede afsluttet.')
  return to < seat.from ? fault('to', '»Sidste dag« kan ikke ligge før den dag, udpegningen gælder fra.') : null
}

export interface Quorum {
  housing: number
  municipality: number
}

/** What is missing in a body on a day, as sentences: nothing is missing when there are none (R54, R59). */
export function warningsOf(body: BodyFacts, seats: readonly SeatFacts[], quorum: Quorum | null, on: Day): string[] {
  if (!isOn(body, on)) return []
  const held = seats.filter(seat => isOn(seat, on) && seat.role !== 'SUBSTITUTE')
  switch (body.kind) {
    case 'SECRETARIAT':
      return held.length === 0
        ? ['Sekretariatet er ubesat. Det kan ikke godkende dagsordener og referater, og møder kan ikke udsendes.']
        : []
    case 'STRATEGY_GROUP':
    case 'JOINT_GROUP':
      return [...chairWarnings(held), ...sideWarnings(body, held, quorum)]
    case 'DECIDING_BODY':
      return []
  }
}

function chairWarnings(held: readonly SeatFacts[]): string[] {
  const has = (role: SeatRole) => held.some(seat => seat.role === role)
  if (has('CHAIR')) return []
  return [
    has('VICE_CHAIR')
      ? 'Gruppen har ingen formand. Næstformanden må åbne og lukke møder.'
      : 'Gruppen har hverken formand eller næstformand. Ingen kan åbne og lukke møder.',
  ]
}

function sideWarnings(body: BodyFacts, held: readonly SeatFacts[], quorum: Quorum | null): string[] {
  const sides: [Side, string, number][] = [
    ['HOUSING', 'boligorganisationerne', quorum?.housing ?? 1],
    ['MUNICIPALITY', 'kommunen', quorum?.municipality ?? 1],
  ]
  return sides
    .filter(([side]) => body.side === null || body.side === side)
    .flatMap(([side, name, needed]) => {
      const count = held.filter(seat => seat.side === side).length
      if (count === 0) return [`Der er ingen medlemmer fra ${name}.`]
      return count < needed
        ? [
            `Der er ${plural(count, 'medlem', 'medlemmer')} fra ${name}, men ${needed} skal være til stede, før gruppen er beslutningsdygtig.`,
          ]
        : []
    })
}

const noneOf = (kind: BodyKind): string => (kind === 'SECRETARIAT' ? 'intet' : 'ingen')

/** R54, R59: each side has exactly one strategy group and one secretariat. */
export function structureWarnings(bodies: readonly BodyFacts[], on: Day): string[] {
  const count = (kind: BodyKind, side: Side | null) =>
    bodies.filter(body => body.kind === kind && body.side === side && isOn(body, on)).length
  const needed: [BodyKind, Side | null, string][] = [
    ['STRATEGY_GROUP', 'HOUSING', 'Boligorganisationerne skal have én strategigruppe, men har'],
    ['STRATEGY_GROUP', 'MUNICIPALITY', 'Kommunen skal have én strategigruppe, men har'],
    ['SECRETARIAT', 'HOUSING', 'Boligorganisationerne skal have ét sekretariat, men har'],
    ['SECRETARIAT', 'MUNICIPALITY', 'Kommunen skal have ét sekretariat, men har'],
    ['JOINT_GROUP', null, 'Der skal være én fælles boligstrategisk gruppe, men der er'],
  ]
  return needed.flatMap(([kind, side, sentence]) => {
    const found = count(kind, side)
    return found === 1 ? [] : [`${sentence} ${found === 0 ? noneOf(kind) : found}.`]
  })
}
