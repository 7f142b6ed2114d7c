import { z } from 'zod'
import { choice, id, optionalText, text, version, wholeNumber } from '../../../http/forms/fields.ts'

/** What the address of the year's wheel may say. */
export const yearQuery = z.object({
  aar: z
    .string()
    .regex(/^(20\d{2})?$/)
    .optional()
    .catch('')
    .default(''),
  organ: z
    .string()
    .regex(/^[a-z-]{0,60}$/)
    .optional()
    .catch('')
    .default(''),
  vis: z.enum(['', 'moeder', 'frister', 'opgaver', 'helligdage']).optional().catch('').default(''),
  q: z.string().trim().max(100).optional().catch('').default(''),
})
export type YearQuery = z.output<typeof yearQuery>

export const dutyAddress = z.object({ duty: id })

const monthLengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** »31.5.«, »31/5«, »31. maj« would be a guess: a day and a month in numbers, with or without their points. */
const monthDay = (missing: string) =>
  text(10, missing).transform((value, ctx): string => {
    const [, day = '', month = ''] = /^(\d{1,2})[./ -]+(\d{1,2})\.?$/.exec(value) ?? []
    if (Number(day) >= 1 && Number(day) <= (monthLengths[Number(month) - 1] ?? 0))
      return `${month.padStart(2, '0')}-${day.padStart(2, '0')}`
    ctx.addIssue({ code: 'custom', message: 'Skriv dagen som dd.mm., fx 30.06.' })
    return z.NEVER
  })

const year = (missing: string) => wholeNumber(2000, 2199, missing)
const duty = {
  title: text(160, 'Feltet »Opgave« skal udfyldes.'),
  note: optionalText(500),
  from: monthDay('Feltet »Fra dag« skal udfyldes.'),
  to: z.preprocess(value => (value === '' || value === undefined ? null : value), z.union([z.null(), monthDay('')])),
  everyYears: choice(['1', '2', '3', '4', '5'], 'Vælg, hvor ofte opgaven kommer.').transform(Number),
  firstYear: year('Skriv et årstal mellem 2000 og 2199.'),
  lastYear: z.preprocess(
    value => (value === '' || value === undefined ? null : value),
    z.union([z.null(), year('Skriv et årstal mellem 2000 og 2199.')]),
  ),
}
export const newDutyForm = z.object(duty)
export const dutyForm = z.object({ version, ...duty })
export type TypedDuty = z.output<typeof newDutyForm>
