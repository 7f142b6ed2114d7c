import type { Actor } from '../../../../access/actor.ts'
import { type FormPage, formPage } from '../../../../http/forms/form-page.ts'
import { type FormState, formOf } from '../../../../http/forms/forms.ts'
import { longDay } from '../../../../kernel/days.ts'
import { notFound } from '../../../../kernel/refusal.ts'
import { meetingCrumbs } from '../../../meetings/meetings/index.ts'
import { minutesPath } from '../paths.ts'
import { minutesFrame } from './minutes-reading.ts'

type Model = Promise<FormPage & Record<string, unknown>>

/** A member's objection to the minutes that are out. */
export async function objectionPage(actor: Actor, meetingId: number, about: number | null, shown?: FormState): Model {
  const { meeting, state, latest, itemOptions } = await minutesFrame(actor, meetingId)
  if (state !== 'MINUTES_OUT') throw notFound()
  return formPage({
    ...frameOf(meeting, 'Gør indsigelse'),
    lead: `Indsigelser kan gøres til og med den ${longDay(latest.objectionsUntil)}. De besvares, før referatet godkendes.`,
    action: `${minutesPath(meetingId)}/indsigelse`,
    submit: 'Gør indsigelse',
    fields: [
      { kind: 'select', name: 'itemPosition', label: 'Punkt i referatet', options: itemOptions },
      { kind: 'textarea', name: 'text', label: 'Indsigelse', required: true, rows: 6 },
    ],
    form: shown ?? formOf({ itemPosition: about === null ? '' : String(about) }),
  })
}

export async function answerPage(actor: Actor, meetingId: number, objectionId: number, shown?: FormState): Model {
  const { meeting, objections } = await minutesFrame(actor, meetingId)
  const objection = objections.find(one => one.id === objectionId)
  if (!objection) throw notFound()
  return formPage({
    ...frameOf(meeting, 'Besvar indsigelse'),
    lead: `${objection.name}${objection.itemPosition === null ? '' : ` om punkt ${objection.itemPosition}`}: »${objection.text}«`,
    warning:
      'Tages indsigelsen til følge, tages referatet tilbage til rettelse og skal godkendes og sendes til indsigelse igen.',
    action: `${minutesPath(meetingId)}/indsigelser/${objectionId}`,
    submit: 'Registrér svar',
    fields: [
      {
        kind: 'select',
        name: 'upheld',
        label: 'Tages indsigelsen til følge?',
        required: true,
        options: [
          { value: 'yes', text: 'Ja, referatet rettes' },
          { value: 'no', text: 'Nej, referatet ændres ikke' },
        ],
      },
      { kind: 'textarea', name: 'answer', label: 'Svar', required: true, rows: 6 },
    ],
    form: shown ?? formOf(),
  })
}

export async function correctionPage(actor: Actor, meetingId: number, shown?: FormState): Model {
  const { meeting, state, itemOptions } = await minutesFrame(actor, meetingId)
  if (state !== 'MINUTES_APPROVED') throw notFound()
  return formPage({
    ...frameOf(meeting, 'Tilføj berigtigelse'),
    lead: 'Det forseglede referat ændres ikke. Berigtigelsen står ved siden af det med dit navn, tidspunktet og begrundelsen.',
    action: `${minutesPath(meetingId)}/berigtigelse`,
    submit: 'Tilføj berigtigelse',
    fields: [
      { kind: 'select', name: 'itemPosition', label: 'Punkt i referatet', options: itemOptions },
      { kind: 'textarea', name: 'text', label: 'Berigtigelse', required: true, rows: 5 },
      { kind: 'textarea', name: 'reason', label: 'Begrundelse', required: true, rows: 3 },
    ],
    form: shown ?? formOf(),
  })
}

const frameOf = (meeting: Parameters<typeof meetingCrumbs>[0], heading: string) => ({
  title: heading,
  active: 'moeder',
  heading,
  crumbs: meetingCrumbs(meeting, { text: 'Referat', href: minutesPath(meeting.id) }, { text: heading }),
  back: minutesPath(meeting.id),
})
