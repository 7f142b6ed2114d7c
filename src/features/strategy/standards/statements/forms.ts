import { z } from 'zod'
import { dayField, optionalId, optionalText, wholeNumber, yearNumber } from '../../../../http/forms/fields.ts'
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

const chosenState = z.preprocess(
  value => (value === '' || value === undefined ? null : value),
  z.union([z.null(), z.enum(['FULL', 'PARTLY', 'NOT', 'NOT_RELEVANT'])], { error: 'Vælg et af de fire svar.' }),
)
const row = z.object({
  state: chosenState,
  reason: optionalText(4000),
  evidence: optionalText(2000),
  seen: optionalId,
})
/** All rows of the page: by the round and the point that each is about. */
export const answersForm = z.object({ answers: z.record(z.string(), row).optional().default({}) })
