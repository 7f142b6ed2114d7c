import { z } from 'zod'
import type { Database } from '../../../../database/database.ts'
import { column, type RowOf, rowsOf } from '../../../../database/rows.ts'
import { storedAmount, storedDay, storedMoment } from '../../../../database/stored-json.ts'
import { untilCommit } from '../../../../database/until-commit.ts'
import { type Day, day } from '../../../../kernel/days.ts'
import { isOnSql } from '../../../../kernel/periods.ts'
import { checkColumn } from '../../mandates/index.ts'
import type { CheckCause } from '../settle/settle-pending.ts'

const cell = z.object({
  organisationId: z.number(),
  organisation: z.string(),
  kind: z.enum(['ECONOMIC', 'LEGAL', 'ORGANISATIONAL']),
  amount: storedAmount.nullable(),
})
export type TrailCell = z.infer<typeof cell>

/** A secretariat gave the body longer to answer. */
const extension = z.object({
  at: storedMoment,
  fromDay: storedDay,
  toDay: storedDay,
  reason: z.string(),
  by: z.string().nullable(),
})

const trailReferral = rowsOf({
  id: column.number,
  number: column.text,
  /** The deciding body, or the organisation when it has none in the portal. */
  body: column.text,
  organisation: column.text,
  openedAt: column.moment,
  dueDay: column.day,
  answer: column.orNull(column.oneOf<'APPROVED' | 'APPROVED_ON_CONDITIONS' | 'DECLINED'>()),
  answeredOn: column.orNull(column.day),
  answeredAt: column.orNull(column.moment),
  protocolItem: column.orNull(column.text),
  conditions: column.orNull(column.text),
  reason: column.orNull(column.text),
  acceptedAt: column.orNull(column.moment),
  acceptedBy: column.orNull(column.text),
  withdrawnAt: column.orNull(column.moment),
  withdrawnWhy: column.orNull(column.text),
  mandateId: column.orNull(column.number),
  mandate: column.orNull(column.text),
  /** Who keeps the organisation's mandates today, and enters the answer. */
  keepers: column.orNull(column.text),
  cells: column.json(z.array(cell)),
  extensions: column.json(z.array(extension)),
  /** Where the group is asked to accept the conditions. */
  meetingId: column.orNull(column.number),
  meetingDay: column.orNull(column.day),
})
export type TrailReferral = RowOf<typeof trailReferral>

/** All that a decision's way into effect is told from: three statements, the same for everyone who reads it. */
export const readTrail = (db: Database, decisionId: number, today: Day): Trail => trails(db, `${today} ${decisionId}`)

interface Trail {
  referrals: TrailReferral[]
  checks: TrailCheck[]
  marks: TrailMark[]
}

const trails = untilCommit<string, Trail>(100, (db, key) => {
  const [today = '', id] = key.split(' ')
  const decisionId = Number(id)
  return {
    referrals: readReferrals(db, decisionId, day(today)),
    checks: readChecks(db, decisionId),
    marks: readMarks(db, decisionId),
  }
})

/** A decision's referrals, in the order in which they were opened: one statement. */
export const readReferrals = (db: Database, decisionId: number, today: Day): TrailReferral[] =>
  db.sql.all(
    trailReferral,
    `SELECT r.id, r.number, coalesce(b.name, o.name) AS body, o.name AS organisation, r.openedAt, r.dueDay, r.answer,
            r.answeredOn, r.answeredAt, r.protocolItem, r.conditions, r.reason, r.acceptedAt, x.number AS acceptedBy,
            r.withdrawnAt, r.withdrawnWhy, r.mandateId, a.number AS mandate,
            (SELECT group_concat(p.name, ', ') FROM Authorisation g JOIN Person p ON p.id = g.personId
             WHERE g.kind = 'MANDATE_KEEPER' AND g.organisationId IN (o.id, o.parentId)
               AND ${isOnSql('g')}) AS keepers,
            (SELECT json_group_array(json_object('organisationId', c.organisationId, 'organisation', n.name,
                                                 'kind', c.kind, 'amount', c.amount))
             FROM ReferralCell c JOIN Organisation n ON n.id = c.organisationId WHERE c.referralId = r.id) AS cells,
            (SELECT json_group_array(json_object('at', e.at, 'fromDay', e.fromDay, 'toDay', e.toDay, 'reason', e.reason,
                                                 'by', p.name) ORDER BY e.id)
             FROM ReferralExtension e LEFT JOIN Person p ON p.id = e.byId WHERE e.referralId = r.id) AS extensions,
            m.id AS meetingId, m.day AS meetingDay
     FROM Referral r JOIN Organisation o ON o.id = r.organisationId LEFT JOIN Body b ON b.id = r.bodyId
          LEFT JOIN Decision x ON x.id = r.acceptedById LEFT JOIN Mandate a ON a.id = r.mandateId
          LEFT JOIN AwaitedItem w ON w.id = (SELECT max(id) FROM AwaitedItem WHERE referralId = r.id)
          LEFT JOIN AgendaItem i ON i.id = w.itemId LEFT JOIN Meeting m ON m.id = i.meetingId
     WHERE r.decisionId = ? ORDER BY r.id`,
    today,
    today,
    decisionId,
  )

const trailCheck = rowsOf({
  on: column.day,
  at: column.moment,
  cause: column.oneOf<CheckCause>(),
  check: checkColumn,
})
export type TrailCheck = RowOf<typeof trailCheck>

const readChecks = (db: Database, decisionId: number): TrailCheck[] =>
  db.sql.all(
    trailCheck,
    `SELECT "on", at, cause, content AS "check" FROM DecisionCheck WHERE decisionId = ? ORDER BY id`,
    decisionId,
  )

const numberRow = rowsOf({
  number: column.text,
})

/** Mandates that a check counted on and that a revocation has reached since: from a day that was still to come then. */
export const revokedSince = (db: Database, mandateIds: number[], checkedOn: Day, today: Day): { number: string }[] =>
  db.sql.all(
    numberRow,
    `SELECT number FROM Mandate WHERE id IN (SELECT value FROM json_each(?)) AND revokedFrom > ? AND revokedFrom <= ?
     ORDER BY id`,
    JSON.stringify(mandateIds),
    checkedOn,
    today,
  )

const trailMark = rowsOf({
  kind: column.text,
  at: column.moment,
  after: column.orNull(column.text),
})
export type TrailMark = RowOf<typeof trailMark>

/** When the decision took effect, lapsed, or gave way: told by its events. */
const readMarks = (db: Database, decisionId: number): TrailMark[] =>
  db.sql.all(
    trailMark,
    `SELECT kind, at, after FROM Event WHERE subject = 'decision' AND subjectId = ?
       AND kind IN ('decisionTookEffect','decisionLapsed','decisionSuperseded','decisionRestored') ORDER BY id`,
    decisionId,
  )
