import { z } from 'zod'
import {
  checkbox,
  choice,
  chosenId,
  id,
  nullableText,
  optionalId,
  optionalText,
  text,
  version,
  wholeNumber,
} from '../../../../http/forms/fields.ts'
import { cursorField } from '../../../../http/pages/paging.ts'

export const templateAddress = z.object({ template: id })

export const templatesQuery = z.object({
  q: z.string().trim().max(100).optional().default(''),
  organ: optionalId,
  efter: cursorField,
})
export type TemplatesQuery = z.output<typeof templatesQuery>

/** What a new template begins with: a body, or the texts of an item that stands on an agenda. */
export const newTemplateQuery = z.object({ organ: optionalId, punkt: optionalId })

const prose = optionalText(50_000)

const template = {
  name: text(60, 'Feltet »Skabelonens navn« skal udfyldes.'),
  title: optionalText(200),
  kind: choice(
    ['INFORMATION', 'DISCUSSION', 'DECISION'],
    'Vælg, om punktet er til orientering, drøftelse eller beslutning.',
  ),
  strategy: checkbox,
  professionalDevelopment: checkbox,
  coordination: checkbox,
  procedural: checkbox,
  summary: prose,
  recommendation: prose,
  presentation: prose,
  effect: prose,
  economy: prose,
  presenter: nullableText(200),
  plannedMinutes: wholeNumber(1, 480, 'Skriv antal hele minutter, mindst 1 og højst 480.'),
}
export const newTemplateForm = z.object({ bodyId: chosenId('Vælg et organ.'), ...template })
export const editTemplateForm = z.object({ version, ...template })
