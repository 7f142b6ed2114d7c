import type { Actor, BodyKind, Side } from '../../../../access/actor.ts'
import { sideName } from '../../../../access/cooperation.ts'
import { followUpStateOn } from '../../../../access/follow-up-state.ts'
import { mayDo } from '../../../../access/policy.ts'
import { viewOf } from '../../../../access/visibility.ts'
import { rowReader } from '../../../../database/reader.ts'
import { column, rowsOf } from '../../../../database/rows.ts'
import { type FormState, formOf } from '../../../../http/forms/forms.ts'
import { ownEvents } from '../../../../http/own-events.ts'
import { longDay, shortDay, shortMoment } from '../../../../kernel/days.ts'
import { renderMarkdown } from '../../../../kernel/markdown/markdown.ts'
import { formatKroner } from '../../../../kernel/money.ts'
import { notFound } from '../../../../kernel/refusal.ts'
import { byAndWhen, capitalised, sentence } from '../../../../kernel/text.ts'
import { bodyPath } from '../../../ground/bodies/paths.ts'
import { casePath } from '../../../meetings/cases/paths.ts'
import { agendaPath, meetingPath } from '../../../meetings/meetings/paths.ts'
import { followUpPath, followUpsPath } from '../../followups/paths.ts'
import { kindNames, type MandateCheck, matrixOf, tasksText } from '../../mandates/index.ts'
import { mandatePath } from '../../mandates/paths.ts'
import { sessionPath } from '../../minutes/paths.ts'
import { stands } from '../decision-state.ts'
import { areaFacts, decisionStates, stanceNames } from '../labels.ts'
import { decisionPath, decisionsPath } from '../paths.ts'
import { loadDecision } from '../settle/load-decisions.ts'
import { checkOn } from '../settle/pending-decision.ts'
import {
  type DecisionRow,
  findDecision,
  readDecisionParts,
  type StanceRow,
  withdrawalReason,
} from './decision-queries.ts'
import type { RegisterRow } from './register-queries.ts'
import { trailOf } from './trail.ts'

export const registerLine = (row: RegisterRow, bodyName: string) => ({
  href: decisionPath(row.number),
  number: row.number,
  title: row.title,
  closed: row.closed,
  day: shortDay(row.decidedOn),
  body: bodyName,
  state: decisionStates[row.state],
  consequences: row.readable ? (row.sharedPosition ? 'Fælles holdning' : consequencesText(row)) : '',
})

function consequencesText(row: Pick<RegisterRow, 'economic' | 'legal' | 'organisational'>): string {
  const kinds = (['economic', 'legal', 'organisational'] as const)
    .filter(kind => row[kind])
    .map(kind => kindNames[kind])
  return capitalised(kinds.join(', ').toLowerCase()) || 'Ingen'
}

/** A decision's page, or null where there is none for this person. Nothing of a closed one but what may be said. */
export async function decisionPage(actor: Actor, year: number, serial: number) {
  const row = findDecision(actor, year, serial)
  if (!row) return null
  const title = row.readable ? row.title : (row.publicTitle ?? 'Lukket punkt')
  const common = {
    title: `Beslutning ${row.number}: ${title}`,
    active: 'beslutninger',
    crumbs: [{ text: 'Beslutninger', href: decisionsPath }, { text: row.number }],
    id: row.id,
    eventsHref: ownEvents(actor, 'beslutning', row.id),
    number: row.number,
    heading: title,
    state: decisionStates[row.state],
    stateText: stateText(row),
    facts: factsOf(row),
    closed: row.closed,
    closedReason: row.closedReason ? sentence(`Begrundelse: ${row.closedReason}`) : null,
    excerptPath: `${decisionPath(pathOf(row))}/udskrift`,
  }
  return row.readable ? { ...common, ...(await insideOf(actor, row)) } : { ...common, ...outsideOf(row) }
}

const followUpStates = { OPEN: 'Åben', OVERDUE: 'Fristen er overskredet', CLOSED: 'Afsluttet' } as const

const outsideOf = (row: DecisionRow) => ({
  inside: null,
  textHtml: renderMarkdown(row.publicText ?? ''),
})

async function insideOf(actor: Actor, row: DecisionRow) {
  const parts = readDecisionParts(actor, row.id)
  const { check } = row
  const body = { id: row.bodyId, kind: row.bodyKind, side: row.bodySide }
  const inForce = stands(row)
  return {
    textHtml: renderMarkdown(row.text),
    inside: {
      publicTitle: row.publicTitle,
      publicTextHtml: row.publicText ? renderMarkdown(row.publicText) : null,
      sharedPosition: row.sharedPosition,
      matrix: matrixOf(check, new Map(parts.slugs.map(({ id, slug }) => [id, slug]))),
      checkedOn: longDay(check.on),
      ...trailOf(actor, row, row.state === 'CONDITIONAL' ? await checkNow(actor, row.id) : null),
      recheckPath:
        row.state === 'CONDITIONAL' && mayDo(actor, 'recordDecision', { body })
          ? `${decisionPath(pathOf(row))}/kontroller-igen`
          : null,
      stances: parts.stances.map(stanceLine(actor)),
      draws: parts.entries.map(entry => ({
        mandate: entry.number,
        href: mandatePath(entry.mandateId),
        kind: entry.kind === 'DRAW' ? 'Trukket' : 'Frigivet',
        amount: formatKroner(entry.amount),
        at: shortMoment(entry.at),
      })),
      followUps: parts.followUps.map(followUp => ({
        href: followUpPath(followUp.id),
        text: followUp.text,
        responsible: followUp.person ? `${followUp.person}, ${followUp.organisation}` : followUp.organisation,
        due: shortDay(followUp.dueDay),
        state: followUpStates[followUpStateOn(followUp, actor.today)],
      })),
      noFollowUp: row.noFollowUp,
      recorded: byAndWhen(row.recordedBy ?? 'systemet', row.recordedAt),
      version: row.version,
      withdrawn: row.state === 'ANNULLED' ? sentence(`Begrundelse: ${withdrawalReason(actor, row.id) ?? ''}`) : null,
      withdrawPath:
        inForce && row.meetingState === 'IN_SESSION' && mayDo(actor, 'recordDecision', { body })
          ? `${decisionPath(pathOf(row))}/traek-tilbage`
          : null,
      sessionPath:
        row.meetingState === 'IN_SESSION' && mayDo(actor, 'minute', { body }) ? sessionPath(row.meetingId) : null,
      newFollowUpPath:
        inForce && mayDo(actor, 'prepareMeeting', { body }) ? `${followUpsPath}/ny?beslutning=${row.id}` : null,
    },
  }
}

