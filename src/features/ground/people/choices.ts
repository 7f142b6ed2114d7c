import type { Actor } from '../../../access/actor.ts'
import { mayDo } from '../../../access/policy.ts'
import type { Option } from '../../../http/forms/form-page.ts'
import { longDay } from '../../../kernel/days.ts'
import { isOn } from '../../../kernel/periods.ts'
import { appointsFor, readAppointingMeetings, readBodies, readSeatsOn, roleOrder } from '../bodies/index.ts'
import { type OrganisationInFull, readAdministrationsOn, readOrganisations, seatRoleNames } from '../parties/index.ts'

export interface SeatChoices {
  bodies: Option[]
  roles: Option[]
  occupied: Option[]
  appointing: Option[]
  meetings: Option[]
}

/** Where this reader may seat a person of the organisation; null: nowhere. */
export function seatChoices(actor: Actor, { side }: OrganisationInFull): SeatChoices | null {
  if (side === null) return null
  const all = readBodies(actor.database).filter(body => isOn(body, actor.today))
  const bodies = all.filter(
    body =>
      (body.side === null || body.side === side) &&
      mayDo(actor, 'giveSeat', { body }) &&
      appointsFor(actor, body, side),
  )
  if (bodies.length === 0) return null
  const names = new Map(bodies.map(({ id, name }) => [id, name]))
  const occupied = readSeatsOn(actor.database, actor.today).filter(
    seat => names.has(seat.bodyId) && seat.side === side && seat.role !== 'SUBSTITUTE',
  )
  const appointing = all.filter(
    body => body.side === side && (body.kind === 'STRATEGY_GROUP' || body.kind === 'DECIDING_BODY'),
  )
  return {
    bodies: bodies.map(({ slug, name }) => ({ value: slug, text: name })),
    roles: roleOrder.map(value => ({ value, text: seatRoleNames[value] })),
    occupied: [
      { value: '', text: 'Ingen bestemt' },
      ...occupied.map(({ id, person, bodyId }) => ({ value: String(id), text: `${person} (${names.get(bodyId)})` })),
    ],
    appointing: appointing.map(({ id, name }) => ({ value: String(id), text: name })),
    meetings: [
      { value: '', text: 'Mødet er ikke i portalen' },
      ...readAppointingMeetings(actor, [side]).map(({ id, day, body }) => ({
        value: String(id),
        text: `${longDay(day)}, ${body}`,
      })),
    ],
  }
}

/** The organisations that may name a person of this one, and that this reader names for: itself first. */
export function authorisationChoices(actor: Actor, found: OrganisationInFull): Option[] {
  if (found.side === null) return []
  const administered = new Set(
    readAdministrationsOn(actor.database, actor.today)
      .filter(({ administratorId }) => administratorId === found.id)
      .map(({ associationId }) => associationId),
  )
  return readOrganisations(actor.database, actor.today)
    .filter(
      one =>
        (one.id === found.id || one.parentId === found.id || administered.has(one.id)) &&
        mayDo(actor, 'nameAuthorised', { organisation: one }),
    )
    .sort((one, other) => Number(other.id === found.id) - Number(one.id === found.id))
    .map(({ slug, name }) => ({ value: slug, text: name }))
}
