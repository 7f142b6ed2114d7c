import type { Actor } from '../../../../access/actor.ts'
import { type FormField, formPage } from '../../../../http/forms/form-page.ts'
import { type FormState, formOf } from '../../../../http/forms/forms.ts'
import { areaChoices } from '../../../ground/places/index.ts'
import { correctValuePath, enterValuePath, indicatorPath, indicatorsPath, valuePath } from '../paths.ts'
import { numberText } from './indicator-rules.ts'
import { directionNames, monthNames, townName } from './labels.ts'
import { editedNumber } from './number-fields.ts'
import type { IndicatorRow } from './queries.ts'
import { crumbsOf, foundIndicator, foundValue } from './show-page.ts'

const active = 'indikatorer'

const termFields: FormField[] = [
  { kind: 'text', name: 'name', label: 'Navn', required: true },
  {
    kind: 'text',
    name: 'unit',
    label: 'Enhed',
    required: true,
    hint: 'Som den følger et tal, fx %, personer eller kr.',
  },
  {
    kind: 'select',
    name: 'decimals',
    label: 'Decimaler',
    required: true,
    options: [
      { value: '0', text: 'Ingen, fx 12' },
      { value: '1', text: 'Én, fx 12,3' },
      { value: '2', text: 'To, fx 12,34' },
      { value: '3', text: 'Tre, fx 12,345' },
    ],
  },
  {
    kind: 'select',
    name: 'direction',
    label: 'Retning',
    required: true,
    options: Object.entries(directionNames).map(([value, text]) => ({ value, text })),
  },
  {
    kind: 'text',
    name: 'everyYears',
    label: 'Antal år mellem opgørelser',
    required: true,
    hint: 'Skriv 1, hvis indikatoren opgøres hvert år.',
  },
  {
    kind: 'select',
    name: 'dueMonth',
    label: 'Et års værdi foreligger senest året efter i',
    required: true,
    hint: 'Derefter vises et delmål, der mangler værdien, som ikke opdateret.',
    options: monthNames.map((text, at) => ({ value: String(at + 1), text })),
  },
  {
    kind: 'textarea',
    name: 'source',
    label: 'Kilde',
    rows: 4,
    required: true,
    hint: 'Hvor værdierne kommer fra, og hvordan de er opgjort.',
  },
]

export const newPage = (form?: FormState) =>
  formPage({
    title: 'Ny indikator',
    active,
    crumbs: [{ text: 'Indikatorer', href: indicatorsPath }, { text: 'Ny indikator' }],
    heading: 'Ny indikator',
    action: `${indicatorsPath}/ny`,
    submit: 'Opret indikatoren',
    back: indicatorsPath,
    fields: termFields,
    form: form ?? formOf({ decimals: '1', everyYears: '1', dueMonth: '6' }),
  })

export function editPage(actor: Actor, slug: string, form?: FormState) {
  const indicator = foundIndicator(actor, slug)
  const { name, unit, decimals, direction, everyYears, dueMonth, source, version, values } = indicator
  const now = {
    name,
    unit,
    decimals: String(decimals),
    direction,
    everyYears: String(everyYears),
    dueMonth: String(dueMonth),
    source,
  }
  return formPage({
    title: `Ret ${name}`,
    active,
    crumbs: crumbsOf(indicator, { text: 'Ret oplysninger' }),
    heading: 'Ret oplysninger om indikatoren',
    lead: values > 0 ? 'Enhed, decimaler og retning kan ikke ændres, når der er registreret værdier.' : '',
    action: `${indicatorPath(slug)}/ret`,
    submit: 'Gem',
    back: indicatorPath(slug),
    fields: termFields,
    form: form ?? formOf(now, version),
  })
}

const sourceField: FormField = {
  kind: 'text',
  name: 'source',
  label: 'Kilde til værdien',
  required: true,
  hint: 'Hvor netop denne værdi er hentet.',
}

const valueField = ({ unit }: IndicatorRow): FormField => ({
  kind: 'text',
  name: 'value',
  label: `Værdi (${unit})`,
  required: true,
  hint: 'Skriv tallet uden punktum, fx 1250 eller 12,5.',
})

/** Where a year's value for a place is entered. */
export function enterPage(actor: Actor, slug: string, form?: FormState) {
  const indicator = foundIndicator(actor, slug)
  return formPage({
    title: 'Registrér en værdi',
    active,
    crumbs: crumbsOf(indicator, { text: 'Registrér en værdi' }),
    heading: 'Registrér en værdi',
    lead: `Indikatoren er »${indicator.name}«. Værdien kan læses af alle parter med det samme.`,
    action: enterValuePath(slug),
    submit: 'Registrér værdien',
    back: indicatorPath(slug),
    fields: [
      {
        kind: 'select',
        name: 'areaId',
        label: 'Sted',
        options: [{ value: '', text: townName }, ...areaChoices(actor.database, actor.today)],
      },
      { kind: 'text', name: 'year', label: 'År', required: true, hint: 'Det år, værdien er opgjort for.' },
      valueField(indicator),
      sourceField,
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
  const { standing, place: name } = foundValue(actor, indicator, year, place)
  return formPage({
    title: `Ret værdien for ${name} ${year}`,
    active,
    crumbs: crumbsOf(
      indicator,
      { text: `${name} ${year}`, href: valuePath(slug, year, place) },
      { text: 'Ret værdien' },
    ),
    heading: `Ret værdien for ${name} ${year}`,
    lead: `»${indicator.name}« er registreret som ${numberText(standing.value, indicator.decimals)} ${indicator.unit}. Den tidligere værdi bevares og kan læses ved siden af den nye.`,
    action: correctValuePath(slug, year, place),
    submit: 'Gem rettelsen',
    back: valuePath(slug, year, place),
    fields: [
      valueField(indicator),
      sourceField,
      { kind: 'text', name: 'reason', label: 'Årsag til rettelsen', required: true },
    ],
    form: form ?? formOf({ value: editedNumber(standing.value), source: standing.source }, standing.id),
  })
}
