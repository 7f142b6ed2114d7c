import type { RowReader } from '../../../../database/reader.ts'
import { column, type RowOf, rowsOf } from '../../../../database/rows.ts'
import type { Day } from '../../../../kernel/days.ts'
import { brokenRule } from '../../../../kernel/refusal.ts'
import type { MeetingChairs } from './rule-parameters.ts'

/** One of a body's rules of procedure, and the days that it holds on. */
export interface RulesPeriod {
  number: number
  /** The first day that it holds on. Of what was adopted, that is the decision's to say. */
  from: Day
  /** The first day that it holds on no more, since its decision gave way; left out or null: there is none. */
  until?: Day | null
  /** The body has adopted it, so that it goes before every stated default. */
  adopted?: boolean
}

/**
 * Which rules of procedure govern a day (R62). What the body has adopted goes before the stated default; of several the
 * latest, and of two from the same day the later number. What is asked of a meeting is asked of its own day, not of the
 * day one looks.
 */
export function rulesInForce<Rules extends RulesPeriod>(rules: readonly Rules[], on: Day): Rules | null {
  const holding = rules.filter(({ from, until = null }) => from <= on && (until === null || on < until))
  return holding.reduce<Rules | null>((first, one) => (first && !goesBefore(one, first) ? first : one), null)
}

function goesBefore(one: RulesPeriod, other: RulesPeriod): boolean {
  if (Boolean(one.adopted) !== Boolean(other.adopted)) return one.adopted === true
  return one.from === other.from ? one.number > other.number : one.from > other.from
}

/**
 * SQL, to select from: `id, number, adopted, "from", until, decision`, all rules of procedure of bodies with their days. Of what was
 * put forward, those alone whose decision has taken effect, as the adoption of any text has it: a decision under the item
 * or one that it was carried over to. A decision that gave way to a later one has governed the days before that.
 * @param bodies SQL that selects the bodies' ids
 * @param seen SQL condition: which decisions `rd` count; left out: all
 */
export const rulesPeriodsSql = (bodies: string, seen = '1 = 1'): string => `(
  WITH RECURSIVE ofBody(bodyId) AS (${bodies}),
  putForward(rulesId, itemId, fromDay) AS (
    SELECT rr.id, ra.itemId, ra.fromDay FROM ofBody CROSS JOIN RulesOfProcedure rr ON rr.bodyId = ofBody.bodyId
      CROSS JOIN Adoption ra ON ra.id = rr.adoptionId WHERE ra.takenBackAt IS NULL
    UNION ALL
    SELECT pf.rulesId, ri.id, pf.fromDay FROM putForward pf CROSS JOIN AgendaItem ri ON ri.carriedFromId = pf.itemId
  )
  SELECT rr.id, rr.number, 0 AS adopted, rr."from", NULL AS until, NULL AS decision
  FROM ofBody CROSS JOIN RulesOfProcedure rr ON rr.bodyId = ofBody.bodyId WHERE rr.adoptionId IS NULL
  UNION ALL
  SELECT rr.id, rr.number, 1, max(coalesce(pf.fromDay, ''), rd.effectiveOn),
    CASE rd.state WHEN 'SUPERSEDED' THEN rs.effectiveOn END, rd.number
  FROM putForward pf CROSS JOIN Decision rd ON rd.itemId = pf.itemId JOIN RulesOfProcedure rr ON rr.id = pf.rulesId
    LEFT JOIN Decision rs ON rs.id = rd.supersededById LEFT JOIN Treatment rt ON rt.itemId = pf.itemId
  WHERE +rd.state IN ('EFFECTIVE','SUPERSEDED') AND rd.effectiveOn IS NOT NULL
    AND coalesce(rt.outcome, '') <> 'DECIDED_WITH_CHANGES' AND ${seen})`

/** `rulesInForce` as SQL: their id; null: the body has none. Both are SQL of what is asked about, in this order. */
export const rulesInForceSql = (bodyId: string, on: string): string =>
  `(SELECT rif.id FROM ${rulesPeriodsSql(`SELECT ${bodyId}`)} rif CROSS JOIN (SELECT ${on} AS onDay) asked
    WHERE rif."from" <= onDay AND (rif.until IS NULL OR onDay < rif.until)
    ORDER BY rif.adopted DESC, rif."from" DESC, rif.number DESC LIMIT 1)`

export type RulesInForce = RowOf<typeof rulesRow>

const rulesRow = rowsOf({
  id: column.number,
  number: column.number,
  noticeWorkdays: column.number,
  agendaWorkdays: column.orNull(column.number),
  proposalDeadlineWorkdays: column.number,
  objectionDays: column.number,
  minutesWorkdays: column.orNull(column.number),
  quorumHousing: column.number,
  quorumMunicipality: column.number,
  chairs: column.oneOf<MeetingChairs>(),
  consensusOfBothSides: column.flag,
  writtenProcedureAllowed: column.flag,
  silenceConsents: column.flag,
})

/** @throws Refusal when the body has no rules on that day: every body with meetings must have (R64). */
export async function rulesOn(read: RowReader, bodyId: number, meetingDay: Day): Promise<RulesInForce> {
  const found = await findRules(read, bodyId, meetingDay)
  if (!found) throw brokenRule('Organet har ingen forretningsorden, der gælder på mødedagen.', 'day')
  return found
}

export async function findRules(read: RowReader, bodyId: number, meetingDay: Day): Promise<RulesInForce | null> {
  const [row] = await read(
    rulesRow,
    `SELECT r.id, r.number, r.noticeWorkdays, r.agendaWorkdays, r.proposalDeadlineWorkdays, r.objectionDays,
            r.minutesWorkdays, r.quorumHousing, r.quorumMunicipality, r.chairs, r.consensusOfBothSides,
            r.writtenProcedureAllowed, r.silenceConsents
     FROM RulesOfProcedure r WHERE r.id = ${rulesInForceSql('?', '?')}`,
    bodyId,
    meetingDay,
  )
  return row ?? null
}
