import type { Actor } from '../../../../access/actor.ts'
import { cooperationOf } from '../../../../access/cooperation.ts'
import { minutesAreOut } from '../../../../access/meeting-states.ts'
import { mayDo, type Right, readsClosedOf } from '../../../../access/policy.ts'
import { rowReader } from '../../../../database/reader.ts'
import { type FormState, formOf } from '../../../../http/forms/forms.ts'
import { addDays, longDay, longMoment } from '../../../../kernel/days.ts'
import { isPast } from '../../../../kernel/last-day.ts'
import { notFound } from '../../../../kernel/refusal.ts'
import { byAndWhen, sentence } from '../../../../kernel/text.ts'
import {
  bodyOf,
  type Edition,
  editionLine,
  inEdition,
  loadMeeting,
  type MeetingRow,
  type MeetingState,
  meetingCrumbs,
  meetingTabs,
  meetingTitle,
  sentNumbers,
  signOffRows,
  stateKinds,
  stateLabels,
  stateOnDay,
} from '../../../meetings/meetings/index.ts'

import { minutesPath } from '../paths.ts'
import { minutesAreOpen } from '../session/session-facts.ts'
import { documentOf } from './document-model.ts'
import { loadMinutes } from './load-minutes.ts'
import { type MinutesContent, type MinutesReader, minutesFor, sealedMinutes } from './minutes-content.ts'
import {
  type CorrectionRow,
  type ObjectionRow,
  readApproval,
  readCorrections,
  readLaterMeetings,
  readObjections,
  readVersions,
  type VersionRow,
} from './minutes-queries.ts'
import { readerFromOutside, readerOfSent } from './minutes-reader.ts'
import { minutesSignOff } from './minutes-sign-off.ts'

interface Reading {
  meeting: MeetingRow
  /** The state on the day of reading: approved by the calendar, too. */
  state: MeetingState
  versions: VersionRow[]
  objections: ObjectionRow[]
  edition: Edition
  reader: MinutesReader
}

