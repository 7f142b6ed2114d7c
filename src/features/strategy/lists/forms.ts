import { z } from 'zod'
import { choice, chosenId, dayField, id, listOf, optionalText, text, version } from '../../../http/forms/fields.ts'
import { criterionKeys, listKinds } from './labels.ts'
import { ruleVersions } from './rules/statutory-rules.ts'

export const listsQuery = z.object({
  q: z.string().trim().max(100).optional().catch('').default(''),
  sorter: z.enum(['navn', 'seneste']).optional().catch('navn').default('navn'),
})
export type ListsQuery = z.output<typeof listsQuery>

export const listAddress = z.object({ list: z.string().regex(/^[a-z\d-]{1,80}$/) })
export const entryAddress = listAddress.extend({ entry: id })
export const areaAddress = z.object({ area: z.string().regex(/^[a-z\d-]{1,100}$/) })

const facts = {
  issuer: text(200, 'Skriv, hvem der har udstedt listen.'),
  rule: z
    .enum(['AUTO', 'NONE', ...ruleVersions.map(({ key }) => key)], { error: 'Vælg, hvilke regler listen følger.' })
    .transform(chosen => (chosen === 'AUTO' ? null : chosen === 'NONE' ? '' : chosen)),
  source: text(500, 'Skriv, hvor listen kan findes.'),
  note: optionalText(2000),
}
export const newListForm = z.object({
  kind: choice(listKinds, 'Vælg, hvilken liste det er.'),
  issuedOn: dayField('Skriv den dag, listen er udstedt.'),
  ...facts,
})
export const correctListForm = z.object({ version, ...facts })

const numberTold = 'Skriv tallet uden punktum, fx 1250 eller 2,30.'
const typedNumber = (value: unknown): string => (typeof value === 'string' ? value.trim().replace(/\s*%$/, '') : '')

/** Hundredths of a per cent; none typed is null. */
const hundredths = z.preprocess(
  value => {
    const typed = typedNumber(value)
    if (typed === '') return null
    return /^\d{1,3}(,\d{1,2})?$/.test(typed) ? Math.round(Number(typed.replace(',', '.')) * 100) : Number.NaN
  },
  z.union([z.null(), z.number()], { error: numberTold }),
)
const count = z.preprocess(
  value => {
    const typed = typedNumber(value)
    if (typed === '') return null
    return /^\d{1,6}$/.test(typed) ? Number(typed) : Number.NaN
  },
  z.union([z.null(), z.number()], { error: numberTold }),
)
const figure = z
  .object({ value: hundredths, persons: count, base: count })
  .superRefine((given, ctx) => {
    if (given.value === null && (given.persons !== null || given.base !== null))
      ctx.addIssue({ code: 'custom', message: 'Skriv også procenten.', path: ['value'] })
  })
  .transform(({ value, ...people }) => (value === null ? undefined : { value, ...people }))

export const entryForm = z.object({
  version,
  areaId: chosenId('Vælg boligområdet.'),
  name: text(200, 'Skriv, hvad området hedder på listen.'),
  residents: count,
  figures: z.object(Object.fromEntries(criterionKeys.map(key => [key, figure]))).transform(found => {
    const told = Object.entries(found).filter(([, one]) => one !== undefined)
    return Object.fromEntries(told) as Record<string, NonNullable<z.output<typeof figure>>>
  }),
  saysMet: z.enum(['YES', 'NO'], { error: 'Vælg, om listen angiver det.' }),
  met: listOf(z.enum(criterionKeys)),
})
export const withdrawForm = z.object({ reason: text(1000, 'Feltet »Begrundelse« skal udfyldes.') })

export const referenceForm = z.object({
  year: z.preprocess(
    value => (/^\d{4}$/.test(typedNumber(value)) ? Number(typedNumber(value)) : Number.NaN),
    z.number({ error: 'Skriv årstallet med fire cifre.' }).min(2000).max(2199),
  ),
  /** Thousandths of a per cent. */
  value: z.preprocess(
    value => {
      const typed = typedNumber(value)
      return /^\d{1,2}(,\d{1,3})?$/.test(typed) ? Math.round(Number(typed.replace(',', '.')) * 1000) : Number.NaN
    },
    z.number({ error: 'Skriv procenten med højst tre decimaler, fx 0,757.' }).positive().max(99_999),
  ),
  source: text(500, 'Skriv, hvor værdien kommer fra.'),
})
