import { z } from 'zod'
import { dayField, optionalDay, version } from '../../../http/forms/fields.ts'
import { cursorField } from '../../../http/pages/paging.ts'

/** What stands in an address of a place. Areas were known by their numbers before, and are still found by them. */
export const slug = z.string().regex(/^[a-z0-9-]{1,120}$/)

export const areaAddress = z.object({ area: slug })
export const estateAddress = z.object({ estate: slug })
export const districtAddress = z.object({ district: slug })

/** A page as of a day. */
export const dayQuery = z.object({ dag: optionalDay.catch(null) })

/** What the lists of places have in common. */
export const listFields = {
  q: z.string().trim().max(200).default('').catch(''),
  dag: optionalDay.catch(null),
  bydel: slug.optional().catch(undefined),
  vis: z.enum(['', 'lukkede', 'alle']).default('').catch(''),
  efter: cursorField,
}

export const closeForm = z.object({ version, to: dayField('Feltet »Sidste dag« skal udfyldes.') })
export const reopenForm = z.object({ version })
