import type { Actor, Side } from '../../../../access/actor.ts'
import { sideName } from '../../../../access/cooperation.ts'
import { isAwaited, isUnsent } from '../../../../access/meeting-states.ts'
import { type BodySubject, mayDo, prepares, readsClosedOf } from '../../../../access/policy.ts'
import { possibleSteps } from '../../../../access/steps.ts'
import type { Database } from '../../../../database/database.ts'
import { rowReader } from '../../../../database/reader.ts'
import { foundRow } from '../../../../database/rows.ts'
import { ownEvents } from '../../../../http/own-events.ts'
import { type Day, longDay, longMoment } from '../../../../kernel/days.ts'
import { isPast } from '../../../../kernel/last-day.ts'
import { sentencesOf } from '../../../../kernel/objection.ts'
import { bodyInSentence, compareDanish, listDanish, plural } from '../../../../kernel/text.ts'
import { procedureOnPath } from '../../../decisions/procedure/paths.ts'
import { type RulesInForce, readRules, rulesInForce, rulesSince } from '../../../ground/bodies/index.ts'
import { bodyPath } from '../../../ground/bodies/paths.ts'
import { neededSides, secretariatNames, sideOf } from '../../../ground/sealed/index.ts'
import { callAnswersPath } from '../../call-answers/paths.ts'
import { versionLine } from '../agenda/agenda-page.ts'
import { agendaMark } from '../agenda/agenda-queries.ts'
import { agendaDay, minutesDay, noticeDay, proposalDay } from '../agenda/agenda-rules.ts'
import { bodyOf, type MeetingRow } from '../agenda/load-agenda.ts'
import { attendanceLabelsOf, formLabels, meetingCrumbs, meetingTitle, roleLabels, whenText } from '../labels.ts'
import { agendaEditPath, agendaPath, itemProposalsPath, meetingMandatesPath, meetingPath } from '../paths.ts'
import { agendaVersions, calledPeople, itemsToCarry, meetingSteps, openMeetings } from '../queries.ts'
import { signOffRows } from '../sign-off/sign-off-queries.ts'
import { chairsOf, factsFrom, type LoadedMeeting } from '../steps/meeting-facts.ts'
import { agendaIsOpen, isCalled, stateKinds, stateOnDay } from '../steps/meeting-states.ts'
import { type MeetingTransition, meetingWay, type Step, stepLabels } from '../steps/meeting-steps.ts'
import { nextStep } from '../steps/next-step.ts'
import type { MeetingFacts } from '../steps/step-conditions.ts'
import { stateText } from './list-page.ts'
import { meetingTabs } from './meeting-tabs.ts'
import { isWritten } from './written-procedure.ts'

