import { z } from 'zod'
import { dayField, id, listOf, optionalText, text } from '../../../../http/forms/fields.ts'
import { slug } from '../forms.ts'

const reason = text(1000, 'Feltet »Begrundelse« skal udfyldes.')
const estates = z.preprocess(
  value => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]),
  z.array(id, { error: 'Vælg afdelinger på listen.' }).max(500).min(1, 'Vælg mindst én afdeling.'),
)

export const delimitForm = z.object({ from: dayField('Feltet »Gælder fra« skal udfyldes.'), estates, reason })

export const delimitationAddress = z.object({ area: slug, delimitation: id })

/** How many new areas one form makes. */
export const mostParts = 3

/** Each estate, as »e« and its number, goes somewhere: it stays, goes to one of the new areas, or belongs to none. */
export const splitForm = z
  .object({
    from: dayField('Feltet »Gælder fra« skal udfyldes.'),
    reason,
    parts: z.preprocess(
      value => (Array.isArray(value) ? value : Object.values((value as object | undefined) ?? {})),
      z.array(z.object({ name: optionalText(120) })).max(mostParts),
    ),
    goes: z.record(z.string().regex(/^e\d{1,9}$/), z.enum(['stay', 'out', '0', '1', '2'])).default({}),
  })
  .superRefine(({ parts, goes }, ctx) => {
    for (const [at, { name }] of parts.entries())
      if (name === '' && Object.values(goes).includes(String(at) as '0'))
        ctx.addIssue({ code: 'custom', path: ['parts', at, 'name'], message: 'Skriv, hvad det nye område hedder.' })
  })

export const mergeForm = z.object({
  from: dayField('Feltet »Gælder fra« skal udfyldes.'),
  reason,
  others: listOf(id).refine(all => all.length > 0, 'Vælg mindst ét boligområde.'),
})
