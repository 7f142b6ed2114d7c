import type { Actor } from '../../../../access/actor.ts'
import { cooperationOf } from '../../../../access/cooperation.ts'
import { isClosed } from '../../../../access/openness.ts'
import { mayDo } from '../../../../access/policy.ts'
import { rowReader } from '../../../../database/reader.ts'
import { type FormState, formOf } from '../../../../http/forms/forms.ts'
import { withQuery } from '../../../../http/pages/paging.ts'
import { longDay } from '../../../../kernel/days.ts'
import { renderMarkdown } from '../../../../kernel/markdown/markdown.ts'
import { notFound } from '../../../../kernel/refusal.ts'
import { listDanish, sentence } from '../../../../kernel/text.ts'
import {
  attends,
  bodyOf,
  isCalled,
  kindLabels,
  mayBeCarried,
  meetingCrumbs,
  meetingTitle,
  openMeetings,
} from '../../../meetings/meetings/index.ts'
import { meetingPath } from '../../../meetings/meetings/paths.ts'
import { readPrepared } from '../../coverage/index.ts'
import { decisionPath } from '../../decisions/paths.ts'
import { followUpPath, newFollowUpPath } from '../../followups/paths.ts'
import { matrixOf } from '../../mandates/index.ts'
import { readBlocks } from '../blocks/keep-blocks.ts'
import { itemNow } from '../changes/time-rules.ts'
import { materialOf } from '../item/material.ts'
import { outcomeLabels, outcomeOpenings, outcomeText, outcomeWords } from '../labels.ts'
import { changesPath, linePath, screenPath, sessionItemPath, sessionPath } from '../paths.ts'
import { loadStakes } from './load-stakes.ts'
import { attendanceIsOpen, minutesAreOpen } from './session-facts.ts'
import { itemLines, itemQuorum, mayReadSessionItem, quorumModel, usedOf } from './session-page.ts'
import { readItemFollowUps, readSession, readStatements, type Session, type SessionItem } from './session-queries.ts'
import { isDecided, outcomesFor } from './session-rules.ts'
import { stakesOf } from './stakes-rules.ts'

/**
 * One item while it is treated: what is minuted, its outcome, and everything that happens under it, between the meeting's
 * items and its people.
 */
