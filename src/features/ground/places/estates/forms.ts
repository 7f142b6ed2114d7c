import { z } from 'zod'
import { dayField, id, optionalId, optionalText, text, version, wholeNumber } from '../../../../http/forms/fields.ts'
import { listFields, slug } from '../forms.ts'
import { type Homes, homeTypes } from './estate-rules.ts'

export const estatesQuery = z.object({
  ...listFields,
  ejer: slug.optional().catch(undefined),
  omraade: z.string().max(120).default('').catch(''),
  sorter: z.enum(['ejer', 'navn', 'boliger', 'byggeaar']).default('ejer').catch('ejer'),
})
export type EstatesQuery = z.output<typeof estatesQuery>

const empty = (value: unknown) => (typeof value === 'string' && value.trim() === '' ? null : (value ?? null))
const optionalNumber = (min: number, max: number, told: string) =>
  z.preprocess(empty, z.union([z.null(), wholeNumber(min, max, told)], { error: told }))

const termFields = {
  number: text(20, 'Feltet »Afdelingsnr.« skal udfyldes.'),
  name: text(120, 'Feltet »Navn« skal udfyldes.'),
  built: optionalNumber(1, 9999, 'Skriv byggeåret med fire cifre, fx 1972.'),
}

const count = optionalNumber(0, 99_999, 'Skriv et helt antal boliger, fx 120.')
const homeFields = { family: count, youth: count, elderly: count, other: count }

/** An empty field is none of that type; all of them empty: nothing is told of homes. */
export function homesIn(given: Record<(typeof homeTypes)[number], number | null>): Homes | null {
  if (homeTypes.every(type => given[type] === null)) return null
  const { family, youth, elderly, other } = given
  return { family: family ?? 0, youth: youth ?? 0, elderly: elderly ?? 0, other: other ?? 0 }
}

const note = optionalText(500)

export const newEstateForm = z.object({
  ...termFields,
  ownerId: optionalId,
  districtId: optionalId,
  ...homeFields,
  from: dayField('Feltet »Registreres fra« skal udfyldes.'),
  note,
})
export const editEstateForm = z.object({ version, ...termFields })
export const factForm = z.object({
  from: dayField('Feltet »Gælder fra« skal udfyldes.'),
  ownerId: optionalId,
  districtId: optionalId,
  ...homeFields,
  note: text(500, 'Feltet »Kilde eller begrundelse« skal udfyldes.'),
})

export const factAddress = z.object({ estate: slug, fact: id })
