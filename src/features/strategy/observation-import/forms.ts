import { z } from 'zod'
import { checkbox, emptyForm, id, optionalText } from '../../../http/forms/fields.ts'
import { verdictWords } from './labels.ts'
import { levels, parts } from './mapping/mapping.ts'

export const fileForm = emptyForm

export const waitingAddress = z.object({ id: z.string().max(40) })
export const rejectedAddress = z.object({ id: z.string().max(40), sheet: z.coerce.number().int().min(0).max(50) })
export const mappingAddress = z.object({ id })

const slugs = Object.values(verdictWords).map(({ slug }) => slug)
export const rowsQuery = z.object({
  vis: z
    .enum(['', ...slugs])
    .catch('')
    .default(''),
  q: z.string().max(100).catch('').default(''),
  side: z.coerce.number().int().min(1).max(100_000).catch(1).default(1),
})
export type RowsQuery = z.infer<typeof rowsQuery>

const chosen = z.string().max(120).catch('').default('')

/** Sheets and columns as the page names them: `ark[0][linje]`, `kolonne[s0k3][hvad]`. */
export const headingsForm = z.object({
  ark: z
    .array(
      z.object({
        laes: checkbox,
        linje: z.coerce.number().int().min(1).max(1_000_000).catch(1),
        indikator: chosen,
        aar: z.preprocess(
          value => (value === '' || value === undefined ? null : Number(value)),
          z.number().int().min(1900).max(2199).nullable().catch(null),
        ),
        niveau: z
          .enum(['', ...levels])
          .catch('')
          .default(''),
        punktum: z.enum(['', 'decimal', 'thousands']).catch('').default(''),
      }),
    )
    .max(50)
    .default([]),
  kolonne: z.record(z.string(), z.object({ hvad: z.enum(parts).catch('ignored'), indikator: chosen })).default({}),
  handling: z.enum(['vis', 'bedoem']).catch('bedoem').default('bedoem'),
})
export type HeadingsForm = z.infer<typeof headingsForm>

export const deliverForm = z.object({
  source: optionalText(500),
  supplier: optionalText(200),
  note: optionalText(1000),
  reason: optionalText(500),
  without: checkbox,
  vist: optionalText(64),
})
