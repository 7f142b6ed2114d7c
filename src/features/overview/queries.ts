import type { Actor } from '../../access/actor.ts'
import { viewOf } from '../../access/visibility.ts'
import type { MeetingState } from '../meetings/index.ts'

/** What the overview reads: seven prepared statements at most, each bounded, whatever the size of the data. */

export interface MeetingRow {
  id: number
  form: string
  day: string
  startsAt: string
  place: string
  state: MeetingState
  objectionsUntil: string | null
  bodyId: number
  bodyName: string
  bodyKind: 'STRATEGY_GROUP' | 'JOINT_GROUP' | 'SECRETARIAT' | 'DECIDING_BODY'
  bodySide: 'HOUSING' | 'MUNICIPALITY' | null
  /** 'AGENDA:HOUSING,…': what stands signed off, by which side. */
  signOffs: string | null
  openQuestions: number
  openObjections: number
  /** Of the rules of procedure in force on the meeting's day. */
  noticeWorkdays: number | null
}

/** Meetings that something is still to happen with, soonest first. */
export function activeMeetings(actor: Actor): MeetingRow[] {
  const view = viewOf(actor)
  return actor.database.sql.all<MeetingRow>(
    `SELECT m.id, m.form, m.day, m.startsAt, m.place, m.state, m.objectionsUntil,
            b.id AS bodyId, b.name AS bodyName, b.kind AS bodyKind, b.side AS bodySide,
            CASE WHEN m.state IN ('AGENDA_IN_PREPARATION','MINUTES_IN_PREPARATION') THEN
              (SELECT group_concat(s.content || ':' || s.side) FROM SignOff s
               WHERE s.meetingId = m.id AND s.voidedAt IS NULL) END AS signOffs,
            CASE WHEN m.state IN ('CALLED','IN_SESSION') THEN
              (SELECT count(*) FROM AgendaItem i JOIN ItemQuestion q ON q.itemId = i.id
               WHERE i.meetingId = m.id AND i.removedAt IS NULL AND q.answeredAt IS NULL) ELSE 0 END AS openQuestions,
            CASE WHEN m.state = 'MINUTES_OUT' THEN
              (SELECT count(*) FROM Objection o WHERE o.meetingId = m.id AND o.answeredAt IS NULL)
              ELSE 0 END AS openObjections,
            CASE WHEN m.state IN ('PLANNED','AGENDA_IN_PREPARATION','AGENDA_SIGNED_OFF') THEN
              (SELECT r.noticeWorkdays FROM RulesOfProcedure r WHERE r.bodyId = m.bodyId AND r."from" <= m.day
               ORDER BY r."from" DESC, r.number DESC LIMIT 1) END AS noticeWorkdays
     FROM Meeting m JOIN Body b ON b.id = m.bodyId
     WHERE m.state IN ('PLANNED','AGENDA_IN_PREPARATION','AGENDA_SIGNED_OFF','CALLED','IN_SESSION',
                       'MINUTES_IN_PREPARATION','MINUTES_OUT')
       AND ${view.meetings('m')}
     ORDER BY m.day, m.id LIMIT 100`,
  )
}

export interface ProposalRow {
  id: number
  title: string
  organisation: string
  bodyName: string
  at: string
}

/** Proposed items that no secretariat has answered, in the bodies that the actor prepares. */
export function unansweredProposals(actor: Actor, bodyIds: number[]): ProposalRow[] {
  if (bodyIds.length === 0) return []
  return actor.database.sql.all<ProposalRow>(
    `SELECT p.id, p.title, o.shortName AS organisation, b.name AS bodyName, p.at
     FROM ItemProposal p JOIN Organisation o ON o.id = p.organisationId JOIN Body b ON b.id = p.bodyId
     WHERE p.bodyId IN (${bodyIds.join(',')}) AND p.answeredAt IS NULL AND p.withdrawnAt IS NULL
     ORDER BY p.at, p.id LIMIT 20`,
  )
}

export interface FollowUpRow {
  id: number
  text: string
  dueDay: string
  decisionNumber: string | null
}

