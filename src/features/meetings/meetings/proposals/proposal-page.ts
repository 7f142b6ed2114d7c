import type { Actor } from '../../../../access/actor.ts'
import { mayDo, prepares, readsClosedOf } from '../../../../access/policy.ts'
import { viewOf } from '../../../../access/visibility.ts'
import type { Database } from '../../../../database/database.ts'
import { rowReader } from '../../../../database/reader.ts'
import { column, type RowOf, rowsOf } from '../../../../database/rows.ts'
import { type FormState, formOf } from '../../../../http/forms/forms.ts'
import { type Cursor, pageSize, takePage, withQuery } from '../../../../http/pages/paging.ts'
import { type Day, longDay, longMoment, shortDay, shortMoment } from '../../../../kernel/days.ts'
import { isPast } from '../../../../kernel/last-day.ts'
import { renderMarkdown } from '../../../../kernel/markdown/markdown.ts'
import { sentence } from '../../../../kernel/text.ts'
import { findRules } from '../../../ground/bodies/index.ts'
import { sentItems } from '../../cases/index.ts'
import { type ItemKind, proposalDay } from '../agenda/agenda-rules.ts'
import { kindLabels } from '../labels.ts'
import { agendaPath, itemProposalPath, itemProposalsPath, meetingPath, meetingsPath } from '../paths.ts'
import { meetingBodies, openMeetings } from '../queries.ts'

const proposalRow = rowsOf({
  id: column.number,
  title: column.text,
  kind: column.oneOf<ItemKind>(),
  text: column.text,
  at: column.moment,
  personId: column.number,
  person: column.text,
  organisation: column.text,
  bodyId: column.number,
  bodyName: column.text,
  bodyKind: column.oneOf<'STRATEGY_GROUP' | 'JOINT_GROUP' | 'SECRETARIAT' | 'DECIDING_BODY'>(),
  bodySide: column.orNull(column.oneOf<'HOUSING' | 'MUNICIPALITY'>()),
  meetingId: column.orNull(column.number),
  meetingDay: column.orNull(column.day),
  withdrawnAt: column.orNull(column.moment),
  declinedReason: column.orNull(column.text),
  answeredAt: column.orNull(column.moment),
  answeredBy: column.orNull(column.text),
  acceptedItemId: column.orNull(column.number),
  acceptedPosition: column.orNull(column.number),
  acceptedMeetingId: column.orNull(column.number),
  acceptedDay: column.orNull(column.day),
})
export type ProposalRow = RowOf<typeof proposalRow>

const selectFor = (
  actor: Actor,
) => `SELECT x.id, x.title, x.kind, x.text, x.at, x.personId, p.name AS person, o.name AS organisation, x.bodyId,
    b.name AS bodyName, b.kind AS bodyKind, b.side AS bodySide, x.meetingId, m.day AS meetingDay, x.withdrawnAt,
    x.declinedReason, x.answeredAt, a.name AS answeredBy, x.acceptedItemId, n.day AS acceptedDay,
    CASE WHEN ${onAgenda(actor)} THEN i.meetingId END AS acceptedMeetingId,
    CASE WHEN ${onAgenda(actor)} THEN ${sentItems(viewOf(actor)).field('n', 'i', 'position')} END AS acceptedPosition
  FROM ItemProposal x JOIN Person p ON p.id = x.personId JOIN Organisation o ON o.id = x.organisationId
  JOIN Body b ON b.id = x.bodyId LEFT JOIN Meeting m ON m.id = x.meetingId LEFT JOIN Person a ON a.id = x.answeredById
  LEFT JOIN AgendaItem i ON i.id = x.acceptedItemId LEFT JOIN Meeting n ON n.id = i.meetingId
  LEFT JOIN Treatment t ON t.itemId = i.id`

/** SQL condition: the agenda that took the proposal up is out, and has it. */
const onAgenda = (actor: Actor): string =>
  `(${viewOf(actor).agendas('n')} AND ${sentItems(viewOf(actor)).onAgenda('n', 'i')})`

/**
 * One's own proposals, and those to the bodies whose members and secretariats one is among; not one that has become a
 * closed item from which one is recused.
 */
