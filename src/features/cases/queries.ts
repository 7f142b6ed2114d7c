import type { Actor } from '../../access/actor.ts'
import type { BodySubject } from '../../access/policy.ts'
import { type View, viewOf } from '../../access/visibility.ts'
import type { Database } from '../../database/database.ts'
import { inSteps } from '../../database/in-steps.ts'
import { type Cursor, pageSize } from '../../http/paging.ts'
import type { Instant } from '../../kernel/days.ts'
import { fold } from '../../kernel/fold.ts'
import type { decisionStateLabels, outcomeLabels } from './labels.ts'
import { sentItems } from './sent-items.ts'

export interface CaseRow {
  id: number
  number: string
  title: string
  summary: string
  journalNumber: string | null
  sideInternal: BodySubject['side']
  openedAt: Instant
  closedAt: Instant | null
  closedReason: string | null
  /** Closed as an item can be. */
  withheld: 0 | 1
  withheldReason: string | null
  publicTitle: string | null
  /** Its own title and texts may be read; where not, its title is the one that stands in, and the texts are empty. */
  inside: 0 | 1
  version: number
  bodyId: number
  bodyName: string
  bodyKind: BodySubject['kind']
  bodySide: BodySubject['side']
}

/** A case as this person may read it: nothing of what a closed one keeps from him or her leaves the database. */
const columnsFor = (view: View) => {
  const inside = view.insideCases('c')
  const own = (column: string, instead: string) =>
    `CASE WHEN ${inside} THEN c.${column} ELSE ${instead} END AS ${column}`
  return `c.id, c.number, ${view.caseTitle('c')} AS title, ${own('summary', "''")}, ${own('journalNumber', 'NULL')},
    c.sideInternal, c.openedAt, c.closedAt, ${own('closedReason', 'NULL')}, c.withheld, c.withheldReason, c.publicTitle,
    ${inside} AS inside, c.version, c.bodyId, b.name AS bodyName, b.kind AS bodyKind, b.side AS bodySide`
}

export interface CaseFilter {
  q: string
  state: 'aabne' | 'afsluttede' | 'alle'
  scope: 'alle' | 'faelles' | 'egne'
  after: Cursor | null
}

/** So many are looked through in one turn. */
const stepSize = 1000

/** Newest first, one more than a page holds. What is typed is looked for in steps. */
export function listCases(db: Database, view: View, filter: CaseFilter): CaseRow[] | Promise<CaseRow[]> {
  const where = [view.cases('c')]
  const values: (string | number)[] = []
  if (filter.state === 'aabne') where.push('c.closedAt IS NULL')
  if (filter.state === 'afsluttede') where.push('c.closedAt IS NOT NULL')
  if (filter.scope === 'faelles') where.push('c.sideInternal IS NULL')
  if (filter.scope === 'egne') where.push('c.sideInternal IS NOT NULL')
  if (filter.q) {
    where.push(
      `(fold(${view.caseTitle('c')}) LIKE ? ESCAPE '\\' OR fold(c.number) LIKE ? ESCAPE '\\'
        OR (${view.insideCases('c')} AND (fold(c.summary) LIKE ? ESCAPE '\\' OR fold(c.journalNumber) LIKE ? ESCAPE '\\')))`,
    )
    const like = likeText(filter.q)
    values.push(like, like, like, like)
  }
  const rows = (after: Cursor | null, end: Cursor | null) =>
    db.sql.all<CaseRow>(
      `SELECT ${columnsFor(view)} FROM "Case" c JOIN Body b ON b.id = c.bodyId
       WHERE ${[...where, ...between(after, end)].join(' AND ')}
       ORDER BY c.openedAt DESC, c.id DESC LIMIT ${pageSize + 1}`,
      ...values,
      ...keysOf(after, end),
    )
  if (!filter.q) return rows(filter.after, null)
  const end = (after: Cursor | null) =>
    db.sql.get<Cursor>(
      `SELECT c.openedAt AS key, c.id FROM "Case" c ${after ? `WHERE ${between(after, null)}` : ''}
       ORDER BY c.openedAt DESC, c.id DESC LIMIT 1 OFFSET ${stepSize - 1}`,
      ...keysOf(after, null),
    ) ?? null
  return inSteps(pageSize + 1, filter.after, { end, rows })
}

