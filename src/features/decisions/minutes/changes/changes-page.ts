import type { Actor } from '../../../../access/actor.ts'
import { rowReader } from '../../../../database/reader.ts'
import { type FormState, formOf } from '../../../../http/forms/forms.ts'
import { brokenRule } from '../../../../kernel/refusal.ts'
import { kindLabels, meetingCrumbs, meetingTabs, meetingTitle } from '../../../meetings/meetings/index.ts'
import { changesPath, sessionPath } from '../paths.ts'
import { itemLines } from '../session/session-page.ts'
import { readSession } from '../session/session-queries.ts'
import { changeSentences } from './agenda-change-rules.ts'
import { readAgendaChanges } from './read-changes.ts'

/** Where a meeting in session changes its own agenda. */
export async function changesPage(actor: Actor, meetingId: number, form: FormState = formOf()) {
  const session = await readSession(actor.database, meetingId)
  const { meeting } = session
  if (meeting.state !== 'IN_SESSION')
    throw brokenRule('Kun mødet selv kan ændre dagsordenen her, og kun mens det er i gang.')
  const lines = itemLines(actor, session).filter(line => !line.withdrawn)
  const open = lines.flatMap(line => (line.href === null ? [] : [{ value: String(line.id), text: line.heading }]))
  return {
    title: `Ændr dagsordenen: ${meetingTitle(meeting)}`,
    active: 'moeder',
    crumbs: meetingCrumbs(meeting, { text: 'Afvikling', href: sessionPath(meeting.id) }, { text: 'Ændr dagsordenen' }),
    tabs: meetingTabs(actor, meeting, 'session'),
    meetingText: meetingTitle(meeting),
    path: changesPath(meeting.id),
    back: sessionPath(meeting.id),
    told: changeSentences(await readAgendaChanges(rowReader(actor.database), meeting.id)),
    form: { ...form, values: { addedMinutes: '10', addedKind: 'DISCUSSION', ...form.values } },
    kinds: (['INFORMATION', 'DISCUSSION', 'DECISION'] as const).map(value => ({ value, text: kindLabels[value] })),
    tasks: [
      { value: '', text: 'Vælg opgave' },
      { value: 'strategy', text: 'Strategi' },
      { value: 'professionalDevelopment', text: 'Faglig udvikling' },
      { value: 'coordination', text: 'Koordinering' },
      { value: 'procedural', text: 'Ingen, punktet er proceduremæssigt' },
    ],
    removable: open,
    after: [{ value: '', text: 'Først på mødet' }, ...open],
    last: [{ value: '', text: 'Efter dagsordenens øvrige punkter' }, ...open],
  }
}
