import { z } from 'zod'
import type { Day } from '../../kernel/days.ts'
import { formatKroner, type Oere, parseKroner } from '../../kernel/money.ts'
import { stalePage } from '../../kernel/refusal.ts'
import { parseDanishDay, readDay } from '../../kernel/written-day.ts'
import { parseTime } from '../../kernel/written-time.ts'

/** Building stones for features' forms.ts: what may be typed, and the Danish sentence when it may not. */

/** The largest number that a column of whole numbers holds. */
const largest = 2_147_483_647

/** A whole number as people and forms write it; anything else is none, and nothing at all is nothing. */
const numberIn = (value: unknown): unknown => {
  if (typeof value !== 'string') return typeof value === 'number' || value === undefined ? value : Number.NaN
  const typed = value.trim()
  if (typed === '') return undefined
  return /^\d{1,10}$/.test(typed) ? Number(typed) : Number.NaN
}

/** A whole number within limits. The sentence says what to do when there is none, or one outside them. */
export const wholeNumber = (min: number, max: number, told = 'Skriv et helt tal.') =>
  z.preprocess(numberIn, z.number({ error: told }).int(told).min(min, told).max(Math.min(max, largest), told))

export const id = wholeNumber(1, largest)

/** One of a list of choices. */
export const chosenId = (missing: string) => wholeNumber(1, largest, missing)

export const yearNumber = wholeNumber(1900, 2199)

/** The version that a form was made from. */
export const version = wholeNumber(0, largest, stalePage)

export const emptyForm = z.object({})

const typed = (value: unknown): unknown => (typeof value === 'string' ? trimmed(value.replace(/\r\n/g, '\n')) : value)

/** Without the space around it; but an empty cell in a corner of a table, which only a tab tells of, stays. */
function trimmed(text: string): string {
  const words = text.trim()
  if (!words.includes('\t') || !words.includes('\n')) return words
  const at = text.indexOf(words)
  const isRow = (line: string | undefined) => line?.includes('\t') ?? false
  const lines = words.split('\n', 2)
  const before = isRow(lines[1]) ? /\t*$/.exec(text.slice(0, at))?.[0] : ''
  const after = isRow(words.slice(0, words.lastIndexOf('\n')).split('\n').pop())
    ? /^\t*/.exec(text.slice(at + words.length))?.[0]
    : ''
  return `${before ?? ''}${words}${after ?? ''}`
}

export const text = (max: number, missing: string) =>
  z.preprocess(value => typed(value) ?? '', z.string().min(1, missing).max(max, `Skriv højst ${max} tegn.`))

export const optionalText = (max: number) =>
  z.preprocess(value => typed(value) ?? '', z.string().max(max, `Skriv højst ${max} tegn.`))

/** An empty field is null. */
export const nullableText = (max: number) => optionalText(max).transform(value => (value === '' ? null : value))

export const checkbox = z.preprocess(value => value !== undefined && value !== '' && value !== 'false', z.boolean())

const dayIn = (value: string, ctx: z.RefinementCtx): Day => {
  const found = parseDanishDay(value)
  if (found) return found
  const far = readDay(value) !== null
  const message = far
    ? 'Skriv en dato mellem 1900 og 2199, fx 23.11.2026.'
    : 'Skriv datoen som dd.mm.åååå, fx 23.11.2026.'
  ctx.addIssue({ code: 'custom', message })
  return z.NEVER
}

export const dayField = (missing: string) =>
  z.preprocess(value => typed(value) ?? '', z.string().min(1, missing).transform(dayIn))

export const optionalDay = z.preprocess(
  value => typed(value) ?? '',
  z.string().transform((value, ctx): Day | null => (value === '' ? null : dayIn(value, ctx))),
)

export const timeField = (missing: string) =>
  z.preprocess(
    value => typed(value) ?? '',
    z
      .string()
      .min(1, missing)
      .transform((value, ctx): string => {
        const found = parseTime(value)
        if (found) return found
        ctx.addIssue({ code: 'custom', message: 'Skriv klokkeslættet som tt.mm, fx 14.30.' })
        return z.NEVER
      }),
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

/** None chosen is null. */
export const optionalId = z.preprocess(
  value => (value === '' || value === undefined || value === '0' ? null : value),
  z.union([z.null(), chosenId('Vælg fra listen.')], { error: 'Vælg fra listen.' }),
)

/** One or several of the same name: none, a single value and many all become a list. */
export const listOf = <Item extends z.ZodType>(item: Item) =>
  z.preprocess(
    value => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]),
    z.array(item).max(200),
  )

export const moneyText = (value: bigint | number | null): string =>
  value === null ? '' : formatKroner(Number(value) as Oere).replace(' kr.', '')
