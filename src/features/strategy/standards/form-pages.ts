import { formPage } from '../../../http/forms/form-page.ts'
import { type FormState, formOf } from '../../../http/forms/forms.ts'
import { notFound } from '../../../kernel/refusal.ts'
import { crumbsOf, type LoadedStandard } from './find-standard.ts'
import { standardDraftPath, standardsPath } from './paths.ts'
import { audiences } from './standard-content.ts'

const active = 'standarder'

const headFields = [
  { kind: 'text', name: 'title', label: 'Titel', required: true },
  {
    kind: 'textarea',
    name: 'purpose',
    label: 'Formål',
    rows: 6,
    optional: true,
    hint: 'Hvorfor parterne har standarden. Skal være udfyldt, før udkastet kan godkendes.',
  },
  {
    kind: 'select',
    name: 'appliesTo',
    label: 'Gælder for',
    required: true,
    options: Object.entries(audiences).map(([value, text]) => ({ value, text })),
  },
] as const

export const newPage = (form?: FormState) =>
  formPage({
    title: 'Ny standard',
    active,
    crumbs: [{ text: 'Fælles standarder', href: standardsPath }, { text: 'Ny standard' }],
    heading: 'Ny standard',
    lead: 'Du begynder på et udkast. Punkterne tilføjer du bagefter. Kun sekretariaterne kan se udkastet, indtil det er sat på en dagsorden.',
    action: `${standardsPath}/ny`,
    submit: 'Opret udkastet',
    back: standardsPath,
    fields: headFields.map(field => ({ ...field, ...('options' in field && { options: [...field.options] }) })),
    form: form ?? formOf({ appliesTo: 'ALL' }),
  })

export function headPage(text: LoadedStandard, form?: FormState) {
  const { title, purpose, appliesTo } = text.newest.content
  return formPage({
    title: 'Ret titel og formål',
    active,
    crumbs: crumbsOf(text, { text: 'Ret titel og formål' }),
    heading: 'Ret titel og formål',
    action: `${standardDraftPath(text.slug)}/ret`,
    submit: 'Gem udkastet',
    back: standardDraftPath(text.slug),
    fields: headFields.map(field => ({ ...field, ...('options' in field && { options: [...field.options] }) })),
    form: form ?? formOf({ title, purpose, appliesTo }, text.newest.number),
  })
}

const pointFields = [
  {
    kind: 'textarea',
    name: 'text',
    label: 'Punktet',
    rows: 4,
    required: true,
    hint: 'Hvad organisationen skal leve op til.',
  },
  {
    kind: 'textarea',
    name: 'evidence',
    label: 'Dokumentation',
    rows: 3,
    optional: true,
    hint: 'Hvad der viser, at punktet er opfyldt. Skal være udfyldt, før udkastet kan godkendes.',
  },
] as const

export const newPointPage = (text: LoadedStandard, form?: FormState) =>
  formPage({
    title: 'Nyt punkt',
    active,
    crumbs: crumbsOf(text, { text: 'Nyt punkt' }),
    heading: 'Nyt punkt',
    action: `${standardDraftPath(text.slug)}/punkter/nyt`,
    submit: 'Tilføj punktet',
    back: standardDraftPath(text.slug),
    fields: [...pointFields],
    form: form ?? formOf({}, text.newest.number),
  })

export function pointPage(text: LoadedStandard, key: string, form?: FormState) {
  const at = text.newest.content.points.findIndex(point => point.key === key)
  const point = text.newest.content.points[at]
  if (!point) throw notFound('Punktet står ikke i udkastet.')
  return formPage({
    title: `Ret punkt ${at + 1}`,
    active,
    crumbs: crumbsOf(text, { text: `Punkt ${at + 1}` }),
    heading: `Ret punkt ${at + 1}`,
    action: `${standardDraftPath(text.slug)}/punkter/${key}`,
    submit: 'Gem punktet',
    back: standardDraftPath(text.slug),
    fields: [...pointFields],
    form: form ?? formOf({ text: point.text, evidence: point.evidence }, text.newest.number),
  })
}

export function removePointPage(text: LoadedStandard, key: string, form?: FormState) {
  const at = text.newest.content.points.findIndex(point => point.key === key)
  const point = text.newest.content.points[at]
  if (!point) throw notFound('Punktet står ikke i udkastet.')
  return formPage({
    title: `Fjern punkt ${at + 1}`,
    active,
    crumbs: crumbsOf(text, { text: `Fjern punkt ${at + 1}` }),
    heading: `Fjern punkt ${at + 1}`,
    lead: `Punktet lyder: »${point.text}« Det bliver stående i de udkast og versioner, der er skrevet.`,
    action: `${standardDraftPath(text.slug)}/punkter/${key}/fjern`,
    submit: 'Fjern punktet',
    danger: true,
    back: standardDraftPath(text.slug),
    fields: [],
    form: form ?? formOf({}, text.newest.number),
  })
}
