import type { Actor } from '../../../access/actor.ts'
import { type FormPage, formPage } from '../../../http/forms/form-page.ts'
import { type FormState, formOf } from '../../../http/forms/forms.ts'
import { longDay } from '../../../kernel/days.ts'
import { notFound, refuseAll } from '../../../kernel/refusal.ts'
import { seatRoleNames } from '../parties/index.ts'
import { adoptedFault } from './correction-rules.ts'
import { bodyPath } from './paths.ts'
import { type BodyRow, readLastHeld, readRules, readSeats } from './queries.ts'
import { parameterFields, parameterTexts } from './rules/rule-parameters.ts'
import { frame, rolesIn } from './seat-pages.ts'

type Page = FormPage & Record<string, unknown>

const reason = { kind: 'text', name: 'reason', label: 'Begrundelse', required: true } as const

export const correctBodyPage = (body: BodyRow, form?: FormState): Page =>
  formPage({
    ...frame(body, 'Ret organet'),
    lead: 'Her rettes det, der er registreret forkert. Det, der er udsendt eller godkendt, beholder det navn, det fik dengang.',
    action: `${bodyPath(body.slug)}/ret`,
    submit: 'Gem rettelsen',
    form: form ?? formOf({ name: body.name, about: body.about, from: body.from, reason: '' }, body.version),
    fields: [
      { kind: 'text', name: 'name', label: 'Navn', required: true },
      { kind: 'textarea', name: 'about', label: 'Om organet', rows: 3 },
      { kind: 'date', name: 'from', label: 'Findes fra', required: true },
      reason,
    ],
  })

export function correctSeatPage(actor: Actor, body: BodyRow, seatId: number, form?: FormState): Page {
  const seat = readSeats(actor.database, body.id).find(({ id }) => id === seatId)
  if (!seat) throw notFound()
  const values = { role: seat.role, from: seat.from, appointedNote: seat.appointedNote ?? '', reason: '' }
  return formPage({
    ...frame(body, 'Ret en udpegning'),
    lead: `${seat.person}, ${seatRoleNames[seat.role].toLowerCase()} siden den ${longDay(seat.from)}. Ret kun det, der er registreret forkert. Får personen en ny rolle fra en bestemt dag, så afslut udpegningen, og udpeg personen på ny.`,
    action: `${bodyPath(body.slug)}/pladser/${seatId}/ret`,
    submit: 'Gem rettelsen',
    form: form ?? formOf(values, seat.version),
    fields: [
      { kind: 'select', name: 'role', label: 'Rolle', required: true, options: rolesIn(body) },
      { kind: 'date', name: 'from', label: 'Fra', required: true },
      { kind: 'text', name: 'appointedNote', label: 'Sted og dag for udpegningen' },
      reason,
    ],
  })
}

/** The rules of a body that no decision adopts: the joint group's stated default, and those of every other body (R64). */
export function rulesPage(actor: Actor, body: BodyRow, form?: FormState): Page {
  const all = readRules(actor, body.id)
  const latest = all.filter(({ adopted }) => !adopted).sort((one, other) => other.number - one.number)[0]
  if (!latest) throw notFound()
  const joint = body.kind === 'JOINT_GROUP'
  refuseAll([
    adoptedFault(joint && all.some(({ adopted, until }) => adopted && (until === null || until > actor.today))),
  ])
  const lastHeld = readLastHeld(actor.database, body.id, latest.from)
  return formPage({
    ...frame(body, 'Ret forretningsordenen'),
    lead: joint
      ? 'Denne forretningsorden gælder, indtil gruppen vedtager sin egen. Indtil da kan sekretariaterne rette den.'
      : 'Organets sekretariat fastsætter forretningsordenen. Et møde følger den version, der gælder på mødedagen.',
    warning: lastHeld
      ? `Det seneste møde er afholdt den ${longDay(lastHeld)}. Afholdte møder beholder de regler, der gjaldt. Rettelsen gælder fra en senere dag, også for møder, der er indkaldt.`
      : 'Rettelsen gælder også for møder, der er indkaldt. Det, der er udsendt, ændres ikke.',
    action: `${bodyPath(body.slug)}/forretningsorden/ret`,
    submit: 'Gem forretningsordenen',
    form: form ?? formOf({ ...parameterTexts(latest), text: latest.text, reason: '' }, latest.version),
    fields: [
      ...parameterFields(body),
      { kind: 'textarea', name: 'text', label: 'Øvrige bestemmelser', rows: 8, optional: true },
      {
        kind: 'date',
        name: 'from',
        label: 'Gælder fra',
        ...(lastHeld
          ? { required: true }
          : {
              optional: true,
              hint: 'Lad feltet være tomt for at rette den version, der er vist. Med en dag bliver det en ny version.',
            }),
      },
      reason,
    ],
  })
}
