import { formPage } from '../../../http/forms/form-page.ts'
import { type FormState, formOf } from '../../../http/forms/forms.ts'
import { notFound } from '../../../kernel/refusal.ts'
import { parameterFields, parameterTexts } from '../../ground/bodies/index.ts'
import { crumbsOf, type LoadedProcedure } from './find-procedure.ts'
import { newProcedurePath, procedureDraftPath, procedurePath } from './paths.ts'
import { jointBody } from './procedure-content.ts'

const active = 'forretningsorden'

export const beginPage = () =>
  formPage({
    title: 'Skriv en forretningsorden',
    active,
    crumbs: [{ text: 'Forretningsorden', href: procedurePath }, { text: 'Skriv en forretningsorden' }],
    heading: 'Skriv en forretningsorden',
    lead: 'Udkastet begynder med de frister og regler, der gælder i dag, og med de afsnit, som en forretningsorden plejer at have. Alt kan ændres. Kun sekretariaterne kan se udkastet, indtil det er sat på en dagsorden eller sendt i høring.',
    action: newProcedurePath,
    submit: 'Opret udkastet',
    back: procedurePath,
    fields: [],
    form: formOf({}),
  })

export const parametersPage = (text: LoadedProcedure, form?: FormState) =>
  formPage({
    title: 'Ret frister og regler',
    active,
    crumbs: crumbsOf(text, { text: 'Ret frister og regler' }),
    heading: 'Ret frister og regler for møderne',
    lead: 'Portalen regner alle frister efter disse tal fra den dag, versionen gælder. Tidligere møder beholder deres egne.',
    action: `${procedureDraftPath(text.slug)}/frister`,
    submit: 'Gem udkastet',
    back: procedureDraftPath(text.slug),
    fields: parameterFields(jointBody),
    form: form ?? formOf(parameterTexts(text.newest.content.parameters), text.newest.number),
  })

const sectionFields = [
  { kind: 'text', name: 'heading', label: 'Overskrift', required: true },
  {
    kind: 'textarea',
    name: 'text',
    label: 'Tekst',
    rows: 10,
    optional: true,
    hint: 'Skal være udfyldt, før udkastet kan godkendes.',
  },
] as const

export const newSectionPage = (text: LoadedProcedure, form?: FormState) =>
  formPage({
    title: 'Nyt afsnit',
    active,
    crumbs: crumbsOf(text, { text: 'Nyt afsnit' }),
    heading: 'Nyt afsnit',
    action: `${procedureDraftPath(text.slug)}/afsnit/nyt`,
    submit: 'Tilføj afsnittet',
    back: procedureDraftPath(text.slug),
    fields: [...sectionFields],
    form: form ?? formOf({}, text.newest.number),
  })

function sectionIn(text: LoadedProcedure, key: string) {
  const { sections } = text.newest.content
  const at = sections.findIndex(section => section.key === key)
  const section = sections[at]
  if (!section) throw notFound('Afsnittet står ikke i udkastet.')
  return { at: at + 1, section }
}

export function sectionPage(text: LoadedProcedure, key: string, form?: FormState) {
  const { at, section } = sectionIn(text, key)
  return formPage({
    title: `Ret afsnit ${at}`,
    active,
    crumbs: crumbsOf(text, { text: `Afsnit ${at}` }),
    heading: `Ret afsnit ${at}`,
    action: `${procedureDraftPath(text.slug)}/afsnit/${key}`,
    submit: 'Gem afsnittet',
    back: procedureDraftPath(text.slug),
    fields: [...sectionFields],
    form: form ?? formOf({ heading: section.heading, text: section.text }, text.newest.number),
  })
}

export function removeSectionPage(text: LoadedProcedure, key: string, form?: FormState) {
  const { at, section } = sectionIn(text, key)
  return formPage({
    title: `Fjern afsnit ${at}`,
    active,
    crumbs: crumbsOf(text, { text: `Fjern afsnit ${at}` }),
    heading: `Fjern afsnit ${at}`,
    lead: `Afsnittet hedder »${section.heading}«. Det bliver stående i de udkast og versioner, der er skrevet.`,
    action: `${procedureDraftPath(text.slug)}/afsnit/${key}/fjern`,
    submit: 'Fjern afsnittet',
    danger: true,
    back: procedureDraftPath(text.slug),
    fields: [],
    form: form ?? formOf({}, text.newest.number),
  })
}
