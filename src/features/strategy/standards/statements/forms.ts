import { z } from 'zod'
import { dayField, wholeNumber, yearNumber } from '../../../../http/forms/fields.ts'
import { textAddress } from '../../../decisions/adoption/index.ts'

export const roundAddress = textAddress.extend({ year: yearNumber })
export const statementAddress = roundAddress.extend({ organisation: z.string().regex(/^[a-z0-9-]{1,120}$/) })

export const askForm = z.object({
  year: wholeNumber(1900, 2199, 'Skriv årstallet med fire cifre.'),
  deadline: dayField('Skriv den sidste dag, organisationerne kan svare.'),
})

export const matrixQuery = z.object({
  vis: z.enum(['', 'mangler', 'afviger']).optional().catch('').default(''),
  part: z.enum(['', 'HOUSING', 'MUNICIPALITY']).optional().catch('').default(''),
})
export type MatrixQuery = z.output<typeof matrixQuery>
