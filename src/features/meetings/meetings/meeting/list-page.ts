import type { Actor, Side } from '../../../../access/actor.ts'
import { inSecretariat } from '../../../../access/policy.ts'
import { viewOf } from '../../../../access/visibility.ts'
import { takePage, withQuery } from '../../../../http/pages/paging.ts'
import { shortDay, weekdayOf } from '../../../../kernel/days.ts'
import { secretariatNames } from '../../../ground/sealed/index.ts'
import type { ListQuery } from '../forms.ts'
import { formLabels, spanText } from '../labels.ts'
import { meetingPath, meetingsPath } from '../paths.ts'
import { listMeetings, meetingBodies, meetingYears } from '../queries.ts'
import { type MeetingState, stateKinds, stateLabels } from '../steps/meeting-states.ts'
import { isWritten } from './written-procedure.ts'

const all = { value: '', text: 'Alle' }
const states = [all, ...Object.entries(stateLabels).map(([value, text]) => ({ value, text }))]

export async function meetingsPage(actor: Actor, query: ListQuery) {
  const db = actor.database
  const view = viewOf(actor)
  const { q, organ, aar, tilstand, efter } = query
  const filter = { q, body: organ, year: aar, state: tilstand, after: efter }
  const found = takePage(await listMeetings(db, view, actor.today, filter), row => ({
    key: `${row.day} ${row.startsAt}`,
    id: row.id,
  }))
  const kept = { q, organ, aar, tilstand }
  return {
    title: 'Møder',
    active: 'moeder',
    crumbs: [{ text: 'Møder' }],
    filters: {
      ...kept,
      bodies: [
        all,
        ...meetingBodies(db)
          .filter(body => view.readsBody(body))
          .map(body => ({ value: body.slug, text: body.name })),
      ],
      years: [all, ...meetingYears(db).map(year => ({ value: String(year), text: String(year) }))],
      states,
    },
    filtered: Object.values(kept).some(Boolean),
    mayPlan: inSecretariat(actor, null),
    rows: found.rows.map(row => ({
      href: meetingPath(row.id),
      number: row.number,
      date: `${weekdayOf(row.day)} ${shortDay(row.day)}`,
      time: isWritten(row) ? 'Svarfrist' : spanText(row.startsAt, row.endsAt),
      body: row.bodyName,
      place: row.place,
      form: row.form === 'ORDINARY' ? '' : formLabels[row.form],
      state: { text: stateText(actor, row.state, row.bodySide ? null : row.signedBy), kind: stateKinds[row.state] },
    })),
    nextHref: found.next ? withQuery(meetingsPath, { ...kept, efter: found.next }) : null,
    continued: efter !== null,
  }
}

/** The state as people say it: with one sign-off given, it is the other secretariat that is waited for. */
export function stateText(actor: Actor, state: MeetingState, signedBy: Side | null): string {
  if (state !== 'AGENDA_IN_PREPARATION' || !signedBy) return stateLabels[state]
  const other = signedBy === 'HOUSING' ? 'MUNICIPALITY' : 'HOUSING'
  return inSecretariat(actor, other) ? 'Afventer jeres godkendelse' : `Afventer ${secretariatNames[other]}`
}
