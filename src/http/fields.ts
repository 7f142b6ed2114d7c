import { z } from 'zod'
import { type Day, parseDanishDay } from '../kernel/days.ts'
import { formatKroner, type Oere, parseKroner } from '../kernel/money.ts'

/** Building stones for features' forms.ts: what may be typed, and the Danish sentence when it may not. */

export const id = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER)

/** The version that a form was made from. */
export const version = z.coerce.number().int().min(0)

export const emptyForm = z.object({})

const typed = (value: unknown): unknown => (typeof value === 'string' ? value.replace(/\r\n/g, '\n').trim() : value)

export const text = (max: number, missing: string) =>
  z.preprocess(value => typed(value) ?? '', z.string().min(1, missing).max(max, `Skriv højst ${max} tegn.`))

export const optionalText = (max: number) =>
  z.preprocess(value => typed(value) ?? '', z.string().max(max, `Skriv højst ${max} tegn.`))

/** An empty field is null. */
export const nullableText = (max: number) => optionalText(max).transform(value => (value === '' ? null : value))

export const checkbox = z.preprocess(value => value !== undefined && value !== '' && value !== 'false', z.boolean())

export const dayField = (missing: string) =>
  z.preprocess(
    value => typed(value) ?? '',
    z
      .string()
      .min(1, missing)
      .transform((value, ctx): Day => {
        const found = parseDanishDay(value)
        if (found) return found
        ctx.addIssue({ code: 'custom', message: 'Skriv datoen som dd.mm.åååå, fx 23.11.2026.' })
        return z.NEVER
      }),
  )

export const optionalDay = z.preprocess(
  value => typed(value) ?? '',
  z.string().transform((value, ctx): Day | null => {
    if (value === '') return null
    const found = parseDanishDay(value)
    if (found) return found
    ctx.addIssue({ code: 'custom', message: 'Skriv datoen som dd.mm.åååå, fx 23.11.2026.' })
    return z.NEVER
  }),
)

export const timeField = (missing: string) =>
  z.preprocess(
    value => (typeof value === 'string' ? value.trim().replace('.', ':') : ''),
    z
      .string()
      .min(1, missing)
      .regex(/^([01]?\d|2[0-3]):[0-5]\d$/, 'Skriv klokkeslættet som tt.mm, fx 14.30.')
      .transform(value => value.padStart(5, '0')),
  )

/** An amount in øre; an empty field is null. */
export const moneyField = z.preprocess(
  value => typed(value) ?? '',
  z.string().transform((value, ctx): Oere | null => {
    if (value === '') return null
    const found = parseKroner(value)
    if (found !== null && found >= 0) return found
    ctx.addIssue({ code: 'custom', message: 'Skriv beløbet i kroner, fx 150.000 eller 1.250.000,00.' })
    return z.NEVER
  }),
)

export const choice = <const Values extends readonly [string, ...string[]]>(values: Values, missing: string) =>
  z.enum(values, { error: missing })

export const optionalId = z.preprocess(
  value => (value === '' || value === undefined || value === '0' ? null : value),
  z.coerce.number().int().positive().nullable(),
)

/** One or several of the same name: none, a single value and many all become a list. */
export const listOf = <Item extends z.ZodType>(item: Item) =>
  z.preprocess(
    value => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]),
    z.array(item).max(200),
  )

export const moneyText = (value: bigint | number | null): string =>
  value === null ? '' : formatKroner(Number(value) as Oere).replace(' kr.', '')
