import { opennessColumns } from '../../../../access/openness.ts'
import type { BodySubject } from '../../../../access/policy.ts'
import type { Database } from '../../../../database/database.ts'
import { untilCommit } from '../../../../database/until-commit.ts'
import type { Tx } from '../../../../database/write.ts'
import type { Day } from '../../../../kernel/days.ts'
import { notFound } from '../../../../kernel/refusal.ts'
import type { MeetingState } from '../steps/meeting-states.ts'
import type { AgendaContent, ContentItem } from './agenda-content.ts'
import type { InvolvementStatus, ItemKind, StandingItem } from './agenda-rules.ts'

/** Runs a statement: on the page's connection, or inside the transaction of an act, so that both see one content. */
export type Reader = <Row>(text: string, ...values: (string | number | null)[]) => Promise<Row[]> | Row[]

export const readerOf =
  (database: Database): Reader =>
  (text, ...values) =>
    database.sql.all(text, ...values)

export const readerIn =
  (tx: Tx): Reader =>
  (text, ...values) =>
    tx.$queryRawUnsafe(text, ...values)

export interface MeetingRow {
  id: number
  number: string
  form: 'ORDINARY' | 'EXTRAORDINARY' | 'WRITTEN'
  day: Day
  startsAt: string
  endsAt: string
  place: string
  note: string
  /** JSON: what the row will be once the supplement is sent; null: nothing of it waits. */
  unsentPlan: string | null
  state: MeetingState
  objectionsUntil: Day | null
  version: number
  bodyId: number
  bodySlug: string
  bodyName: string
  bodyKind: BodySubject['kind']
  bodySide: BodySubject['side']
}

export const meetingColumns = `m.id, m.number, m.form, m.day, m.startsAt, m.endsAt, m.place, m.note, m.unsentPlan, m.state,
  m.objectionsUntil, m.version, m.bodyId, b.slug AS bodySlug, b.name AS bodyName, b.kind AS bodyKind, b.side AS bodySide`

/** The meeting as its secretariats plan it. Everyone else reads the row itself, which is what was sent. */
export const asPlanned = (meeting: MeetingRow): MeetingRow =>
  meeting.unsentPlan === null ? meeting : { ...meeting, ...(JSON.parse(meeting.unsentPlan) as Partial<MeetingRow>) }

export const bodyOf = (meeting: Pick<MeetingRow, 'bodyId' | 'bodyKind' | 'bodySide'>): BodySubject => ({
  id: meeting.bodyId,
  kind: meeting.bodyKind,
  side: meeting.bodySide,
})

/** @throws Refusal notFound */
export async function loadMeeting(read: Reader, id: number): Promise<MeetingRow> {
  const [row] = await read<MeetingRow>(
    `SELECT ${meetingColumns} FROM Meeting m JOIN Body b ON b.id = m.bodyId WHERE m.id = ?`,
    id,
  )
  if (!row) throw notFound('Mødet findes ikke.')
  return row
}

export interface ItemRow {
  id: number
  position: number
  title: string
  kind: ItemKind
  standing: StandingItem | null
  strategy: number | boolean
  professionalDevelopment: number | boolean
  coordination: number | boolean
  procedural: number | boolean
  caseId: number | null
  caseNumber: string | null
  caseTitle: string | null
  summary: string
  recommendation: string
  presentation: string
  effect: string
  economy: string
  closed: number | boolean
  sentClosed: number | boolean | null
  closedReason: string | null
  publicTitle: string | null
  presenter: string | null
  guests: string | null
  plannedMinutes: number
  carriedFromId: number | null
  version: number
  openedInstead: number | boolean | null
  closedInstead: number | boolean | null
}

export interface InvolvementRow {
  itemId: number
  organisationId: number
  organisation: string
  status: InvolvementStatus
  note: string
}

export interface SubjectAreaRow {
  itemId: number
  id: number
  name: string
  department: string
}

export interface AttachmentRow {
  itemId: number
  id: number
  title: string
  name: string
  hash: string
  mediaType: string
  size: number
  addedAt: string
}

export interface AgendaRows {
  meeting: MeetingRow
  items: ItemRow[]
  involvements: InvolvementRow[]
  subjectAreas: SubjectAreaRow[]
  attachments: AttachmentRow[]
}

const standing = `SELECT id FROM AgendaItem WHERE meetingId = ? AND removedAt IS NULL`

/** Everything of an agenda that is signed off and sent next, in five statements whatever its length. */
export async function loadAgenda(read: Reader, meetingId: number): Promise<AgendaRows> {
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

export async function loadItems(read: Reader, meetingId: number): Promise<Items> {
  return {
    items: await read<ItemRow>(itemTexts.items, meetingId),
    involvements: await read<InvolvementRow>(itemTexts.involvements, meetingId),
    subjectAreas: await read<SubjectAreaRow>(itemTexts.subjectAreas, meetingId),
    attachments: await read<AttachmentRow>(itemTexts.attachments, meetingId),
  }
}

/**
 * The same for pages, kept until anything is committed: an agenda is opened by everyone on one day, and its rows are
 * the same for all. What each may see of them is for sight to decide.
 */
export const readItems = untilCommit<number, Items>(30, ({ sql }, meetingId) => ({
  items: sql.all<ItemRow>(itemTexts.items, meetingId),
  involvements: sql.all<InvolvementRow>(itemTexts.involvements, meetingId),
  subjectAreas: sql.all<SubjectAreaRow>(itemTexts.subjectAreas, meetingId),
  attachments: sql.all<AttachmentRow>(itemTexts.attachments, meetingId),
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
    strategy: Boolean(item.strategy),
    professionalDevelopment: Boolean(item.professionalDevelopment),
    coordination: Boolean(item.coordination),
    procedural: Boolean(item.procedural),
    caseNumber: item.caseNumber,
    caseTitle: item.caseTitle,
    summary: item.summary,
    recommendation: item.recommendation,
    presentation: item.presentation,
    effect: item.effect,
    economy: item.economy,
    closed: Boolean(item.closed),
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
