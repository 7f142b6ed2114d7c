import { z } from 'zod'
import type { RowReader } from '../../../../database/reader.ts'
import { column, type RowOf, rowsOf } from '../../../../database/rows.ts'
import { storedAmount } from '../../../../database/stored-json.ts'
import type { DecisionState } from '../decision-state.ts'
import type { ReferralAnswerKind } from './referral-state.ts'

const ids = column.json(z.array(z.number()))

const decisionRow = rowsOf({
  id: column.number,
  number: column.text,
  state: column.oneOf<DecisionState>(),
  title: column.text,
  text: column.text,
  publicTitle: column.orNull(column.text),
  closed: column.flag,
  closedReason: column.orNull(column.text),
  bodyId: column.number,
  itemId: column.number,
  caseId: column.orNull(column.number),
  strategy: column.flag,
  professionalDevelopment: column.flag,
  coordination: column.flag,
  decidedOn: column.day,
  replacesId: column.orNull(column.number),
  replacementKind: column.orNull(column.oneOf<'REVERSES' | 'REPLACES'>()),
  subjectAreaIds: ids,
  areaIds: ids,
})

const consequenceRow = rowsOf({
  decisionId: column.number,
  organisationId: column.number,
  amount: column.orNull(column.amount),
  legal: column.orNull(column.text),
  organisational: column.orNull(column.text),
})

const referralCell = z.object({
  organisationId: z.number(),
  kind: z.enum(['ECONOMIC', 'LEGAL', 'ORGANISATIONAL']),
  amount: storedAmount.nullable(),
})

const referralRow = rowsOf({
  id: column.number,
  decisionId: column.number,
  number: column.text,
  answer: column.orNull(column.oneOf<ReferralAnswerKind>()),
  answeredOn: column.orNull(column.day),
  acceptedAt: column.orNull(column.moment),
  acceptedById: column.orNull(column.number),
  withdrawnAt: column.orNull(column.moment),
  /** The deciding body, or the organisation when it has none in the portal. */
  body: column.text,
  cells: column.json(z.array(referralCell)),
})

/** A decision with what its settling reads of it. */
export type LoadedDecision = RowOf<typeof decisionRow> & {
  consequences: RowOf<typeof consequenceRow>[]
  referrals: RowOf<typeof referralRow>[]
}

/** One, which must be there. */
export async function loadDecision(read: RowReader, id: number): Promise<LoadedDecision> {
  const [decision] = await loadDecisions(read, [id])
  if (!decision) throw new Error(`There is no decision ${id}.`)
  return decision
}

/** Several, in the order of the register, the oldest first: three statements, whatever their number. */
export async function loadDecisions(read: RowReader, decisionIds: number[]): Promise<LoadedDecision[]> {
  const among = JSON.stringify(decisionIds)
  const decisions = await read(
    decisionRow,
    `SELECT d.id, d.number, d.state, d.title, d.text, d.publicTitle, d.closed, i.closedReason, d.bodyId, d.itemId,
            d.caseId, d.strategy, d.professionalDevelopment, d.coordination, d.decidedOn, d.replacesId, d.replacementKind,
            (SELECT json_group_array(x.subjectAreaId ORDER BY x.subjectAreaId) FROM DecisionSubjectArea x
             WHERE x.decisionId = d.id) AS subjectAreaIds,
            (SELECT json_group_array(x.areaId ORDER BY x.areaId) FROM DecisionArea x WHERE x.decisionId = d.id) AS areaIds
     FROM Decision d JOIN AgendaItem i ON i.id = d.itemId
     WHERE d.id IN (SELECT value FROM json_each(?)) ORDER BY d.decidedOn, d.id`,
    among,
  )
  const consequences = await read(
    consequenceRow,
    `SELECT decisionId, organisationId, amount, legal, organisational FROM Consequence
     WHERE decisionId IN (SELECT value FROM json_each(?)) ORDER BY id`,
    among,
  )
  const referrals = await read(
    referralRow,
    `SELECT r.id, r.decisionId, r.number, r.answer, r.answeredOn, r.acceptedAt, r.acceptedById, r.withdrawnAt,
            coalesce(b.name, o.name) AS body,
            (SELECT json_group_array(json_object('organisationId', c.organisationId, 'kind', c.kind, 'amount', c.amount)
                                     ORDER BY c.id) FROM ReferralCell c WHERE c.referralId = r.id) AS cells
     FROM Referral r JOIN Organisation o ON o.id = r.organisationId LEFT JOIN Body b ON b.id = r.bodyId
     WHERE r.decisionId IN (SELECT value FROM json_each(?)) ORDER BY r.id`,
    among,
  )
  return decisions.map(decision => ({
    ...decision,
    consequences: consequences.filter(({ decisionId }) => decisionId === decision.id),
    referrals: referrals.filter(({ decisionId }) => decisionId === decision.id),
  }))
}
