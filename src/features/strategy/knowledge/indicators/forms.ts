import { z } from 'zod'
import {
  choice,
  optionalDay,
  optionalText,
  text,
  version,
  wholeNumber,
  yearNumber,
} from '../../../../http/forms/fields.ts'
import { cursorField } from '../../../../http/pages/paging.ts'
import { numberField, optionalNumber, optionalYear } from './number-fields.ts'

export const indicatorAddress = z.object({ indicator: z.string().regex(/^[a-z\d-]{1,100}$/) })
/** A place's own name, with its level before it where it is no housing area. */
export const placeField = z.string().regex(/^[a-z\d.-]{1,140}$/)
export const seriesAddress = indicatorAddress.extend({ place: placeField })
export const valueAddress = seriesAddress.extend({ year: yearNumber })

const word = (max = 100) => z.string().trim().max(max).optional().catch('').default('')

export const listQuery = z.object({
  q: word(),
  tema: word(),
  leverandoer: word(200),
  adgang: z.enum(['', 'alle', 'parterne']).optional().catch('').default(''),
  vis: z.enum(['', 'mangler', 'ophoerte']).optional().catch('').default(''),
  sorter: z.enum(['navn', 'tema', 'nyeste']).optional().catch('navn').default('navn'),
  efter: cursorField,
})
export type ListQuery = z.output<typeof listQuery>

const yearWord = z.preprocess(
  value => (typeof value === 'string' && /^\d{4}$/.test(value) ? Number(value) : null),
  z.number().nullable(),
)
export const yearQuery = z.object({
  aar: yearWord.optional().default(null),
  sted: z.enum(['omraader', 'bydele', 'afdelinger']).optional().catch('omraader').default('omraader'),
  sorter: z.enum(['navn', 'vaerdi']).optional().catch('navn').default('navn'),
  efter: cursorField,
})
export type YearQuery = z.output<typeof yearQuery>

export const yearsQuery = z.object({
  sted: z.enum(['omraader', 'bydele', 'afdelinger']).optional().catch('omraader').default('omraader'),
  q: word(),
  efter: cursorField,
})
export type YearsQuery = z.output<typeof yearsQuery>

const definition = {
  numerator: optionalText(300),
  denominator: optionalText(300),
  population: optionalText(100),
  unit: text(30, 'Feltet »Enhed« skal udfyldes.'),
  decimals: wholeNumber(0, 3, 'Vælg, hvor mange decimaler værdierne har.'),
  direction: choice(['HIGHER', 'LOWER', 'NEITHER'], 'Vælg, hvad der er bedst.'),
  averagingYears: wholeNumber(1, 10, 'Skriv et helt tal mellem 1 og 10.'),
  source: text(1000, 'Skriv, hvor værdierne kommer fra.'),
}
const terms = {
  name: text(150, 'Feltet »Navn« skal udfyldes.'),
  theme: optionalText(80),
  supplier: optionalText(150),
  visibility: choice(['OPEN', 'PARTIES'], 'Vælg, hvem der kan læse tallene.'),
  everyYears: wholeNumber(1, 10, 'Skriv et helt tal mellem 1 og 10.'),
  dueMonth: wholeNumber(1, 12, 'Vælg en måned.'),
  nextRelease: optionalDay,
  endedYear: optionalYear,
  ...definition,
}
export const newIndicatorForm = z.object(terms)
export const indicatorForm = z.object({ version, ...terms })
export const newVersionForm = z.object({
  version,
  ...definition,
  comparable: choice(['ja', 'nej'], 'Vælg, om tallene kan sammenlignes med tallene før.').transform(
    value => value === 'ja',
  ),
  reason: text(1000, 'Skriv, hvad der er ændret, og hvorfor.'),
})

const yearTold = 'Skriv årstallet med fire cifre.'
const missing = z
  .enum(['', 'NOT_COLLECTED', 'NOT_APPLICABLE', 'WITHHELD', 'NOT_DELIVERED'])
  .default('')
  .catch('')
  .transform(value => (value === '' ? null : value))
const valueTerms = {
  value: optionalNumber.default(null),
  missing,
  numerator: optionalNumber.default(null),
  denominator: optionalNumber.default(null),
  source: text(500, 'Skriv, hvor værdien er hentet.'),
}
const told = <Given extends { value: number | null; missing: string | null }>(given: Given, ctx: z.RefinementCtx) => {
  if (given.value === null && given.missing === null)
    ctx.addIssue({ code: 'custom', path: ['value'], message: 'Skriv værdien, eller vælg, hvorfor den mangler.' })
  if (given.value !== null && given.missing !== null)
    ctx.addIssue({ code: 'custom', path: ['missing'], message: 'Der er skrevet en værdi. Vælg »Der er en værdi«.' })
}
export const enterForm = z
  .object({
    place: z.preprocess(value => value ?? '', z.string().max(140)),
    year: wholeNumber(1900, 2199, yearTold),
    ...valueTerms,
  })
  .superRefine(told)
export const correctForm = z
  .object({ version, ...valueTerms, reason: text(500, 'Skriv, hvorfor værdien rettes.') })
  .superRefine(told)

export const thresholdForm = z.object({
  name: text(150, 'Feltet »Navn« skal udfyldes.'),
  side: choice(['ABOVE', 'BELOW'], 'Vælg, på hvilken side af grænsen et tal er bekymrende.'),
  kind: choice(['NUMBER', 'FACTOR'], 'Vælg, hvordan grænsen er sat.'),
  amount: numberField('Skriv tallet.'),
  reference: z
    .enum(['', 'TOWN', 'REGION', 'COUNTRY'])
    .default('')
    .catch('')
    .transform(value => (value === '' ? null : value)),
  fromYear: wholeNumber(1900, 2199, yearTold),
  toYear: optionalYear.default(null),
  source: text(500, 'Skriv, hvor grænsen er fastsat.'),
})
export const editThresholdForm = thresholdForm.extend({ version })
export const thresholdAddress = indicatorAddress.extend({ threshold: wholeNumber(1, 2_147_483_647) })
