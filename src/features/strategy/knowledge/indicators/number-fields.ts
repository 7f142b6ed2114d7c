import { z } from 'zod'

const told = 'Skriv tallet uden punktum, fx 1250 eller 12,5.'

/** A number as Danes write it. A full stop is asked about: »1.250« can mean two things. */
function numberIn(value: unknown): unknown {
  if (typeof value === 'number' || value === null) return value
  const typed = typeof value === 'string' ? value.trim().replace(/^[−–]/, '-').replace(/\s*%$/, '') : ''
  if (typed === '') return null
  return /^-?\d{1,10}(,\d{1,3})?$/.test(typed) ? Number(typed.replace(',', '.')) : Number.NaN
}

/** None typed is null. */
export const optionalNumber = z.preprocess(numberIn, z.union([z.null(), z.number()], { error: told }))

export const numberField = (missing: string) =>
  z
    .preprocess(numberIn, z.union([z.null(), z.number()], { error: told }))
    .refine(value => value !== null, missing)
    .transform(value => value ?? 0)

const yearTold = 'Skriv årstallet med fire cifre.'

/** None typed is null. */
export const optionalYear = z.preprocess(
  value => {
    const typed = typeof value === 'string' ? value.trim() : value
    if (typed === '' || typed === undefined || typed === null) return null
    return typeof typed === 'number' || /^\d{4}$/.test(String(typed)) ? Number(typed) : Number.NaN
  },
  z.union([z.null(), z.number().min(1900).max(2199)], { error: yearTold }),
)

/** As a form shows a number that is to be edited. */
export const editedNumber = (value: number | null): string => (value === null ? '' : String(value).replace('.', ','))
