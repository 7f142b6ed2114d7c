import { z } from 'zod'
import { checkbox, id, listOf, moneyField, nullableText, optionalDay, optionalId } from '../../../http/forms/fields.ts'
import type { Day } from '../../../kernel/days.ts'
import { oere } from '../../../kernel/money.ts'
import { parseDanishDay } from '../../../kernel/written-day.ts'
import type { ConsequenceRow, Tried } from '../mandates/index.ts'

export const matrixQuery = z.object({
  dag: z
    .string()
    .optional()
    .transform((value): { typed: string; day: Day | null } => ({
      typed: value ?? '',
      day: value ? parseDanishDay(value) : null,
    })),
  opgave: z.enum(['strategy', 'professionalDevelopment', 'coordination']).optional().catch(undefined),
})
export type MatrixQuery = z.output<typeof matrixQuery>

export const meetingAddress = z.object({ meeting: id })
export const itemAddress = z.object({ meeting: id, item: id })
export const checkAddress = z.object({ meeting: id, item: id, check: id })

/** `punkt`: begin from an agenda item; `kontrol`: from a check that was prepared for one. */
export const trialQuery = z.object({ punkt: id.optional(), kontrol: id.optional() })

const trialRow = z.object({
  organisationId: optionalId,
  amount: moneyField,
  legal: nullableText(500),
  organisational: nullableText(500),
})

/** Rows come as a list or, with gaps, by their numbers. */
const rows = z.preprocess(
  value => (Array.isArray(value) ? value : typeof value === 'object' && value !== null ? Object.values(value) : []),
  z.array(trialRow).max(60),
)

export const trialForm = z.preprocess(
  typed => (typeof typed === 'object' && typed !== null ? { ...typed, typed } : typed),
  z.object({
    /** As it was typed, to draw the page again. */
    typed: z.record(z.string(), z.unknown()),
    action: z.enum(['check', 'addRow', 'attach']).default('check').catch('check'),
    itemId: optionalId,
    /** The prepared check that this one takes the place of. */
    replaces: optionalId,
    day: optionalDay,
    strategy: checkbox,
    professionalDevelopment: checkbox,
    coordination: checkbox,
    caseId: optionalId,
    subjectAreaIds: listOf(id),
    areaIds: listOf(id),
    rows,
  }),
)
export type TrialForm = z.output<typeof trialForm>

export function triedIn(form: TrialForm): Tried {
  const { strategy, professionalDevelopment, coordination, caseId, subjectAreaIds, areaIds } = form
  return {
    rows: form.rows.flatMap((row): ConsequenceRow[] => {
      const amount = row.amount ? oere(row.amount) : null
      const { organisationId, legal, organisational } = row
      const empty = amount === null && legal === null && organisational === null
      return organisationId === null || empty ? [] : [{ organisationId, amount, legal, organisational }]
    }),
    scope: { tasks: { strategy, professionalDevelopment, coordination }, caseId, subjectAreaIds, areaIds },
  }
}

/** What the rows lack or contradict, at the row's own field. */
export function rowFaults(form: TrialForm): { field: string; text: string }[] {
  const named = new Set<number>()
  return form.rows.flatMap(({ organisationId, amount, legal, organisational }, index) => {
    const field = `rows[${index}][organisationId]`
    const asks = Boolean(amount || legal || organisational)
    if (organisationId === null) return asks ? [{ field, text: 'Vælg den organisation, som konsekvensen gælder.' }] : []
    if (!asks) return [{ field: `rows[${index}][amount]`, text: 'Angiv mindst én konsekvens i rækken.' }]
    if (named.has(organisationId)) return [{ field, text: 'Hver organisation kan kun stå i én række.' }]
    named.add(organisationId)
    return []
  })
}
