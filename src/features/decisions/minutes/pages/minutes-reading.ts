import type { Actor } from '../../../../access/actor.ts'
import { minutesAreOut } from '../../../../access/meeting-states.ts'
import { rowReader } from '../../../../database/reader.ts'
import { longDay, longMoment } from '../../../../kernel/days.ts'
import { notFound } from '../../../../kernel/refusal.ts'
import {
  type Edition,
  loadMeeting,
  type MeetingRow,
  type MeetingState,
  meetingTitle,
  stateKinds,
  stateLabels,
  stateOnDay,
} from '../../../meetings/meetings/index.ts'
import { loadMinutes } from '../document/load-minutes.ts'
import { type MinutesContent, type MinutesReader, minutesFor, sealedMinutes } from '../document/minutes-content.ts'
import { type ObjectionRow, readObjections, readVersions, type VersionRow } from '../document/minutes-queries.ts'
import { readerFromOutside, readerOfSent } from '../document/minutes-reader.ts'
import { minutesAreOpen } from '../session/session-facts.ts'

export interface Reading {
  meeting: MeetingRow
  /** The state on the day of reading: approved by the calendar, too. */
  state: MeetingState
  /** The latest first. */
  versions: VersionRow[]
  objections: ObjectionRow[]
  edition: Edition
  reader: MinutesReader
}

/** What this person may read of the minutes; what is not sent is for the group and those who prepare its meetings. */
export async function readingOf(actor: Actor, meetingId: number, edition: Edition = 'whole'): Promise<Reading> {
  const meeting = await loadMeeting(rowReader(actor.database), meetingId)
  const readerIn = edition === 'open' ? readerFromOutside : readerOfSent
  const reader = await readerIn(rowReader(actor.database), actor, meeting)
  const objections = readObjections(actor.database, meetingId)
  const objectionsUnanswered = objections.filter(objection => !objection.answeredAt).length
  const state = stateOnDay({ ...meeting, objectionsUnanswered }, actor.today)
  const published = minutesAreOut(state)
  if (!published && !(minutesAreOpen(state) && reader.readsClosed)) throw notFound()
  return { meeting, state, versions: readVersions(actor.database, meetingId), objections, edition, reader }
}

/** The minutes as they stand: while they are written what the session has, and once sent the latest version. */
export async function contentNow(actor: Actor, { meeting, state, versions }: Reading): Promise<MinutesContent> {
  const [latest] = versions
  return minutesAreOpen(state) || !latest
    ? loadMinutes(rowReader(actor.database), meeting.id)
    : sealedMinutes.thaw(latest.content)
}

export const headOf = (meeting: MeetingRow, state: MeetingState) => ({
  title: `Referat: ${meetingTitle(meeting)}`,
  active: 'moeder',
  heading: `Referat af mødet den ${longDay(meeting.day)}`,
  body: meeting.bodyName,
  state: { text: stateLabels[state], kind: stateKinds[state] },
})

export const sentText = ({ number, sentAt, sentBy }: VersionRow): string =>
  `Version ${number} blev sendt til indsigelse den ${longMoment(sentAt)}${sentBy ? ` af ${sentBy}` : ''}.`

/** The version before, as it was sent; of a draft the latest that was sent. */
export const versionBefore = ({ versions }: Reading, number: number): VersionRow | undefined =>
  versions.find(version => version.number === number - 1)

/** For the forms about the minutes: what may be named in them, and the frame around them. */
export async function minutesFrame(actor: Actor, meetingId: number) {
  const reading = await readingOf(actor, meetingId)
  const [latest] = reading.versions
  if (!latest) throw notFound()
  const copy = minutesFor(sealedMinutes.thaw(latest.content), reading.reader)
  const hidden = hiddenNumbers(copy)
  return {
    ...reading,
    // An objection to a closed item tells what it is about.
    objections: reading.objections.filter(one => one.itemPosition === null || !hidden.has(one.itemPosition)),
    latest,
    itemOptions: [
      { value: '', text: 'Hele referatet' },
      ...copy.items
        .filter(item => !item.withheld)
        .map(item => ({ value: String(item.position), text: `Punkt ${item.position}. ${item.title}` })),
    ],
  }
}

/** The numbers of a copy's items whose content its reader may not see. */
export const hiddenNumbers = (copy: MinutesContent): ReadonlySet<number> =>
  new Set(copy.items.filter(item => item.withheld).map(item => item.position))
