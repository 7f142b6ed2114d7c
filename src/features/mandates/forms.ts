import { z } from 'zod'
import { checkbox, dayField, id, moneyField, optionalDay, optionalText, text, version } from '../../http/fields.ts'
import { cursorField } from '../../http/paging.ts'
import { type Day, parseDanishDay } from '../../kernel/days.ts'

const filterId = z.preprocess(value => (value === '' ? undefined : value), id.optional())

export const mandatesQuery = z.object({
  q: z.string().max(200).optional(),
  organisation: filterId,
  konsekvens: z.enum(['economic', 'legal', 'organisational']).optional().catch(undefined),
  /** Empty: all. Not given: today. */
  dag: z
    .string()
    .optional()
    .transform((value): Day | 'all' | null => (value === undefined ? null : (parseDanishDay(value) ?? 'all'))),
  vis: z.enum(['udloeber']).optional().catch(undefined),
  efter: cursorField,
})
export type MandatesQuery = z.output<typeof mandatesQuery>

export const mandateAddress = z.object({ id })
export const ledgerQuery = z.object({ fra: z.coerce.number().int().min(0).optional().catch(undefined) })
export const newQuery = z.object({ organisation: filterId })

export const mandateForm = z.object({
  organisationId: z.preprocess(
    value => (value === '' ? undefined : value),
    z.coerce.number({ error: 'Vælg en organisation.' }).int().positive(),
  ),
  bodyId: z.preprocess(
    value => (value === '' ? undefined : value),
    z.coerce.number({ error: 'Vælg det besluttende organ.' }).int().positive(),
  ),
  title: text(200, 'Feltet »Titel« skal udfyldes.'),
  economic: checkbox,
  limitPerDecision: moneyField,
  total: moneyField,
  legal: checkbox,
  organisational: checkbox,
  strategy: checkbox,
  professionalDevelopment: checkbox,
  coordination: checkbox,
  from: dayField('Feltet »Gælder fra« skal udfyldes.'),
  to: optionalDay,
  sourceDay: dayField('Feltet »Mødedato« skal udfyldes.'),
  sourceItem: text(60, 'Feltet »Punkt« skal udfyldes.'),
  sourceNote: optionalText(2000),
})

export const revokeForm = z.object({
  version,
  from: dayField('Feltet »Med virkning fra« skal udfyldes.'),
  reason: text(1000, 'Feltet »Begrundelse« skal udfyldes.'),
})
