import type { Actor, SeatRole, Side } from '../../../access/actor.ts'
import { type FormPage, formPage } from '../../../http/forms/form-page.ts'
import { type FormState, formOf } from '../../../http/forms/forms.ts'
import { longDay } from '../../../kernel/days.ts'
import { isOn, periodText } from '../../../kernel/periods.ts'
import { notFound } from '../../../kernel/refusal.ts'
import { compareDanish } from '../../../kernel/text.ts'
import { leftText, seatRoleNames } from '../parties/index.ts'
import { partiesPath } from '../parties/paths.ts'
import { appointsFor } from './give-seat.ts'
import { roleOrder } from './labels.ts'
import { bodiesPath, bodyPath } from './paths.ts'
import { type BodyRow, readAppointingMeetings, readBodies, readCandidates, readSeats, type SeatRow } from './queries.ts'

const sides: readonly Side[] = ['HOUSING', 'MUNICIPALITY']

/** Where a seat is given: only one's own side's people and appointing bodies are offered. */
export function giveSeatPage(actor: Actor, body: BodyRow, form?: FormState): FormPage & Record<string, unknown> {
  const own = sides.filter(side => (body.side === null || body.side === side) && appointsFor(actor, body, side))
  const people = readCandidates(actor.database, own).sort((one, other) => compareDanish(one.name, other.name))
  const appointing = readBodies(actor.database).filter(
    one =>
      one.side !== null &&
      own.includes(one.side) &&
      isOn(one, actor.today) &&
      (one.kind === 'STRATEGY_GROUP' || (one.kind === 'DECIDING_BODY' && body.kind !== 'JOINT_GROUP')),
  )
  const occupied = readSeats(actor.database, body.id).filter(
    seat => seat.role !== 'SUBSTITUTE' && seat.side !== null && own.includes(seat.side),
  )
  const meetings = readAppointingMeetings(actor, own)
  const group = appointing.length === 1 ? String(appointing[0]?.id) : ''
  return formPage({
    ...frame(body, 'Udpeg en person'),
    lead:
      body.kind === 'JOINT_GROUP'
        ? 'Partens egen strategigruppe udpeger til fælles boligstrategisk gruppe.'
        : 'Den, der udpeges, skal høre til organets egen part.',
    action: `${bodyPath(body.slug)}/pladser/ny`,
    submit: 'Udpeg personen',
    form:
      form ??
      formOf({ from: actor.today, role: body.kind === 'SECRETARIAT' ? 'SECRETARY' : 'MEMBER', appointedById: group }),
    fields: [
      {
        kind: 'select',
        name: 'personId',
        label: 'Person',
        required: true,
        hint: 'Mangler personen på listen, så tilføj først personen under organisationen.',
        options: people.map(({ id, name, organisation, endedOn }) => ({
          value: String(id),
          text: `${name} (${organisation}${leftText(endedOn, actor.today)})`,
        })),
      },
      { kind: 'select', name: 'role', label: 'Rolle', required: true, options: rolesIn(body) },
      {
        kind: 'select',
        name: 'substituteForId',
        label: 'Suppleant for',
        hint: 'Udfyldes kun for en suppleant. Vælg »Ingen bestemt«, hvis suppleanten kan træde ind for alle fra samme part.',
        options: [
          { value: '', text: 'Ingen bestemt' },
          ...occupied.map(seat => ({ value: String(seat.id), text: `${seat.person} (${seatText(seat, actor)})` })),
        ],
      },
      { kind: 'date', name: 'from', label: 'Fra', required: true },
      {
        kind: 'date',
        name: 'to',
        label: 'Til og med',
        hint: 'Lad feltet være tomt, hvis udpegningen gælder, indtil den afsluttes.',
      },
      {
        kind: 'select',
        name: 'appointedById',
        label: 'Udpeget af',
        required: true,
        options: appointing.map(({ id, name }) => ({ value: String(id), text: name })),
      },
      {
        kind: 'select',
        name: 'appointedAtMeetingId',
        label: 'Udpeget på mødet',
        options: [
          { value: '', text: 'Mødet er ikke i portalen' },
          ...meetings.map(({ id, day, body: name }) => ({ value: String(id), text: `${longDay(day)}, ${name}` })),
        ],
      },
      {
        kind: 'text',
        name: 'appointedNote',
        label: 'Sted og dag for udpegningen',
        hint: 'Skal udfyldes, når mødet ikke er i portalen, fx »Bestyrelsesmødet den 3. marts 2026, punkt 5«.',
      },
    ],
  })
}

/** A seat that has ended is told with its days: somebody was its substitute then. */
const seatText = (seat: SeatRow, actor: Actor): string =>
  seatRoleNames[seat.role] + (isOn(seat, actor.today) ? '' : `, ${periodText(seat)}`)

export const rolesIn = (body: BodyRow) => {
  const roles: readonly SeatRole[] =
    body.kind === 'JOINT_GROUP' ? roleOrder.filter(role => role !== 'SECRETARY') : roleOrder
  return roles.map(value => ({ value, text: seatRoleNames[value] }))
}

export function endSeatPage(
  actor: Actor,
  body: BodyRow,
  seatId: number,
  form?: FormState,
): FormPage & Record<string, unknown> {
  const seat = readSeats(actor.database, body.id).find(({ id }) => id === seatId)
  if (!seat) throw notFound()
  return formPage({
    ...frame(body, 'Afslut en udpegning'),
    lead: `${seat.person}, ${seatRoleNames[seat.role].toLowerCase()} siden den ${longDay(seat.from)}. Udpegningen slettes ikke. Den kan altid ses for de dage, den gjaldt.`,
    action: `${bodyPath(body.slug)}/pladser/${seatId}/afslut`,
    submit: 'Afslut udpegningen',
    danger: true,
    form: form ?? formOf({ to: actor.today }, seat.version),
    fields: [
      { kind: 'date', name: 'to', label: 'Sidste dag', required: true },
      { kind: 'text', name: 'reason', label: 'Begrundelse', required: true },
    ],
  })
}

/** What all forms under a body share. */
export const frame = (body: BodyRow, heading: string) => ({
  title: `${heading}: ${body.name}`,
  active: 'parter',
  crumbs: [
    { text: 'Parter', href: partiesPath },
    { text: 'Organer', href: bodiesPath },
    { text: body.name, href: bodyPath(body.slug) },
    { text: heading },
  ],
  heading,
  back: bodyPath(body.slug),
})
