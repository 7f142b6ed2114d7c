import { z } from 'zod'
import { checkbox, id, optionalText, version } from '../../../http/forms/fields.ts'
import { cursorField } from '../../../http/pages/paging.ts'

export const meetingAddress = z.object({ meeting: id })
export const itemAddress = z.object({ meeting: id, item: id })

/** Which sending stood on the page. */
export const readAllForm = z.object({ sending: id })
export const readItemForm = z.object({ sending: id, unread: checkbox, next: optionalText(20) })

export const noteForm = z.object({ version, note: optionalText(20_000) })

export const notesQuery = z.object({
  q: z.string().trim().max(100).optional().catch('').default(''),
  sorter: z.enum(['nyeste', 'moede']).optional().catch('nyeste').default('nyeste'),
  efter: cursorField,
})
export type NotesQuery = z.output<typeof notesQuery>
