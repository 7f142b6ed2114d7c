import { type Day, yearOf } from '../../../kernel/days.ts'
import { type Objection, objection } from '../../../kernel/objection.ts'
import type { PlanContent, PlannedAction } from './plan-content.ts'

/** Actions that one can keep in view. */
export const mostActions = 100

/** What a plan must say to be signed off and adopted (§5). */
export function lackingIn({ actions, year }: PlanContent): Objection[] {
  const lacking: string[] = []
  if (actions.length === 0) lacking.push('Handlingsplanen har ingen handlinger. Tilføj mindst én.')
  actions.forEach((action, at) => {
    const named = `Handling ${at + 1} (»${action.title}«)`
    const missing = missingIn(action)
    if (missing.length > 0) lacking.push(`${named} mangler ${missing.join(' og ')}.`)
    if (action.deadline !== null && yearOf(action.deadline) !== year)
      lacking.push(`${named} har en frist uden for ${year}.`)
  })
  return lacking.map(sentence => objection(sentence))
}

function missingIn({ goal, organisation, deadline }: PlannedAction): string[] {
  const missing: string[] = []
  if (goal === null) missing.push('et mål i strategien')
  if (organisation === null) missing.push('en ansvarlig organisation')
  if (deadline === null) missing.push('en frist')
  return missing
}

/** What is wrong in an action that is being written, each at its field. What is only left open is no fault yet. */
export function objectionsToAction(
  { deadline }: { deadline: Day | null },
  {
    year,
    person,
    organisationId,
  }: { year: number; person: { organisationId: number } | null; organisationId: number | null },
): Objection[] {
  const found: Objection[] = []
  if (deadline !== null && yearOf(deadline) !== year)
    found.push(objection(`Fristen skal ligge i ${year}, som er handlingsplanens år.`, 'deadline'))
  if (person !== null && person.organisationId !== organisationId)
    found.push(objection('Den ansvarlige person skal høre til den ansvarlige organisation.', 'personId'))
  return found
}

/** What stands in the way of beginning a plan; all at once. */
export function objectionsToPlan(asked: {
  year: number
  today: Day
  /** The horizon of the strategy; null: no version is in force for all parties. */
  strategy: { title: string; from: Day; to: Day } | null
  /** There is a plan of that year already. */
  taken: boolean
}): Objection[] {
  const { year, today, strategy, taken } = asked
  if (!strategy) return [objection('Vælg en strategi, der gælder for alle parter.', 'strategyId')]
  const now = yearOf(today)
  if (year < now || year > now + 1)
    return [objection(`Handlingsplanen gælder i år eller næste år: ${now} eller ${now + 1}.`, 'year')]
  if (year < yearOf(strategy.from) || year > yearOf(strategy.to))
    return [
      objection(
        `»${strategy.title}« gælder fra ${yearOf(strategy.from)} til ${yearOf(strategy.to)}. Vælg et år i den periode.`,
        'year',
      ),
    ]
  return taken
    ? [objection(`Der er allerede en handlingsplan for ${year} under »${strategy.title}«. Ret den i stedet.`, 'year')]
    : []
}

/** A key that no action of the plan has had. */
export const nextKey = (everKeys: readonly string[]): string =>
  `h${Math.max(0, ...everKeys.map(key => Number(key.slice(1)) || 0)) + 1}`

export const withAction = (content: PlanContent, action: PlannedAction): PlanContent => ({
  ...content,
  actions: [...content.actions, action],
})

/** @returns null when the action is not there */
export function withActionEdited(
  content: PlanContent,
  key: string,
  said: Omit<PlannedAction, 'key' | 'from' | 'followUpId'>,
): PlanContent | null {
  if (!content.actions.some(action => action.key === key)) return null
  return { ...content, actions: content.actions.map(action => (action.key === key ? { ...action, ...said } : action)) }
}

/** @returns null when the action is not there */
export function withoutAction(content: PlanContent, key: string): PlanContent | null {
  const actions = content.actions.filter(action => action.key !== key)
  return actions.length === content.actions.length ? null : { ...content, actions }
}

/**
 * What a plan is begun with: the actions of the year before that were neither carried out nor given up, each with a
 * deadline of its own to be found, under its goal where the strategy still has it.
 */
export function carriedOver(
  open: readonly { action: PlannedAction; goalKey: string | null }[],
  before: { plan: number; year: number },
  goals: readonly { key: string; name: string }[],
): PlannedAction[] {
  return open.map(({ action, goalKey }, at) => ({
    ...action,
    key: `h${at + 1}`,
    goal: goals.find(({ key }) => key === goalKey) ?? null,
    deadline: null,
    from: { ...before, key: action.key },
    followUpId: null,
  }))
}
