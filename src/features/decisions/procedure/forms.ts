import { z } from 'zod'
import { emptyForm, optionalDay, optionalText, text, version } from '../../../http/forms/fields.ts'
import { parameterShape, parametersIn } from '../../ground/bodies/index.ts'
import { textAddress } from '../adoption/index.ts'

export const sectionAddress = textAddress.extend({ section: z.string().regex(/^a\d{1,4}$/) })

export const beginForm = emptyForm
export const parametersForm = z
  .object({ version, ...parameterShape })
  .transform(({ version: made, ...typed }) => ({ version: made, parameters: parametersIn(typed) }))
export const sectionForm = z.object({
  version,
  heading: text(200, 'Feltet »Overskrift« skal udfyldes.'),
  text: optionalText(20_000),
})
export const versionForm = z.object({ version })
export const moveForm = z.object({ version, direction: z.enum(['UP', 'DOWN'], { error: 'Vælg op eller ned.' }) })

/** The day that the page is shown as of; today unless it is a day. */
export const dayQuery = z.object({ dag: optionalDay.catch(null) })