/** A meeting's own page: what happens next, who must do it and by when, the buttons for it, and how it went so far. */
export async function meetingPage(actor: Actor, meeting: MeetingRow) {
  const db = actor.database
  const body = bodyOf(meeting)
  const prepare = prepares(actor, body)
  const loaded = await factsFrom(rowReader(db), actor.today, meeting.id, !prepare)
  const { facts, rules } = loaded
  const minutesSigned = signOffRows(db, meeting.id, 'MINUTES').flatMap(row => (row.voidedAt ? [] : [row.side]))
  const state = stateOnDay(facts, actor.today)
  const mark = agendaMark(db, meeting.id)
  const wasSent = isCalled(meeting.state) || mark.versions > 0
  const readsAgenda = wasSent || prepare
  const carry = prepare ? itemsToCarry(actor, meeting.id) : []
  const targets =
    carry.length > 0 ? openMeetings(db, meeting.bodyId, meeting.day).filter(one => one.id !== meeting.id) : []
  const path = meetingPath(meeting.id)
  return {
    title: meetingTitle(meeting),
    active: 'moeder',
    crumbs: meetingCrumbs(meeting),
    eventsHref: ownEvents(actor, 'moede', meeting.id),
    bodyName: meeting.bodyName,
    aboutBody: `Om ${bodyInSentence(meeting.bodyName)}`,
    bodyHref: bodyPath(meeting.bodySlug),
    when: whenText(meeting),
    state: stateText(actor, state, onlySigner(neededSides(body), facts)),
    stateKind: stateKinds[state],
    about: [
      { term: 'Mødeform', text: formLabels[meeting.form] },
      ...(isWritten(meeting) ? [] : [{ term: 'Sted', text: meeting.place }]),
      { term: 'Nummer', text: meeting.number },
      ...(rules ? deadlineFacts(loaded, rules) : []),
      ...governingFact(actor, meeting),
    ],
    note: meeting.note,
    unsentPlan: prepare && meeting.unsentPlan !== null ? unsentText(loaded.meeting) : null,
    next: nextView(actor, loaded, minutesSigned),
    tabs: meetingTabs(actor, meeting, 'meeting', readsAgenda),
    links: links(actor, meeting, body, readsAgenda),
    buttons: buttons(actor, loaded, body, mark.unsent),
    versions: (mark.versions > 0 && readsAgenda ? agendaVersions(db, meeting.id) : []).map(version =>
      versionLine(meeting, version),
    ),
    people: peopleBySide(
      actor.database,
      wasSent && readsClosedOf(actor, body) ? calledPeople(db, meeting.id) : [],
      attendanceLabelsOf(meeting),
    ),
    // That an agenda was opened again tells of a change before it is sent.
    steps: meetingSteps(db, meeting.id)
      .filter(({ kind }) => prepare || kind !== 'REOPEN_AGENDA')
      .map(({ kind, at, reason, person }) => ({
        text: stepLabels[kind],
        when: longMoment(at),
        person: person ?? '',
        reason: reason ?? '',
      })),
    carry: carry.map(item => ({
      number: item.position,
      title: item.title,
      action: `${path}/punkter/${item.id}/overfoer`,
    })),
    carryTargets: targets.map(one => ({ value: String(one.id), text: `${longDay(one.day)} (${one.number})` })),
    ownSignOffHref: prepare && agendaIsOpen(meeting.state) ? `${agendaPath(meeting.id)}#godkendelse` : null,
  }
}

/** What the rules of the meeting's day set for it, as days. */
function deadlineFacts(loaded: LoadedMeeting, rules: RulesInForce) {
  const { day } = loaded.meeting
  const [agenda, minutes] = [agendaDay(day, rules), minutesDay(day, rules)]
  return [
    { term: 'Frist for forslag', text: longDay(proposalDay(day, rules)) },
    ...(agenda ? [{ term: 'Dagsordenen er klar senest', text: longDay(agenda) }] : []),
    { term: 'Dagsordenen udsendes senest', text: sendingDay(loaded, noticeDay(day, rules)) },
    ...(minutes ? [{ term: 'Referatet sendes til indsigelse senest', text: longDay(minutes) }] : []),
  ]
}

/** R62, R64: which version of the rules of procedure governs the meeting, as far as the reader sees what was adopted. */
function governingFact(actor: Actor, meeting: MeetingRow) {
  const body = bodyOf(meeting)
  const governing = rulesInForce(readRules(actor, meeting.bodyId), meeting.day)
  if (!governing) return []
  const href =
    body.kind === 'JOINT_GROUP'
      ? procedureOnPath(meeting.day)
      : `${bodyPath(meeting.bodySlug)}?dag=${meeting.day}#forretningsorden`
  return [{ term: 'Forretningsorden', text: rulesSince(governing, body), href }]
}

/** The last day of the notice, and whether it has passed with the agenda unsent. */
const sendingDay = ({ facts }: LoadedMeeting, last: Day): string =>
  isUnsent(facts.state) && isPast(last, facts.today) ? `${longDay(last)} (fristen er overskredet)` : longDay(last)

/** The one of two secretariats that has signed off the agenda as it stands. */
const onlySigner = (needed: readonly Side[], facts: { agendaUnsignedBy: readonly string[] }): Side | null => {
  const signed = needed.filter(side => !facts.agendaUnsignedBy.includes(secretariatNames[side]))
  return needed.length === 2 && signed.length === 1 ? (signed[0] ?? null) : null
}

