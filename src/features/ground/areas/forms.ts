import { z } from 'zod'
import { dayField, id, optionalText, text, version } from '../../../http/forms/fields.ts'

export const areasQuery = z.object({ q: z.string().max(200).optional() })
export type AreasQuery = z.output<typeof areasQuery>

export const areaAddress = z.object({ area: id })

const terms = {
  name: text(120, 'Feltet »Navn« skal udfyldes.'),
  district: optionalText(120),
}

export const newAreaForm = z.object({ ...terms, from: dayField('Feltet »Bruges fra« skal udfyldes.') })
export const renameForm = z.object({ version, ...terms })
export const closeForm = z.object({ version, to: dayField('Feltet »Sidste dag« skal udfyldes.') })
export const reopenForm = z.object({ version })
