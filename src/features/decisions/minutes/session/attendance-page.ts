import type { Actor } from '../../../../access/actor.ts'
import { rowReader } from '../../../../database/reader.ts'
import { type FormPage, formPage } from '../../../../http/forms/form-page.ts'
import { type FormState, formOf } from '../../../../http/forms/forms.ts'
import { notFound } from '../../../../kernel/refusal.ts'
import { attendanceLabelsOf, meetingCrumbs, meetingTitle } from '../../../meetings/meetings/index.ts'
import { meetingPath } from '../../../meetings/meetings/paths.ts'
import { sessionPath } from '../paths.ts'
import { apologiesOpen, assertOpen, attendanceIsOpen } from './session-facts.ts'
import { readSession, type Session } from './session-queries.ts'
import { mayStandInFor, substitutesOf } from './stand-in.ts'

/** One person's attendance in full: status, who comes instead, from and to which item. */
export async function attendancePage(
  actor: Actor,
  meetingId: number,
  personId: number,
  shown?: FormState,
): Promise<FormPage & Record<string, unknown>> {
  const session = await readSession(actor.database, meetingId)
  const row = session.attendance.find(one => one.personId === personId)
  if (!row) throw notFound()
  assertOpen(session.meeting, attendanceIsOpen)
  const standIn = session.attendance.find(one => one.standsInForId === row.id)
  const stands = {
    status: row.status ?? '',
    standInPersonId: standIn?.personId ?? '',
    arrivedAtItem: row.arrivedAtItem ?? '',
    leftAfterItem: row.leftAfterItem ?? '',
  }
  const items = session.items.map(item => ({ value: String(item.position), text: `Punkt ${item.position}` }))
  return formPage({
    title: `Fremmøde: ${row.name}`,
    active: 'moeder',
    crumbs: meetingCrumbs(
      session.meeting,
      { text: 'Afvikling', href: sessionPath(meetingId) },
      { text: `Fremmøde: ${row.name}` },
    ),
    heading: `Fremmøde: ${row.name}`,
    lead: [row.title, row.organisation].filter(Boolean).join(', '),
    action: `${sessionPath(meetingId)}/fremmoede/${personId}`,
    submit: 'Gem',
    back: sessionPath(meetingId),
    fields: [
      {
        kind: 'select',
        name: 'status',
        label: 'Status',
        options: [
          { value: '', text: 'Ikke registreret' },
          ...Object.entries(attendanceLabelsOf(session.meeting)).map(([value, text]) => ({ value, text })),
        ],
      },
      {
        kind: 'select',
        name: 'standInPersonId',
        label: 'Stedfortræder',
        hint: 'Kun en suppleant for pladsen kan være stedfortræder.',
        options: [{ value: '', text: 'Ingen' }, ...(await standInOptions(actor, session, row))],
      },
      {
        kind: 'select',
        name: 'arrivedAtItem',
        label: 'Ankom under',
        options: [{ value: '', text: 'Til stede fra begyndelsen' }, ...items],
      },
      {
        kind: 'select',
        name: 'leftAfterItem',
        label: 'Forlod mødet efter',
        options: [{ value: '', text: 'Til stede til slutningen' }, ...items],
      },
    ],
    form: shown ? { ...shown, version: shown.version ?? row.version } : formOf(stands, row.version),
  })
}

/** A member's own apologies. */
export async function apologiesPage(
  actor: Actor,
  meetingId: number,
  shown?: FormState,
): Promise<FormPage & Record<string, unknown>> {
  const session = await readSession(actor.database, meetingId)
  const row = session.attendance.find(one => one.personId === actor.personId)
  if (!row) throw notFound()
  assertOpen(session.meeting, apologiesOpen)
  const sent = row.status === 'APOLOGIES'
  if (sent)
    return formPage({
      title: 'Træk afbud tilbage',
      active: 'moeder',
      crumbs: meetingCrumbs(session.meeting, { text: 'Afbud' }),
      heading: 'Træk afbud tilbage',
      lead: `Du har meldt afbud til mødet: ${meetingTitle(session.meeting)}.`,
      warning: 'Kommer du alligevel, skal den suppleant, der er indkaldt i stedet, ikke møde.',
      action: `${meetingPath(meetingId)}/afbud/traek-tilbage`,
      submit: 'Træk afbud tilbage',
      back: meetingPath(meetingId),
      fields: [],
      form: shown ?? formOf(),
    })
  return formPage({
    title: 'Meld afbud',
    active: 'moeder',
    crumbs: meetingCrumbs(session.meeting, { text: 'Meld afbud' }),
    heading: 'Meld afbud',
    lead: meetingTitle(session.meeting),
    action: `${meetingPath(meetingId)}/afbud`,
    submit: 'Meld afbud',
    back: meetingPath(meetingId),
    fields: [
      {
        kind: 'select',
        name: 'standInPersonId',
        label: 'Indkald suppleant',
        options: [{ value: '', text: 'Ingen' }, ...(await standInOptions(actor, session, row))],
      },
    ],
    form: shown ?? formOf(),
  })
}

async function standInOptions(actor: Actor, { meeting }: Session, away: Session['attendance'][number]) {
  const substitutes = await substitutesOf(rowReader(actor.database), meeting)
  return substitutes
    .filter(one => one.personId !== away.personId && mayStandInFor(one, away))
    .map(one => ({ value: String(one.personId), text: `${one.name}, ${one.organisation}` }))
}
