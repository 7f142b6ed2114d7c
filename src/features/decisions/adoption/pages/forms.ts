import { z } from 'zod'
import { chosenId, id, optionalDay, optionalId, text } from '../../../../http/forms/fields.ts'
import { staleApproval } from '../../../../kernel/refusal.ts'

/** A text by its word in the address. */
export const textAddress = z.object({ text: z.string().regex(/^[a-z\d-]{1,100}$/) })
export const versionAddress = textAddress.extend({ version: id })

const draftNumber = z
  .union([id, z.literal('').transform(() => null)])
  .optional()
  .catch(null)
  .default(null)
/** Which two drafts are compared, by their numbers, and whether side by side. */
export const comparisonQuery = z.object({
  fra: draftNumber,
  til: draftNumber,
  vis: z.enum(['', 'side']).optional().catch('').default(''),
})
export type ComparisonQuery = z.output<typeof comparisonQuery>

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
