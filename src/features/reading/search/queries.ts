import type { Actor } from '../../../access/actor.ts'
import { closedSql } from '../../../access/openness.ts'
import { viewOf } from '../../../access/visibility.ts'
import type { Cursor } from '../../../http/pages/paging.ts'
import type { Day, DayPrecision } from '../../../kernel/days.ts'
import { sentItems } from '../../meetings/cases/index.ts'
import type { EarlierKind } from '../../meetings/earlier/index.ts'

/**
 * Full-text search, newest first by the row's number, which grows with time: an index walk that stops at the page's
 * end. The index holds only what may be said of something closed, so nobody finds it by what they may not read.
 */

export interface DecisionHit {
  id: number
  number: string
  title: string
  decidedOn: string
  body: string
  closed: number
}

const last = Number.MAX_SAFE_INTEGER

export function findDecisions(actor: Actor, words: string, after: Cursor | null, limit: number): DecisionHit[] {
  const view = viewOf(actor)
  return actor.database.sql.all<DecisionHit>(
    `SELECT d.id, d.number, d.decidedOn, d.closed, b.name AS body,
            CASE WHEN ${view.insideDecisions('d')} THEN d.title
                 ELSE coalesce(d.publicTitle, 'Lukket punkt') END AS title
     FROM DecisionSearch JOIN Decision d ON d.id = DecisionSearch.rowid JOIN Body b ON b.id = d.bodyId
     WHERE DecisionSearch MATCH ? AND DecisionSearch.rowid < ? AND ${view.decisions('d')}
     ORDER BY DecisionSearch.rowid DESC LIMIT ?`,
    words,
    after?.id ?? last,
    limit,
  )
}

export interface MeetingHit {
  id: number
  number: string
  day: string
  startsAt: string
  place: string
  body: string
}

/** Meetings by their number, body and place. */
export function findMeetings(actor: Actor, words: string, after: Cursor | null, limit: number): MeetingHit[] {
  const view = viewOf(actor)
  return actor.database.sql.all<MeetingHit>(
    `SELECT m.id, m.number, m.day, m.startsAt, m.place, b.name AS body
     FROM MeetingSearch JOIN Meeting m ON m.id = MeetingSearch.rowid JOIN Body b ON b.id = m.bodyId
     WHERE MeetingSearch MATCH ? AND MeetingSearch.rowid < ? AND ${view.meetings('m')}
     ORDER BY MeetingSearch.rowid DESC LIMIT ?`,
    words,
    after?.id ?? last,
    limit,
  )
}

export interface ItemHit {
  id: number
  meetingId: number
  position: number
  title: string
  day: string
  body: string
  closed: number
}

/**
 * Items of agendas that the person may read, by their title and summary. The index holds the newest text: an item that
 * waits for its supplement with another text is found again by those who may not read drafts when that is sent.
 */
export function findItems(actor: Actor, words: string, after: Cursor | null, limit: number): ItemHit[] {
  const view = viewOf(actor)
  const sent = sentItems(view)
  const closed = closedSql('i', 't')
  return actor.database.sql.all<ItemHit>(
    `SELECT i.id, i.meetingId, ${sent.field('m', 'i', 'position')} AS position, ${closed} AS closed, m.day, b.name AS body,
            CASE WHEN ${view.itemTexts('m', 'i', 't')} THEN i.title
                 ELSE coalesce(i.publicTitle, 'Lukket punkt') END AS title
     FROM ItemSearch JOIN AgendaItem i ON i.id = ItemSearch.rowid JOIN Meeting m ON m.id = i.meetingId
     JOIN Body b ON b.id = m.bodyId LEFT JOIN Treatment t ON t.itemId = i.id
     WHERE ItemSearch MATCH ? AND ItemSearch.rowid < ? AND ${view.agendas('m')}
       AND ${sent.onAgenda('m', 'i')} AND ${sent.asIndexed('m', 'i')}
     ORDER BY ItemSearch.rowid DESC LIMIT ?`,
    words,
    after?.id ?? last,
    limit,
  )
}

export interface CaseHit {
  id: number
  number: string
  title: string
  summary: string
}

export function findCases(actor: Actor, words: string, after: Cursor | null, limit: number): CaseHit[] {
  const view = viewOf(actor)
  return actor.database.sql.all<CaseHit>(
    `SELECT c.id, c.number, ${view.caseTitle('c')} AS title,
            CASE WHEN ${view.insideCases('c')} THEN c.summary ELSE '' END AS summary
     FROM CaseSearch JOIN "Case" c ON c.id = CaseSearch.rowid
     WHERE CaseSearch MATCH ? AND CaseSearch.rowid < ? AND ${view.cases('c')}
     ORDER BY CaseSearch.rowid DESC LIMIT ?`,
    words,
    after?.id ?? last,
    limit,
  )
}

export interface EarlierHit {
  id: number
  title: string
  kind: EarlierKind
  day: Day
  dayPrecision: DayPrecision
  body: string
  closed: number
}

/** Documents from before the portal, by their number, title and text. */
export function findEarlier(actor: Actor, words: string, after: Cursor | null, limit: number): EarlierHit[] {
  const view = viewOf(actor)
  return actor.database.sql.all<EarlierHit>(
    `SELECT r.id, ${view.earlierTitle('r')} AS title, r.kind, r.day, r.dayPrecision, b.name AS body, r.closed
     FROM EarlierRecordSearch JOIN EarlierRecord r ON r.id = EarlierRecordSearch.rowid JOIN Body b ON b.id = r.bodyId
     WHERE EarlierRecordSearch MATCH ? AND EarlierRecordSearch.rowid < ? AND ${view.earlier('r')}
     ORDER BY EarlierRecordSearch.rowid DESC LIMIT ?`,
    words,
    after?.id ?? last,
    limit,
  )
}