export async function sessionItemPage(actor: Actor, meetingId: number, itemId: number, shown?: FormState) {
  const session = await readSession(actor.database, meetingId)
  const item = session.items.find(one => one.id === itemId)
  const { meeting } = session
  if (!item || !isCalled(meeting.state) || !mayReadSessionItem(actor, session, item)) throw notFound()
  // Before the meeting the rows may be ahead of what was sent, which is read on the agenda.
  if (meeting.state === 'CALLED' && !mayDo(actor, 'minute', { body: bodyOf(meeting) })) throw notFound()
  const writes = mayDo(actor, 'minute', { body: bodyOf(meeting) })
  const inSession = meeting.state === 'IN_SESSION'
  const path = sessionItemPath(meeting.id, item.id)
  const kind = item.kindChangedTo ?? item.kind
  return {
    title: `Punkt ${item.position}: ${item.title}`,
    active: 'moeder',
    crumbs: meetingCrumbs(
      meeting,
      { text: 'Afvikling', href: sessionPath(meeting.id) },
      { text: `Punkt ${item.position}` },
    ),
    meetingText: meetingTitle(meeting),
    sessionHref: sessionPath(meeting.id),
    itemId: item.id,
    screenHref: meeting.state === 'CALLED' ? null : screenPath(meeting.id),
    liveHref: minutesAreOpen(meeting.state) ? linePath(meeting.id, item.id) : null,
    path,
    number: item.position,
    heading: item.title,
    kind: kindLabels[kind],
    closed: isClosed(item),
    closedText:
      isClosed(item) && item.closedReason ? sentence(`Lukket punkt. Begrundelse: ${item.closedReason}`) : null,
    presenter: item.presenter,
    items: itemLines(actor, session).map(line => ({ ...line, current: line.number === item.position })),
    material: materialOf(actor.database, item.id),
    present: presentAt(session, item),
    attendanceHref: `${sessionPath(meeting.id)}#fremmoede`,
    textHtml: renderMarkdown(item.text ?? ''),
    hasText: (item.text ?? '').trim() !== '',
    outcome: item.outcome ? outcomeText(item.outcome, item.outcomeNote ?? '') : null,
    outcomeHint,
    outcomeOpening: item.outcome ? (outcomeOpenings[item.outcome] ?? '') : '',
    outcomeOpenings: JSON.stringify(outcomeOpenings),
    quorum: quorumModel(cooperationOf(actor.database).sides, itemQuorum(session, item), meeting, session.attendance),
    writes: writes && minutesAreOpen(meeting.state),
    settles: writes && inSession,
    recuses: writes && attendanceIsOpen(meeting.state),
    form: startingForm(item, shown),
    stored: JSON.stringify(minutedFields(item)),
    disputed: disputedIn(shown),
    states:
      kind === 'DECISION' &&
      !session.decisions.some(one => one.itemId === item.id) &&
      stakesOf(await loadStakes(rowReader(actor.database), item.id), '').length === 0,
    labels: conflictLabels,
    outcomes: [
      { value: '', text: 'Intet resultat endnu' },
      ...outcomesFor(kind).map(value => ({ value, text: outcomeLabels[value] })),
    ],
    kinds: (['INFORMATION', 'DISCUSSION', 'DECISION'] as const).map(value => ({ value, text: kindLabels[value] })),
    parts: [
      { value: 'open', text: 'Åbent punkt' },
      { value: 'closed', text: 'Lukket punkt' },
    ],
    people: peopleOptions(session),
    recusals: session.recusals
      .filter(recusal => recusal.itemId === item.id)
      .map(({ id, name, reason }) => ({ name, reason, endAction: `${path}/inhabilitet/${id}/ophaev` })),
    statements: readStatements(actor.database, item.id).map(({ id, name, text }) => ({
      name,
      text,
      removeAction: `${path}/udtalelser/${id}/fjern`,
    })),
    decisions: session.decisions.filter(one => one.itemId === item.id).map(decisionModel),
    decisionHref: writes && inSession && kind === 'DECISION' ? `${path}/beslutning#beslutning` : null,
    preparedHref:
      readPrepared(actor, { itemId: item.id }).length > 0
        ? `${meetingPath(meeting.id)}/punkter/${item.id}/mandater`
        : null,
    followUps: readItemFollowUps(actor.database, item.id).map(({ id, text, organisation, dueDay }) => ({
      href: followUpPath(id),
      text,
      about: `${organisation}, senest den ${longDay(dueDay)}`,
    })),
    followUpHref: writes ? withQuery(newFollowUpPath, { punkt: item.id, moede: meeting.id }) : null,
    blocks: writes ? readBlocks(actor.database).map(({ title, text }) => ({ title, text })) : [],
    used: usedOf(session, item, actor.at),
    beginAction: writes && inSession && itemNow(session.spells) !== item.id ? `${path}/begynd` : null,
    changesHref: writes && inSession && item.standing === 'APPROVE_AGENDA' ? changesPath(meeting.id) : null,
    ...postponing(actor, item, session, writes && inSession, path),
    ...carrying(item, session, writes, path),
    ...neighbours(actor, session, item),
  }
}

/** What stands, by the fields of the form that minutes the item: what is typed is saved upon it. */
const minutedFields = (item: SessionItem) => ({
  text: item.text ?? '',
  outcome: item.outcome ?? '',
  outcomeNote: outcomeWords(item.outcome, item.outcomeNote ?? ''),
  // To approve the agenda binds nobody: it is proposed for the item that does nothing else.
  withoutConsequences: (item.version === null ? item.standing === 'APPROVE_AGENDA' : item.withoutConsequences)
    ? '1'
    : '',
})

/** The openings end in what is written here; without scripts one reads them here alone. */
const outcomeHint = `Skriv, hvordan sætningen fortsætter efter ${listDanish(Object.values(outcomeOpenings).map(opening => `»${opening} …«`))}. Ved andre resultater er det en bemærkning.`

