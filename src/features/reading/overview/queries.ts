import type { Actor, Side } from '../../../access/actor.ts'
import { mayDo } from '../../../access/policy.ts'
import { viewOf } from '../../../access/visibility.ts'
import type { Database } from '../../../database/database.ts'
import { untilCommit } from '../../../database/until-commit.ts'
import type { Day } from '../../../kernel/days.ts'
import { keptOrganisations } from '../../decisions/mandates/index.ts'

/**
 * What the overview reads: a handful of prepared statements, each bounded, whatever the size of the data. What is the
 * same for everyone is kept until anything is committed, and here it is decided what of it a person gets.
 */

export interface ProposalRow {
  id: number
  bodyId: number
  title: string
  organisation: string
}

/** Proposed items that no secretariat has answered, in the bodies that the actor prepares. */
export const unansweredProposals = (database: Database, bodies: ReadonlySet<number>): ProposalRow[] =>
  allProposals(database, 'all')
    .filter(row => bodies.has(row.bodyId))
    .slice(0, 20)

const allProposals = untilCommit<'all', ProposalRow[]>(1, ({ sql }) =>
  sql.all<ProposalRow>(
    `SELECT p.id, p.bodyId, p.title, o.shortName AS organisation
     FROM ItemProposal p JOIN Organisation o ON o.id = p.organisationId
     WHERE p.answeredAt IS NULL AND p.withdrawnAt IS NULL
     ORDER BY p.at, p.id LIMIT 500`,
  ),
)

export interface BodyRow {
  id: number
  slug: string
  name: string
  kind: 'STRATEGY_GROUP' | 'JOINT_GROUP' | 'SECRETARIAT'
  people: number
  chairs: number
}

/** How the bodies that a secretariat looks after are manned today. */
export const manning = (database: Database, bodies: ReadonlySet<number>, today: Day): BodyRow[] =>
  everyManning(database, today).filter(row => bodies.has(row.id))

const everyManning = untilCommit<Day, BodyRow[]>(2, ({ sql }, today) =>
  sql.all<BodyRow>(
    `SELECT b.id, b.slug, b.name, b.kind, count(s.id) AS people, coalesce(sum(s.role = 'CHAIR'), 0) AS chairs
     FROM Body b LEFT JOIN Seat s ON s.bodyId = b.id AND s."from" <= ? AND (s."to" IS NULL OR s."to" >= ?)
     WHERE b.kind <> 'DECIDING_BODY'
     GROUP BY b.id ORDER BY b.id`,
    today,
    today,
  ),
)

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
            CASE WHEN ${view.insideDecisions('d')} THEN d.title
                 ELSE coalesce(d.publicTitle, 'Lukket punkt') END AS title
     FROM Decision d JOIN Body b ON b.id = d.bodyId
     WHERE ${view.decisions('d')}
     ORDER BY d.decidedOn DESC, d.id DESC LIMIT 6`,
  )
}

export interface ReferralRow {
  number: string
  body: string
  decision: string
  dueDay: string
  /** The person keeps the organisation's mandates, and is the one to enter the answer. */
  keeps: boolean
}

/** Referrals that wait for an answer: all of its own organisations for a keeper, those overdue for a secretariat. */
export function waitingReferrals(actor: Actor, prepared: ReadonlySet<number>): ReferralRow[] {
  const kept = keptOrganisations(actor)
  return openReferrals(actor.database, 'all')
    .map(row => ({
      ...row,
      keeps: kept.has(row.organisationId) || (row.parentId !== null && kept.has(row.parentId)),
    }))
    .filter(row => row.keeps || (prepared.has(row.bodyId) && row.dueDay < actor.today))
    .slice(0, 20)
}

/** Waiting referrals to organisations without a keeper, which this person may name: nobody could enter the answer. */
export const referralsWithoutKeeper = (actor: Actor): OpenReferral[] =>
  openReferrals(actor.database, 'all').filter(
    ({ organisationId, organisationKind, parentId, side, keptUntil }) =>
      (keptUntil === null || keptUntil < actor.today) &&
      mayDo(actor, 'nameAuthorised', { organisation: { id: organisationId, kind: organisationKind, parentId, side } }),
  )

interface OpenReferral extends Omit<ReferralRow, 'keeps'> {
  organisation: string
  organisationSlug: string
  organisationKind: string
  side: Side | null
  /** The last day on which somebody keeps its mandates, its own or its municipality's keeper; null: nobody is named. */
  keptUntil: string | null
  organisationId: number
  parentId: number | null
  /** Of the decision. */
  bodyId: number
}

const openReferrals = untilCommit<'all', OpenReferral[]>(1, ({ sql }) =>
  sql.all<OpenReferral>(
    `SELECT r.number, coalesce(b.name, o.name) AS body, d.number AS decision, r.dueDay, r.organisationId, o.parentId,
            d.bodyId, o.name AS organisation, o.slug AS organisationSlug, o.kind AS organisationKind, o.side,
            (SELECT max(coalesce(g."to", '9999-12-31')) FROM Authorisation g JOIN Person p ON p.id = g.personId
             WHERE g.kind = 'MANDATE_KEEPER' AND p.endedOn IS NULL
               AND (g.organisationId = o.id OR (o.kind = 'DEPARTMENT' AND g.organisationId = o.parentId))) AS keptUntil
     FROM Referral r JOIN Organisation o ON o.id = r.organisationId JOIN Decision d ON d.id = r.decisionId
          LEFT JOIN Body b ON b.id = r.bodyId
     WHERE r.answer IS NULL AND r.withdrawnAt IS NULL
     ORDER BY r.dueDay, r.id LIMIT 1000`,
  ),
)

export interface LeftOver {
  bodyId: number
  bodyName: string
  items: number
  /** The body's next meeting whose agenda is open. */
  nextMeetingId: number | null
  /** Where the first of them stands. */
  meetingId: number
}

/** Items that were postponed or not reached and that no agenda has taken over, by body. Only how many: closed ones count too. */
export const leftOver = (database: Database, bodies: ReadonlySet<number>, today: Day): LeftOver[] =>
  everyLeftOver(database, today).filter(row => bodies.has(row.bodyId))

const everyLeftOver = untilCommit<Day, LeftOver[]>(2, ({ sql }, today) =>
  sql.all<LeftOver>(
    `SELECT b.id AS bodyId, b.name AS bodyName, count(*) AS items, min(m.id) AS meetingId,
            (SELECT n.id FROM Meeting n WHERE n.bodyId = b.id AND n.day >= ?
               AND n.state IN ('PLANNED','AGENDA_IN_PREPARATION','AGENDA_SIGNED_OFF','CALLED')
             ORDER BY n.day, n.startsAt, n.id LIMIT 1) AS nextMeetingId
     FROM LeftOverItem w CROSS JOIN AgendaItem i ON i.id = w.itemId CROSS JOIN Meeting m ON m.id = i.meetingId
     JOIN Body b ON b.id = m.bodyId
     WHERE m.state IN ('MINUTES_IN_PREPARATION','MINUTES_OUT','MINUTES_APPROVED','CANCELLED')
     GROUP BY b.id ORDER BY b.id`,
    today,
  ),
)
