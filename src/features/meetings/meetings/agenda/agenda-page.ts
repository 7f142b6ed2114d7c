import type { Actor } from '../../../../access/actor.ts'
import { prepares, readsClosedOf } from '../../../../access/policy.ts'
import { longMoment } from '../../../../kernel/days.ts'
import { notFound } from '../../../../kernel/refusal.ts'
import { plural } from '../../../../kernel/text.ts'
import { readerPath } from '../../reading-room/paths.ts'
import { withdrawnNumbers } from '../items/item-numbers.ts'
import { formLabels, meetingCrumbs, meetingTitle, toMeetingIn, whenText } from '../labels.ts'
import { meetingTabs } from '../meeting/meeting-tabs.ts'
import { isWritten } from '../meeting/written-procedure.ts'
import { agendaEditPath, agendaPath, meetingPath } from '../paths.ts'
import { agendaVersionText, type VersionRow } from '../queries.ts'
import { agendaSignOff } from '../sign-off/agenda-sign-off.ts'
import { signOffRows } from '../sign-off/sign-off-queries.ts'
import { type MeetingState, stateKinds, stateLabels } from '../steps/meeting-states.ts'
import { type ItemChange, sealedAgenda } from './agenda-content.ts'
import { readSendings } from './agenda-queries.ts'
import { minutesOver } from './agenda-rules.ts'
import { itemViews } from './agenda-view.ts'
import { type Edition, editionLine, inEdition } from './edition.ts'
import { bodyOf, type MeetingRow } from './load-agenda.ts'
import { type ReadAgenda, readAgenda } from './read-agenda.ts'
import { sentNumbers } from './sent-numbers.ts'

/** The agenda as this person may read it: the secretariats their draft, everyone else what has been sent. */
export async function agendaPage(actor: Actor, meeting: MeetingRow, edition: Edition = 'whole') {
  const db = actor.database
  const body = bodyOf(meeting)
  const sendings = readSendings(db, meeting.id)
  const { versions } = sendings
  // What has not been sent has no edition that can be handed on.
  if (edition === 'open' && versions.length === 0) throw notFound()
  const readsMore = readsClosedOf(actor, body)
  const asks = readsMore && edition === 'whole'
  const read = await readAgenda(actor, meeting, sendings, edition)
  const items = itemViews(read.content, read.sight, {
    today: actor.today,
    questions: asks ? sendings.questions : [],
    followUps: read.followUps,
    changes: changesSinceLast(actor, meeting, read, versions),
    withdrawn: withdrawnNumbers(sentNumbers(db, meeting.id), read.content.items),
  })
  const { work } = read
  const planned = read.content.meeting
  const over = minutesOver(
    planned.startsAt,
    planned.endsAt,
    read.content.items.map(item => item.plannedMinutes),
  )
  return {
    title: `Dagsorden: ${meetingTitle(meeting)}`,
    active: 'moeder',
    crumbs: meetingCrumbs(meeting, { text: 'Dagsorden' }),
    heading: `Dagsorden ${toMeetingIn(meeting)}`,
    when: whenText({ ...planned, day: planned.day as MeetingRow['day'] }),
    place: isWritten(meeting) ? '' : planned.place,
    form: formLabels[meeting.form],
    number: meeting.number,
    note: planned.note,
    ...badgeOf(meeting.state),
    tabs: meetingTabs(actor, meeting, 'agenda'),
    editHref: work ? agendaEditPath(meeting.id) : null,
    readerHref: versions.length > 0 && edition === 'whole' ? readerPath(meeting.id) : null,
    unsent: work?.facts.unsentChange ?? false,
    over:
      work && over > 0 && !isWritten(meeting)
        ? `Punkterne varer tilsammen ${plural(over, 'minut', 'minutter')} længere end mødet.`
        : null,
    box: work ? agendaSignOff(actor, work, signOffRows(db, meeting.id, 'AGENDA')) : null,
    edition: editionLine('dagsordenen', agendaPath(meeting.id), edition, readsMore && versions.length > 0),
    versions: versions.map(version => versionLine(meeting, version, edition)),
    lateReason: versions.at(-1)?.lateReason ?? null,
    items,
    questionsText: prepares(actor, body) ? 'Stil eller besvar spørgsmål' : 'Stil spørgsmål',
    questionsHref: meeting.state === 'CALLED' && asks ? `${meetingPath(meeting.id)}/punkter/` : null,
  }
}

/** The secretariats see what is not sent yet; everyone sees what the last supplement brought. */
function changesSinceLast(
  actor: Actor,
  meeting: MeetingRow,
  { content, work }: ReadAgenda,
  versions: readonly VersionRow[],
): ItemChange[] {
  const earlier = work?.facts.unsentChange ? versions.length : versions.length - 1
  if (earlier < 1) return []
  const before = agendaVersionText(actor.database, meeting.id, earlier)
  return before ? sealedAgenda.difference(sealedAgenda.thaw(before), content).items : []
}

export const versionLine = (meeting: Pick<MeetingRow, 'id'>, version: VersionRow, edition: Edition = 'whole') => ({
  href: inEdition(`${agendaPath(meeting.id)}/versioner/${version.number}`, edition),
  name: versionName(version.number),
  about: `udsendt den ${longMoment(version.sentAt)} til ${plural(version.recipients, 'medlem', 'medlemmer')}${version.sentBy ? ` af ${version.sentBy}` : ''}`,
  lateReason: version.lateReason,
})

export const versionName = (number: number): string => (number === 1 ? 'Dagsorden' : `Tillæg ${number - 1}`)

/** The agenda's own state: once the meeting is held, the agenda is what was sent, and the minutes wear theirs. */
const badgeOf = (state: MeetingState) =>
  /^(?:IN_SESSION|MINUTES_)/.test(state)
    ? { state: 'Udsendt', stateKind: 'success' as const }
    : { state: stateLabels[state], stateKind: stateKinds[state] }