/** Open follow-ups that the person, or nobody in particular in the person's organisation, answers for. */
export function openFollowUps(actor: Actor): FollowUpRow[] {
  const view = viewOf(actor)
  // One list for each way to answer for it, each read in its index's order: most open ones are somebody else's.
  const first = (theirs: string) => `SELECT * FROM (
      SELECT f.id, f.text, f.dueDay, d.number AS decisionNumber
      FROM FollowUp f LEFT JOIN Decision d ON d.id = f.decisionId
      LEFT JOIN AgendaItem i ON i.id = f.itemId LEFT JOIN Meeting m ON m.id = i.meetingId
      WHERE ${theirs} AND f.closedAt IS NULL
        AND ${view.meetings('f')} AND (i.id IS NULL OR i.closed = 0 OR ${view.closedItems('m', 'i')})
      ORDER BY f.dueDay, f.id LIMIT 12)`
  return actor.database.sql.all<FollowUpRow>(
    `${first('f.personId = ?')} UNION ALL ${first('f.organisationId = ? AND f.personId IS NULL')}
     ORDER BY dueDay, id LIMIT 12`,
    actor.person?.id ?? 0,
    actor.person?.organisationId ?? 0,
  )
}

export interface BodyRow {
  slug: string
  name: string
  kind: 'STRATEGY_GROUP' | 'JOINT_GROUP' | 'SECRETARIAT'
  people: number
  chairs: number
}

/** How the bodies that a secretariat looks after are manned today. */
export function manning(actor: Actor, bodyIds: number[]): BodyRow[] {
  if (bodyIds.length === 0) return []
  return actor.database.sql.all<BodyRow>(
    `SELECT b.slug, b.name, b.kind, count(s.id) AS people, coalesce(sum(s.role = 'CHAIR'), 0) AS chairs
     FROM Body b LEFT JOIN Seat s ON s.bodyId = b.id AND s."from" <= ? AND (s."to" IS NULL OR s."to" >= ?)
     WHERE b.id IN (${bodyIds.join(',')}) AND b.kind <> 'DECIDING_BODY'
     GROUP BY b.id ORDER BY b.id`,
    actor.today,
    actor.today,
  )
}

export interface DecisionRow {
  number: string
  title: string
  state: 'EFFECTIVE' | 'CONDITIONAL' | 'LAPSED' | 'SUPERSEDED' | 'ANNULLED'
  decidedOn: string
  bodyName: string
}

export function recentDecisions(actor: Actor): DecisionRow[] {
  const view = viewOf(actor)
  return actor.database.sql.all<DecisionRow>(
    `SELECT d.number, d.state, d.decidedOn, b.name AS bodyName,
            CASE WHEN d.closed = 0 OR ${view.closedItems('m', 'i')} THEN d.title
                 ELSE coalesce(d.publicTitle, 'Lukket punkt') END AS title
     FROM Decision d JOIN Meeting m ON m.id = d.meetingId JOIN AgendaItem i ON i.id = d.itemId
     JOIN Body b ON b.id = d.bodyId
     WHERE ${view.proceedings('m')}
     ORDER BY d.decidedOn DESC, d.id DESC LIMIT 6`,
  )
}

export interface ReferralRow {
  number: string
  body: string
  decision: string
  dueDay: string
  /** The person keeps the organisation's mandates, and is the one to enter the answer. */
  keeps: 0 | 1
}

/** Referrals that wait for an answer: all of its own organisations for a keeper, those overdue for a secretariat. */
export function waitingReferrals(actor: Actor): ReferralRow[] {
  const kept = actor.authorisations.filter(given => given.kind === 'MANDATE_KEEPER').map(given => given.organisationId)
  const keeps =
    kept.length === 0 ? '0' : `(o.id IN (${kept.join(',')}) OR coalesce(o.parentId, 0) IN (${kept.join(',')}))`
  const view = viewOf(actor)
  return actor.database.sql.all<ReferralRow>(
    `SELECT r.number, coalesce(b.name, o.name) AS body, d.number AS decision, r.dueDay, ${keeps} AS keeps
     FROM Referral r JOIN Organisation o ON o.id = r.organisationId JOIN Decision d ON d.id = r.decisionId
          LEFT JOIN Body b ON b.id = r.bodyId
     WHERE r.answer IS NULL AND r.withdrawnAt IS NULL AND (${keeps} OR (${view.drafts('d')} AND r.dueDay < ?))
     ORDER BY r.dueDay, r.id LIMIT 20`,
    actor.today,
  )
}
