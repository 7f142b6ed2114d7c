import { z } from 'zod'
import {
  checkbox,
  choice,
  chosenId,
  dayField,
  id,
  optionalDay,
  optionalId,
  optionalText,
  text,
  version,
  wholeNumber,
} from '../../../http/forms/fields.ts'
import { parseDanishDay } from '../../../kernel/written-day.ts'

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

const workdays = wholeNumber(0, 60, 'Skriv et antal hverdage mellem 0 og 60.')
/** Not asked for where nobody of the side is counted. */
const quorum = wholeNumber(0, 50, 'Skriv et antal medlemmer mellem 1 og 50.').prefault(0)

export const firstRulesForm = z.object({
  version,
  noticeWorkdays: workdays,
  proposalDeadlineWorkdays: workdays,
  quorumHousing: quorum,
  quorumMunicipality: quorum,
  objectionDays: wholeNumber(1, 90, 'Skriv et antal dage mellem 1 og 90.'),
  writtenProcedureAllowed: checkbox,
  /** Asked for once a meeting has been held. */
  from: optionalDay,
  reason,
})

export const endSeatForm = z.object({
  version,
  to: dayField('Feltet »Sidste dag« skal udfyldes.'),
  reason: text(300, 'Feltet »Begrundelse« skal udfyldes.'),
})
