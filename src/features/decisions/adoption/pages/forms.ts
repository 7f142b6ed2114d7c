import { z } from 'zod'
import { chosenId, id, optionalDay, optionalId, text } from '../../../../http/forms/fields.ts'
import { staleApproval } from '../../../../kernel/refusal.ts'

/** A text by its word in the address. */
export const textAddress = z.object({ text: z.string().regex(/^[a-z\d-]{1,100}$/) })
export const versionAddress = textAddress.extend({ version: id })

export const signOffForm = z.object({ hash: z.string({ error: staleApproval }).min(1, staleApproval).max(80) })
export const agendaForm = z.object({
  meetingId: chosenId('Vælg et møde i fælles boligstrategisk gruppe.'),
  fromDay: optionalDay,
  caseId: z
    .union([optionalId, z.literal('ny').transform(() => 'NEW' as const)])
    .optional()
    .transform(chosen => chosen ?? null),
})
export const reasonForm = z.object({ reason: text(1000, 'Feltet »Begrundelse« skal udfyldes.') })
