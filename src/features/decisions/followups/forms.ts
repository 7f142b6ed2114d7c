import { z } from 'zod'
import { chosenId, dayField, id, optionalId, text, version } from '../../../http/forms/fields.ts'
import { cursorField } from '../../../http/pages/paging.ts'

const filterId = z.preprocess(value => (value === '' ? undefined : value), id.optional())

export const followUpsQuery = z.object({
  vis: z.enum(['aabne', 'overskredne', 'afsluttede']).optional().catch(undefined),
  organisation: filterId,
  organ: filterId,
  mine: z.string().optional(),
  efter: cursorField,
})
export type FollowUpsQuery = z.output<typeof followUpsQuery>

export const followUpAddress = z.object({ id })
/** `moede`: the meeting in whose session one stands, and to which one returns. */
export const originQuery = z.object({ punkt: filterId, beslutning: filterId, moede: filterId })

const responsible = {
  organisationId: chosenId('Vælg den organisation, der er ansvarlig.'),
  personId: optionalId,
  dueDay: dayField('Feltet »Frist« skal udfyldes.'),
}

export const newForm = z.object({
  itemId: optionalId,
  decisionId: optionalId,
  sessionOf: optionalId,
  text: text(1000, 'Feltet »Opgave« skal udfyldes.'),
  ...responsible,
})

export const changeForm = z.object({ version, ...responsible })
export const noteForm = z.object({ text: text(2000, 'Feltet »Note« skal udfyldes.') })
export const closeForm = z.object({ version, note: text(2000, 'Feltet »Resultat« skal udfyldes.') })
