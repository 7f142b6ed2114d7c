import { z } from 'zod'
import {
  choice,
  dayField,
  id,
  listOf,
  optionalDay,
  optionalId,
  optionalText,
  text,
  version,
} from '../../../http/forms/fields.ts'
import { textAddress, textListQuery } from '../../decisions/adoption/index.ts'

export const versionAddress = textAddress.extend({ version: id })

const types = ['POLICY', 'STRATEGY', 'GUIDELINE'] as const

export const listQuery = textListQuery.extend({
  vis: z.enum(['', 'gaelder', 'arbejde', 'gennemgang']).optional().catch('').default(''),
  type: z
    .enum(['', ...types])
    .optional()
    .catch('')
    .default(''),
})
export type ListQuery = z.output<typeof listQuery>

const mostThemes = 30

/** One a line; empty ones are none. */
const themes = optionalText(3000)
  .transform(value =>
    value
      .split('\n')
      .map(line => line.trim())
      .filter(Boolean),
  )
  .refine(lines => lines.length <= mostThemes, `Skriv højst ${mostThemes} temaer.`)
  .refine(lines => lines.every(line => line.length <= 100), 'Et tema kan højst have 100 tegn.')

const head = {
  type: choice(types, 'Vælg, om det er en politik, en strategi eller en retningslinje.'),
  title: text(200, 'Feltet »Titel« skal udfyldes.'),
  purpose: optionalText(10_000),
  from: dayField('Skriv den dag, perioden begynder.'),
  to: dayField('Skriv den dag, perioden slutter.'),
  reviewOn: optionalDay,
  scope: choice(['ALL', 'NAMED'], 'Vælg, hvilke boligområder teksten gælder for.'),
  areas: listOf(id),
  themes,
  housingId: optionalId,
  housingWho: optionalText(200),
  municipalityId: optionalId,
  municipalityWho: optionalText(200),
}
export const newStrategyForm = z.object(head)
export const strategyForm = z.object({ version, ...head })
