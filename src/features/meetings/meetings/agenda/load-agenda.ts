import { z } from 'zod'
import type { Side } from '../../../../access/actor.ts'
import { openness, opennessColumns } from '../../../../access/openness.ts'
import type { BodySubject } from '../../../../access/policy.ts'
import type { RowReader } from '../../../../database/reader.ts'
import { column, type RowOf, rowsOf } from '../../../../database/rows.ts'
import { untilCommit } from '../../../../database/until-commit.ts'
import { day } from '../../../../kernel/days.ts'
import { notFound } from '../../../../kernel/refusal.ts'
import type { MeetingState } from '../steps/meeting-states.ts'
import type { AgendaContent, ContentItem } from './agenda-content.ts'
import type { InvolvementStatus, ItemKind, StandingItem } from './agenda-rules.ts'

/** What the row will be once the supplement is sent. */
const plan = z.object({
  form: z.enum(['ORDINARY', 'EXTRAORDINARY', 'WRITTEN']),
  day: z.string().transform(day),
  startsAt: z.string(),
  endsAt: z.string(),
  place: z.string(),
  note: z.string(),
})

export const meetingRow = rowsOf({
  id: column.number,
  number: column.text,
  form: column.oneOf<'ORDINARY' | 'EXTRAORDINARY' | 'WRITTEN'>(),
  day: column.day,
  startsAt: column.text,
  endsAt: column.text,
  place: column.text,
  note: column.text,
  /** null: nothing of it waits. */
  unsentPlan: column.orNull(column.json(plan)),
  state: column.oneOf<MeetingState>(),
  objectionsUntil: column.orNull(column.day),
  version: column.number,
  bodyId: column.number,
  bodySlug: column.text,
  bodyName: column.text,
  bodyKind: column.oneOf<BodySubject['kind']>(),
  bodySide: column.orNull(column.oneOf<Side>()),
})

export type MeetingRow = RowOf<typeof meetingRow>

/** One value to bind: the meeting's id. */
export const meetingText = `SELECT m.id, m.number, m.form, m.day, m.startsAt, m.endsAt, m.place, m.note, m.unsentPlan, m.state,
    m.objectionsUntil, m.version, m.bodyId, b.slug AS bodySlug, b.name AS bodyName, b.kind AS bodyKind, b.side AS bodySide
  FROM Meeting m JOIN Body b ON b.id = m.bodyId WHERE m.id = ?`

/** The meeting as its secretariats plan it. Everyone else reads the row itself, which is what was sent. */
export const asPlanned = (meeting: MeetingRow): MeetingRow =>
  meeting.unsentPlan === null ? meeting : { ...meeting, ...meeting.unsentPlan }

export const bodyOf = (meeting: Pick<MeetingRow, 'bodyId' | 'bodyKind' | 'bodySide'>): BodySubject => ({
  id: meeting.bodyId,
  kind: meeting.bodyKind,
  side: meeting.bodySide,
})

/** @throws Refusal notFound */
export async function loadMeeting(read: RowReader, id: number): Promise<MeetingRow> {
  const [row] = await read(meetingRow, meetingText, id)
  if (!row) throw notFound('Mødet findes ikke.')
  return row
}

const itemRow = rowsOf({
  id: column.number,
  position: column.number,
  title: column.text,
  kind: column.oneOf<ItemKind>(),
  standing: column.orNull(column.oneOf<StandingItem>()),
  strategy: column.flag,
  professionalDevelopment: column.flag,
  coordination: column.flag,
  procedural: column.flag,
  caseId: column.orNull(column.number),
  caseNumber: column.orNull(column.text),
  caseTitle: column.orNull(column.text),
  summary: column.text,
  recommendation: column.text,
  presentation: column.text,
  effect: column.text,
  economy: column.text,
  closedReason: column.orNull(column.text),
  publicTitle: column.orNull(column.text),
  presenter: column.orNull(column.text),
  guests: column.orNull(column.text),
  plannedMinutes: column.number,
  carriedFromId: column.orNull(column.number),
  version: column.number,
  ...openness,
})

const involvementRow = rowsOf({
  itemId: column.number,
  organisationId: column.number,
  organisation: column.text,
  status: column.oneOf<InvolvementStatus>(),
  note: column.text,
})

const subjectAreaRow = rowsOf({
  itemId: column.number,
  id: column.number,
  name: column.text,
  department: column.text,
})

const attachmentRow = rowsOf({
  itemId: column.number,
  id: column.number,
  title: column.text,
  name: column.text,
  hash: column.text,
  mediaType: column.text,
  size: column.number,
  addedAt: column.moment,
})

export type ItemRow = RowOf<typeof itemRow>
export type InvolvementRow = RowOf<typeof involvementRow>
export type AttachmentRow = RowOf<typeof attachmentRow>

export interface AgendaRows {
  meeting: MeetingRow
  items: ItemRow[]
  involvements: InvolvementRow[]
  subjectAreas: RowOf<typeof subjectAreaRow>[]
  attachments: AttachmentRow[]
}