function readable(actor: Actor): string {
  const bodies = meetingBodies(actor.database).filter(body => actor.system || readsClosedOf(actor, body))
  const open = `(x.acceptedItemId IS NULL OR ${viewOf(actor).itemTexts('n', 'i', 't')})`
  return `(x.personId = ${actor.personId} OR (x.bodyId IN (${bodies.map(body => body.id).join(',')}) AND ${open}))`
}

export const findProposal = (actor: Actor, id: number): ProposalRow | null =>
  actor.database.sql.get(proposalRow, `${selectFor(actor)} WHERE x.id = ? AND ${readable(actor)}`, id) ?? null

type Shown = 'venter' | 'besvarede' | 'alle'

function listProposals(actor: Actor, shown: Shown, after: Cursor | null): ProposalRow[] {
  const where = [readable(actor)]
  if (shown === 'venter') where.push('x.answeredAt IS NULL AND x.withdrawnAt IS NULL')
  if (shown === 'besvarede') where.push('(x.answeredAt IS NOT NULL OR x.withdrawnAt IS NOT NULL)')
  if (after) where.push('(x.at, x.id) < (?, ?)')
  return actor.database.sql.all(
    proposalRow,
    `${selectFor(actor)} WHERE ${where.join(' AND ')} ORDER BY x.at DESC, x.id DESC LIMIT ${pageSize + 1}`,
    ...(after ? [after.key, after.id] : []),
  )
}

const choices: { value: Shown; text: string }[] = [
  { value: 'venter', text: 'Afventer svar' },
  { value: 'besvarede', text: 'Besvarede' },
  { value: 'alle', text: 'Alle' },
]

export function proposalsPage(actor: Actor, query: { vis: Shown; efter: Cursor | null }) {
  const found = takePage(listProposals(actor, query.vis, query.efter), row => ({ key: row.at, id: row.id }))
  return {
    title: 'Punktforslag',
    active: 'moeder',
    crumbs: [{ text: 'Møder', href: meetingsPath }, { text: 'Punktforslag' }],
    shown: choices.map(choice => ({
      ...choice,
      href: withQuery(itemProposalsPath, { vis: choice.value }),
      current: choice.value === query.vis,
    })),
    waiting: query.vis === 'venter',
    mayPropose: mayDo(actor, 'proposeItem'),
    rows: found.rows.map(row => ({
      href: itemProposalPath(row.id),
      title: row.title,
      kind: kindLabels[row.kind],
      body: row.bodyName,
      meeting: row.meetingDay ? shortDay(row.meetingDay) : 'Næste møde',
      by: `${row.person}, ${row.organisation}`,
      at: shortMoment(row.at),
      state: tagOf(row),
    })),
    nextHref: found.next ? withQuery(itemProposalsPath, { vis: query.vis, efter: found.next }) : null,
  }
}

/** As a mark in a list. */
const tagOf = (row: ProposalRow) => {
  const { state, stateKind } = stateOf(row)
  return { text: state, kind: stateKind }
}

function stateOf(row: ProposalRow): { state: string; stateKind: 'neutral' | 'info' | 'success' | 'warning' } {
  if (row.withdrawnAt) return { state: 'Trukket tilbage', stateKind: 'neutral' }
  if (row.acceptedItemId) return { state: 'Optaget på dagsordenen', stateKind: 'success' }
  if (row.declinedReason !== null) return { state: 'Afvist', stateKind: 'warning' }
  return { state: 'Afventer svar', stateKind: 'info' }
}

