import { z } from 'zod'
import { chosenId, dayField, id, text, version } from '../../../http/forms/fields.ts'

export const subjectAreaAddress = z.object({ area: id })

const terms = {
  name: text(120, 'Feltet »Navn« skal udfyldes.'),
  departmentId: chosenId('Vælg den forvaltning, sagsområdet hører under.'),
}

export const newSubjectAreaForm = z.object(terms)
export const subjectAreaForm = z.object({ version, ...terms })
export const closeForm = z.object({ version, to: dayField('Feltet »Sidste dag« skal udfyldes.') })
export const reopenForm = z.object({ version })
