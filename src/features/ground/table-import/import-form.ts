import { z } from 'zod'
import { optionalText } from '../../../http/forms/fields.ts'

/** A file or its text, what is to be done with it, and the judgement that is confirmed. */
export const importForm = z.object({
  handling: z.enum(['laes', 'gem', 'afviste']).default('laes').catch('laes'),
  source: z.string().max(500_000, 'Filen er for stor.').prefault(''),
  vist: optionalText(64),
  navn: optionalText(200),
})