export function proposalPage(
  actor: Actor,
  row: ProposalRow,
  form: FormState = formOf({ meetingId: row.meetingId ?? '' }),
) {
  const body = { id: row.bodyId, kind: row.bodyKind, side: row.bodySide }
  const waits = !row.answeredAt && !row.withdrawnAt
  const answers = waits && prepares(actor, body)
  const path = itemProposalPath(row.id)
  return {
    title: `Punktforslag: ${row.title}`,
    active: 'moeder',
    crumbs: [
      { text: 'Møder', href: meetingsPath },
      { text: 'Punktforslag', href: itemProposalsPath },
      { text: row.title },
    ],
    heading: row.title,
    ...stateOf(row),
    facts: [
      { term: 'Foreslået af', text: `${row.person}, ${row.organisation}` },
      { term: 'Foreslået den', text: longMoment(row.at) },
      { term: 'Organ', text: row.bodyName },
      row.meetingDay && row.meetingId
        ? { term: 'Møde', text: longDay(row.meetingDay), href: meetingPath(row.meetingId) }
        : { term: 'Møde', text: 'Næste møde' },
      { term: 'Type', text: kindLabels[row.kind] },
    ],
    textHtml: renderMarkdown(row.text),
    answer: answerText(row),
    unsent: row.acceptedItemId !== null && row.acceptedMeetingId === null,
    accepted:
      row.acceptedMeetingId && row.acceptedPosition && row.acceptedDay
        ? {
            href: `${agendaPath(row.acceptedMeetingId)}#punkt-${row.acceptedPosition}`,
            text: `Punkt ${row.acceptedPosition} på mødet den ${longDay(row.acceptedDay)}`,
          }
        : null,
    form,
    accept: answers
      ? {
          action: `${path}/optag`,
          meetings: openMeetings(actor.database, row.bodyId, actor.today).map(one => ({
            value: String(one.id),
            text: `${longDay(one.day)} (${one.number})`,
          })),
        }
      : null,
    declineAction: answers ? `${path}/afvis` : null,
    withdrawAction: waits && row.personId === actor.personId ? `${path}/traek-tilbage` : null,
  }
}

function answerText(row: ProposalRow): string | null {
  if (row.declinedReason !== null && row.answeredAt) {
    return `Afvist den ${longMoment(row.answeredAt)}${row.answeredBy ? ` af ${row.answeredBy}` : ''}. ${sentence(`Begrundelse: ${row.declinedReason}`)}`
  }
  return row.withdrawnAt ? `Trukket tilbage den ${longMoment(row.withdrawnAt)}.` : null
}

/** The bodies one may propose to, with their coming meetings and each meeting's deadline. */
export async function newProposalPage(actor: Actor, wanted: number | null, typed?: FormState) {
  const db = actor.database
  const bodies = meetingBodies(db).filter(body => mayDo(actor, 'proposeItem', { body }))
  const meetings = []
  let missed: { body: number; sentence: string } | null = null
  for (const body of bodies) {
    for (const meeting of openMeetings(db, body.id, actor.today).slice(0, 4)) {
      const deadline = await deadlineOf(db, body.id, meeting.day)
      if (deadline && isPast(deadline, actor.today)) {
        if (meeting.id === wanted) missed = { body: body.id, sentence: missedText(meeting.day, deadline) }
        continue
      }
      const until = deadline ? `, frist den ${longDay(deadline)}` : ''
      meetings.push({
        id: meeting.id,
        bodyId: body.id,
        value: String(meeting.id),
        text: `${body.name}, ${longDay(meeting.day)}${until}`,
      })
    }
  }
  const chosen = meetings.find(meeting => meeting.id === wanted)
  return {
    title: 'Foreslå punkt',
    active: 'moeder',
    crumbs: [
      { text: 'Møder', href: meetingsPath },
      { text: 'Punktforslag', href: itemProposalsPath },
      { text: 'Foreslå punkt' },
    ],
    form:
      typed ??
      formOf({
        bodyId: chosen?.bodyId ?? missed?.body ?? bodies[0]?.id ?? '',
        meetingId: chosen?.id ?? '',
        kind: 'DISCUSSION',
      }),
    missed: missed?.sentence ?? null,
    bodies: bodies.map(body => ({ value: String(body.id), text: body.name })),
    meetings: [{ value: '', text: 'Organets næste møde' }, ...meetings.map(({ value, text }) => ({ value, text }))],
    kinds: Object.entries(kindLabels).map(([value, text]) => ({ value, text })),
  }
}

const missedText = (meetingDay: Day, deadline: Day): string =>
  `Fristen for forslag til mødet den ${longDay(meetingDay)} var den ${longDay(deadline)}. Forslaget kan komme på et senere møde.`

async function deadlineOf(db: Database, bodyId: number, meetingDay: Day): Promise<Day | null> {
  const rules = await findRules(rowReader(db), bodyId, meetingDay)
  return rules && proposalDay(meetingDay, rules)
}