const standing = `SELECT id FROM AgendaItem WHERE meetingId = ? AND removedAt IS NULL`

/** Everything of an agenda that is signed off and sent next, in five statements whatever its length. */
export async function loadAgenda(read: RowReader, meetingId: number): Promise<AgendaRows> {
  return { meeting: asPlanned(await loadMeeting(read, meetingId)), ...(await loadItems(read, meetingId)) }
}

const itemTexts = {
  items: `SELECT i.id, i.position, i.title, i.kind, i.standing, i.strategy, i.professionalDevelopment, i.coordination,
            i.procedural, i.caseId, c.number AS caseNumber, c.title AS caseTitle, i.summary, i.recommendation,
            i.presentation, i.effect, i.economy, i.closedReason, i.publicTitle, i.presenter, i.guests,
            i.plannedMinutes, i.carriedFromId, i.version, ${opennessColumns('i', 't')}
     FROM AgendaItem i LEFT JOIN "Case" c ON c.id = i.caseId LEFT JOIN Treatment t ON t.itemId = i.id
     WHERE i.meetingId = ? AND i.removedAt IS NULL ORDER BY i.position, i.id`,
  involvements: `SELECT v.itemId, v.organisationId, o.name AS organisation, v.status, v.note
     FROM ItemInvolvement v JOIN Organisation o ON o.id = v.organisationId
     WHERE v.itemId IN (${standing}) ORDER BY v.itemId, o.position, o.name`,
  subjectAreas: `SELECT x.itemId, s.id, s.name, o.shortName AS department
     FROM ItemSubjectArea x JOIN SubjectArea s ON s.id = x.subjectAreaId JOIN Organisation o ON o.id = s.departmentId
     WHERE x.itemId IN (${standing}) ORDER BY x.itemId, s.name`,
  attachments: `SELECT a.itemId, a.id, a.title, a.name, d.hash, d.mediaType, d.size, a.addedAt
     FROM Attachment a JOIN Document d ON d.id = a.documentId
     WHERE a.itemId IN (${standing}) AND a.removedAt IS NULL ORDER BY a.itemId, a.position, a.id`,
}

type Items = Omit<AgendaRows, 'meeting'>

export async function loadItems(read: RowReader, meetingId: number): Promise<Items> {
  return {
    items: await read(itemRow, itemTexts.items, meetingId),
    involvements: await read(involvementRow, itemTexts.involvements, meetingId),
    subjectAreas: await read(subjectAreaRow, itemTexts.subjectAreas, meetingId),
    attachments: await read(attachmentRow, itemTexts.attachments, meetingId),
  }
}

/**
 * The same for pages, kept until anything is committed: an agenda is opened by everyone on one day, and its rows are
 * the same for all. What each may see of them is for sight to decide.
 */
export const readItems = untilCommit<number, Items>(30, ({ sql }, meetingId) => ({
  items: sql.all(itemRow, itemTexts.items, meetingId),
  involvements: sql.all(involvementRow, itemTexts.involvements, meetingId),
  subjectAreas: sql.all(subjectAreaRow, itemTexts.subjectAreas, meetingId),
  attachments: sql.all(attachmentRow, itemTexts.attachments, meetingId),
}))

/** The rows as the content that is signed off. */
export function contentOf(rows: AgendaRows): AgendaContent {
  const { meeting } = rows
  return {
    meeting: {
      number: meeting.number,
      body: meeting.bodyName,
      form: meeting.form,
      day: meeting.day,
      startsAt: meeting.startsAt,
      endsAt: meeting.endsAt,
      place: meeting.place,
      note: meeting.note,
    },
    items: rows.items.map(item => contentItem(item, rows)),
  }
}

function contentItem(item: ItemRow, rows: AgendaRows): ContentItem {
  return {
    id: item.id,
    position: item.position,
    title: item.title,
    kind: item.kind,
    standing: item.standing,
    strategy: item.strategy,
    professionalDevelopment: item.professionalDevelopment,
    coordination: item.coordination,
    procedural: item.procedural,
    caseNumber: item.caseNumber,
    caseTitle: item.caseTitle,
    summary: item.summary,
    recommendation: item.recommendation,
    presentation: item.presentation,
    effect: item.effect,
    economy: item.economy,
    closed: item.closed,
    closedReason: item.closedReason,
    publicTitle: item.publicTitle,
    presenter: item.presenter,
    guests: item.guests,
    plannedMinutes: item.plannedMinutes,
    carriedFromId: item.carriedFromId,
    involvements: rows.involvements
      .filter(row => row.itemId === item.id)
      .map(({ organisation, status, note }) => ({ organisation, status, note })),
    subjectAreas: rows.subjectAreas.filter(row => row.itemId === item.id).map(row => row.name),
    attachments: rows.attachments
      .filter(row => row.itemId === item.id)
      .map(({ id, title, name, hash, mediaType, size }) => ({ id, title, name, hash, mediaType, size })),
  }
}
