import { z } from 'zod'
import { id } from '../../../http/forms/fields.ts'
import { cursorField } from '../../../http/pages/paging.ts'
import type { Day } from '../../../kernel/days.ts'
import { parseDanishDay } from '../../../kernel/written-day.ts'

/** A day as it was typed; `day` is null where nothing was, or nothing that is a day. */
const typedDay = z
  .string()
  .max(40)
  .optional()
  .catch(undefined)
  .transform((typed = ''): { typed: string; day: Day | null } => ({ typed, day: parseDanishDay(typed) }))

export const eventsQuery = z.object({
  q: z.string().max(200).optional().catch(undefined),
  /** A kind of event, or a group of them. */
  type: z.string().max(60).optional().catch(undefined),
  /** Who did it, by number; or »systemet«. */
  person: z.string().max(12).optional().catch(undefined),
  /** What it is about: »moede-17«. */
  om: z.string().max(40).optional().catch(undefined),
  fra: typedDay,
  til: typedDay,
  efter: cursorField,
})
export type EventsQuery = z.output<typeof eventsQuery>

export const eventAddress = z.object({ id })
