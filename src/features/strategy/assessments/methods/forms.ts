import { z } from 'zod'
import { choice, chosenId, optionalText, text, version, wholeNumber } from '../../../../http/forms/fields.ts'
import { textAddress } from '../../../decisions/adoption/index.ts'
import { optionalNumber } from '../../knowledge/index.ts'
import type { Band } from './method-content.ts'
import { mostLevels } from './method-rules.ts'

export const termAddress = textAddress.extend({ term: z.string().regex(/^t\d{1,4}$/) })

const head = {
  title: text(200, 'Feltet »Titel« skal udfyldes.'),
  purpose: optionalText(10_000),
  reviewMonths: wholeNumber(1, 36, 'Skriv et antal måneder fra 1 til 36.'),
}
export const newMethodForm = z.object(head)
export const methodForm = z.object({ version, ...head })

const bandsTold = 'Skriv et trin på hver linje som procent: point, fx 10: 1.'

/** »10: 1« on each line: so many points from so many per cent. */
const bands = z.preprocess(
  value => (typeof value === 'string' ? value : ''),
  z.string().transform((value, ctx): Band[] => {
    const lines = value
      .split(/[\n;]/)
      .map(line => line.trim())
      .filter(Boolean)
    const found = lines.map(line => /^(\d{1,4}(?:,\d)?)\s*%?\s*[:=]\s*(\d{1,2})$/.exec(line))
    if (lines.length <= 10 && found.every(Boolean))
      return found.map(match => ({ from: Number((match?.[1] ?? '').replace(',', '.')), points: Number(match?.[2]) }))
    ctx.addIssue({ code: 'custom', message: bandsTold })
    return z.NEVER
  }),
)

const nothing = z.preprocess(value => (value === '' || value === undefined ? null : value), z.null())

export const termForm = z
  .object({
    version,
    indicatorId: chosenId('Vælg en indikator.'),
    worse: choice(['HIGHER', 'LOWER'], 'Vælg, hvad der er værst.'),
    yardstick: choice(['TOWN', 'THRESHOLD', 'PAST'], 'Vælg, hvad tallet holdes op mod.'),
    limit: optionalNumber,
    yearsBack: z.union([nothing, wholeNumber(1, 10, 'Skriv et antal år fra 1 til 10.')]),
    bands,
    floorPoints: z.union([nothing, wholeNumber(1, 99, 'Skriv et antal point.')]),
    floorLevel: z.preprocess(
      value => (value === '' || value === undefined ? null : value),
      z.union([z.null(), z.string().regex(/^n\d$/)]),
    ),
  })
  .superRefine(({ floorPoints, floorLevel }, ctx) => {
    if ((floorPoints === null) !== (floorLevel === null))
      ctx.addIssue({
        code: 'custom',
        message: 'Udfyld både point og niveau, eller ingen af delene.',
        path: ['floorPoints'],
      })
  })
  .transform(({ floorPoints, floorLevel, ...term }) => ({
    ...term,
    floor: floorPoints === null || floorLevel === null ? null : { points: floorPoints, level: floorLevel },
  }))

const level = z.object({
  name: optionalText(60),
  from: z.preprocess(
    value => (value === '' || value === undefined ? 0 : value),
    wholeNumber(0, 999, 'Skriv et antal point.'),
  ),
  worrying: z.preprocess(value => value !== undefined && value !== '', z.boolean()),
})
export const levelsForm = z.object({
  version,
  levels: z
    .preprocess(
      value => (Array.isArray(value) ? value : Object.values((value as object | undefined) ?? {})),
      z.array(level).max(mostLevels),
    )
    .transform(rows => rows.filter(({ name }) => name !== '')),
})
export const versionForm = z.object({ version })
