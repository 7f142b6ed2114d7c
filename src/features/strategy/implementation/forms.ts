import { z } from 'zod'
import { dayField } from '../../../http/forms/fields.ts'
import { halfIn } from './half-year.ts'

const told = 'Vælg et halvår fra listen.'

const halfYear = z.string({ error: told }).transform((value, ctx) => {
  const found = halfIn(value)
  if (found) return found
  ctx.addIssue({ code: 'custom', message: told })
  return z.NEVER
})

export const roundAddress = z.object({ half: halfYear })
export const organisationRoundAddress = roundAddress.extend({ organisation: z.string().regex(/^[a-z0-9-]{1,120}$/) })

export const askForm = z.object({
  half: halfYear,
  deadline: dayField('Skriv den sidste dag, organisationerne kan svare.'),
})

export const matrixQuery = z.object({
  vis: z.enum(['', 'mangler', 'fravalgt']).optional().catch('').default(''),
  part: z.enum(['', 'HOUSING', 'MUNICIPALITY']).optional().catch('').default(''),
  strategi: z
    .string()
    .regex(/^[a-z\d-]{0,100}$/)
    .optional()
    .catch('')
    .default(''),
})
export type MatrixQuery = z.output<typeof matrixQuery>
