import type { Actor, Side } from '../../../../access/actor.ts'
import { sideName } from '../../../../access/cooperation.ts'
import type { Day } from '../../../../kernel/days.ts'
import { isOn } from '../../../../kernel/periods.ts'
import { plural } from '../../../../kernel/text.ts'
import { aboveOf, type OrganisationRow, type PartiesOn, partiesOn } from '../../parties/index.ts'
import { organisationPath } from '../../parties/paths.ts'
import { bodyPath } from '../paths.ts'
import { type BodyRow, readBodies, readSeatsOn, type SeatRow } from '../queries.ts'

/** One box of the chart, and one line of the list that says the same. */
export interface ChartNode {
  name: string
  href: string
  /** What else the box says: the chair, the number of seats. */
  notes: string[]
  /** A needed body in which nobody sits. */
  vacant: boolean
  below: ChartNode[]
}

export interface ChartSide {
  heading: string
  strategyGroup: ChartNode | null
  secretariat: ChartNode | null
  organisations: ChartNode[]
}

export interface ChartFacts {
  housing: ChartSide
  municipality: ChartSide
  jointGroup: ChartNode | null
  external: ChartNode[]
}

/** R104: the organisation as it was on a day, worked out from the seats and periods: the chart is never drawn by hand. */
export function chartFacts(actor: Actor, on: Day): ChartFacts {
  const parties = partiesOn(actor, on)
  const bodies = readBodies(actor.database).filter(body => isOn(body, on))
  const seats = readSeatsOn(actor.database, on)
  const tail = on === actor.today ? '' : `?dag=${on}`
  const bodyNode = (kind: BodyRow['kind'], side: Side | null): ChartNode | null => {
    const body = bodies.find(one => one.kind === kind && one.side === side)
    return body ? nodeOfBody(body, seats, tail) : null
  }
  const side = (name: Side): ChartSide => ({
    heading: sideName(actor.database, name),
    strategyGroup: bodyNode('STRATEGY_GROUP', name),
    secretariat: bodyNode('SECRETARIAT', name),
    organisations: nodesBelow(parties, name, null, tail),
  })
  return {
    housing: side('HOUSING'),
    municipality: side('MUNICIPALITY'),
    jointGroup: bodyNode('JOINT_GROUP', null),
    external: nodesBelow(parties, null, null, tail),
  }
}

function nodeOfBody(body: BodyRow, seats: readonly SeatRow[], tail: string): ChartNode {
  const held = seats.filter(seat => seat.bodyId === body.id && seat.role !== 'SUBSTITUTE')
  const chair = held.find(seat => seat.role === 'CHAIR')
  const vacant = held.length === 0
  return {
    name: body.name,
    href: `${bodyPath(body.slug)}${tail}`,
    notes: [
      ...(chair ? [`Formand: ${chair.person}`] : []),
      vacant ? 'Ubesat' : plural(held.length, 'medlem', 'medlemmer'),
    ],
    vacant,
    below: [],
  }
}

function nodesBelow(parties: PartiesOn, side: Side | null, above: number | null, tail: string): ChartNode[] {
  const nodeOf = (organisation: OrganisationRow): ChartNode => ({
    name: organisation.name,
    href: `${organisationPath(organisation.slug)}${tail}`,
    notes: [],
    vacant: false,
    below: nodesBelow(parties, side, organisation.id, tail),
  })
  return parties.organisations
    .filter(organisation => organisation.side === side && aboveOf(organisation, parties) === above)
    .map(nodeOf)
}
