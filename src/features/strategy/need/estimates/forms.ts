import { z } from 'zod'
import { choice, chosenId, dayField, text, version } from '../../../../http/forms/fields.ts'
import { cursorField } from '../../../../http/pages/paging.ts'
import { empty } from '../forms.ts'
import { lineTable } from './line-columns.ts'
import { needStatuses } from './need-content.ts'

export const estimatesQuery = z.object({
  q: z.string().trim().max(100).optional().catch('').default(''),
  status: empty(z.enum(needStatuses)),
  af: empty(z.string().regex(/^[a-z\d-]{1,100}$/)),
  vis: empty(z.enum(['tilbagetrukne', 'alle'])),
  sorter: z.enum(['nyeste', 'titel', 'organisation']).optional().catch('nyeste').default('nyeste'),
  efter: cursorField,
})
export type EstimatesQuery = z.output<typeof estimatesQuery>

export const estimateAddress = z.object({ estimate: z.string().regex(/^\d{4}-[1-9]\d{0,5}$/) })
export const versionAddress = estimateAddress.extend({
  version: z
    .string()
    .regex(/^[1-9]\d{0,4}$/)
    .transform(Number),
})

const draft = {
  title: text(150, 'Skriv, hvad vurderingen hedder.'),
  status: choice(needStatuses, 'Vælg, hvor sikre tallene er.'),
  calculatedOn: dayField('Skriv den dag, tallene er opgjort.'),
  method: text(4000, 'Skriv, hvordan behovet er regnet ud.'),
  origin: text(500, 'Skriv, hvor tallene står.'),
  source: text(lineTable.most.letters, 'Indsæt tallene med overskrifter øverst.'),
}
export const estimateForm = z.object({
  organisationId: chosenId('Vælg den organisation, der har lavet vurderingen.'),
  ...draft,
})
export const newVersionForm = z.object({ version, ...draft, changed: text(2000, 'Skriv, hvad der er nyt.') })
export const withdrawForm = z.object({ version, reason: text(2000, 'Skriv, hvorfor vurderingen trækkes tilbage.') })
