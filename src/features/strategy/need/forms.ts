import { z } from 'zod'

/** A filter that is not set, or is set to what there is none of, is empty. */
export const empty = <Value extends z.ZodType>(value: Value) =>
  z
    .union([z.literal(''), value])
    .optional()
    .catch('')
    .default('')

/** Of a filter: a year, as it was typed. */
export const yearFilter = empty(z.string().regex(/^(19|20|21)\d{2}$/))
