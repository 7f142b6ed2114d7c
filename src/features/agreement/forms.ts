import { z } from 'zod'

const year = z.coerce.number().int().min(1900).max(2999)

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