/** What the secretariats have changed of a called meeting's plan. */
const unsentText = (plan: MeetingRow): string =>
  [whenText(plan), plan.place, plan.note].filter(Boolean).join('. ').concat('. Udsend ændringen som tillæg.')

function nextView(actor: Actor, loaded: LoadedMeeting, minutesSigned: readonly Side[]) {
  const { meeting, facts, rules } = loaded
  const needed = neededSides(bodyOf(meeting))
  const step = nextStep(
    {
      ...facts,
      startsAt: meeting.startsAt,
      noticeDay: rules ? noticeDay(meeting.day, rules) : meeting.day,
      secretariats: needed.map(side => secretariatNames[side]),
      unsignedBy: agendaIsOpen(facts.state)
        ? facts.agendaUnsignedBy
        : needed.filter(side => !minutesSigned.includes(side)).map(side => secretariatNames[side]),
    },
    actor.today,
  )
  return {
    what: step.what,
    who: step.who,
    by: step.by && longDay(step.by),
    overdue: step.overdue && step.by ? `Fristen var den ${longDay(step.by)} og er overskredet.` : null,
  }
}

interface Button {
  label: string
  href: string | null
  action: string | null
  kind: 'primary' | 'secondary' | 'danger'
  /** Why it cannot be pressed yet; null when it can. */
  waits: string | null
}

/** One button for every step that the table has from here and that this person has the right to. */
function buttons(actor: Actor, loaded: LoadedMeeting, body: BodySubject, unsentMark: boolean): Button[] {
  const { facts } = loaded
  const own = sideOf(actor, body)
  // What the calendar has approved is sealed: the steps are those of the day, not of the last act.
  const onDay = { ...facts, state: stateOnDay(facts, actor.today) }
  // A reason is written on the way; the minutes' own facts are asked about on the minutes' own pages.
  const asked = (step: Step): MeetingFacts => {
    const given = { ...onDay, reason: 'given on the way', ...(elsewhere.has(step) ? allGiven : {}) }
    return step === 'SIGN_OFF_AGENDA' ? ownTurn(actor, body, given) : given
  }
  return possibleSteps(meetingWay, actor, onDay, { body, ...chairsOf(loaded) }, asked)
    .filter(({ transition: { step } }) => step !== 'SUPPLEMENT' || unsentMark)
    .filter(({ transition: { step } }) => step !== 'TAKE_BACK_MINUTES' || facts.objectionsUnanswered > 0)
    .flatMap(({ transition, objections }) => {
      const place = placeOf(transition, loaded)
      const waits = objections.length > 0 ? sentencesOf(objections) : null
      return place ? [{ label: labelOf(transition, own, facts.written), ...place, waits }] : []
    })
}

function labelOf({ step, label }: MeetingTransition, own: Side | null, written: boolean): string {
  if (step === 'SIGN_OFF_AGENDA' && own) return `Godkend dagsordenen for ${secretariatNames[own]}`
  return (written && writtenLabels[step]) || label
}

/** The steps that are called otherwise where nobody meets. */
const writtenLabels: Partial<Record<Step, string>> = { OPEN: 'Åbn behandlingen', CLOSE: 'Luk behandlingen' }

/** The secretariat whose sign-off is missing has its button; the one that has given its own waits for the other. */
function ownTurn(actor: Actor, body: BodySubject, facts: MeetingFacts): MeetingFacts {
  const side = sideOf(actor, body)
  return side && facts.agendaUnsignedBy.includes(secretariatNames[side]) ? { ...facts, agendaUnsignedBy: [] } : facts
}

/** Steps that are taken on the pages of the session and the minutes, which know more than this page does. */
const elsewhere: ReadonlySet<Step> = new Set(['SEND_MINUTES', 'TAKE_BACK_MINUTES', 'APPROVE_MINUTES'])
const allGiven = { minutesUnsignedBy: [], objectionsUpheld: 1, approvedAtMeeting: true }

