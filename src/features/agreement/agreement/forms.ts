import { z } from 'zod'
import {
  choice,
  chosenId,
  id,
  optionalId,
  optionalText,
  version,
  wholeNumber,
  yearNumber,
} from '../../../http/forms/fields.ts'

const year = yearNumber

export const versionAddress = z.object({ year })

/** »2012«, or a draft: »udkast-2026-3« is draft 3 of the round of 2026. */
export const comparisonAddress = z.object({
  year,
  other: z.string().transform((value, ctx): { year: number; draft: number | null } => {
    const [, version, round, draft] = /^(?:(\d{4})|udkast-(\d{4})-(\d{1,4}))$/.exec(value) ?? []
    if (version) return { year: Number(version), draft: null }
    if (round) return { year: Number(round), draft: Number(draft) }
    ctx.addIssue({ code: 'custom', message: 'Siden findes ikke.' })
    return z.NEVER
  }),
})

export const comparisonQuery = z.object({ vis: z.enum(['linje', 'side']).default('linje') })

/** A list of selects comes as a list or by its numbers. */
const byNumber = (value: unknown): unknown =>
  Array.isArray(value) ? value : typeof value === 'object' && value !== null ? Object.values(value) : []

/** Sentences that the page itself told, and tells again. */
export const remarkList = z
  .preprocess(value => (typeof value === 'string' ? [value] : value), z.array(z.string().max(500)).max(60))
  .catch([])

export const importForm = z.object({
  handling: choice(['laes', 'gem'], 'Vælg, hvad der skal ske.').default('laes'),
  source: optionalText(400_000),
  navn: optionalText(200),
  tabt: remarkList,
  aendret: remarkList,
  organisations: z.preprocess(byNumber, z.array(optionalId).max(200)),
})

export const rhythmForm = z.object({
  firstYear: wholeNumber(1900, 2199, 'Skriv året for den første revision.'),
  everyYears: wholeNumber(1, 20, 'Skriv, hvor mange år der går mellem to revisioner: fra 1 til 20.'),
  section: optionalText(10).transform(typed => typed.replace(/^§\s*/, '')),
  version,
})

export const signatureAddress = z.object({ year, signature: id })
export const linkForm = z.object({
  organisationId: chosenId('Vælg organisation.'),
})