/** Of a decision that waits: how it would be checked today, which may be for the better since it was last. */
async function checkNow(actor: Actor, decisionId: number): Promise<MandateCheck> {
  const read = rowReader(actor.database)
  return checkOn(read, await loadDecision(read, decisionId), actor.today)
}

/** A body as rights are asked about it. */
export const bodySubject = rowsOf({
  id: column.number,
  kind: column.oneOf<BodyKind>(),
  side: column.orNull(column.oneOf<Side>()),
})

/** The subject of the routes that change a decision; null: it does not exist for the person, or its text does not. */
export function decisionBody(actor: Actor, address: { year: number; serial: number }) {
  const view = viewOf(actor)
  const body = actor.database.sql.get(
    bodySubject,
    `SELECT b.id, b.kind, b.side FROM Decision d JOIN Body b ON b.id = d.bodyId
     WHERE d.year = ? AND d.serial = ? AND ${view.decisions('d')} AND ${view.insideDecisions('d')}`,
    address.year,
    address.serial,
  )
  return body ? { body } : null
}

export function withdrawPage(actor: Actor, address: { year: number; serial: number }, form?: FormState) {
  const row = findDecision(actor, address.year, address.serial)
  if (!row) throw notFound()
  return {
    title: `Annullér beslutning ${row.number}`,
    active: 'beslutninger',
    crumbs: [
      { text: 'Beslutninger', href: decisionsPath },
      { text: row.number, href: decisionPath(address) },
      { text: 'Annullér' },
    ],
    path: `${decisionPath(address)}/traek-tilbage`,
    back: decisionPath(address),
    decisionTitle: row.title,
    form: form ?? formOf({}, row.version),
  }
}

const pathOf = (row: DecisionRow) => {
  const [year, serial] = row.number.split('/')
  return { year: Number(year), serial: Number(serial) }
}

function stateText(row: DecisionRow): string {
  switch (row.state) {
    case 'EFFECTIVE':
      return row.effectiveOn ? `Trådt i kraft den ${longDay(row.effectiveOn)}.` : 'Trådt i kraft.'
    case 'CONDITIONAL':
      return 'Tiltrådt med forbehold. Beslutningen er endnu ikke trådt i kraft.'
    case 'LAPSED':
      return 'Beslutningen er bortfaldet.'
    case 'SUPERSEDED':
      return row.supersededByNumber
        ? `${row.supersededHow === 'REVERSES' ? 'Omgjort' : 'Erstattet'} ved beslutning ${row.supersededByNumber}. Det, der ikke var brugt, er frigivet.`
        : 'Omgjort eller erstattet af en senere beslutning.'
    case 'ANNULLED':
      return 'Beslutningen blev ført til protokols ved en fejl og er annulleret.'
  }
}

function factsOf(row: DecisionRow): { term: string; text: string; href?: string }[] {
  const facts: { term: string; text: string; href?: string }[] = [
    { term: 'Truffet den', text: longDay(row.decidedOn) },
    { term: 'Organ', text: row.bodyName, href: bodyPath(row.bodySlug) },
    { term: 'Møde', text: row.meetingNumber, href: meetingPath(row.meetingId) },
    {
      term: 'Punkt',
      text: row.readable ? `${row.itemPosition}. ${row.itemTitle}` : `Punkt ${row.itemPosition} (lukket)`,
      href: `${agendaPath(row.meetingId)}#punkt-${row.itemPosition}`,
    },
  ]
  if (!row.readable) return facts
  if (row.caseNumber)
    facts.push({ term: 'Sag', text: `${row.caseNumber} ${row.caseTitle ?? ''}`, href: casePath(row.caseNumber) })
  if (row.supersededByNumber)
    facts.push({
      term: row.supersededHow === 'REVERSES' ? 'Omgjort ved' : 'Erstattet ved',
      text: `Beslutning ${row.supersededByNumber}`,
      href: decisionPath(row.supersededByNumber),
    })
  if (row.replacesNumber)
    facts.push({
      term: row.replacementKind === 'REVERSES' ? 'Omgør' : 'Erstatter',
      text: `Beslutning ${row.replacesNumber}${row.state === 'CONDITIONAL' ? ', når denne træder i kraft' : ''}`,
      href: decisionPath(row.replacesNumber),
    })
  const tasks = tasksText(row)
  if (tasks) facts.push({ term: 'Opgave', text: tasks })
  facts.push(...areaFacts(row.areas))
  return facts
}

const stanceLine = (actor: Actor) => (stance: StanceRow) => ({
  who: stance.organisation ?? sideName(actor.database, stance.side),
  stance: stanceNames[stance.kind],
  text: stance.text,
})
