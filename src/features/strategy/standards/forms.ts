import { z } from 'zod'
import {
  choice,
  chosenId,
  id,
  optionalDay,
  optionalId,
  optionalText,
  text,
  version,
} from '../../../http/forms/fields.ts'
import { cursorField } from '../../../http/pages/paging.ts'
import { staleApproval } from '../../../kernel/refusal.ts'

export const standardAddress = z.object({ standard: z.string().regex(/^[a-z\d-]{1,100}$/) })
export const versionAddress = standardAddress.extend({ version: id })
export const pointAddress = standardAddress.extend({ point: z.string().regex(/^p\d{1,4}$/) })

export const listQuery = z.object({
  q: z.string().trim().max(100).optional().catch('').default(''),
  vis: z.enum(['', 'gaelder', 'arbejde']).optional().catch('').default(''),
  sorter: z.enum(['titel', 'nyeste']).optional().catch('titel').default('titel'),
  efter: cursorField,
})
export type ListQuery = z.output<typeof listQuery>

const head = {
  title: text(200, 'Feltet »Titel« skal udfyldes.'),
  purpose: optionalText(10_000),
  appliesTo: choice(['ALL', 'HOUSING', 'MUNICIPALITY'], 'Vælg, hvem standarden gælder for.'),
}
export const newStandardForm = z.object(head)
export const standardForm = z.object({ version, ...head })

const pointFields = { text: text(2000, 'Skriv, hvad punktet kræver.'), evidence: optionalText(2000) }
export const pointForm = z.object({ version, ...pointFields })
export const versionForm = z.object({ version })
export const moveForm = z.object({ version, direction: z.enum(['UP', 'DOWN'], { error: 'Vælg op eller ned.' }) })

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
