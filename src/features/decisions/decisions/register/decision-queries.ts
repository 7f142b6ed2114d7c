import type { Actor } from '../../../../access/actor.ts'
import { eventFacts } from '../../../../access/event-kinds.ts'
import { viewOf } from '../../../../access/visibility.ts'
import { column, type RowOf, rowsOf } from '../../../../database/rows.ts'
import { untilCommit } from '../../../../database/until-commit.ts'
import { checkColumn } from '../../mandates/index.ts'
import type { DecisionState } from '../decision-state.ts'
import { withdrawnFacts } from '../event-kinds.ts'
import { areaNames } from '../labels.ts'

const decisionRow = rowsOf({
  id: column.number,
  number: column.text,
  title: column.text,
  text: column.text,
  publicTitle: column.orNull(column.text),
  publicText: column.orNull(column.text),
  closed: column.flag,
  readable: column.flag,
  sharedPosition: column.flag,
  strategy: column.flag,
  professionalDevelopment: column.flag,
  coordination: column.flag,
  /** The names of the housing areas that it is about. */
  areas: areaNames,
  state: column.oneOf<DecisionState>(),
  decidedOn: column.day,
  effectiveOn: column.orNull(column.day),
  noFollowUp: column.flag,
  check: checkColumn,
  recordedAt: column.moment,
  recordedBy: column.orNull(column.text),
  version: column.number,
  meetingId: column.number,
  meetingNumber: column.text,
  meetingState: column.text,
  bodyId: column.number,
  bodyKind: column.oneOf<'STRATEGY_GROUP' | 'JOINT_GROUP' | 'SECRETARIAT' | 'DECIDING_BODY'>(),
  bodySide: column.orNull(column.oneOf<'HOUSING' | 'MUNICIPALITY'>()),
  bodyName: column.text,
  bodySlug: column.text,
  itemId: column.number,
  itemPosition: column.number,
  itemTitle: column.text,
  closedReason: column.orNull(column.text),
  caseNumber: column.orNull(column.text),
  caseTitle: column.orNull(column.text),
  supersededByNumber: column.orNull(column.text),
  supersededHow: column.orNull(column.oneOf<'REVERSES' | 'REPLACES'>()),
  replacesNumber: column.orNull(column.text),
  replacementKind: column.orNull(column.oneOf<'REVERSES' | 'REPLACES'>()),
})
export type DecisionRow = RowOf<typeof decisionRow>

/** The decision as far as this person may read it; null: it does not exist for them. */
export function findDecision(actor: Actor, year: number, serial: number): DecisionRow | null {
  const view = viewOf(actor)
  const row = actor.database.sql.get(
    decisionRow,
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

const stanceRow = rowsOf({
  side: column.oneOf<'HOUSING' | 'MUNICIPALITY'>(),
  organisation: column.orNull(column.text),
  kind: column.oneOf<'SUPPORTS' | 'WITH_RESERVATION' | 'DOES_NOT_SUPPORT'>(),
  text: column.text,
})
export type StanceRow = RowOf<typeof stanceRow>

const entryRow = rowsOf({
  mandateId: column.number,
  number: column.text,
  kind: column.oneOf<'DRAW' | 'RELEASE'>(),
  amount: column.amount,
  at: column.moment,
})
export type EntryRow = RowOf<typeof entryRow>

const decisionFollowUpRow = rowsOf({
  id: column.number,
  text: column.text,
  organisation: column.text,
  person: column.orNull(column.text),
  dueDay: column.day,
  closedAt: column.orNull(column.moment),
  closedNote: column.orNull(column.text),
})
export type DecisionFollowUpRow = RowOf<typeof decisionFollowUpRow>

/** What hangs on a decision that is read in full: a statement each, and each by an index of the decision's id. */
export const readDecisionParts = (actor: Actor, decisionId: number) => decisionParts(actor.database, decisionId)

const slugRow = rowsOf({
  id: column.number,
  slug: column.text,
})

/** The same for everyone who may read the decision. */
const decisionParts = untilCommit(100, ({ sql }, decisionId: number) => ({
  slugs: sql.all(
    slugRow,
    `SELECT o.id, o.slug FROM Consequence c JOIN Organisation o ON o.id = c.organisationId WHERE c.decisionId = ?`,
    decisionId,
  ),
  stances: sql.all(
    stanceRow,
    `SELECT s.side, o.name AS organisation, s.kind, s.text FROM Stance s
       LEFT JOIN Organisation o ON o.id = s.organisationId
       WHERE s.decisionId = ? ORDER BY s.side, s.organisationId IS NOT NULL, s.id`,
    decisionId,
  ),
  entries: sql.all(
    entryRow,
    `SELECT e.mandateId, m.number, e.kind, e.amount, e.at FROM MandateEntry e JOIN Mandate m ON m.id = e.mandateId
       WHERE e.decisionId = ? ORDER BY e.id`,
    decisionId,
  ),
  followUps: sql.all(
    decisionFollowUpRow,
    `SELECT f.id, f.text, o.name AS organisation, p.name AS person, f.dueDay, f.closedAt, f.closedNote
       FROM FollowUp f JOIN Organisation o ON o.id = f.organisationId LEFT JOIN Person p ON p.id = f.personId
       WHERE f.decisionId = ? ORDER BY f.dueDay, f.id`,
    decisionId,
  ),
}))

const withdrawalRow = rowsOf({
  after: column.orNull(column.text),
})

/** Why a decision was taken back: told by its event, which is there for good. */
export function withdrawalReason(actor: Actor, decisionId: number): string | null {
  const row = actor.database.sql.get(
    withdrawalRow,
    `SELECT after FROM Event
     WHERE subject = 'decision' AND subjectId = ? AND kind = 'decisionWithdrawn' ORDER BY id DESC LIMIT 1`,
    decisionId,
  )
  return (row && eventFacts(withdrawnFacts, row.after).reason) ?? null
}
