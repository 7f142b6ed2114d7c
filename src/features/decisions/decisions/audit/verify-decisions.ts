import type { Database } from '../../../../database/database.ts'
import type { PreparedReader } from '../../../../database/prepared-reader.ts'
import { column, rowsOf } from '../../../../database/rows.ts'
import type { Finding } from '../../../../database/verify/finding.ts'
import { drawnSql, holdsFrom, type MandateCheck, storedCheck } from '../../mandates/index.ts'
import { waitingSql } from '../settle/referral-state.ts'
import { type AuditedDecision, type AuditedMandate, faultsOf } from './audit-rules.ts'

/**
 * Whether every decision stands as §7 asks: in effect only where mandates cover it, each by what the ledger says it
 * drew; waiting only where somebody is asked; and nothing held by one that is over. What was multiplied for trying the
 * portal under load drew nothing and is left out.
 */
export function verifyDecisions({ sql }: Pick<Database, 'sql'>): Finding {
  const facts = { mandates: mandatesIn(sql), parentOf: parentsIn(sql) }
  return {
    check: 'Every decision stands within its mandates, and its draws are those that cover it',
    wrong: decisionsIn(sql).flatMap(decision => faultsOf(decision, facts)),
  }
}

const consequenceRow = rowsOf({
  decisionId: column.number,
  organisationId: column.number,
  amount: column.orNull(column.amount),
  legal: column.orNull(column.text),
  organisational: column.orNull(column.text),
})

const amountRow = rowsOf({ decisionId: column.number, mandateId: column.number, amount: column.amount })

const decisionRow = rowsOf({
  id: column.number,
  number: column.text,
  state: column.text,
  decidedOn: column.day,
  effectiveOn: column.orNull(column.day),
  content: column.text,
  supersededById: column.orNull(column.number),
})

function decisionsIn(sql: PreparedReader): AuditedDecision[] {
  const consequences = grouped(
    sql.all(consequenceRow, 'SELECT decisionId, organisationId, amount, legal, organisational FROM Consequence'),
  )
  const held = amountsBy(
    sql.all(
      amountRow,
      `SELECT decisionId, mandateId, sum(${drawnSql('e')}) AS amount
       FROM MandateEntry e WHERE decisionId IS NOT NULL GROUP BY decisionId, mandateId HAVING sum(${drawnSql('e')}) <> 0`,
    ),
  )
  const spent = amountsBy(sql.all(amountRow, 'SELECT decisionId, mandateId, amount FROM SpentAmount'))
  const waiting = waitingIn(sql)
  return sql
    .all(
      decisionRow,
      `SELECT d.id, d.number, d.state, d.decidedOn, d.effectiveOn, d.supersededById,
         coalesce((SELECT content FROM DecisionCheck WHERE decisionId = d.id ORDER BY id DESC LIMIT 1), d."check") AS content
       FROM Decision d
       WHERE NOT EXISTS (
         SELECT 1 FROM Event WHERE subject = 'decision' AND subjectId = d.id AND kind = 'decisionMultiplied')
       ORDER BY d.id`,
    )
    .map(({ id, content, supersededById, ...decision }) => ({
      ...decision,
      check: readable(content),
      consequences: consequences.get(id) ?? [],
      held: held.get(id) ?? new Map(),
      spent: spent.get(supersededById ?? 0) ?? new Map(),
      waiting: waiting.get(id) ?? [],
    }))
}

function readable(content: string): MandateCheck | null {
  try {
    return storedCheck(content)
  } catch {
    return null
  }
}

const storedKinds = { ECONOMIC: 'economic', LEGAL: 'legal', ORGANISATIONAL: 'organisational' } as const

const waitingRow = rowsOf({
  id: column.number,
  decisionId: column.number,
  organisationId: column.orNull(column.number),
  kind: column.orNull(column.oneOf<keyof typeof storedKinds>()),
})

/** The cells that each waiting referral of a decision asks about, as `organisation/kind`. */
function waitingIn(sql: PreparedReader): Map<number, string[][]> {
  const rows = sql.all(
    waitingRow,
    `SELECT r.id, r.decisionId, c.organisationId, c.kind
     FROM Referral r LEFT JOIN ReferralCell c ON c.referralId = r.id
     WHERE ${waitingSql('r')}
     ORDER BY r.id`,
  )
  const referrals = new Map<number, { decisionId: number; cells: string[] }>()
  for (const { id, decisionId, organisationId, kind } of rows) {
    const referral = referrals.get(id) ?? { decisionId, cells: [] }
    if (organisationId !== null && kind !== null) referral.cells.push(`${organisationId}/${storedKinds[kind]}`)
    referrals.set(id, referral)
  }
  const byDecision = new Map<number, string[][]>()
  for (const { decisionId, cells } of referrals.values())
    byDecision.set(decisionId, [...(byDecision.get(decisionId) ?? []), cells])
  return byDecision
}

const mandateRow = rowsOf({
  id: column.number,
  number: column.text,
  organisationId: column.number,
  economic: column.flag,
  legal: column.flag,
  organisational: column.flag,
  limitPerDecision: column.orNull(column.amount),
  partialCover: column.flag,
  onlyDecisionId: column.orNull(column.number),
  activatedAt: column.orNull(column.moment),
  from: column.day,
  to: column.orNull(column.day),
  sourceDay: column.day,
  supersededFrom: column.orNull(column.day),
})

const mandatesIn = (sql: PreparedReader): Map<number, AuditedMandate> =>
  new Map(
    sql
      .all(
        mandateRow,
        `SELECT id, number, organisationId, economic, legal, organisational, limitPerDecision, partialCover,
           onlyDecisionId, activatedAt, "from", "to", sourceDay, supersededFrom FROM Mandate`,
      )
      .map(row => [
        row.id,
        {
          ...row,
          kinds: (['economic', 'legal', 'organisational'] as const).filter(kind => row[kind]),
          oneOff: row.onlyDecisionId !== null,
          activated: row.activatedAt !== null,
          first: holdsFrom(row),
        },
      ]),
  )

const departmentRow = rowsOf({
  id: column.number,
  parentId: column.orNull(column.number),
})

function parentsIn(sql: PreparedReader): (organisationId: number) => number | null {
  const departments = sql.all(departmentRow, "SELECT id, parentId FROM Organisation WHERE kind = 'DEPARTMENT'")
  const parents = new Map(departments.map(({ id, parentId }) => [id, parentId]))
  return id => parents.get(id) ?? null
}

function grouped<Row extends { decisionId: number }>(rows: Row[]): Map<number, Row[]> {
  const groups = new Map<number, Row[]>()
  for (const row of rows) {
    const group = groups.get(row.decisionId)
    if (group) group.push(row)
    else groups.set(row.decisionId, [row])
  }
  return groups
}

const amountsBy = (rows: { decisionId: number; mandateId: number; amount: number }[]) =>
  new Map(
    [...grouped(rows)].map(([decisionId, own]) => [
      decisionId,
      new Map(own.map(({ mandateId, amount }) => [mandateId, amount])),
    ]),
  )
