import { z } from 'zod'
import { chosenId, nullableText, optionalText, text, version } from '../../../http/forms/fields.ts'
import { cursorField } from '../../../http/pages/paging.ts'

export const caseAddress = z.object({ number: z.string().regex(/^\d{4}-\d{3,6}$/) })

export const caseQuery = z.object({ efter: cursorField })

export const casesQuery = z.object({
  q: z.string().trim().max(100).optional().default(''),
  vis: z.enum(['aabne', 'afsluttede', 'alle']).optional().default('aabne'),
  hvis: z.enum(['alle', 'faelles', 'egne']).optional().default('alle'),
  efter: cursorField,
})
export type CasesQuery = z.output<typeof casesQuery>

const draft = {
  title: text(200, 'Feltet »Titel« skal udfyldes.'),
  summary: optionalText(20_000),
  journalNumber: nullableText(60),
}
export const newCaseForm = z.object({
  bodyId: chosenId('Vælg det organ, sagen oprettes i.'),
  ...draft,
})
export const editCaseForm = z.object({ version, ...draft })
export const withholdCaseForm = z.object({
  version,
  withheldReason: text(300, 'Udfyld »Lukkegrund«: hvorfor sagen er lukket.'),
  publicTitle: text(200, 'Udfyld »Offentlig titel«: den titel, andre ser i stedet.'),
})
export const closeCaseForm = z.object({ reason: text(2000, 'Feltet »Begrundelse« skal udfyldes.') })
