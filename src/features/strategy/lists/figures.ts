import { z } from 'zod'
import { criterionKeys } from './labels.ts'
import type { Figures } from './rules/judge-area.ts'

const figure = z.object({
  value: z.number().int(),
  persons: z.number().int().nullable(),
  base: z.number().int().nullable(),
})

/** As an entry keeps what the list says, by criterion. */
export const figuresSchema = z.partialRecord(z.enum(criterionKeys), figure) as z.ZodType<Figures>
export const metSchema = z.array(z.enum(criterionKeys))