function placeOf(
  { step }: MeetingTransition,
  { meeting }: LoadedMeeting,
): Pick<Button, 'href' | 'action' | 'kind'> | null {
  const path = meetingPath(meeting.id)
  const link = (href: string, kind: Button['kind'] = 'primary') => ({ href, action: null, kind })
  switch (step) {
    case 'PREPARE':
      return { href: null, action: `${path}/forbered`, kind: 'primary' }
    case 'SIGN_OFF_AGENDA':
    case 'CALL':
    case 'SUPPLEMENT':
      return link(`${agendaPath(meeting.id)}#godkendelse`)
    case 'REOPEN_AGENDA':
      // The page's own links lead to the agenda's editor.
      return null
    case 'OPEN':
    case 'CLOSE':
      return link(`${path}/afvikling`)
    case 'SEND_MINUTES':
    case 'TAKE_BACK_MINUTES':
    case 'APPROVE_MINUTES':
      return link(`${path}/referat`, step === 'TAKE_BACK_MINUTES' ? 'secondary' : 'primary')
    case 'CANCEL':
      return link(`${path}/aflys`, 'danger')
  }
}

function links(actor: Actor, meeting: MeetingRow, body: BodySubject, readsAgenda: boolean) {
  const path = meetingPath(meeting.id)
  const prepare = prepares(actor, body)
  const links: { text: string; href: string }[] = []
  if (prepare && agendaIsOpen(meeting.state)) {
    links.push({ text: 'Ret dagsordenen', href: agendaEditPath(meeting.id) })
    links.push({ text: 'Ret tid og sted', href: `${path}/rediger` })
  }
  if (readsAgenda && agendaIsOpen(meeting.state) && meeting.bodyKind === 'JOINT_GROUP') {
    links.push({ text: 'Mandater til mødet', href: meetingMandatesPath(meeting.id) })
  }
  const called = apologises(actor, meeting)
  if (isAwaited(meeting.state) && !isWritten(meeting) && (called || prepare))
    links.push({ text: called ? 'Svar på indkaldelsen' : 'Hvem kommer?', href: callAnswersPath(meeting.id) })
  if (called) links.push({ text: 'Afbud', href: `${path}/afbud` })
  if (agendaIsOpen(meeting.state) && mayDo(actor, 'proposeItem', { body })) {
    links.push({ text: 'Foreslå punkt', href: `${itemProposalsPath}/nyt?moede=${meeting.id}` })
  }
  return links
}

/** Whoever is called to a meeting that is not over sends apologies, or takes them back. */
const apologises = (actor: Actor, { id, state }: MeetingRow): boolean =>
  isAwaited(state) &&
  actor.database.sql.get(
    foundRow,
    `SELECT 1 AS found FROM Attendance WHERE meetingId = ? AND personId = ? AND role <> 'SECRETARY'`,
    id,
    actor.personId,
  ) !== undefined

function peopleBySide(db: Database, people: ReturnType<typeof calledPeople>, statuses: Record<string, string>) {
  const sides = ['HOUSING', 'MUNICIPALITY'] as const
  const groups = sides.map(side => ({
    name: sideName(db, side),
    people: people
      .filter(person => person.side === side)
      .map(({ name, title, role, organisation, status, seated }) => ({
        name,
        about: [title, organisation].filter(Boolean).join(', '),
        role: roleLabels[role],
        status: !seated ? 'Har ikke plads på mødedagen' : status ? (statuses[status] ?? '') : '',
      }))
      .sort((one, other) => compareDanish(one.name, other.name)),
  }))
  const secretaries = people.filter(person => person.role === 'SECRETARY').length
  const counted = [
    plural(people.length - secretaries, 'medlem', 'medlemmer'),
    ...(secretaries > 0 ? [plural(secretaries, 'sekretær', 'sekretærer')] : []),
  ]
  return {
    count: people.length > 0 ? `${listDanish(counted)} er indkaldt` : null,
    groups: groups.filter(group => group.people.length > 0),
  }
}
