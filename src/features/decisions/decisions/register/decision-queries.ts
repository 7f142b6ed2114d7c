import type { Actor } from '../../../../access/actor.ts'
import { eventFacts } from '../../../../access/event-kinds.ts'
import { viewOf } from '../../../../access/visibility.ts'
import { untilCommit } from '../../../../database/until-commit.ts'
import { withdrawnFacts } from '../event-kinds.ts'
import type { DecisionState } from './register-queries.ts'

export interface DecisionRow {
  id: number
  number: string
  title: string
  text: string
  publicTitle: string | null
  publicText: string | null
  closed: 0 | 1
  readable: 0 | 1
  sharedPosition: 0 | 1
  strategy: 0 | 1
  professionalDevelopment: 0 | 1
  coordination: 0 | 1
  /** JSON: the names of the housing areas that it is about. */
  areas: string
  state: DecisionState
  decidedOn: string
  effectiveOn: string | null
  noFollowUp: 0 | 1
  check: string
  recordedAt: string
  recordedBy: string | null
  version: number
  meetingId: number
  meetingNumber: string
  meetingState: string
  bodyId: number
  bodyKind: 'STRATEGY_GROUP' | 'JOINT_GROUP' | 'SECRETARIAT' | 'DECIDING_BODY'
  bodySide: 'HOUSING' | 'MUNICIPALITY' | null
  bodyName: string
  bodySlug: string
  itemId: number
  itemPosition: number
  itemTitle: string
  closedReason: string | null
  caseNumber: string | null
  caseTitle: string | null
  supersededByNumber: string | null
  supersededHow: 'REVERSES' | 'REPLACES' | null
  replacesNumber: string | null
  replacementKind: 'REVERSES' | 'REPLACES' | null
}

/** The decision as far as this person may read it; null: it does not exist for them. */
export function findDecision(actor: Actor, year: number, serial: number): DecisionRow | null {
  const view = viewOf(actor)
  const row = actor.database.sql.get<DecisionRow>(
    `SELECT d.id, d.number, d.title, d.text, d.publicTitle, d.publicText, d.closed, ${view.insideDecisions('d')} AS readable,
            d.sharedPosition, d.strategy, d.professionalDevelopment, d.coordination, d.state, d.decidedOn, d.effectiveOn,
            (SELECT json_group_array(a.name ORDER BY a.name) FROM DecisionArea x JOIN HousingArea a ON a.id = x.areaId
             WHERE x.decisionId = d.id) AS areas,
            d.noFollowUp, d."check", d.recordedAt, p.name AS recordedBy, d.version,
            m.id AS meetingId, m.number AS meetingNumber, m.state AS meetingState,
            b.id AS bodyId, b.kind AS bodyKind, b.side AS bodySide, b.name AS bodyName, b.slug AS bodySlug,
            i.id AS itemId, i.position AS itemPosition, i.title AS itemTitle, i.closedReason,
            c.number AS caseNumber, ${view.caseTitle('c')} AS caseTitle, s.number AS supersededByNumber,
            s.replacementKind AS supersededHow, e.number AS replacesNumber, d.replacementKind
     FROM Decision d JOIN Meeting m ON m.id = d.meetingId JOIN Body b ON b.id = d.bodyId
          JOIN AgendaItem i ON i.id = d.itemId LEFT JOIN "Case" c ON c.id = d.caseId
          LEFT JOIN Person p ON p.id = d.recordedById LEFT JOIN Decision s ON s.id = d.supersededById
          LEFT JOIN Decision e ON e.id = d.replacesId
     WHERE d.year = ? AND d.serial = ? AND ${view.decisions('d')}`,
    year,
    serial,
  )
  return row ?? null
}

export interface StanceRow {
  side: 'HOUSING' | 'MUNICIPALITY'
  organisation: string | null
  kind: 'SUPPORTS' | 'WITH_RESERVATION' | 'DOES_NOT_SUPPORT'
  text: string
}

export interface EntryRow {
  mandateId: number
  number: string
  kind: 'DRAW' | 'RELEASE'
  amount: number
  at: string
}

export interface DecisionFollowUpRow {
  id: number
  text: string
  organisation: string
  person: string | null
  dueDay: string
  closedAt: string | null
  closedNote: string | null
}

/** What hangs on a decision that is read in full: a statement each, and each by an index of the decision's id. */
export const readDecisionParts = (actor: Actor, decisionId: number) => decisionParts(actor.database, decisionId)

/** The same for everyone who may read the decision. */
const decisionParts = untilCommit(100, ({ sql }, decisionId: number) => ({
  slugs: sql.all<{ id: number; slug: string }>(
    `SELECT o.id, o.slug FROM Consequence c JOIN Organisation o ON o.id = c.organisationId WHERE c.decisionId = ?`,
    decisionId,
  ),
  stances: sql.all<StanceRow>(
    `SELECT s.side, o.name AS organisation, s.kind, s.text FROM Stance s
       LEFT JOIN Organisation o ON o.id = s.organisationId
       WHERE s.decisionId = ? ORDER BY s.side, s.organisationId IS NOT NULL, s.id`,
    decisionId,
  ),
  entries: sql.all<EntryRow>(
    `SELECT e.mandateId, m.number, e.kind, e.amount, e.at FROM MandateEntry e JOIN Mandate m ON m.id = e.mandateId
       WHERE e.decisionId = ? ORDER BY e.id`,
    decisionId,
  ),
  followUps: sql.all<DecisionFollowUpRow>(
    `SELECT f.id, f.text, o.name AS organisation, p.name AS person, f.dueDay, f.closedAt, f.closedNote
       FROM FollowUp f JOIN Organisation o ON o.id = f.organisationId LEFT JOIN Person p ON p.id = f.personId
       WHERE f.decisionId = ? ORDER BY f.dueDay, f.id`,
    decisionId,
  ),
}))

/** Why a decision was taken back: told by its event, which is there for good. */
export function withdrawalReason(actor: Actor, decisionId: number): string | null {
  const row = actor.database.sql.get<{ after: string | null }>(
    `SELECT after FROM Event
     WHERE subject = 'decision' AND subjectId = ? AND kind = 'decisionWithdrawn' ORDER BY id DESC LIMIT 1`,
    decisionId,
  )
  return (row && eventFacts(withdrawnFacts, row.after).reason) ?? null
}
