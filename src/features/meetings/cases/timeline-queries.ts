import type { Actor } from '../../../access/actor.ts'
import { viewOf } from '../../../access/visibility.ts'
import type { Database } from '../../../database/database.ts'
import type { Day, DayPrecision, Instant } from '../../../kernel/days.ts'
import type { decisionStateLabels, earlierKindLabels, outcomeLabels } from './labels.ts'
import { type Moment, type MomentRow, momentsOf } from './moments.ts'
import { sentItems } from './sent-items.ts'

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
  id: number
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
  id: number
  at: Instant
  actor: string
  kind: string
  after: string | null
}

/** A document from before the portal: nothing of it is a meeting or a decision here. */
export interface TimelineEarlier {
  id: number
  day: Day
  dayPrecision: DayPrecision
  kind: keyof typeof earlierKindLabels
  title: string
  bodyName: string
  closed: number
}

export interface Timeline {
  items: TimelineItem[]
  decisions: TimelineDecision[]
  documents: TimelineDocument[]
  followUps: TimelineFollowUp[]
  referrals: TimelineReferral[]
  events: TimelineEvent[]
  earlier: TimelineEarlier[]
}

const itemJoin = 'AgendaItem i JOIN Meeting m ON m.id = i.meetingId LEFT JOIN Treatment t ON t.itemId = i.id'
const eventKinds = `'caseOpened','caseForwarded','caseClosed','caseWithheld','caseUnveiled'`

/** When what happened: all moments of a case that this person may see, without what is said of them. */
export function caseMoments(db: Database, actor: Actor, caseId: number): Moment[] {
  const view = viewOf(actor)
  return db.sql
    .all<MomentRow>(
      `SELECT 'items' AS source, i.id, m.day, m.startsAt, NULL AS at, NULL AS answeredAt, NULL AS acceptedAt, NULL AS withdrawnAt
       FROM AgendaItem i JOIN Meeting m ON m.id = i.meetingId
       WHERE i.caseId = ? AND ${view.agendas('m')} AND ${sentItems(view).onAgenda('m', 'i')}
       UNION ALL SELECT 'referrals', r.id, NULL, NULL, r.openedAt, CASE WHEN r.answer IS NOT NULL THEN r.answeredAt END, r.acceptedAt, r.withdrawnAt
       FROM Decision d JOIN Referral r ON r.decisionId = d.id WHERE d.caseId = ? AND ${view.decisions('d')}
       UNION ALL SELECT 'events', e.id, NULL, NULL, e.at, NULL, NULL, NULL
       FROM Event e WHERE e.subject = 'case' AND e.subjectId = ? AND e.kind IN (${eventKinds})
       UNION ALL SELECT 'earlier', r.id, r.day, '', NULL, NULL, NULL, NULL
       FROM EarlierRecord r WHERE r.caseId = ? AND r.withdrawnAt IS NULL AND ${view.earlier('r')}`,
      caseId,
      caseId,
      caseId,
      caseId,
    )
    .flatMap(momentsOf)
}

