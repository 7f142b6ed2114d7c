import type { Actor } from '../../../../access/actor.ts'
import { formPage } from '../../../../http/forms/form-page.ts'
import { type FormState, formOf } from '../../../../http/forms/forms.ts'
import { addDays, yearOf } from '../../../../kernel/days.ts'
import { crumbsOf, findStandard } from '../find-standard.ts'
import { askStatementsPath, standardPath } from '../paths.ts'

/** Days that organisations are given where the secretariats choose no other. */
const usualDays = 42

/** Where the secretariats ask for a year's statements. */
export async function askPage(actor: Actor, slug: string, form?: FormState) {
  const text = await findStandard(actor, slug)
  return formPage({
    title: 'Bed om redegørelser',
    active: 'standarder',
    crumbs: crumbsOf(text, { text: 'Bed om redegørelser' }),
    heading: 'Bed om redegørelser',
    lead: `Hver organisation, som standarden gælder for i dag, bliver bedt om at svare punkt for punkt på version ${(text.standing ?? text.newest).version}. En ny version ændrer ikke årets redegørelser. Året før kan ikke længere besvares, når et nyt år er åbnet.`,
    action: askStatementsPath(slug),
    submit: 'Bed om redegørelser',
    back: standardPath(slug),
    fields: [
      { kind: 'text', name: 'year', label: 'År', required: true, hint: 'Det år, redegørelserne handler om.' },
      { kind: 'date', name: 'deadline', label: 'Frist', required: true, hint: 'Den sidste dag, der kan svares.' },
    ],
    form: form ?? formOf({ year: String(yearOf(actor.today)), deadline: addDays(actor.today, usualDays) }),
  })
}
