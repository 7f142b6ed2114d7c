import type { Actor } from '../../../access/actor.ts'
import { agendaIsOpen } from '../../../access/meeting-states.ts'
import { mayDo } from '../../../access/policy.ts'
import { rowReader } from '../../../database/reader.ts'
import { csvOf } from '../../../kernel/csv.ts'
import { longDay } from '../../../kernel/days.ts'
import { kronerInText, plainKroner } from '../../../kernel/money.ts'
import { notFound } from '../../../kernel/refusal.ts'
import { byAndWhen, listDanish } from '../../../kernel/text.ts'
import {
  bodyOf,
  foundMeeting,
  type MeetingRow,
  meetingCrumbs,
  meetingTabs,
  meetingTitle,
} from '../../meetings/meetings/index.ts'
import { meetingPath } from '../../meetings/meetings/paths.ts'
import {
  checkMandates,
  checkText,
  consequenceColumns,
  kindNames,
  loadCheckFacts,
  type MandateCheck,
  matrixOf,
  uncoveredText,
} from '../mandates/index.ts'
import { mandatePath, mandatesPath } from '../mandates/paths.ts'
import { changesBetween } from './change-rules.ts'
import { obtainText } from './labels.ts'
import { checkTogether, type PlannedCheck, type SumCell, type SumRow, sumOf } from './planned-rules.ts'
import { factsOn, findItem, type PreparedRow, readPrepared } from './queries.ts'

/** A coming meeting's prepared decisions against the mandates, all of them together. */
export async function meetingSumPage(actor: Actor, meetingId: number) {
  const meeting = foundMeeting(actor.database, meetingId)
  const { checks, rows } = await sumFor(actor, meeting)
  const uncovered = checks.filter(({ together }) => !together.adoptable)
  const onlyTogether = checks.filter(({ alone, together }) => alone.adoptable && !together.adoptable)
  const path = `${meetingPath(meeting.id)}/mandater`
  return {
    title: `Mandater til mødet: ${meetingTitle(meeting)}`,
    active: 'mandater',
    crumbs: meetingCrumbs(meeting, { text: 'Mandater til mødet' }),
    heading: 'Mandater til mødet',
    meetingText: `${meeting.bodyName}, ${longDay(meeting.day)}`,
    tabs: meetingTabs(actor, meeting, null),
    trialHref: mayDo(actor, 'prepareMeeting', { body: bodyOf(meeting) }) ? `${mandatesPath}/proev` : null,
    csvHref: `${path}.csv`,
    summary: summaryText(checks.length, uncovered, onlyTogether),
    summaryKind: uncovered.length > 0 ? ('warning' as const) : ('success' as const),
    consequences: consequenceColumns,
    rows: rows.map(({ organisation, cells }) => ({
      organisation,
      cells: cells.map(cell => cellModel(cell, organisation)),
    })),
    items: checks.map(({ planned, alone, together }) => ({
      href: `${meetingPath(meeting.id)}/punkter/${planned.itemId}/mandater`,
      text: `${planned.position}. ${planned.title}`,
      state: stateOf(alone.adoptable, together.adoptable),
    })),
    obtain: mergedObtain(checks),
  }
}

const stateOf = (alone: boolean, together: boolean) => {
  if (together) return { text: 'Dækket', tag: 'success' }
  return alone
    ? { text: 'Dækket alene, men ikke sammen med de andre beslutninger', tag: 'warning' }
    : { text: 'Ikke dækket', tag: 'warning' }
}

export function summaryText(count: number, uncovered: PlannedCheck[], onlyTogether: PlannedCheck[]): string {
  if (uncovered.length === 0)
    return count === 1
      ? 'Mødets ene forhåndskontrollerede beslutning kan tiltrædes inden for mandaterne.'
      : `Mødets ${count} forhåndskontrollerede beslutninger kan alle tiltrædes inden for mandaterne.`
  const points = (checks: PlannedCheck[]) =>
    `punkt ${listDanish(checks.map(({ planned }) => String(planned.position)))}`
  const told = `Uden flere mandater kan ${points(uncovered)} kun tiltrædes med forbehold.`
  return onlyTogether.length === 0
    ? told
    : `${told} Mandaterne rækker til ${points(onlyTogether)} alene, men ikke til alle mødets beslutninger sammen.`
}

async function sumFor(
  actor: Actor,
  meeting: MeetingRow,
): Promise<{ checks: PlannedCheck<PreparedRow>[]; rows: SumRow[] }> {
  const plans = readPrepared(actor, { meetingId: meeting.id }, true)
  const named = [...new Set(plans.flatMap(({ rows }) => rows.map(row => row.organisationId)))]
  const { organisations, mandates } = await factsOn(actor.database, named, meeting.day)
  const checks = checkTogether(plans, organisations, mandates, meeting.day)
  return { checks, rows: sumOf(checks, organisations, mandates) }
}