const conflictLabels = {
  text: 'Referat',
  outcome: 'Resultat',
  outcomeNote: 'Bemærkning til resultatet',
  withoutConsequences: 'Tiltrådt uden en beslutning i registret',
  kind: 'Type',
  part: 'Åbent eller lukket',
}

/** The fields in which two have written, as the page that tells of it has them, and as it comes back undecided. */
function disputedIn(shown: FormState | undefined): { name: string; label: string }[] {
  const before = shown?.errors && Object.keys(shown.errors).some(name => name.startsWith('_chosen'))
  const names = shown?.conflict
    ? Object.keys(shown.conflict.current)
    : before
      ? String(shown?.values._disputed ?? '').split(',')
      : []
  return names.flatMap(name => {
    const label = conflictLabels[name as keyof typeof conflictLabels]
    return label ? [{ name, label }] : []
  })
}

/** What stands, with what was typed in one of the page's forms on top of it. */
function startingForm(item: SessionItem, shown: FormState | undefined): FormState {
  const stands = {
    ...minutedFields(item),
    kind: item.kindChangedTo ?? item.kind,
    part: isClosed(item) ? 'closed' : 'open',
    closedReason: item.closedReason ?? '',
    publicTitle: item.publicTitle ?? '',
  }
  const version = item.version ?? 0
  return shown
    ? { ...shown, values: { ...stands, ...shown.values }, version: shown.version ?? version }
    : formOf(stands, version)
}

const peopleOptions = ({ attendance }: Session) =>
  attendance
    .filter(row => row.role !== 'SUBSTITUTE' || row.standsInForId !== null || row.status !== null)
    .map(row => ({ value: String(row.personId), text: `${row.name}, ${row.organisation}` }))

/** Who takes part in the item: whoever is there for it and has not stepped out. */
function presentAt({ attendance, recusals }: Session, item: SessionItem) {
  const out = new Set(recusals.filter(one => one.itemId === item.id).map(({ personId }) => personId))
  return attendance
    .filter(row => attends(row, item.position) && !out.has(row.personId))
    .map(row => ({ name: row.name, about: row.organisation }))
}

const decisionModel = ({ number, title, check }: Session['decisions'][number]) => ({
  number,
  title,
  href: decisionPath(number),
  withdrawHref: `${decisionPath(number)}/traek-tilbage`,
  matrix: matrixOf(check),
})

/** The later meetings that an item may be postponed to; what is decided under it is annulled first. */
function postponing(actor: Actor, item: SessionItem, { meeting, decisions }: Session, may: boolean, path: string) {
  const free = may && !item.standing && item.carriedTo === null && !decisions.some(one => one.itemId === item.id)
  const later = free
    ? openMeetings(actor.database, meeting.bodyId, meeting.day).filter(({ id }) => id !== meeting.id)
    : []
  return {
    postponeAction: later.length > 0 ? `${path}/udsaet` : null,
    laterMeetings: later.map(({ id, day, number }) => ({
      value: String(id),
      text: `${longDay(day)} (møde ${number})`,
    })),
  }
}

function carrying(item: SessionItem, { meeting }: Session, writes: boolean, path: string) {
  const may = writes && !item.standing && mayBeCarried(meeting.state, item.outcome) && item.carriedTo === null
  return {
    carryAction: may ? `${path}/overfoer` : null,
    carriedTo: item.carriedTo ? `Punktet er overført til møde ${item.carriedTo}.` : null,
    decidedWithout: isDecided(item.outcome),
  }
}

function neighbours(actor: Actor, session: Session, item: SessionItem) {
  const { meeting } = session
  const items = session.items.filter(one => mayReadSessionItem(actor, session, one))
  const at = items.indexOf(item)
  const link = (other: SessionItem | undefined) =>
    other ? { href: sessionItemPath(meeting.id, other.id), text: `Punkt ${other.position}` } : null
  return { previous: at > 0 ? link(items[at - 1]) : null, next: link(items[at + 1]) }
}
