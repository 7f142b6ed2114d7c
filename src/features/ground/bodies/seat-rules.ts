import type { BodyKind, SeatRole, Side } from '../../../access/actor.ts'
import type { Day } from '../../../kernel/days.ts'
import { type Objection, objection } from '../../../kernel/objection.ts'
import { isOn, overlap, type Period } from '../../../kernel/periods.ts'
import { plural } from '../../../kernel/text.ts'

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
export const seatFaults = (facts: AppointmentFacts, draft: SeatDraft): Objection[] =>
  [periodFault, personFault, appointmentFault, roleFault].flatMap(faultOf => faultOf(facts, draft) ?? [])

/**
 * Whether an appointment may be corrected so. What the person has attended in the seat stays within it, in its role.
 * @param facts with all seats of the body but the one that is corrected
 */
export function correctSeatFaults(
  facts: AppointmentFacts,
  draft: SeatDraft,
  attended: { role: SeatRole; on: Day } | null,
): Objection[] {
  const found = seatFaults(facts, draft)
  if (attended && draft.role !== attended.role)
    found.push(
      objection('Rollen står i et referat. Afslut udpegningen, og udpeg personen på ny med den nye rolle.', 'role'),
    )
  if (attended && draft.from > attended.on)
    found.push(objection('Personen har deltaget i et møde før den dag. Vælg en tidligere dag.', 'from'))
  return found
}

function periodFault({ body }: AppointmentFacts, draft: SeatDraft): Objection | null {
  if (draft.to !== null && draft.to < draft.from) return objection('»Til og med« kan ikke ligge før »Fra«.', 'to')
  if (!isOn(body, draft.from)) return objection('Organet findes ikke på den dag.', 'from')
  return null
}

function personFault({ body, person, organisation, seats }: AppointmentFacts, draft: SeatDraft): Objection | null {
  if (organisation.side === null) {
    return objection(
      'En person fra en ekstern organisation kan ikke udpeges, men kan deltage i møder som gæst.',
      'personId',
    )
  }
  if (body.side !== null && body.side !== organisation.side) {
    return objection(`${person.name} hører til den anden part. Vælg en person fra organets egen part.`, 'personId')
  }
  if (person.endedOn !== null && person.endedOn < draft.from) {
    return objection(`${person.name} er fratrådt på den dag.`, 'personId')
  }
  if (!isOn(organisation, draft.from))
    return objection(`${organisation.name} er ikke med i samarbejdet på den dag.`, 'from')
  const double = seats.some(seat => seat.personId === person.id && overlap(seat, draft))
  return double ? objection(`${person.name} har allerede en plads i organet i den periode.`, 'personId') : null
}

function appointmentFault(facts: AppointmentFacts, draft: SeatDraft): Objection | null {
  const { body, organisation, appointedBy, meeting } = facts
  const { side } = organisation
  if (!appointedBy) return null
  if (body.kind === 'JOINT_GROUP' && (appointedBy.kind !== 'STRATEGY_GROUP' || appointedBy.side !== side)) {
    return objection(
      'Vælg partens egen strategigruppe. Den udpeger til fælles boligstrategisk gruppe.',
      'appointedById',
    )
  }
  if (appointedBy.side !== side) return objection('Vælg et organ hos personens egen part.', 'appointedById')
  if (!isOn(appointedBy, draft.from)) return objection('Det udpegende organ findes ikke på den dag.', 'appointedById')
  if (!meeting) {
    return draft.appointedNote === ''
      ? objection('Vælg mødet, eller skriv, hvor og hvornår udpegningen er sket.', 'appointedNote')
      : null
  }
  if (meeting.bodyId !== appointedBy.id)
    return objection('Vælg et møde i det organ, der har udpeget.', 'appointedAtMeetingId')
  if (meeting.cancelled)
    return objection('Mødet er aflyst. Vælg det møde, hvor udpegningen er sket.', 'appointedAtMeetingId')
  if (meeting.day > draft.from)
    return objection('Udpegningen kan tidligst gælde fra det møde, hvor den er sket.', 'from')
  return null
}

function roleFault({ body, organisation, seats }: AppointmentFacts, draft: SeatDraft): Objection | null {
  if (draft.role === 'CHAIR' || draft.role === 'VICE_CHAIR') {
    const taken = seats.some(seat => seat.role === draft.role && overlap(seat, draft))
    const title = draft.role === 'CHAIR' ? 'formand' : 'næstformand'
    return taken ? objection(`Organet har allerede en ${title} i den periode.`, 'role') : null
  }
  if (draft.role === 'SECRETARY' && body.kind === 'JOINT_GROUP') {
    return objection('De to sekretariater er gruppens sekretariat. Udpeg personen til partens sekretariat.', 'role')
  }
  if (draft.role !== 'SUBSTITUTE') {
    return draft.substituteForId === null
      ? null
      : objection('Udfyld kun »Suppleant for«, når rollen er suppleant.', 'substituteForId')
  }
  if (draft.substituteForId === null) return null
  const seat = seats.find(({ id }) => id === draft.substituteForId)
  if (!seat || seat.role === 'SUBSTITUTE' || !isOn(seat, draft.from)) {
    return objection('Vælg en plads, som er besat i organet på den dag.', 'substituteForId')
  }
  return seat.side === organisation.side
    ? null
    : objection('En suppleant kan kun være suppleant for en fra samme part.', 'substituteForId')
}

/** A seat ends on a day, once. It is never deleted. */
export function endSeatFault(seat: Period, to: Day): Objection | null {
  if (seat.to !== null) return objection('Udpegningen er allerede afsluttet.')
  return to < seat.from ? objection('»Sidste dag« kan ikke ligge før den dag, udpegningen gælder fra.', 'to') : null
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
