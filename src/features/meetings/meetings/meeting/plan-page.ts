import type { Actor } from '../../../../access/actor.ts'
import { prepares } from '../../../../access/policy.ts'
import type { Database } from '../../../../database/database.ts'
import { type FormState, formOf } from '../../../../http/forms/forms.ts'
import { asPlanned, type MeetingRow } from '../agenda/load-agenda.ts'
import { formLabels, meetingCrumbs } from '../labels.ts'
import { meetingPath, meetingsPath } from '../paths.ts'
import { meetingBodies, writtenAllowed } from '../queries.ts'
import { writtenHint } from './written-procedure.ts'

/** The forms that may be chosen, and why a written procedure may not. */
function formChoices(bodies: readonly { name: string; allowed: boolean }[]) {
  const forms = Object.entries(formLabels).map(([value, text]) => ({ value, text }))
  return {
    forms: bodies.some(body => body.allowed) ? forms : forms.filter(({ value }) => value !== 'WRITTEN'),
    formHint: writtenHint(bodies),
  }
}

/** The bodies whose meetings the person prepares. */
export function newMeetingPage(
  actor: Actor,
  form: FormState = formOf({ form: 'ORDINARY', startsAt: '13:00', endsAt: '15:00' }),
) {
  const bodies = meetingBodies(actor.database).filter(body => prepares(actor, body))
  return {
    title: 'Opret møde',
    active: 'moeder',
    crumbs: [{ text: 'Møder', href: meetingsPath }, { text: 'Opret møde' }],
    action: meetingsPath,
    cancelHref: meetingsPath,
    form: askedAnew(form),
    ...formChoices(writtenAllowed(actor.database, bodies, actor.today)),
    bodies: bodies.map(body => ({ value: String(body.id), text: body.name })),
    submit: 'Opret møde',
    labels,
  }
}

export function editMeetingPage(
  db: Database,
  meeting: MeetingRow,
  form: FormState = formOf(valuesOf(asPlanned(meeting)), meeting.version),
) {
  return {
    title: 'Ret mødet',
    active: 'moeder',
    crumbs: meetingCrumbs(meeting, { text: 'Ret mødet' }),
    action: `${meetingPath(meeting.id)}/rediger`,
    cancelHref: meetingPath(meeting.id),
    form: askedAnew(form),
    ...formChoices(writtenAllowed(db, [{ id: meeting.bodyId, name: meeting.bodyName }], meeting.day)),
    bodies: null,
    submit: 'Gem',
    labels,
  }
}

export const labels = {
  form: 'Mødeform',
  day: 'Mødedato',
  startsAt: 'Starter kl.',
  endsAt: 'Slutter kl.',
  place: 'Sted',
  note: 'Bemærkning til de indkaldte',
}

const valuesOf = (meeting: MeetingRow) => ({
  form: meeting.form,
  day: meeting.day,
  startsAt: meeting.startsAt,
  endsAt: meeting.endsAt,
  place: meeting.place,
  note: meeting.note,
})

/** A yes was to what was asked then: what is asked now has its own. */
const askedAnew = (form: FormState): FormState =>
  form.errors.confirmed ? { ...form, values: { ...form.values, confirmed: '' } } : form
