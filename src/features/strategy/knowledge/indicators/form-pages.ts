import type { Actor } from '../../../../access/actor.ts'
import { type FormField, formPage } from '../../../../http/forms/form-page.ts'
import { type FormState, formOf } from '../../../../http/forms/forms.ts'
import { directionNames, monthNames, visibilityNames } from '../labels.ts'
import { aboutPath, editIndicatorPath, indicatorsPath, newIndicatorPath, newVersionPath } from '../paths.ts'
import { crumbsOf, foundIndicator } from './found.ts'
import type { IndicatorRow } from './queries.ts'

const active = 'indikatorer'

const listedFields: FormField[] = [
  { kind: 'text', name: 'name', label: 'Navn', required: true },
  { kind: 'text', name: 'theme', label: 'Tema', optional: true, hint: 'Som den listes under, fx Beskæftigelse.' },
  { kind: 'text', name: 'supplier', label: 'Leverandør', optional: true, hint: 'Hvem der leverer tallene.' },
  {
    kind: 'select',
    name: 'visibility',
    label: 'Hvem kan læse tallene?',
    required: true,
    options: Object.entries(visibilityNames).map(([value, text]) => ({ value, text })),
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
    kind: 'date',
    name: 'nextRelease',
    label: 'Næste offentliggørelse',
    optional: true,
    hint: 'Den dag, leverandøren har meldt ud.',
  },
  {
    kind: 'text',
    name: 'endedYear',
    label: 'Opgjort til og med år',
    optional: true,
    hint: 'Lad feltet være tomt, hvis indikatoren fortsat opgøres.',
  },
]

const definitionFields: FormField[] = [
  {
    kind: 'text',
    name: 'numerator',
    label: 'Tæller',
    optional: true,
    hint: 'Hvad der tælles, fx personer uden arbejde.',
  },
  {
    kind: 'text',
    name: 'denominator',
    label: 'Nævner',
    optional: true,
    hint: 'Af hvor mange, fx alle beboere i alderen.',
  },
  { kind: 'text', name: 'population', label: 'Population', optional: true, hint: 'Fx 18–64 år.' },
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
    name: 'averagingYears',
    label: 'Gennemsnit af antal år',
    required: true,
    hint: 'Skriv 1, hvis et års tal gælder året alene.',
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
    action: newIndicatorPath,
    submit: 'Opret indikatoren',
    back: indicatorsPath,
    fields: [...listedFields, ...definitionFields],
    form: form ?? formOf({ decimals: '1', everyYears: '1', dueMonth: '6', averagingYears: '1', visibility: 'OPEN' }),
  })

export function editPage(actor: Actor, slug: string, form?: FormState) {
  const indicator = foundIndicator(actor, slug)
  return formPage({
    title: `Ret ${indicator.name}`,
    active,
    crumbs: crumbsOf(indicator, { text: 'Ret oplysninger' }),
    heading: 'Ret oplysninger om indikatoren',
    lead: indicator.newest.hasFigures
      ? 'Enhed, decimaler, retning og gennemsnit kan ikke ændres, når der er registreret værdier. Opgøres tallene på en anden måde, oprettes en ny version.'
      : '',
    action: editIndicatorPath(slug),
    submit: 'Gem',
    back: aboutPath(slug),
    fields: [...listedFields, ...definitionFields],
    form: form ?? formOf({ ...listedNow(indicator), ...definitionNow(indicator) }, indicator.version),
  })
}

const listedNow = (row: IndicatorRow) => ({
  ...{ name: row.name, theme: row.theme, supplier: row.supplier, visibility: row.visibility },
  ...{ everyYears: String(row.everyYears), dueMonth: String(row.dueMonth), nextRelease: row.nextRelease ?? '' },
  endedYear: row.endedYear === null ? '' : String(row.endedYear),
})

const definitionNow = ({ newest }: IndicatorRow) => ({
  ...{ numerator: newest.numerator, denominator: newest.denominator, population: newest.population },
  ...{ unit: newest.unit, decimals: String(newest.decimals), direction: newest.direction },
  ...{ averagingYears: String(newest.averagingYears), source: newest.source },
})

/** Where another way to count is told of: the words of the version before stand in the fields. */
export function versionPage(actor: Actor, slug: string, form?: FormState) {
  const indicator = foundIndicator(actor, slug)
  return formPage({
    title: `Ny version af ${indicator.name}`,
    active,
    crumbs: crumbsOf(indicator, { text: 'Ny version' }),
    heading: 'Ny version af indikatoren',
    lead: 'Tal, der registreres herefter, hører til den nye version. Tal fra før bevares, som de blev opgjort.',
    action: newVersionPath(slug),
    submit: 'Opret versionen',
    back: aboutPath(slug),
    fields: [
      ...definitionFields,
      {
        kind: 'select',
        name: 'comparable',
        label: 'Kan tallene sammenlignes med tallene før?',
        required: true,
        hint: 'Svarer du nej, viser alle serier et databrud, og der sammenlignes ikke hen over det.',
        options: [
          { value: 'nej', text: 'Nej, der er et databrud' },
          { value: 'ja', text: 'Ja, de kan sammenlignes' },
        ],
      },
      { kind: 'textarea', name: 'reason', label: 'Hvad er ændret, og hvorfor?', rows: 4, required: true },
    ],
    form: form ?? formOf({ ...definitionNow(indicator), comparable: 'nej' }, indicator.version),
  })
}
