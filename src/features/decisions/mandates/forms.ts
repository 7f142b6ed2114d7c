import { z } from 'zod'
import {
  checkbox,
  choice,
  chosenId,
  dayField,
  id,
  listOf,
  moneyField,
  optionalDay,
  optionalId,
  optionalText,
  text,
  version,
  wholeNumber,
} from '../../../http/forms/fields.ts'
import { cursorField } from '../../../http/pages/paging.ts'
import type { Day } from '../../../kernel/days.ts'
import { parseDanishDay } from '../../../kernel/written-day.ts'
import { templates } from './register/mandate-terms.ts'

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
  /** A housing area that the mandate is limited to. */
  omraade: filterId,
  vis: z.enum(['udloeber', 'kladder']).optional().catch(undefined),
  efter: cursorField,
})
export type MandatesQuery = z.output<typeof mandatesQuery>

export const mandateAddress = z.object({ id })
export const entryAddress = z.object({ id, entry: id })
export const ledgerQuery = z.object({ fra: wholeNumber(0, 2_147_483_647).optional().catch(undefined) })
export const newQuery = z.object({
  organisation: filterId,
  skabelon: z.enum(templates).optional().catch(undefined),
  /** The mandate that is to be renewed. */
  forny: filterId.catch(undefined),
})
export type NewQuery = z.output<typeof newQuery>

const bodyId = chosenId('Vælg det besluttende organ.')
const sourceDay = dayField('Feltet »Mødedato« skal udfyldes.')
const sourceItem = text(60, 'Feltet »Punkt« skal udfyldes.')

/** What a mandate gives, and where it comes from. */
const terms = {
  template: z.enum(templates).catch('FREE'),
  bodyId,
  title: text(200, 'Feltet »Titel« skal udfyldes.'),
  economic: checkbox,
  limitPerDecision: moneyField,
  total: moneyField,
  partialCover: checkbox,
  legal: checkbox,
  organisational: checkbox,
  strategy: checkbox,
  professionalDevelopment: checkbox,
  coordination: checkbox,
  subjectAreaIds: listOf(id),
  areaIds: listOf(id),
  caseId: optionalId,
  from: dayField('Feltet »Gælder fra« skal udfyldes.'),
  to: optionalDay,
  sourceDay,
  sourceItem,
  sourceNote: optionalText(2000),
}

export const mandateForm = z.object({
  organisationId: chosenId('Vælg en organisation.'),
  ...terms,
})

/** Of a mandate that is there: a draft's change, and what takes an earlier one's place. */
export const termsForm = z.object({ version, ...terms })

export const versionForm = z.object({ version })

export const revokeForm = z.object({
  version,
  from: dayField('Feltet »Med virkning fra« skal udfyldes.'),
  reason: text(1000, 'Feltet »Begrundelse« skal udfyldes.'),
})

const positiveAmount = moneyField.transform((value, ctx) => {
  if (value !== null && value > 0) return value
  ctx.addIssue({ code: 'custom', message: 'Skriv beløbet i kroner, fx 150.000.' })
  return z.NEVER
})

export const adjustForm = z.object({
  version,
  kind: choice(['RAISE', 'LOWER'], 'Vælg, om rammen hæves eller sænkes.'),
  amount: positiveAmount,
  sourceDay,
  sourceItem,
  reason: optionalText(1000),
})

/** What was drawn before the portal, and its opposite. */
export const earlierDrawForm = z.object({
  version,
  amount: positiveAmount,
  day: dayField('Feltet »Hvornår blev der trukket?« skal udfyldes.'),
  text: text(1000, 'Feltet »Hvad er der trukket til?« skal udfyldes.'),
})
export const reverseForm = z.object({ version, reason: text(1000, 'Feltet »Begrundelse« skal udfyldes.') })
