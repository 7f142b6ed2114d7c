import { z } from 'zod'
import type { FormState } from '../../../http/forms/forms.ts'
import { cursorField } from '../../../http/pages/paging.ts'
import type { Day } from '../../../kernel/days.ts'
import { parseDanishDay } from '../../../kernel/written-day.ts'
import type { BindingFilter } from './queries.ts'

export const organisationAddress = z.object({ organisation: z.string().max(100) })

/** »offentlig«: what can be said within secrecy, for an excerpt that is handed on. */
const wording = z.enum(['offentlig']).optional().catch(undefined)

export const decisionExcerptQuery = z.object({
  organisation: z.string().max(100).optional(),
  tekst: wording,
})

export const bindingQuery = z.object({
  fra: z.string().max(40).optional(),
  til: z.string().max(40).optional(),
  omfang: z.enum(['alle']).optional().catch(undefined),
  tekst: wording,
  efter: cursorField,
})
export type BindingQuery = z.output<typeof bindingQuery>

/** The period as typed, and what is wrong with it: a day that cannot be read is told, not left out in silence. */
export function periodOf(query: BindingQuery): { filter: BindingFilter; form: FormState } {
  const errors: Record<string, string> = {}
  const read = (name: 'fra' | 'til'): Day | null => {
    const typed = query[name]?.trim()
    if (!typed) return null
    const found = parseDanishDay(typed)
    if (!found) errors[name] = 'Skriv datoen som dd.mm.åååå, fx 23.11.2026.'
    return found
  }
  const filter = { from: read('fra'), to: read('til'), all: query.omfang === 'alle' }
  if (filter.from && filter.to && filter.to < filter.from)
    errors.til = '»Besluttet til« kan ikke ligge før »Besluttet fra«.'
  const values = { fra: query.fra ?? '', til: query.til ?? '', omfang: query.omfang ?? '', tekst: query.tekst ?? '' }
  return { filter, form: { values, errors } }
}