function cellModel(cell: SumCell, organisation: string) {
  const needed = cell.positions.length > 0
  return {
    kind: kindNames[cell.kind],
    state: !needed ? 'Ikke nødvendigt' : cell.uncovered.length > 0 ? 'Ikke dækket' : 'Dækket',
    tag: !needed ? 'neutral' : cell.uncovered.length > 0 ? 'warning' : 'success',
    asked: needed && cell.asked !== null ? `${kronerInText(cell.asked)} i alt` : '',
    items: needed ? `Punkt ${listDanish(cell.positions.map(String))}` : '',
    draws: cell.draws.map(({ mandateId, mandate, amount, before, after }) => ({
      text: `Mandat ${mandate}`,
      href: mandatePath(mandateId),
      about:
        before === null || after === null
          ? `trækkes ${kronerInText(amount)}`
          : `trækkes ${kronerInText(amount)} Rest før mødet: ${kronerInText(before)} Rest efter: ${kronerInText(after)}`,
    })),
    uncovered: cell.uncovered.map(({ position, verdict, onlyTogether }) => ({
      text: `Punkt ${position}: ${uncoveredText(verdict, organisation)}`,
      onlyTogether,
    })),
  }
}

/** What is to be obtained for the whole meeting, body by body. */
function mergedObtain(checks: PlannedCheck[]) {
  const bodies = new Map<string, string[]>()
  for (const { planned, together } of checks)
    for (const { body, lines } of obtainText(together))
      bodies.set(body, [...(bodies.get(body) ?? []), ...lines.map(line => `Punkt ${planned.position}: ${line}`)])
  return [...bodies].map(([body, lines]) => ({ body, lines }))
}

const head = ['Organisation', 'Konsekvens', 'Punkter', 'I alt (kr.)', 'Status', 'Mandater', 'Forklaring']

export async function meetingSumCsv(actor: Actor, meetingId: number): Promise<{ name: string; content: Buffer }> {
  const meeting = foundMeeting(actor.database, meetingId)
  const { rows } = await sumFor(actor, meeting)
  const lines = rows.flatMap(({ organisation, cells }) =>
    cells.map(cell => {
      const model = cellModel(cell, organisation)
      return [
        organisation,
        model.kind,
        cell.positions.join(', '),
        cell.asked === null || cell.positions.length === 0 ? '' : plainKroner(cell.asked),
        model.state,
        model.draws.map(({ text, about }) => `${text}: ${about}`).join(' | '),
        model.uncovered.map(({ text }) => text).join(' | '),
      ]
    }),
  )
  return { name: `mandater-${meeting.number}.csv`, content: csvOf(head, lines) }
}

/** An item's prepared checks: each as it was attached, and as it would be now. */
export async function itemChecksPage(actor: Actor, meetingId: number, itemId: number) {
  const meeting = foundMeeting(actor.database, meetingId)
  const item = findItem(actor, itemId)
  if (!item || item.meetingId !== meetingId) throw notFound()
  const open = agendaIsOpen(meeting.state)
  const mayPrepare = open && mayDo(actor, 'prepareMeeting', { body: bodyOf(meeting) })
  const prepared = readPrepared(actor, { itemId })
  const path = `${meetingPath(meetingId)}/punkter/${itemId}/mandater`
  const named = [...new Set(prepared.flatMap(({ rows }) => rows.map(row => row.organisationId)))]
  const { organisations, mandates } = await loadCheckFacts(rowReader(actor.database), named, meeting.day)
  return {
    title: `Forhåndskontrol til punkt ${item.position}`,
    active: 'moeder',
    crumbs: meetingCrumbs(meeting, { text: `Forhåndskontrol til punkt ${item.position}` }),
    heading: `${item.position}. ${item.title}`,
    meetingText: `${meeting.bodyName}, ${longDay(meeting.day)}`,
    trialHref: mayPrepare ? `${mandatesPath}/proev?punkt=${itemId}` : null,
    sumHref: `${meetingPath(meetingId)}/mandater`,
    begun: !open,
    checks: prepared.map(row => {
      const now = checkMandates(row.rows, mandates, { ...row.scope, organisations }, meeting.day)
      return preparedModel(row, now, mayPrepare ? path : null)
    }),
  }
}

function preparedModel(row: PreparedRow, now: MandateCheck, path: string | null) {
  return {
    made: `Forhåndskontrolleret ${byAndWhen(row.by ?? 'systemet', row.at)}.`,
    earlier: checkText(row.check),
    changes: changesBetween(row.check, now),
    matrix: matrixOf(now),
    obtain: obtainText(now),
    editHref: path && `${mandatesPath}/proev?kontrol=${row.id}`,
    removeAction: path && `${path}/${row.id}/fjern`,
  }
}