/** What this person may read of the minutes; what is not sent is for the group and those who prepare its meetings. */
async function readingOf(actor: Actor, meetingId: number, edition: Edition = 'whole'): Promise<Reading> {
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

/** The minutes: as the session has written them, and once sent the frozen version with all that belongs to it. */
export async function minutesPage(
  actor: Actor,
  meetingId: number,
  form: FormState = formOf(),
  edition: Edition = 'whole',
) {
  const reading = await readingOf(actor, meetingId, edition)
  const { meeting, state, versions, reader } = reading
  const [latest] = versions
  const inWriting = minutesAreOpen(state)
  const content =
    inWriting || !latest ? await loadMinutes(rowReader(actor.database), meetingId) : sealedMinutes.thaw(latest.content)
  const subject = { body: bodyOf(meeting) }
  // The open part is made to be handed on: nothing is done from it.
  const acts = (right: Right) => edition === 'whole' && mayDo(actor, right, subject)
  const minutes = acts('minute')
  const shown = sheetOf(actor, content, reading)
  return {
    ...headOf(meeting, state),
    crumbs: meetingCrumbs(meeting, { text: 'Referat' }),
    ...shown,
    form,
    status: statusText(reading),
    edition: editionOfMinutes(actor, reading, minutesPath(meetingId)),
    tabs: meetingTabs(actor, meeting, 'minutes'),
    signOff:
      state === 'MINUTES_IN_PREPARATION' && minutes
        ? minutesSignOff(actor, meeting, sealedMinutes.hash(content), signOffRows(actor.database, meetingId, 'MINUTES'))
        : null,
    objections: reader.readsClosed ? objectionLines(reading, content, minutes) : [],
    objectHref:
      state === 'MINUTES_OUT' && latest && !isPast(latest.objectionsUntil, actor.today) && acts('objectToMinutes')
        ? `${minutesPath(meetingId)}/indsigelse`
        : null,
    approval: state === 'MINUTES_OUT' && minutes && latest ? approvalModel(actor, reading, latest) : null,
    seal: state === 'MINUTES_APPROVED' && latest ? sealModel(actor, meeting, latest) : null,
    correctHref: state === 'MINUTES_APPROVED' && minutes ? `${minutesPath(meetingId)}/berigtigelse` : null,
    versions: versionLinks(reading),
  }
}

/** One version as it was sent, also after it was taken back and sent anew. */
export async function minutesVersionPage(actor: Actor, meetingId: number, number: number, edition: Edition) {
  const reading = await readingOf(actor, meetingId, edition)
  const version = reading.versions.find(one => one.number === number)
  if (!version) throw notFound()
  const isLatest = version === reading.versions[0] && !minutesAreOpen(reading.state)
  return {
    ...headOf(reading.meeting, reading.state),
    title: `Referat, version ${number}: ${meetingTitle(reading.meeting)}`,
    crumbs: meetingCrumbs(
      reading.meeting,
      { text: 'Referat', href: inEdition(minutesPath(meetingId), edition) },
      { text: `Version ${number}` },
    ),
    edition: editionOfMinutes(actor, reading, `${minutesPath(meetingId)}/versioner/${number}`),
    ...sheetOf(actor, sealedMinutes.thaw(version.content), reading),
    number,
    sent: sentText(version),
    superseded: isLatest ? null : 'Denne version er taget tilbage til rettelse eller afløst af en senere version.',
    checksum: version.hash,
    minutesHref: inEdition(minutesPath(meetingId), edition),
  }
}

const headOf = (meeting: MeetingRow, state: MeetingState) => ({
  title: `Referat: ${meetingTitle(meeting)}`,
  active: 'moeder',
  heading: `Referat af mødet den ${longDay(meeting.day)}`,
  body: meeting.bodyName,
  state: { text: stateLabels[state], kind: stateKinds[state] },
})

function sheetOf(actor: Actor, content: MinutesContent, { meeting, reader }: Reading) {
  const copy = minutesFor(content, reader)
  const readable = new Set(copy.items.filter(item => !item.withheld).map(item => item.position))
  const corrections = readCorrections(actor.database, meeting.id).filter(
    ({ itemPosition }) => itemPosition === null || readable.has(itemPosition),
  )
  return {
    document: documentOf(copy, sentNumbers(actor.database, meeting.id), cooperationOf(actor.database).sides),
    corrections: byItem(corrections),
    generalCorrections: corrections.filter(({ itemPosition }) => itemPosition === null).map(correctionLine),
  }
}

function byItem(corrections: CorrectionRow[]): Record<number, ReturnType<typeof correctionLine>[]> {
  const lines: Record<number, ReturnType<typeof correctionLine>[]> = {}
  for (const correction of corrections) {
    if (correction.itemPosition === null) continue
    lines[correction.itemPosition] = [...(lines[correction.itemPosition] ?? []), correctionLine(correction)]
  }
  return lines
}

const correctionLine = ({ text, reason, name, at }: CorrectionRow) => ({
  text,
  about: `Tilføjet ${byAndWhen(name, at)}. ${sentence(`Begrundelse: ${reason}`)}`,
})

function statusText({ state, versions }: Reading): string {
  const [latest] = versions
  if (state === 'IN_SESSION') return 'Mødet er i gang, og referatet skrives.'
  if (state === 'MINUTES_IN_PREPARATION' || !latest) {
    return latest
      ? `Version ${latest.number} er taget tilbage til rettelse. Referatet sendes til indsigelse igen, når sekretariaterne har godkendt det.`
      : 'Referatet er et udkast, indtil sekretariaterne har godkendt det og sendt det til indsigelse.'
  }
  return state === 'MINUTES_OUT'
    ? `${sentText(latest)} Indsigelser kan gøres til og med den ${longDay(latest.objectionsUntil)}.`
    : sentText(latest)
}

const sentText = ({ number, sentAt, sentBy }: VersionRow): string =>
  `Version ${number} blev sendt til indsigelse den ${longMoment(sentAt)}${sentBy ? ` af ${sentBy}` : ''}.`

function objectionLines({ objections, meeting, reader }: Reading, content: MinutesContent, minutes: boolean) {
  const copy = minutesFor(content, reader)
  const hidden = new Set(copy.items.filter(item => item.withheld).map(item => item.position))
  return objections
    .filter(({ itemPosition }) => itemPosition === null || !hidden.has(itemPosition))
    .map(objection => ({
      heading: `${objection.name}, ${longMoment(objection.at)}`,
      about: `${objection.itemPosition === null ? 'Hele referatet' : `Punkt ${objection.itemPosition}`}, version ${objection.version}`,
      text: objection.text,
      answer: objection.answer,
      answered: objection.answeredAt
        ? `${objection.upheld ? 'Taget til følge' : 'Ikke taget til følge'} ${byAndWhen(objection.answeredBy ?? 'systemet', objection.answeredAt)}.`
        : null,
      answerHref: minutes && !objection.answeredAt ? `${minutesPath(meeting.id)}/indsigelser/${objection.id}` : null,
    }))
}

function approvalModel(actor: Actor, { meeting, objections }: Reading, latest: VersionRow) {
  const unanswered = objections.filter(objection => !objection.answeredAt).length
  const later = readLaterMeetings(actor.database, meeting)
  return {
    action: `${minutesPath(meeting.id)}/godkendelse`,
    explanation:
      unanswered > 0
        ? 'Referatet kan godkendes, når alle indsigelser er besvaret.'
        : `Gøres der ikke indsigelse, anses referatet for godkendt den ${longDay(addDays(latest.objectionsUntil, 1))}. Organet kan godkende det før på sit næste møde.`,
    meetings: later.map(({ id, number, day }) => ({ value: String(id), text: `${number}, ${longDay(day)}` })),
    allowed: unanswered === 0 && (later.length > 0 || isPast(latest.objectionsUntil, actor.today)),
  }
}

/** The seal is worked out again from the text that is shown: a changed letter would show. */
function sealModel(actor: Actor, meeting: MeetingRow, version: VersionRow) {
  const approval = readApproval(actor.database, meeting.id)
  const holds = sealedMinutes.hash(sealedMinutes.thaw(version.content)) === version.hash
  return {
    text: version.approvedAt
      ? `${approval?.reason ?? 'Godkendt efter indsigelsesfristen'}. Registreret den ${longMoment(version.approvedAt)}${version.approvedBy ? ` af ${version.approvedBy}` : ''}.`
      : `Indsigelsesfristen udløb den ${longDay(version.objectionsUntil)}. Referatet er godkendt.`,
    checksum: version.hash,
    verdict: holds ? 'Kontrolsummen passer til teksten.' : 'Kontrolsummen passer ikke til teksten.',
    holds,
    signers: signOffRows(actor.database, meeting.id, 'MINUTES')
      .filter(given => given.hash === version.hash)
      .map(({ person, at }) => `Godkendt af ${person} den ${longMoment(at)}.`),
  }
}

/** What is still being written has no edition that can be handed on. */
const editionOfMinutes = (actor: Actor, { meeting, state, edition }: Reading, path: string) =>
  editionLine('referatet', path, edition, !minutesAreOpen(state) && readsClosedOf(actor, bodyOf(meeting)))

const versionLinks = ({ meeting, versions, edition }: Reading) =>
  versions.map(version => ({
    href: inEdition(`${minutesPath(meeting.id)}/versioner/${version.number}`, edition),
    text: `Version ${version.number}`,
    about: `sendt den ${longMoment(version.sentAt)}`,
  }))

/** For the forms about the minutes: what may be named in them, and the frame around them. */
export async function minutesFrame(actor: Actor, meetingId: number) {
  const reading = await readingOf(actor, meetingId)
  const [latest] = reading.versions
  if (!latest) throw notFound()
  const copy = minutesFor(sealedMinutes.thaw(latest.content), reading.reader)
  const hidden = new Set(copy.items.filter(item => item.withheld).map(item => item.position))
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
