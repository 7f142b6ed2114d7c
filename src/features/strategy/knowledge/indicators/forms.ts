import { z } from 'zod'
import { choice, optionalId, text, version, wholeNumber, yearNumber } from '../../../../http/forms/fields.ts'
import { cursorField } from '../../../../http/pages/paging.ts'
import { numberField } from './number-fields.ts'

export const indicatorAddress = z.object({ indicator: z.string().regex(/^[a-z\d-]{1,100}$/) })
export const valueAddress = indicatorAddress.extend({ year: yearNumber, place: z.string().regex(/^[a-z\d-]{1,120}$/) })

export const listQuery = z.object({
  q: z.string().trim().max(100).optional().catch('').default(''),
  vis: z.enum(['', 'mangler']).optional().catch('').default(''),
  sorter: z.enum(['navn', 'nyeste']).optional().catch('navn').default('navn'),
  efter: cursorField,
})
export type ListQuery = z.output<typeof listQuery>

const terms = {
  name: text(150, 'Feltet »Navn« skal udfyldes.'),
  unit: text(30, 'Feltet »Enhed« skal udfyldes.'),
  decimals: wholeNumber(0, 3, 'Vælg, hvor mange decimaler værdierne har.'),
  direction: choice(['HIGHER', 'LOWER'], 'Vælg, hvad der er bedst.'),
  everyYears: wholeNumber(1, 10, 'Skriv et helt tal mellem 1 og 10.'),
  dueMonth: wholeNumber(1, 12, 'Vælg en måned.'),
  source: text(1000, 'Skriv, hvor værdierne kommer fra.'),
}
export const newIndicatorForm = z.object(terms)
export const indicatorForm = z.object({ version, ...terms })

const yearTold = 'Skriv årstallet med fire cifre.'
const valueTerms = {
  value: numberField('Skriv værdien.'),
  source: text(500, 'Skriv, hvor værdien er hentet.'),
}
export const enterForm = z.object({ areaId: optionalId, year: wholeNumber(1900, 2199, yearTold), ...valueTerms })
export const correctForm = z.object({ version, ...valueTerms, reason: text(500, 'Skriv, hvorfor værdien rettes.') })