const between = (after: Cursor | null, end: Cursor | null): string[] => [
  ...(after ? ['(c.openedAt, c.id) < (?, ?)'] : []),
  ...(end ? ['(c.openedAt, c.id) >= (?, ?)'] : []),
]
const keysOf = (...keys: (Cursor | null)[]): (string | number)[] => keys.flatMap(key => (key ? [key.key, key.id] : []))

/** What was typed, folded, as part of a LIKE: its own % and _ mean themselves. */
export const likeText = (typed: string): string => `%${fold(typed).replace(/[\\%_]/g, '\\$&')}%`

/** Null also when one may not see it. */
export function findCase(db: Database, actor: Actor, number: string): CaseRow | null {
  const view = viewOf(actor)
  const row = db.sql.get<CaseRow>(
    `SELECT ${columnsFor(view)} FROM "Case" c JOIN Body b ON b.id = c.bodyId WHERE c.number = ? AND ${view.cases('c')}`,
    number,
  )
  return row ?? null
}

export interface TimelineItem {
  id: number
  position: number
  title: string | null
  publicTitle: string | null
  closedReason: string | null
  /** The item's own text may be read. */
  open: number
  kind: 'INFORMATION' | 'DISCUSSION' | 'DECISION'
  recommendation: string | null
  meetingId: number
  meetingNumber: string
  day: string
  startsAt: string
  state: string
  bodyName: string
  /** Null while the meeting's proceedings may not be read, or the item itself. */
  outcome: keyof typeof outcomeLabels | null
  outcomeNote: string | null
  carriedFromId: number | null
}

export interface TimelineDecision {
  number: string
  year: number
  serial: number
  title: string
  text: string
  state: keyof typeof decisionStateLabels
  decidedOn: string
  itemId: number
}

export interface TimelineDocument {
  id: number
  title: string
  name: string
  mediaType: string
  size: number
  itemId: number
}

export interface TimelineFollowUp {
  id: number
  text: string
  dueDay: string
  closedAt: Instant | null
  closedNote: string | null
  organisation: string
  itemId: number | null
  createdAt: Instant
}

export interface TimelineReferral {
  number: string
  decision: string
  body: string
  openedAt: Instant
  dueDay: string
  answer: 'APPROVED' | 'APPROVED_ON_CONDITIONS' | 'DECLINED' | null
  answeredAt: Instant | null
  acceptedAt: Instant | null
  withdrawnAt: Instant | null
  /** Null: the decision is closed to this reader. */
  conditions: string | null
  reason: string | null
}

export interface TimelineEvent {
  at: Instant
  actor: string
  kind: string
  after: string | null
}

export interface Timeline {
  items: TimelineItem[]
  decisions: TimelineDecision[]
  documents: TimelineDocument[]
  followUps: TimelineFollowUp[]
  referrals: TimelineReferral[]
  events: TimelineEvent[]
}

