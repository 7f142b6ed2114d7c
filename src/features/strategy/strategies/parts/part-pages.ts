import type { Actor } from '../../../../access/actor.ts'
import { formPage } from '../../../../http/forms/form-page.ts'
import { type FormState, formOf } from '../../../../http/forms/forms.ts'
import { notFound } from '../../../../kernel/refusal.ts'
import { readIndicators } from '../../knowledge/index.ts'
import { indicatorsPath } from '../../knowledge/paths.ts'
import { areasIn, readChoices } from '../choices.ts'
import { crumbsOf, type LoadedStrategy } from '../find-strategy.ts'
import { editPartPath, newPartPath, removePartPath, strategyDraftPath } from '../paths.ts'
import type { StrategyContent } from '../strategy-content.ts'
import { goalsOf } from '../strategy-numbers.ts'
import { shownOf } from './change-part.ts'
import { nameInText } from './part-names.ts'
import { kindOfKey, type PartKind, partOf } from './strategy-parts.ts'

type PlainKind = Exclude<PartKind, 'target'>

const newNames: Record<PartKind, string> = {
  section: 'Nyt afsnit',
  star: 'Nyt pejlemærke',
  goal: 'Nyt mål',
  target: 'Nyt delmål',
}

const gone = 'Delen står ikke i udkastet.'

const submits: Record<PartKind, string> = {
  section: 'Tilføj afsnittet',
  star: 'Tilføj pejlemærket',
  goal: 'Tilføj målet',
  target: 'Tilføj delmålet',
}

const hints: Record<PlainKind, string> = {
  section: 'Skal være udfyldt, før udkastet kan godkendes.',
  star: 'Hvorfor parterne styrer efter det.',
  goal: 'Hvad målet betyder i praksis.',
}

const starOptions = ({ stars }: StrategyContent) =>
  stars.map(({ key, title }, at) => ({ value: key, text: `${at + 1}. ${title}` }))
const goalOptions = (content: StrategyContent) =>
  goalsOf(content).map(({ goal, number }) => ({ value: goal.key, text: `${number} ${goal.title}` }))

const plainFields = (content: StrategyContent, kind: PlainKind) => [
  { kind: 'text' as const, name: 'title', label: 'Overskrift', required: true },
  { kind: 'textarea' as const, name: 'text', label: 'Tekst', rows: 12, optional: true, hint: hints[kind] },
  ...(kind === 'goal'
    ? [
        {
          kind: 'select' as const,
          name: 'owner',
          label: 'Hører under pejlemærke',
          required: true,
          options: starOptions(content),
        },
      ]
    : []),
]

const around = (text: LoadedStrategy, name: string) => ({
  title: name,
  heading: name,
  active: 'strategier',
  crumbs: crumbsOf(text, { text: name }),
})

/** A section, a guiding star or a goal that is added. */
export const newPartPage = (
  text: LoadedStrategy,
  kind: PlainKind,
  { under, form }: { under?: string | undefined; form?: FormState | undefined },
) =>
  formPage({
    ...around(text, newNames[kind]),
    action: newPartPath(text.slug, kind),
    submit: submits[kind],
    back: strategyDraftPath(text.slug),
    fields: plainFields(text.newest.content, kind),
    form: form ?? formOf({ owner: under ?? '' }, text.newest.number),
  })

/** The same, changed. Where somebody has removed it meanwhile, what was typed is still shown. */
export function partPage(text: LoadedStrategy, key: string, form?: FormState) {
  const { content, number } = text.newest
  const kind = kindOfKey(key)
  if (kind === null || kind === 'target' || !(form || partOf(content, key))) throw notFound(gone)
  const name = `Ret ${inSentence(content, key)}`
  return formPage({
    ...around(text, name),
    action: editPartPath(text.slug, key),
    submit: 'Gem udkastet',
    back: `${strategyDraftPath(text.slug)}#${key}`,
    fields: plainFields(content, kind),
    form: form ?? formOf(shownOf(content, key), number),
  })
}

const inSentence = (content: StrategyContent, key: string): string => {
  const name = nameInText(content, key)
  return name.charAt(0).toLowerCase() + name.slice(1)
}

export function removePartPage(text: LoadedStrategy, key: string, form?: FormState) {
  const { content, number } = text.newest
  const found = partOf(content, key)
  if (!found) throw notFound(gone)
  const { part } = found
  const below = 'goals' in part ? part.goals.length : 'targets' in part ? part.targets.length : 0
  return formPage({
    ...around(text, `Fjern ${inSentence(content, key)}`),
    lead: [
      `»${part.title}« fjernes fra udkastet.`,
      below > 0 ? `Det gælder også ${'goals' in part ? 'de mål' : 'de delmål'}, der hører under.` : '',
      'Det bliver stående i de udkast og versioner, der er skrevet.',
    ]
      .filter(Boolean)
      .join(' '),
    action: removePartPath(text.slug, key),
    submit: `Fjern ${inSentence(content, key)}`,
    danger: true,
    back: `${strategyDraftPath(text.slug)}#${key}`,
    fields: [],
    form: form ?? formOf({}, number),
  })
}

/** What both pages of a target are drawn from. */
function targetModel(actor: Actor, { slug, newest: { content } }: LoadedStrategy) {
  const { areas, organisations } = readChoices(actor, areasIn(content))
  const options = (among: readonly { id: number; name: string }[]) =>
    among.map(({ id, name }) => ({ value: String(id), text: name }))
  return {
    back: strategyDraftPath(slug),
    indicatorsHref: indicatorsPath,
    goals: goalOptions(content),
    measures: [
      { value: 'INDICATOR', text: 'Måles med en indikator' },
      { value: 'QUALITATIVE', text: 'Vurderes i ord én gang om året' },
    ],
    indicators: readIndicators(actor.database).map(({ id, name, unit }) => ({
      value: String(id),
      text: unit ? `${name} (${unit})` : name,
    })),
    places: [{ value: '', text: 'Hele byen' }, ...options(areas)],
    owners: options([...organisations.HOUSING, ...organisations.MUNICIPALITY]),
  }
}

export const newTargetPage = (
  actor: Actor,
  text: LoadedStrategy,
  { under, form }: { under?: string | undefined; form?: FormState | undefined },
) => ({
  ...around(text, newNames.target),
  ...targetModel(actor, text),
  action: newPartPath(text.slug, 'target'),
  submit: submits.target,
  form: form ?? formOf({ owner: under ?? '', measure: 'INDICATOR' }, text.newest.number),
})

export function targetPage(actor: Actor, text: LoadedStrategy, key: string, form?: FormState) {
  const { content, number } = text.newest
  if (!form && !partOf(content, key)) throw notFound(gone)
  return {
    ...around(text, `Ret ${inSentence(content, key)}`),
    ...targetModel(actor, text),
    back: `${strategyDraftPath(text.slug)}#${key}`,
    action: editPartPath(text.slug, key),
    submit: 'Gem udkastet',
    form: form ?? formOf(shownOf(content, key), number),
  }
}
