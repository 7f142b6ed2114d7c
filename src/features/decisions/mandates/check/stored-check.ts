import { type ZodType, z } from 'zod'
import { column } from '../../../../database/rows.ts'
import { storedAmount, storedDay } from '../../../../database/stored-json.ts'
import type { DecisionScope } from '../mandate-scope.ts'
import type { ConsequenceRow, MandateCheck } from './mandate-check.ts'
import type { Reason, Verdict } from './mandate-verdict.ts'

const amountOrNull = storedAmount.nullable()

const tasks = z.object({ strategy: z.boolean(), professionalDevelopment: z.boolean(), coordination: z.boolean() })

const consequence = {
  organisationId: z.number(),
  amount: amountOrNull,
  legal: z.string().nullable(),
  organisational: z.string().nullable(),
}

const reason: ZodType<Reason> = z.discriminatedUnion('reason', [
  z.object({
    reason: z.enum([
      'NO_MANDATE',
      'NO_SOURCE',
      'DRAFT',
      'OTHER_DECISION',
      'OTHER_CASE',
      'OUTSIDE_TASKS',
      'OUTSIDE_SUBJECT_AREAS',
    ]),
  }),
  z.object({ reason: z.enum(['NOT_YET', 'REVOKED']), from: storedDay }),
  z.object({ reason: z.literal('EXPIRED'), on: storedDay }),
  z.object({ reason: z.literal('SUPERSEDED'), from: storedDay, by: z.string().nullable() }),
  z.object({
    reason: z.literal('OUTSIDE_AREAS'),
    given: z.array(z.string()).exactOptional(),
    named: z.boolean().exactOptional(),
  }),
  z.object({ reason: z.enum(['OVER_LIMIT', 'OVER_TOTAL']), by: storedAmount }),
  z.object({ reason: z.literal('OVER_TOGETHER'), by: storedAmount, mandates: z.array(z.string()) }),
])

const part = z.object({
  mandateId: z.number(),
  mandate: z.string(),
  amount: storedAmount,
  remainingBefore: amountOrNull,
  remainingAfter: amountOrNull,
})

const verdict: ZodType<Verdict> = z.discriminatedUnion('state', [
  z.object({ state: z.literal('NOT_NEEDED') }),
  z.object({
    state: z.literal('COVERED'),
    mandateId: z.number(),
    mandate: z.string(),
    limitPerDecision: amountOrNull,
    remainingBefore: amountOrNull,
    remainingAfter: amountOrNull,
    areas: z.array(z.string()).exactOptional(),
    parts: z.array(part).exactOptional(),
  }),
  z.object({
    state: z.literal('NOT_COVERED'),
    kind: z.enum(['economic', 'legal', 'organisational']),
    mandateId: z.number().nullable(),
    mandate: z.string().nullable(),
    why: reason,
    missing: amountOrNull.exactOptional(),
    askBody: z.object({ id: z.number().nullable(), name: z.string() }),
  }),
])

const check: ZodType<MandateCheck> = z.object({
  on: storedDay,
  tasks,
  adoptable: z.boolean(),
  rows: z.array(
    z.object({
      ...consequence,
      organisation: z.string(),
      economicVerdict: verdict,
      legalVerdict: verdict,
      organisationalVerdict: verdict,
    }),
  ),
})

/** What was tried: kept with the check, so that it can be made again. */
export interface Tried {
  rows: ConsequenceRow[]
  scope: DecisionScope
}

const tried: ZodType<Tried> = z.object({
  rows: z.array(z.object(consequence)),
  scope: z.object({
    tasks,
    subjectAreaIds: z.array(z.number()).exactOptional(),
    areaIds: z.array(z.number()).exactOptional(),
    caseId: z.number().nullable().exactOptional(),
    decisionId: z.number().nullable().exactOptional(),
  }),
})

/** A check as it was stored with its decision, in a column. */
export const checkColumn = column.json(check)

/** What was tried ahead of a meeting, in a column. */
export const triedColumn = column.json(tried)

/** The same where a transaction has read its row. @throws ZodError */
export const storedCheck = (json: string): MandateCheck => check.parse(JSON.parse(json))