/** Everything of a case that this person may see, in six statements. */
export function caseTimeline(db: Database, actor: Actor, caseId: number): Timeline {
  const view = viewOf(actor)
  const sent = sentItems(view)
  const read = (name: string) => sent.field('m', 'i', name)
  const open = view.itemTexts('m', 'i', 't')
  const itemJoin = `AgendaItem i JOIN Meeting m ON m.id = i.meetingId LEFT JOIN Treatment t ON t.itemId = i.id`
  const seen = `i.caseId = ? AND ${view.agendas('m')} AND ${sent.onAgenda('m', 'i')}`
  const items = db.sql.all<TimelineItem>(
    `SELECT i.id, ${read('position')} AS position, CASE WHEN ${open} THEN ${read('title')} END AS title,
            ${read('publicTitle')} AS publicTitle, ${read('closedReason')} AS closedReason, ${open} AS open,
            COALESCE(t.kindChangedTo, ${read('kind')}) AS kind,
            CASE WHEN ${open} THEN ${read('recommendation')} END AS recommendation,
            m.id AS meetingId, m.number AS meetingNumber, m.day, m.startsAt, m.state, b.name AS bodyName,
            CASE WHEN ${view.proceedings('m')} AND ${open} THEN t.outcome END AS outcome,
            CASE WHEN ${view.proceedings('m')} AND ${open} THEN t.outcomeNote END AS outcomeNote, i.carriedFromId
     FROM ${itemJoin} JOIN Body b ON b.id = m.bodyId WHERE ${seen} ORDER BY m.day, m.startsAt, i.position`,
    caseId,
  )
  const decisions = db.sql.all<TimelineDecision>(
    `SELECT d.number, d.year, d.serial, d.state, d.decidedOn, d.itemId,
            CASE WHEN ${view.insideDecisions('d')} THEN d.title ELSE COALESCE(d.publicTitle, 'Lukket beslutning') END AS title,
            CASE WHEN ${view.insideDecisions('d')} THEN d.text ELSE COALESCE(d.publicText, '') END AS text
     FROM Decision d WHERE d.caseId = ? AND ${view.decisions('d')} ORDER BY d.decidedOn, d.id`,
    caseId,
  )
  const documents = db.sql.all<TimelineDocument>(
    `SELECT a.id, a.title, a.name, f.mediaType, f.size, a.itemId
     FROM ${itemJoin} JOIN Attachment a ON a.itemId = i.id JOIN Document f ON f.id = a.documentId
     WHERE ${seen} AND ${open} AND ${sent.attached('m', 'i', 'a')} ORDER BY a.itemId, a.position, a.id`,
    caseId,
  )
  const followUps = db.sql.all<TimelineFollowUp>(
    `SELECT f.id, f.text, f.dueDay, f.closedAt, f.closedNote, o.name AS organisation, f.itemId, f.createdAt
     FROM ${itemJoin} JOIN FollowUp f ON f.itemId = i.id JOIN Organisation o ON o.id = f.organisationId
     WHERE i.caseId = ? AND ${view.proceedings('m')} AND ${open} ORDER BY f.dueDay, f.id`,
    caseId,
  )
  const referrals = db.sql.all<TimelineReferral>(
    `SELECT r.number, d.number AS decision, COALESCE(b.name, o.name) AS body, r.openedAt, r.dueDay, r.answer,
            r.answeredAt, r.acceptedAt, r.withdrawnAt, CASE WHEN ${view.insideDecisions('d')} THEN r.conditions END AS conditions,
            CASE WHEN ${view.insideDecisions('d')} THEN r.reason END AS reason
     FROM Decision d JOIN Referral r ON r.decisionId = d.id JOIN Organisation o ON o.id = r.organisationId LEFT JOIN Body b ON b.id = r.bodyId
     WHERE d.caseId = ? AND ${view.decisions('d')} ORDER BY r.id`,
    caseId,
  )
  const events = db.sql.all<TimelineEvent>(
    // Why it was ended may tell what it was about.
    `SELECT e.at, e.actor, e.kind, CASE WHEN ${view.insideCases('c')} THEN e.after END AS after
     FROM Event e JOIN "Case" c ON c.id = e.subjectId WHERE e.subject = 'case' AND e.subjectId = ?
       AND e.kind IN ('caseOpened','caseForwarded','caseClosed','caseWithheld','caseUnveiled') ORDER BY e.id`,
    caseId,
  )
  return { items, decisions, documents, followUps, referrals, events }
}

/** Open cases that an item of the body may be put under: shared ones, and the body's own side's. */
export const casesForItems = (
  db: Database,
  actor: Actor,
  side: BodySubject['side'],
): { id: number; number: string; title: string }[] =>
  db.sql.all(
    `SELECT c.id, c.number, ${viewOf(actor).caseTitle('c')} AS title FROM "Case" c
     WHERE c.closedAt IS NULL AND ${viewOf(actor).cases('c')} AND (c.sideInternal IS NULL OR c.sideInternal = ?)
     ORDER BY c.openedAt DESC, c.id DESC LIMIT 200`,
    side ?? '',
  )
