import type { Actor } from '../../../../access/actor.ts'
import { type FormField, formPage } from '../../../../http/forms/form-page.ts'
import { type FormState, formOf } from '../../../../http/forms/forms.ts'
import { notFound } from '../../../../kernel/refusal.ts'
import { crumbsOf, foundIndicator } from '../indicators/found.ts'
import { editedNumber } from '../indicators/number-fields.ts'
import type { IndicatorRow } from '../indicators/queries.ts'
import { levelNames } from '../labels.ts'
import { aboutPath, thresholdPath } from '../paths.ts'
import { readThresholds } from './read-thresholds.ts'

const fieldsFor = ({ unit }: IndicatorRow): FormField[] => [
  { kind: 'text', name: 'name', label: 'Navn', required: true, hint: 'Hvad grænsen betyder, fx Udsat boligområde.' },
  {
    kind: 'select',
    name: 'side',
    label: 'Bekymrende er tal, der ligger',
    required: true,
    options: [
      { value: 'ABOVE', text: 'Over grænsen' },
      { value: 'BELOW', text: 'Under grænsen' },
    ],
  },
  {
    kind: 'select',
    name: 'kind',
    label: 'Grænsen er',
    required: true,
    options: [
      { value: 'NUMBER', text: `Et fast tal (${unit})` },
      { value: 'FACTOR', text: 'Et antal gange en referenceværdi fra samme år' },
    ],
  },
  { kind: 'text', name: 'amount', label: 'Tal', required: true, hint: 'Fx 40 eller 2,77.' },
  {
    kind: 'select',
    name: 'reference',
    label: 'Referenceværdi',
    options: [
      { value: '', text: 'Ingen' },
      ...(['TOWN', 'REGION', 'COUNTRY'] as const).map(value => ({ value, text: levelNames[value] })),
    ],
  },
  { kind: 'text', name: 'fromYear', label: 'Gælder fra år', required: true },
  {
    kind: 'text',
    name: 'toYear',
    label: 'Gælder til og med år',
    optional: true,
    hint: 'Lad feltet være tomt, hvis grænsen fortsat gælder.',
  },
  { kind: 'text', name: 'source', label: 'Kilde', required: true, hint: 'Lov, aftale eller beslutning.' },
]

/** Where a threshold is set, or an earlier one corrected or ended. */
export function thresholdPage(actor: Actor, slug: string, id: number | null, form?: FormState) {
  const indicator = foundIndicator(actor, slug)
  const found = readThresholds(actor.database).find(one => one.id === id && one.indicatorId === indicator.id)
  if (id !== null && !found) throw notFound()
  const heading = found ? 'Ret grænseværdien' : 'Ny grænseværdi'
  return formPage({
    title: heading,
    active: 'indikatorer',
    crumbs: crumbsOf(indicator, { text: 'Definition og grænser', href: aboutPath(slug) }, { text: heading }),
    heading,
    lead: `Indikatoren er »${indicator.name}«.`,
    action: thresholdPath(slug, id ?? undefined),
    submit: found ? 'Gem' : 'Gem grænseværdien',
    back: aboutPath(slug),
    fields: fieldsFor(indicator),
    form:
      form ??
      (found
        ? formOf(
            {
              ...{ name: found.name, side: found.side, kind: found.kind, amount: editedNumber(found.amount) },
              ...{ reference: found.reference ?? '', fromYear: String(found.fromYear), source: found.source },
              toYear: found.toYear === null ? '' : String(found.toYear),
            },
            found.version,
          )
        : formOf({ side: indicator.direction === 'LOWER' ? 'ABOVE' : 'BELOW', kind: 'NUMBER' })),
  })
}
