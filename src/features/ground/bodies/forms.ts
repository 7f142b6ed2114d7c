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
} from '../../../http/forms/fields.ts'
import { parseDanishDay } from '../../../kernel/written-day.ts'
import { parameterShape, parametersIn } from './rules/rule-parameters.ts'

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

const reason = text(500, 'Feltet »Begrundelse« skal udfyldes.')

export const bodyForm = z.object({
  version,
  name: text(160, 'Feltet »Navn« skal udfyldes.'),
  about: optionalText(1000),
  from: dayField('Feltet »Findes fra« skal udfyldes.'),
  reason,
})

export const seatCorrectionForm = z.object({
  version,
  role: choice(['CHAIR', 'VICE_CHAIR', 'MEMBER', 'SUBSTITUTE', 'SECRETARY'], 'Vælg en rolle.'),
  from: dayField('Feltet »Fra« skal udfyldes.'),
  appointedNote: optionalText(300),
  reason,
})

export const rulesForm = z
  .object({
    version,
    ...parameterShape,
    text: optionalText(20_000),
    /** Owed once a meeting has been held. */
    from: optionalDay,
    reason,
  })
  .transform(({ version: made, text: prose, from, reason: why, ...typed }) => ({
    ...parametersIn(typed),
    version: made,
    text: prose,
    from,
    reason: why,
  }))

export const endSeatForm = z.object({
  version,
  to: dayField('Feltet »Sidste dag« skal udfyldes.'),
  reason: text(300, 'Feltet »Begrundelse« skal udfyldes.'),
})
