import type { Actor, Side } from '../../../access/actor.ts'
import { type FormPage, formPage } from '../../../http/forms/form-page.ts'
import { type FormState, formOf } from '../../../http/forms/forms.ts'
import { longDay } from '../../../kernel/days.ts'
import { notFound, refuseAll } from '../../../kernel/refusal.ts'
import { seatRoleNames } from '../parties/index.ts'
import { adoptedFault, countedSides } from './correction-rules.ts'
import { bodyPath } from './paths.ts'
import { type BodyRow, readLastHeld, readRules, readSeats } from './queries.ts'
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

const quorumFields: Record<Side, FormPage['fields'][number]> = {
  HOUSING: {
    kind: 'text',
    name: 'quorumHousing',
    label: 'Medlemmer til stede fra boligorganisationerne',
    required: true,
  },
  MUNICIPALITY: { kind: 'text', name: 'quorumMunicipality', label: 'Medlemmer til stede fra kommunen', required: true },
}

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

/** The default that governs a body until it adopts rules of its own (R62, R64). */
export function firstRulesPage(actor: Actor, body: BodyRow, form?: FormState): Page {
  const all = readRules(actor.database, body.id)
  const [first] = all
  if (!first) throw notFound()
  refuseAll([adoptedFault(all.some(({ decision }) => decision !== null))])
  const lastHeld = readLastHeld(actor.database, body.id, first.from)
  const { noticeWorkdays, proposalDeadlineWorkdays, quorumHousing, quorumMunicipality, objectionDays } = first
  const written = first.writtenProcedureAllowed ? '1' : ''
  const values = {
    ...{ noticeWorkdays, proposalDeadlineWorkdays, quorumHousing, quorumMunicipality, objectionDays },
    writtenProcedureAllowed: written,
    reason: '',
  }
  return formPage({
    ...frame(body, 'Ret forretningsordenen'),
    lead: 'Denne forretningsorden gælder, indtil organet vedtager sin egen. Indtil da kan sekretariatet rette den.',
    warning: lastHeld
      ? `Det seneste møde er afholdt den ${longDay(lastHeld)}. Afholdte møder beholder de regler, der gjaldt. Rettelsen gælder fra en senere dag, også for møder, der er indkaldt.`
      : 'Rettelsen gælder også for møder, der er indkaldt. Det, der er udsendt, ændres ikke.',
    action: `${bodyPath(body.slug)}/forretningsorden/ret`,
    submit: 'Gem forretningsordenen',
    form: form ?? formOf(values, first.version),
    fields: [
      {
        kind: 'text',
        name: 'noticeWorkdays',
        label: 'Varsel i hverdage',
        hint: 'Dagsordenen udsendes senest så mange hverdage før mødet.',
        required: true,
      },
      {
        kind: 'text',
        name: 'proposalDeadlineWorkdays',
        label: 'Frist for forslag i hverdage',
        hint: 'Punkter foreslås senest så mange hverdage før mødet.',
        required: true,
      },
      ...countedSides(body).map(side => quorumFields[side]),
      {
        kind: 'text',
        name: 'objectionDays',
        label: 'Frist for indsigelser i dage',
        hint: 'Indsigelser mod referatet gøres inden så mange dage efter udsendelsen.',
        required: true,
      },
      { kind: 'checkbox', name: 'writtenProcedureAllowed', label: 'Skriftlig behandling er tilladt' },
      ...(lastHeld ? [{ kind: 'date', name: 'from', label: 'Gælder fra', required: true } as const] : []),
      reason,
    ],
  })
}
