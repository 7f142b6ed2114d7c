import type { Actor } from '../../../../access/actor.ts'
import { cooperationOf } from '../../../../access/cooperation.ts'
import { mayDo, type Right, readsClosedOf } from '../../../../access/policy.ts'
import { type FormState, formOf } from '../../../../http/forms/forms.ts'
import { longMoment } from '../../../../kernel/days.ts'
import { isPast } from '../../../../kernel/last-day.ts'
import { brokenRule, notFound } from '../../../../kernel/refusal.ts'
import { byAndWhen, sentence } from '../../../../kernel/text.ts'
import {
  bodyOf,
  type Edition,
  editionLine,
  inEdition,
  type MeetingState,
  meetingCrumbs,
  meetingTabs,
  meetingTitle,
  sentNumbers,
  signOffRows,
} from '../../../meetings/meetings/index.ts'
import { type DocumentModel, documentOf } from '../document/document-model.ts'
import { type MinutesContent, minutesFor, sealedMinutes } from '../document/minutes-content.ts'
import { type CorrectionRow, readCorrections, type VersionRow } from '../document/minutes-queries.ts'
import { draftChangesPath, minutesPath, minutesVersionPath, sessionPath, versionChangesPath } from '../paths.ts'
import { minutesAreOpen } from '../session/session-facts.ts'
import { approvalModel, outText, sealModel } from './approval-model.ts'
import { type ItemForm, itemFormOf, itemMinutesPath } from './item-form.ts'
import {
  contentNow,
  headOf,
  hiddenNumbers,
  type Reading,
  readingOf,
  sentText,
  versionBefore,
} from './minutes-reading.ts'
import { minutesSignOff } from './minutes-sign-off.ts'
import { type ObjectionLine, objectionLines } from './objection-lines.ts'

/** Which item of the minutes is being written, and with what. */
export interface Editing {
  itemId: number
  form?: FormState
}

/**
 * The minutes: as the session has written them, and once sent the frozen version with all that belongs to it. What is
 * done to an item stands at the item.
 */
export async function minutesPage(
  actor: Actor,
  meetingId: number,
  form: FormState = formOf(),
  edition: Edition = 'whole',
  editing?: Editing,
) {
  const reading = await readingOf(actor, meetingId, edition)
  const { meeting, state, versions } = reading
  const [latest] = versions
  const content = await contentNow(actor, reading)
  const subject = { body: bodyOf(meeting) }
  // The open part is made to be handed on: nothing is done from it.
  const acts = (right: Right) => edition === 'whole' && mayDo(actor, right, subject)
  const minutes = acts('minute')
  const writes = minutes && minutesAreOpen(state)
  const objects =
    state === 'MINUTES_OUT' && latest && !isPast(latest.objectionsUntil, actor.today) && acts('objectToMinutes')
  const { copy, ...sheet } = sheetOf(actor, content, reading)
  const objections = objectionLines(reading, copy, minutes)
  const edit = editing ? await editOf(actor, meetingId, copy, { minutes, state }, editing) : null
  const objectHref = objects ? `${minutesPath(meetingId)}/indsigelse` : null
  return {
    ...headOf(meeting, state),
    crumbs: meetingCrumbs(meeting, { text: 'Referat' }),
    ...sheet,
    form: edit?.form ?? form,
    edit,
    status: statusText(reading),
    edition: editionOfMinutes(actor, reading, minutesPath(meetingId)),
    tabs: meetingTabs(actor, meeting, 'minutes'),
    contents: contentsOf(sheet.document),
    signOff:
      state === 'MINUTES_IN_PREPARATION' && minutes
        ? minutesSignOff(actor, meeting, sealedMinutes.hash(content), signOffRows(actor.database, meetingId, 'MINUTES'))
        : null,
    atItem: atItems(copy, objections, {
      edit: writes ? number => itemMinutesPath(meetingId, number) : null,
      object: objectHref ? number => `${objectHref}?punkt=${number}` : null,
    }),
    objections,
    general: objections.filter(({ number }) => number === null),
    attendanceHref: writes ? `${sessionPath(meetingId)}#fremmoede` : null,
    objectHref,
    approval: state === 'MINUTES_OUT' && minutes && latest ? approvalModel(actor, reading, latest) : null,
    seal: state === 'MINUTES_APPROVED' && latest ? sealModel(actor, meeting, latest) : null,
    correctHref: state === 'MINUTES_APPROVED' && minutes ? `${minutesPath(meetingId)}/berigtigelse` : null,
    versions: versionLinks(reading),
    changesHref: minutesAreOpen(state) && latest ? draftChangesPath(meetingId) : null,
  }
}

/** @throws Refusal where this person writes no such item, or the minutes are out of the writers' hands */
async function editOf(
  actor: Actor,
  meetingId: number,
  copy: MinutesContent,
  { minutes, state }: { minutes: boolean; state: MeetingState },
  { itemId, form }: Editing,
): Promise<ItemForm> {
  const item = copy.items.find(one => one.id === itemId && !one.withheld)
  if (!item || !minutes) throw notFound()
  if (!minutesAreOpen(state)) throw brokenRule(notOpen(state))
  return itemFormOf(actor, meetingId, item, form)
}

