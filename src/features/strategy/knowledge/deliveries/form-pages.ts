import type { Actor } from '../../../../access/actor.ts'
import { type FormField, formPage } from '../../../../http/forms/form-page.ts'
import { type FormState, formOf } from '../../../../http/forms/forms.ts'
import { figureWords } from '../figures/figure-cell.ts'
import { type KnownPlace, readKnownPlaces } from '../figures/known-places.ts'
import { crumbsOf, foundIndicator } from '../indicators/found.ts'
import { editedNumber } from '../indicators/number-fields.ts'
import type { IndicatorRow } from '../indicators/queries.ts'
import { missingNames } from '../labels.ts'
import { correctValuePath, enterValuePath, indicatorPath, valuePath } from '../paths.ts'
import { foundValue } from './value-page.ts'

const active = 'indikatorer'

const figureFields = ({ unit, newest }: IndicatorRow): FormField[] => [
  {
    kind: 'text',
    name: 'value',
    label: `Værdi (${unit})`,
    hint: 'Skriv tallet uden punktum, fx 1250 eller 12,5. Lad feltet være tomt, hvis værdien mangler.',
  },
  {
    kind: 'select',
    name: 'missing',
    label: 'Hvorfor mangler værdien?',
    options: [
      { value: '', text: 'Der er en værdi' },
      ...Object.entries(missingNames).map(([value, text]) => ({ value, text })),
    ],
  },
  {
    kind: 'text',
    name: 'numerator',
    label: 'Tæller',
    optional: true,
    hint: newest.numerator || 'Det antal, som værdien er regnet ud af.',
  },
  {
    kind: 'text',
    name: 'denominator',
    label: 'Nævner',
    optional: true,
    hint: newest.denominator || 'Af hvor mange.',
  },
  {
    kind: 'text',
    name: 'source',
    label: 'Kilde til værdien',
    required: true,
    hint: 'Hvor netop denne værdi er hentet.',
  },
]

const placePrefixes = { ESTATE: 'Afdeling: ', DISTRICT: 'Bydel: ' } as const

const placeText = ({ level, name }: KnownPlace): string =>
  level === 'ESTATE' || level === 'DISTRICT' ? `${placePrefixes[level]}${name}` : name

/** Where a year's value for a place is entered. */
export function enterPage(actor: Actor, slug: string, form?: FormState) {
  const indicator = foundIndicator(actor, slug)
  return formPage({
    title: 'Registrér en værdi',
    active,
    crumbs: crumbsOf(indicator, { text: 'Registrér en værdi' }),
    heading: 'Registrér en værdi',
    lead: `Indikatoren er »${indicator.name}«. Værdien kan læses med det samme.`,
    action: enterValuePath(slug),
    submit: 'Registrér værdien',
    back: indicatorPath(slug),
    fields: [
      {
        kind: 'select',
        name: 'place',
        label: 'Sted',
        required: true,
        options: readKnownPlaces(actor.database).map(place => ({ value: place.address, text: placeText(place) })),
      },
      { kind: 'text', name: 'year', label: 'År', required: true, hint: 'Det år, værdien er opgjort for.' },
      ...figureFields(indicator),
    ],
    form:
      form ?? formOf(indicator.lastYear === null ? {} : { year: String(indicator.lastYear + indicator.everyYears) }),
  })
}

/** Where it is corrected: what stood before stays beside it. */
export function correctPage(
  actor: Actor,
  { indicator: slug, year, place }: { indicator: string; year: number; place: string },
  form?: FormState,
) {
  const indicator = foundIndicator(actor, slug)
  const { standing, place: known, told, unit } = foundValue(actor, indicator, year, place)
  const named = `${known.name} ${year}`
  return formPage({
    title: `Ret værdien for ${named}`,
    active,
    crumbs: crumbsOf(indicator, { text: named, href: valuePath(slug, year, place) }, { text: 'Ret værdien' }),
    heading: `Ret værdien for ${named}`,
    lead: `»${indicator.name}« er registreret som ${figureWords(standing, unit)}. Den tidligere værdi bevares og kan læses ved siden af den nye.`,
    action: correctValuePath(slug, year, place),
    submit: 'Gem rettelsen',
    back: valuePath(slug, year, place),
    fields: [
      ...figureFields(indicator),
      { kind: 'text', name: 'reason', label: 'Årsag til rettelsen', required: true },
    ],
    form:
      form ??
      formOf(
        {
          ...{ value: editedNumber(standing.value), missing: standing.missing ?? '' },
          ...{ numerator: editedNumber(standing.numerator), denominator: editedNumber(standing.denominator) },
          source: told.get(standing.deliveryId)?.source ?? '',
        },
        standing.id,
      ),
  })
}
