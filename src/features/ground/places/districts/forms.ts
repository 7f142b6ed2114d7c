import { z } from 'zod'
import { dayField, optionalText, text, version } from '../../../../http/forms/fields.ts'
import { listFields } from '../forms.ts'

const { bydel: _, ...fields } = listFields

export const districtsQuery = z.object({
  ...fields,
  inddeling: z.string().max(200).default('').catch(''),
  sorter: z.enum(['navn', 'omraader', 'boliger']).default('navn').catch('navn'),
})
export type DistrictsQuery = z.output<typeof districtsQuery>

const terms = {
  name: text(120, 'Feltet »Navn« skal udfyldes.'),
  definition: text(200, 'Feltet »Inddeling« skal udfyldes.'),
  source: optionalText(500),
}

export const newDistrictForm = z.object({ ...terms, from: dayField('Feltet »Bruges fra« skal udfyldes.') })
export const editDistrictForm = z.object({ version, ...terms })