/** What is said of the moments that a page shows. */
export function caseTimeline(db: Database, actor: Actor, shown: readonly Moment[]): Timeline {
  const view = viewOf(actor)
  const sent = sentItems(view)
  const read = (name: string) => sent.field('m', 'i', name)
  const open = view.itemTexts('m', 'i', 't')
  const ids = (source: Moment['source']) =>
    JSON.stringify([...new Set(shown.flatMap(moment => (moment.source === source ? [moment.id] : [])))])
  const among = 'IN (SELECT value FROM json_each(?))'
  const seen = `i.id ${among} AND ${view.agendas('m')} AND ${sent.onAgenda('m', 'i')}`
  const items = db.sql.all<TimelineItem>(
    `SELECT i.id, ${read('position')} AS position, CASE WHEN ${open} THEN ${read('title')} END AS title,
            ${read('publicTitle')} AS publicTitle, ${read('closedReason')} AS closedReason, ${open} AS open,
            COALESCE(t.kindChangedTo, ${read('kind')}) AS kind,
            CASE WHEN ${open} THEN ${read('recommendation')} END AS recommendation,
            m.id AS meetingId, m.number AS meetingNumber, m.day, m.startsAt, m.state, b.name AS bodyName,
            CASE WHEN ${view.proceedings('m')} AND ${open} THEN t.outcome END AS outcome,
            CASE WHEN ${view.proceedings('m')} AND ${open} THEN t.outcomeNote END AS outcomeNote, i.carriedFromId
     FROM ${itemJoin} JOIN Body b ON b.id = m.bodyId WHERE ${seen}`,
    ids('items'),
  )
  const decisions = db.sql.all<TimelineDecision>(
    `SELECT d.number, d.year, d.serial, d.state, d.decidedOn, d.itemId,
            CASE WHEN ${view.insideDecisions('d')} THEN d.title ELSE COALESCE(d.publicTitle, 'Lukket beslutning') END AS title,
            CASE WHEN ${view.insideDecisions('d')} THEN d.text ELSE COALESCE(d.publicText, '') END AS text
     FROM Decision d WHERE d.itemId ${among} AND ${view.decisions('d')} ORDER BY d.decidedOn, d.id`,
    ids('items'),
  )
  const documents = db.sql.all<TimelineDocument>(
    `SELECT a.id, a.title, a.name, f.mediaType, f.size, a.itemId
     FROM ${itemJoin} JOIN Attachment a ON a.itemId = i.id JOIN Document f ON f.id = a.documentId
     WHERE ${seen} AND ${open} AND ${sent.attached('m', 'i', 'a')} ORDER BY a.itemId, a.position, a.id`,
    ids('items'),
  )
  const followUps = db.sql.all<TimelineFollowUp>(
    `SELECT f.id, f.text, f.dueDay, f.closedAt, f.closedNote, o.name AS organisation, f.itemId, f.createdAt
     FROM ${itemJoin} JOIN FollowUp f ON f.itemId = i.id JOIN Organisation o ON o.id = f.organisationId
     WHERE i.id ${among} AND ${view.proceedings('m')} AND ${open} ORDER BY f.dueDay, f.id`,
    ids('items'),
  )
  const referrals = db.sql.all<TimelineReferral>(
    `SELECT r.id, r.number, d.number AS decision, COALESCE(b.name, o.name) AS body, r.openedAt, r.dueDay, r.answer,
            r.answeredAt, r.acceptedAt, r.withdrawnAt, CASE WHEN ${view.insideDecisions('d')} THEN r.conditions END AS conditions,
            CASE WHEN ${view.insideDecisions('d')} THEN r.reason END AS reason
     FROM Decision d JOIN Referral r ON r.decisionId = d.id JOIN Organisation o ON o.id = r.organisationId LEFT JOIN Body b ON b.id = r.bodyId
     WHERE r.id ${among} AND ${view.decisions('d')}`,
    ids('referrals'),
  )
  const events = db.sql.all<TimelineEvent>(
    // Why it was ended may tell what it was about.
    `SELECT e.id, e.at, e.actor, e.kind, CASE WHEN ${view.insideCases('c')} THEN e.after END AS after
     FROM Event e JOIN "Case" c ON c.id = e.subjectId WHERE e.id ${among} AND e.subject = 'case'`,
    ids('events'),
  )
  const earlier = db.sql.all<TimelineEarlier>(
    `SELECT r.id, r.day, r.dayPrecision, r.kind, ${view.earlierTitle('r')} AS title, b.name AS bodyName, r.closed
     FROM EarlierRecord r JOIN Body b ON b.id = r.bodyId
     WHERE r.id ${among} AND r.withdrawnAt IS NULL AND ${view.earlier('r')}`,
    ids('earlier'),
  )
  return { items, decisions, documents, followUps, referrals, events, earlier }
}
