import type { Actor } from '../../../access/actor.ts'
import { viewOf } from '../../../access/visibility.ts'
import type { Database } from '../../../database/database.ts'
import { column, type RowOf, rowsOf } from '../../../database/rows.ts'
import type { DayPrecision } from '../../../kernel/days.ts'
import type { decisionStateLabels, earlierKindLabels, outcomeLabels } from './labels.ts'
import { type Moment, momentsOf } from './moments.ts'
import { sentItems } from './sent-items.ts'

const itemRow = rowsOf({
  id: column.number,
  position: column.number,
  title: column.orNull(column.text),
  publicTitle: column.orNull(column.text),
  closedReason: column.orNull(column.text),
  /** The item's own text may be read. */
  open: column.flag,
  kind: column.oneOf<'INFORMATION' | 'DISCUSSION' | 'DECISION'>(),
  recommendation: column.orNull(column.text),
  meetingId: column.number,
  meetingNumber: column.text,
  day: column.day,
  startsAt: column.text,
  state: column.text,
  bodyName: column.text,
  /** Null while the meeting's proceedings may not be read, or the item itself. */
  outcome: column.orNull(column.oneOf<keyof typeof outcomeLabels>()),
  outcomeNote: column.orNull(column.text),
  carriedFromId: column.orNull(column.number),
})
export type TimelineItem = RowOf<typeof itemRow>

const decisionRow = rowsOf({
  number: column.text,
  year: column.number,
  serial: column.number,
  title: column.text,
  text: column.text,
  state: column.oneOf<keyof typeof decisionStateLabels>(),
  decidedOn: column.day,
  itemId: column.number,
})
export type TimelineDecision = RowOf<typeof decisionRow>

const documentRow = rowsOf({
  id: column.number,
  title: column.text,
  name: column.text,
  mediaType: column.text,
  size: column.number,
  itemId: column.number,
})
export type TimelineDocument = RowOf<typeof documentRow>

const followUpRow = rowsOf({
  id: column.number,
  text: column.text,
  dueDay: column.day,
  closedAt: column.orNull(column.moment),
  closedNote: column.orNull(column.text),
  organisation: column.text,
  itemId: column.orNull(column.number),
  createdAt: column.moment,
})
export type TimelineFollowUp = RowOf<typeof followUpRow>

const referralRow = rowsOf({
  id: column.number,
  number: column.text,
  decision: column.text,
  body: column.text,
  openedAt: column.moment,
  dueDay: column.day,
  answer: column.orNull(column.oneOf<'APPROVED' | 'APPROVED_ON_CONDITIONS' | 'DECLINED'>()),
  answeredAt: column.orNull(column.moment),
  acceptedAt: column.orNull(column.moment),
  withdrawnAt: column.orNull(column.moment),
  /** Null: the decision is closed to this reader. */
  conditions: column.orNull(column.text),
  reason: column.orNull(column.text),
})
export type TimelineReferral = RowOf<typeof referralRow>

const eventRow = rowsOf({
  id: column.number,
  at: column.moment,
  actor: column.text,
  kind: column.text,
  after: column.orNull(column.text),
})
export type TimelineEvent = RowOf<typeof eventRow>

/** A document from before the portal: nothing of it is a meeting or a decision here. */
const earlierRow = rowsOf({
  id: column.number,
  day: column.day,
  dayPrecision: column.oneOf<DayPrecision>(),
  kind: column.oneOf<keyof typeof earlierKindLabels>(),
  title: column.text,
  bodyName: column.text,
  closed: column.flag,
})
export type TimelineEarlier = RowOf<typeof earlierRow>

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

const momentRow = rowsOf({
  source: column.oneOf<Moment['source']>(),
  id: column.number,
  day: column.orNull(column.day),
  startsAt: column.orNull(column.text),
  at: column.orNull(column.moment),
  answeredAt: column.orNull(column.moment),
  acceptedAt: column.orNull(column.moment),
  withdrawnAt: column.orNull(column.moment),
})

/** When what happened: all moments of a case that this person may see, without what is said of them. */
export function caseMoments(db: Database, actor: Actor, caseId: number): Moment[] {
  const view = viewOf(actor)
  return db.sql
    .all(
      momentRow,
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
  const items = db.sql.all(
    itemRow,
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
  const decisions = db.sql.all(
    decisionRow,
    `SELECT d.number, d.year, d.serial, d.state, d.decidedOn, d.itemId,
            CASE WHEN ${view.insideDecisions('d')} THEN d.title ELSE COALESCE(d.publicTitle, 'Lukket beslutning') END AS title,
            CASE WHEN ${view.insideDecisions('d')} THEN d.text ELSE COALESCE(d.publicText, '') END AS text
     FROM Decision d WHERE d.itemId ${among} AND ${view.decisions('d')} ORDER BY d.decidedOn, d.id`,
    ids('items'),
  )
  const documents = db.sql.all(
    documentRow,
    `SELECT a.id, a.title, a.name, f.mediaType, f.size, a.itemId
     FROM ${itemJoin} JOIN Attachment a ON a.itemId = i.id JOIN Document f ON f.id = a.documentId
     WHERE ${seen} AND ${open} AND ${sent.attached('m', 'i', 'a')} ORDER BY a.itemId, a.position, a.id`,
    ids('items'),
  )
  const followUps = db.sql.all(
    followUpRow,
    `SELECT f.id, f.text, f.dueDay, f.closedAt, f.closedNote, o.name AS organisation, f.itemId, f.createdAt
     FROM ${itemJoin} JOIN FollowUp f ON f.itemId = i.id JOIN Organisation o ON o.id = f.organisationId
     WHERE i.id ${among} AND ${view.proceedings('m')} AND ${open} ORDER BY f.dueDay, f.id`,
    ids('items'),
  )
  const referrals = db.sql.all(
    referralRow,
    `SELECT r.id, r.number, d.number AS decision, COALESCE(b.name, o.name) AS body, r.openedAt, r.dueDay, r.answer,
            r.answeredAt, r.acceptedAt, r.withdrawnAt, CASE WHEN ${view.insideDecisions('d')} THEN r.conditions END AS conditions,
            CASE WHEN ${view.insideDecisions('d')} THEN r.reason END AS reason
     FROM Decision d JOIN Referral r ON r.decisionId = d.id JOIN Organisation o ON o.id = r.organisationId LEFT JOIN Body b ON b.id = r.bodyId
     WHERE r.id ${among} AND ${view.decisions('d')}`,
    ids('referrals'),
  )
  const events = db.sql.all(
    eventRow,
    // Why it was ended may tell what it was about.
    `SELECT e.id, e.at, e.actor, e.kind, CASE WHEN ${view.insideCases('c')} THEN e.after END AS after
     FROM Event e JOIN "Case" c ON c.id = e.subjectId WHERE e.id ${among} AND e.subject = 'case'`,
    ids('events'),
  )
  const earlier = db.sql.all(
    earlierRow,
    `SELECT r.id, r.day, r.dayPrecision, r.kind, ${view.earlierTitle('r')} AS title, b.name AS bodyName, r.closed
     FROM EarlierRecord r JOIN Body b ON b.id = r.bodyId
     WHERE r.id ${among} AND r.withdrawnAt IS NULL AND ${view.earlier('r')}`,
    ids('earlier'),
  )
  return { items, decisions, documents, followUps, referrals, events, earlier }
}
