import { type FormField, formPage } from '../../../../http/forms/form-page.ts'
import { type FormState, formOf } from '../../../../http/forms/forms.ts'
import { notFound } from '../../../../kernel/refusal.ts'
import { type LoadedText, textCrumbs } from '../../../decisions/adoption/index.ts'
import { headFields } from '../pages/form-pages.ts'
import { letterDraftPath, letterHeadPath, letterSectionPath, letterSectionsPath } from '../paths.ts'
import { headOf, type LetterContent } from './letter-content.ts'
import { letterKind } from './letter-kind.ts'

type LoadedLetter = LoadedText<LetterContent>

const around = (text: LoadedLetter, title: string) => ({
  title,
  active: letterKind.list.menu,
  crumbs: textCrumbs(letterKind, text, { text: title }),
  heading: title,
  back: letterDraftPath(text.slug),
})

export const headPage = (text: LoadedLetter, form?: FormState) =>
  formPage({
    ...around(text, 'Ret brevets hoved'),
    action: letterHeadPath(text.slug),
    submit: 'Gem udkastet',
    fields: headFields,
    form: form ?? formOf({ ...headOf(text.newest.content) }, text.newest.number),
  })

const sectionFields: FormField[] = [
  { kind: 'text', name: 'heading', label: 'Overskrift', required: true },
  { kind: 'textarea', name: 'text', label: 'Tekst', rows: 14, required: true },
]

export const newSectionPage = (text: LoadedLetter, form?: FormState) =>
  formPage({
    ...around(text, 'Nyt afsnit'),
    action: `${letterSectionsPath(text.slug)}/nyt`,
    submit: 'Tilføj afsnittet',
    fields: sectionFields,
    form: form ?? formOf({}, text.newest.number),
  })

function found({ newest }: LoadedLetter, key: string) {
  const at = newest.content.sections.findIndex(section => section.key === key)
  const section = newest.content.sections[at]
  if (!section) throw notFound('Afsnittet står ikke i udkastet.')
  return { number: at + 1, section }
}

export function sectionPage(text: LoadedLetter, key: string, form?: FormState) {
  const { number, section } = found(text, key)
  return formPage({
    ...around(text, `Ret afsnit ${number}`),
    action: letterSectionPath(text.slug, key),
    submit: 'Gem afsnittet',
    fields: sectionFields,
    form: form ?? formOf({ heading: section.heading, text: section.text }, text.newest.number),
  })
}

export function removeSectionPage(text: LoadedLetter, key: string, form?: FormState) {
  const { number, section } = found(text, key)
  return formPage({
    ...around(text, `Fjern afsnit ${number}`),
    lead: `Afsnittet hedder »${section.heading}«. Det bliver stående i de udkast, der er skrevet.`,
    action: `${letterSectionPath(text.slug, key)}/fjern`,
    submit: 'Fjern afsnittet',
    danger: true,
    fields: [],
    form: form ?? formOf({}, text.newest.number),
  })
}
