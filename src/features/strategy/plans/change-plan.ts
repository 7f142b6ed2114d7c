import type { Actor } from '../../../access/actor.ts'
import type { Day } from '../../../kernel/days.ts'
import { type Objection, objection } from '../../../kernel/objection.ts'
import { brokenRule, refuseAll } from '../../../kernel/refusal.ts'
import { editText, loadText } from '../../decisions/adoption/index.ts'
import { strategyKind } from '../strategies/index.ts'
import { goalChoices, named, readChoices } from './choices.ts'
import type { PlanContent, PlannedAction } from './plan-content.ts'
import { planKind } from './plan-kind.ts'
import { mostActions, nextKey, objectionsToAction, withAction, withActionEdited, withoutAction } from './plan-rules.ts'

interface Of {
  slug: string
  /** The number of the draft that the form was made from. */
  version: number
}

/** An action, as its form has it. */
export interface SaidAction {
  title: string
  text: string
  goal: string | null
  organisationId: number | null
  personId: number | null
  partners: string
  areaId: number | null
  deadline: Day | null
}

export const editIntro = (actor: Actor, { slug, version, intro }: Of & { intro: string }) =>
  editText(actor, planKind, {
    slug,
    version,
    change: content => ({ ...content, intro }),
    shown: content => ({ intro: content.intro }),
    note: () => 'Indledningen er rettet.',
  })

/** A new action, from nothing or from a follow-up. Whoever adds one takes nothing from what others have written meanwhile. */
export async function addAction(
  actor: Actor,
  { slug, version, said, followUpId = null }: Of & { said: SaidAction; followUpId?: number | null },
): Promise<{ key: string; voided: boolean }> {
  const { newest } = await loadText(actor.database.prisma, planKind, slug, actor.today)
  const written = await actionSaid(actor, newest.content, said)
  let key = ''
  const { voided } = await editText(actor, planKind, {
    slug,
    version,
    keysIn: ({ actions }) => actions.map(action => action.key),
    change: (content, keys) => {
      if (content.actions.length >= mostActions)
        throw brokenRule(`En handlingsplan har højst ${mostActions} handlinger. Saml nogle af dem.`)
      key = nextKey(keys)
      return withAction(content, { ...written, key, from: null, followUpId })
    },
    shown: () => ({}),
    note: () => `Handlingen »${written.title}« er tilføjet.`,
  })
  return { key, voided }
}

export async function editAction(actor: Actor, { slug, version, key, said }: Of & { key: string; said: SaidAction }) {
  const { newest } = await loadText(actor.database.prisma, planKind, slug, actor.today)
  const written = await actionSaid(actor, newest.content, said)
  return editText(actor, planKind, {
    slug,
    version,
    change: content => withActionEdited(content, key, written),
    shown: content => actionFields(content.actions.find(action => action.key === key)),
    note: content => `Handlingen »${titleOf(content, key)}« er rettet.`,
  })
}

export const removeAction = (actor: Actor, { slug, version, key }: Of & { key: string }) =>
  editText(actor, planKind, {
    slug,
    version,
    change: content => withoutAction(content, key),
    shown: content => actionFields(content.actions.find(action => action.key === key)),
    note: content => `Handlingen »${titleOf(content, key)}« er fjernet.`,
  })

const titleOf = ({ actions }: PlanContent, key: string): string =>
  actions.find(action => action.key === key)?.title ?? ''

/** An action as its form shows it, by its fields. */
export const actionFields = (action: PlannedAction | undefined): Record<string, string> =>
  action
    ? {
        title: action.title,
        text: action.text,
        goal: action.goal?.key ?? '',
        organisationId: String(action.organisation?.id ?? ''),
        personId: String(action.person?.id ?? ''),
        partners: action.partners,
        areaId: String(action.area?.id ?? ''),
        deadline: action.deadline ?? '',
      }
    : {}

/** @throws Refusal that tells all that is wrong at once, each at its field */
async function actionSaid(
  actor: Actor,
  { year, strategy, actions }: PlanContent,
  said: SaidAction,
): Promise<Omit<PlannedAction, 'key' | 'from' | 'followUpId'>> {
  const choices = readChoices(
    actor,
    actions.flatMap(({ area }) => (area ? [area.id] : [])),
  )
  const goals = await goalsNow(actor, strategy)
  const goal = goals.find(({ key }) => key === said.goal) ?? null
  const organisation = choices.organisations.find(({ id }) => id === said.organisationId) ?? null
  const person = choices.people.find(({ id }) => id === said.personId) ?? null
  const area = named(choices.areas, said.areaId)
  refuseAll([
    said.goal !== null && !goal ? unknown('goal') : null,
    said.organisationId !== null && !organisation ? unknown('organisationId') : null,
    said.personId !== null && !person ? unknown('personId') : null,
    said.areaId !== null && !area ? unknown('areaId') : null,
    ...objectionsToAction(said, { year, person, organisationId: said.organisationId }),
  ])
  return {
    title: said.title,
    text: said.text,
    goal,
    side: organisation?.side ?? null,
    organisation: organisation && { id: organisation.id, name: organisation.name },
    person: person && { id: person.id, name: person.name },
    partners: said.partners,
    area,
    deadline: said.deadline,
  }
}

/** The goals that the plan's actions can stand under: those of the version that it was begun under. */
export async function goalsNow({ database }: Actor, { draftId }: PlanContent['strategy']) {
  const draft = await database.prisma.textDraft.findUnique({ where: { id: draftId }, select: { content: true } })
  return draft ? goalChoices(strategyKind.sealed.thaw(draft.content)) : []
}

const unknown = (field: string): Objection => objection('Vælg fra listen.', field)
