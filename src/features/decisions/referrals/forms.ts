import { z } from 'zod'
import {
  checkbox,
  choice,
  dayField,
  id,
  moneyField,
  optionalDay,
  optionalText,
  text,
  version,
} from '../../../http/forms/fields.ts'
import { cursorField } from '../../../http/pages/paging.ts'

const filterId = z.preprocess(value => (value === '' ? undefined : value), id.optional())

const states = ['venter', 'overskredet', 'godkendt', 'vilkaar', 'afslaaet', 'tilbage', 'alle'] as const
export type ReferralFilterState = (typeof states)[number]

export const referralsQuery = z.object({
  /** Not chosen: those that wait. The filter's empty choice means all. */
  tilstand: z
    .string()
    .optional()
    .transform((value): ReferralFilterState => {
      if (value === undefined) return 'venter'
      return states.find(state => state === value) ?? 'alle'
    }),
  organisation: filterId,
  organ: filterId,
  efter: cursorField,
})
export type ReferralsQuery = z.output<typeof referralsQuery>

export const referralAddress = z.object({ number: z.string().regex(/^\d{4}-F\d{2,6}$/) })
export const materialAddress = z.object({ number: z.string().regex(/^\d{4}-F\d{2,6}$/), attachment: id })

export const extendForm = z.object({
  version,
  to: dayField('Feltet »Ny svarfrist« skal udfyldes.'),
  reason: text(1000, 'Feltet »Begrundelse« skal udfyldes.'),
})

export const answerForm = z.object({
  version,
  answer: choice(['ONE_OFF', 'STANDING', 'ON_CONDITIONS', 'DECLINED'], 'Vælg, hvad organet har svaret.'),
  answeredOn: dayField('Feltet »Mødedato« skal udfyldes.'),
  protocolItem: text(60, 'Feltet »Punkt i protokollen« skal udfyldes.'),
  conditions: optionalText(4000),
  reason: optionalText(4000),
  title: optionalText(200),
  economic: checkbox,
  limitPerDecision: moneyField,
  total: moneyField,
  legal: checkbox,
  organisational: checkbox,
  to: optionalDay,
})
export type AnswerForm = z.output<typeof answerForm>
