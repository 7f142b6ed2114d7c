import { z } from 'zod'
import {
  checkbox,
  choice,
  chosenId,
  id,
  listOf,
  optionalDay,
  optionalId,
  optionalText,
  text,
  version,
  wholeNumber,
} from '../../../http/forms/fields.ts'
import { cursorField } from '../../../http/pages/paging.ts'
import { readWrittenDate } from '../../../kernel/written-date.ts'
import { kindNames } from './labels.ts'

const kinds = Object.keys(kindNames) as [keyof typeof kindNames, ...(keyof typeof kindNames)[]]

export const recordAddress = z.object({ record: id })
export const fileAddress = z.object({ record: id, file: id })
export const batchAddress = z.object({ batch: z.string().regex(/^[\da-f]{32}$/) })

const empty = <Value extends z.ZodType>(value: Value) =>
  z
    .union([z.literal(''), value])
    .optional()
    .catch('')
    .default('')

export const listQuery = z.object({
  q: z.string().trim().max(100).optional().catch('').default(''),
  organ: empty(z.string().regex(/^[a-z\d-]{1,80}$/)),
  art: empty(z.enum(kinds)),
  aar: empty(z.string().regex(/^\d{4}$/)),
  vis: empty(z.enum(['gaelder', 'trukket'])),
  sorter: z.enum(['nyeste', 'aeldste', 'registreret']).optional().catch('nyeste').default('nyeste'),
  efter: cursorField,
})
export type ListQuery = z.output<typeof listQuery>

const kind = choice(kinds, 'Vælg dokumentets type.')
/** What can be read of a date; whether it was before the portal is the rule's to say. */
const date = text(60, 'Feltet »Dato« skal udfyldes.').transform(readWrittenDate)

const closing = {
  closed: checkbox,
  closedReason: optionalText(300),
  publicTitle: optionalText(200),
}

const record = {
  kind,
  date,
  number: optionalText(60),
  title: text(200, 'Feltet »Titel« skal udfyldes.'),
  text: optionalText(20_000),
  caseId: optionalId,
  position: checkbox,
  positionUntil: optionalDay,
  ...closing,
}

const bodyId = chosenId('Vælg det organ, dokumentet er fra.')

export const newRecordForm = z.object({ bodyId, ...record })
export const correctForm = z.object({
  version,
  ...record,
  removeFiles: listOf(id),
  reason: text(1000, 'Skriv, hvorfor du retter.'),
})
export const withdrawForm = z.object({ version, reason: text(1000, 'Feltet »Begrundelse« skal udfyldes.') })

/** Several files at once, and what is said of each before anything is stored. */
export const filesForm = z.object({ bodyId, kind })
export const rowsForm = z.object({
  caseId: optionalId,
  ...closing,
  rows: z
    .array(
      z.object({
        file: wholeNumber(0, 100),
        skip: checkbox,
        date: optionalText(60),
        kind,
        number: optionalText(60),
        title: optionalText(200),
      }),
    )
    .max(100),
})
