import type { Actor } from '../../../access/actor.ts'
import { type FormState, formOf } from '../../../http/forms/forms.ts'
import { headFields } from './change-strategy.ts'
import { areasIn, readChoices } from './choices.ts'
import { crumbsOf, type LoadedStrategy } from './find-strategy.ts'
import { strategiesPath, strategyDraftPath } from './paths.ts'
import { strategyTypes } from './strategy-content.ts'

const types = Object.entries(strategyTypes).map(([value, text]) => ({ value, text }))

/** What both pages of the head are drawn from. */
function headModel(actor: Actor, kept: readonly number[]) {
  const { areas, organisations } = readChoices(actor, kept)
  const options = (among: readonly { id: number; name: string }[]) =>
    among.map(({ id, name }) => ({ value: String(id), text: name }))
  return {
    active: 'strategier',
    types,
    scopes: [
      { value: 'ALL', text: 'Alle boligområder' },
      { value: 'NAMED', text: 'Kun de boligområder, der er valgt her' },
    ],
    areas: options(areas),
    housing: options(organisations.HOUSING),
    municipality: options(organisations.MUNICIPALITY),
  }
}

/** Where a text is begun. */
export const newPage = (actor: Actor, form?: FormState) => ({
  ...headModel(actor, []),
  title: 'Ny strategi',
  crumbs: [{ text: 'Fælles strategier', href: strategiesPath }, { text: 'Ny strategi' }],
  heading: 'Ny strategi',
  lead: 'Du begynder på et udkast. Afsnit, pejlemærker, mål og delmål tilføjer du bagefter. Kun sekretariaterne kan se udkastet, indtil det er sat på en dagsorden.',
  action: `${strategiesPath}/ny`,
  submit: 'Opret udkastet',
  back: strategiesPath,
  form: form ?? formOf({ type: 'STRATEGY', scope: 'ALL' }),
})

/** Where what it says of itself as a whole is changed. */
export function headPage(actor: Actor, text: LoadedStrategy, form?: FormState) {
  const { content, number } = text.newest
  const fields = { ...headFields(content), areas: (content.areas ?? []).map(({ id }) => String(id)) }
  return {
    ...headModel(actor, areasIn(content)),
    title: 'Ret titel, periode og ansvarlige',
    crumbs: crumbsOf(text, { text: 'Ret titel, periode og ansvarlige' }),
    heading: 'Ret titel, periode og ansvarlige',
    lead: '',
    action: `${strategyDraftPath(text.slug)}/ret`,
    submit: 'Gem udkastet',
    back: strategyDraftPath(text.slug),
    form: form ?? formOf(fields, number),
  }
}
