import { z } from 'zod'
import {
  checkbox,
  choice,
  id,
  listOf,
  nullableText,
  optionalId,
  text,
  version,
  wholeNumber,
} from '../../../../http/forms/fields.ts'
import { openedWith } from '../../../../http/forms/three-way.ts'
import type { ItemDraft } from '../items/item-draft.ts'

const kind = choice(
  ['INFORMATION', 'DISCUSSION', 'DECISION'],
  'Vælg, om punktet er til orientering, drøftelse eller beslutning.',
)
const minutes = wholeNumber(1, 480, 'Skriv antal hele minutter, mindst 1 og højst 480.')
const place = wholeNumber(1, 200, 'Skriv punktets nummer på dagsordenen.')

const line = z.object({
  title: text(200, 'Feltet »Titel« skal udfyldes.'),
  kind,
  presenter: nullableText(200),
  plannedMinutes: minutes,
  number: place.optional(),
})

/** By the button beside an item: »12:up«. */
const move = z
  .string()
  .regex(/^\d{1,9}:(up|down)$/)
  .optional()
  .transform(value => {
    const [item = '', direction] = (value ?? '').split(':')
    if (direction !== 'up' && direction !== 'down') return null
    return { itemId: Number(item), to: direction as 'up' | 'down' }
  })

export const linesForm = z.object({
  version,
  lines: z
    .record(z.string().regex(/^i\d{1,9}$/), line)
    .optional()
    .transform(lines => Object.entries(lines ?? {}).map(([key, typed]) => ({ id: Number(key.slice(1)), ...typed }))),
  move,
  remove: optionalId,
  _base: z.unknown().transform(openedWith),
})

/** What a new line says an item is for: the tasks of §5, or none of them. */
export const purposes = {
  strategy: 'Strategi',
  professionalDevelopment: 'Faglig udvikling',
  coordination: 'Koordinering',
  procedural: 'Procedure',
} as const

const newLine = z
  .object({
    title: z.string().trim().max(200, 'Skriv højst 200 tegn.').optional().default(''),
    kind: kind.optional().default('DISCUSSION'),
    purpose: z
      .enum(Object.keys(purposes) as [keyof typeof purposes])
      .or(z.literal(''))
      .optional()
      .default(''),
    presenter: nullableText(200),
    plannedMinutes: minutes,
  })
  .transform((typed, ctx): ItemDraft | null => {
    const { purpose, ...draft } = typed
    if (draft.title === '') {
      if (draft.presenter !== null) ctx.addIssue({ code: 'custom', path: ['title'], message: 'Skriv punktets titel.' })
      return null
    }
    if (purpose === '') ctx.addIssue({ code: 'custom', path: ['purpose'], message: 'Vælg, hvad punktet hører under.' })
    return { ...draft, ...(purpose === '' ? {} : { [purpose]: true }) }
  })

export const addRow = 'addRow'

/** Rows without a title are left out: there is always an empty one at the end. */
export const newLinesForm = z.object({
  // Without scripts one asks for a line more: the form comes back with it, and nothing is stored.
  action: z
    .string()
    .optional()
    .refine(action => action !== addRow, 'Der er en linje mere.'),
  rows: z
    .array(newLine)
    .max(60)
    .transform(rows => rows.filter(row => row !== null)),
})

export const copyQuery = z.object({ fra: optionalId })
export const copyForm = z.object({ from: id, items: listOf(id), attachments: checkbox })
