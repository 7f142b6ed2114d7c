import { z } from 'zod'
import {
  choice,
  chosenId,
  dayField,
  id,
  optionalDay,
  optionalId,
  optionalText,
  text,
  version,
} from '../../http/fields.ts'
import { parseDanishDay } from '../../kernel/written-day.ts'

const slug = z.string().regex(/^[a-z0-9-]{1,160}$/)

export const dayQuery = z.object({
  /** The day that the page is shown as of: today unless it is a day. */
  dag: z
    .string()
    .optional()
    .transform(value => (value ? parseDanishDay(value) : null)),
})

export const bodyAddress = z.object({ body: slug })
export const seatAddress = z.object({ body: slug, seat: id })

export const seatForm = z.object({
  personId: chosenId('Vælg en person.'),
  role: choice(['CHAIR', 'VICE_CHAIR', 'MEMBER', 'SUBSTITUTE', 'SECRETARY'], 'Vælg en rolle.'),
  substituteForId: optionalId,
  from: dayField('Feltet »Fra« skal udfyldes.'),
  to: optionalDay,
  appointedById: chosenId('Vælg det organ, der har udpeget.'),
  appointedAtMeetingId: optionalId,
  appointedNote: optionalText(300),
})

export const endSeatForm = z.object({
  version,
  to: dayField('Feltet »Sidste dag« skal udfyldes.'),
  reason: text(300, 'Feltet »Begrundelse« skal udfyldes.'),
})
