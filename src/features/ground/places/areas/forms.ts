import { z } from 'zod'
import { chosenId, dayField, optionalId, text, version } from '../../../../http/forms/fields.ts'
import { listFields } from '../forms.ts'

export const areasQuery = z.object({
  ...listFields,
  sorter: z.enum(['navn', 'bydel', 'boliger']).default('navn').catch('navn'),
})
export type AreasQuery = z.output<typeof areasQuery>

const name = text(120, 'Feltet »Navn« skal udfyldes.')
const from = dayField('Feltet »Bruges fra« skal udfyldes.')

export const newAreaForm = z.object({ name, districtId: optionalId, from })
export const renameForm = z.object({ version, name })
export const placeForm = z.object({
  districtId: chosenId('Vælg en bydel på listen.'),
  from: dayField('Feltet »Ligger i bydelen fra« skal udfyldes.'),
})
