import { z } from 'zod'
import { checkbox, optionalId, optionalText } from '../../../http/forms/fields.ts'

const chosenState = z.preprocess(
  value => (value === '' || value === undefined ? null : value),
  z.union([z.null(), z.string().max(40)], { error: 'Vælg et af svarene.' }),
)
const row = z.object({
  state: chosenState,
  reason: optionalText(4000),
  evidence: optionalText(2000),
  seen: optionalId,
  confirms: checkbox,
  offered: optionalId,
})
/** All rows of the page: by the thing and the row that each is about. */
export const answersForm = z.object({ answers: z.record(z.string(), row).optional().default({}) })