const notOpen = (state: MeetingState): string =>
  state === 'MINUTES_OUT'
    ? 'Referatet er sendt til indsigelse. Tag det tilbage, hvis det skal rettes.'
    : state === 'MINUTES_APPROVED'
      ? 'Referatet er godkendt og forseglet. Tilføj en rettelse i stedet.'
      : 'Referatet skrives, når mødet er åbnet.'

const contentsOf = ({ items }: DocumentModel) =>
  items.map(item => ({
    href: `#${item.anchor}`,
    text: `${item.number}. ${item.title}`,
    about: 'outcome' in item ? item.outcome : null,
  }))

/** What is done to an item and has been said to it, by its number. */
function atItems(
  copy: MinutesContent,
  objections: readonly ObjectionLine[],
  ways: { edit: ((itemId: number) => string) | null; object: ((number: number) => string) | null },
) {
  const readable = copy.items.filter(item => !item.withheld)
  return Object.fromEntries(
    readable.map(({ id, position }) => [
      position,
      {
        editHref: ways.edit ? `${ways.edit(id)}#punkt-${position}` : null,
        objectHref: ways.object ? ways.object(position) : null,
        objections: objections.filter(({ number }) => number === position),
      },
    ]),
  )
}

/** One version as it was sent, also after it was taken back and sent anew. */
export async function minutesVersionPage(actor: Actor, meetingId: number, number: number, edition: Edition) {
  const reading = await readingOf(actor, meetingId, edition)
  const version = reading.versions.find(one => one.number === number)
  if (!version) throw notFound()
  const { copy: _copy, ...sheet } = sheetOf(actor, sealedMinutes.thaw(version.content), reading)
  const isLatest = version === reading.versions[0] && !minutesAreOpen(reading.state)
  return {
    ...headOf(reading.meeting, reading.state),
    title: `Referat, version ${number}: ${meetingTitle(reading.meeting)}`,
    crumbs: meetingCrumbs(
      reading.meeting,
      { text: 'Referat', href: inEdition(minutesPath(meetingId), edition) },
      { text: `Version ${number}` },
    ),
    edition: editionOfMinutes(actor, reading, minutesVersionPath(meetingId, number)),
    ...sheet,
    tabs: meetingTabs(actor, reading.meeting, 'minutes'),
    number,
    sent: sentText(version),
    superseded: isLatest ? null : 'Denne version er taget tilbage til rettelse eller afløst af en senere version.',
    checksum: version.hash,
    minutesHref: inEdition(minutesPath(meetingId), edition),
    changes: changesLink(reading, version),
  }
}

function sheetOf(actor: Actor, content: MinutesContent, { meeting, reader }: Reading) {
  const copy = minutesFor(content, reader)
  const hidden = hiddenNumbers(copy)
  const readable = new Set(copy.items.flatMap(({ position }) => (hidden.has(position) ? [] : [position])))
  const corrections = readCorrections(actor.database, meeting.id).filter(
    ({ itemPosition }) => itemPosition === null || readable.has(itemPosition),
  )
  return {
    copy,
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

function statusText(reading: Reading): string {
  const { state, versions } = reading
  const [latest] = versions
  if (state === 'IN_SESSION') return 'Mødet er i gang, og referatet skrives.'
  if (state === 'MINUTES_IN_PREPARATION' || !latest) {
    return latest
      ? `Version ${latest.number} er taget tilbage til rettelse. Referatet sendes til indsigelse igen, når sekretariaterne har godkendt det.`
      : 'Referatet er et udkast, indtil sekretariaterne har godkendt det og sendt det til indsigelse.'
  }
  return state === 'MINUTES_OUT' ? `${sentText(latest)} ${outText(reading, latest)}` : sentText(latest)
}

/** What is still being written has no edition that can be handed on. */
const editionOfMinutes = (actor: Actor, { meeting, state, edition }: Reading, path: string) =>
  editionLine('referatet', path, edition, !minutesAreOpen(state) && readsClosedOf(actor, bodyOf(meeting)))

const versionLinks = (reading: Reading) =>
  reading.versions.map(version => ({
    href: inEdition(minutesVersionPath(reading.meeting.id, version.number), reading.edition),
    text: `Version ${version.number}`,
    about: `sendt den ${longMoment(version.sentAt)}`,
    changes: changesLink(reading, version),
  }))

/** What a version changed of the one before; the first has none. */
function changesLink(reading: Reading, { number }: VersionRow): { href: string; text: string } | null {
  const before = versionBefore(reading, number)
  if (!before) return null
  return {
    href: inEdition(versionChangesPath(reading.meeting.id, number), reading.edition),
    text: `Ændret siden version ${before.number}`,
  }
}
