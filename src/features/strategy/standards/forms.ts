import { z } from 'zod'
import { choice, optionalText, text, version } from '../../../http/forms/fields.ts'
import { textAddress } from '../../decisions/adoption/index.ts'

export const pointAddress = textAddress.extend({ point: z.string().regex(/^p\d{1,4}$/) })

const head = {
  title: text(200, 'Feltet »Titel« skal udfyldes.'),
  purpose: optionalText(10_000),
  appliesTo: choice(['ALL', 'HOUSING', 'MUNICIPALITY'], 'Vælg, hvem standarden gælder for.'),
}
export const newStandardForm = z.object(head)
export const standardForm = z.object({ version, ...head })

const pointFields = { text: text(2000, 'Skriv, hvad punktet kræver.'), evidence: optionalText(2000) }
export const pointForm = z.object({ version, ...pointFields })
export const versionForm = z.object({ version })
export const moveForm = z.object({ version, direction: z.enum(['UP', 'DOWN'], { error: 'Vælg op eller ned.' }) })
