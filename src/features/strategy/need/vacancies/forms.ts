import { z } from 'zod'
import {
  choice,
  chosenId,
  moneyField,
  optionalText,
  text,
  version,
  wholeNumber,
} from '../../../../http/forms/fields.ts'
import { cursorField } from '../../../../http/pages/paging.ts'
import { homeTypes } from '../../../ground/places/index.ts'
import { empty, yearFilter } from '../forms.ts'
import { keysOf } from '../labels.ts'
import { causeNames } from './labels.ts'

export const vacanciesQuery = z.object({
  q: z.string().trim().max(100).optional().catch('').default(''),
  /** Empty: the last year that has been counted. */
  aar: empty(z.union([z.literal('alle'), yearFilter])),
  bydel: empty(z.string().regex(/^[a-z\d-]{1,100}$/)),
  type: empty(z.enum(homeTypes)),
  aarsag: empty(z.enum(keysOf(causeNames))),
  sorter: z.enum(['ledige', 'tab', 'afdeling']).optional().catch('ledige').default('ledige'),
  efter: cursorField,
})
export type VacanciesQuery = z.output<typeof vacanciesQuery>

export const vacancyAddress = z.object({
  vacancy: z
    .string()
    .regex(/^[1-9]\d{0,8}$/)
    .transform(Number),
})

const counted = {
  vacant: wholeNumber(0, 9999, 'Skriv et helt antal boliger, fx 12. Skriv 0, hvis ingen er ledige.'),
  rentLoss: moneyField,
  cause: z.union([z.literal('').transform(() => null), z.enum(keysOf(causeNames))], { error: 'Vælg fra listen.' }),
  measures: optionalText(2000),
  origin: text(500, 'Skriv, hvor tallet står.'),
}
export const vacancyForm = z.object({
  estateId: chosenId('Vælg en afdeling.'),
  year: wholeNumber(1900, 2199, 'Skriv året med fire cifre, fx 2026.'),
  type: choice(homeTypes, 'Vælg en boligtype.'),
  ...counted,
})
export const correctVacancyForm = z.object({ ...counted, version })
