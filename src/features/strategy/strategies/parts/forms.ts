import { z } from 'zod'
import { choice, optionalId, optionalText, text, version } from '../../../../http/forms/fields.ts'
import { textAddress } from '../../../decisions/adoption/index.ts'
import { optionalNumber, optionalYear } from '../../knowledge/index.ts'

export const newPartAddress = textAddress.extend({ kind: z.enum(['afsnit', 'pejlemaerke', 'maal']) })
/** A section, a guiding star or a goal, by its lasting key. */
export const partAddress = textAddress.extend({ part: z.string().regex(/^[apm]\d{1,5}$/) })
export const targetAddress = textAddress.extend({ target: z.string().regex(/^d\d{1,5}$/) })
export const anyPartAddress = textAddress.extend({ part: z.string().regex(/^[apmd]\d{1,5}$/) })

/** What a new part is to stand under, as the link that was followed says. */
export const underQuery = z.object({
  under: z
    .string()
    .regex(/^[pm]\d{1,5}$/)
    .optional()
    .catch(undefined),
})

/** The star of a goal, the goal of a target; of others there is none. */
const owner = z.preprocess(
  value => (value === '' || value === undefined ? null : value),
  z.union([z.null(), z.string().regex(/^[pm]\d{1,5}$/)], { error: 'Vælg fra listen.' }),
)

export const partForm = z.object({
  version,
  title: text(200, 'Feltet »Overskrift« skal udfyldes.'),
  text: optionalText(20_000),
  owner,
})

export const targetForm = z.object({
  version,
  title: text(300, 'Skriv, hvad der skal nås.'),
  text: optionalText(5000),
  owner,
  measure: choice(['INDICATOR', 'QUALITATIVE'], 'Vælg, hvordan delmålet følges.'),
  year: optionalYear,
  ownerId: optionalId,
  indicatorId: optionalId,
  areaId: optionalId,
  baselineValue: optionalNumber,
  baselineYear: optionalYear,
  baselineSource: optionalText(500),
  value: optionalNumber,
})

export const versionForm = z.object({ version })
export const moveForm = z.object({ version, direction: z.enum(['UP', 'DOWN'], { error: 'Vælg op eller ned.' }) })
