import type { Actor } from '../../../access/actor.ts'
import { keptReader } from '../../../database/kept-rows.ts'
import { shortDay } from '../../../kernel/days.ts'
import { renderMarkdown } from '../../../kernel/markdown/markdown.ts'
import type { TextViews } from '../../decisions/adoption/index.ts'
import { strategyVersionPath } from '../strategies/paths.ts'
import { type ActionRow, readActions, seenBy } from './actions/actions-sql.ts'
import { actionTags } from './actions/labels.ts'
import { actionPath, planDraftPath } from './paths.ts'
import type { PlanContent, PlannedAction } from './plan-content.ts'
import { responsibleText } from './plan-kind.ts'

/** How an action plan is read: its actions under the goals that they serve, in force with where each has come to. */
export const planViews: TextViews<PlanContent> = {
  facts: ({ strategy, year, actions }) => [
    {
      term: 'Strategi',
      text: `${strategy.title}, version ${strategy.version}`,
      href: strategyVersionPath(strategy.slug, strategy.version),
    },
    { term: 'År', text: String(year) },
    { term: 'Handlinger', text: String(actions.length) },
  ],
  version: {
    view: 'plans/show',
    queries: 1,
    async model(actor, { text, draft }) {
      const stands = text.standing?.number === draft.number
      const live = stands ? await liveActions(actor, text.slug) : new Map<string, ActionRow>()
      return {
        introHtml: draft.content.intro ? renderMarkdown(draft.content.intro) : null,
        live: stands,
        goals: byGoal(draft.content).map(({ name, actions }) => ({
          name,
          rows: actions.map(action => {
            const row = live.get(action.key)
            return {
              ...lineOf(action),
              href: row ? actionPath(text.slug, action.key) : null,
              ...(row ? actionTags(row, actor.today) : { tag: null, late: null }),
            }
          }),
        })),
      }
    },
  },
  draft: {
    view: 'plans/draft',
    model(_actor, { text, edits }) {
      const path = planDraftPath(text.slug)
      const { content } = text.newest
      return {
        introHtml: content.intro ? renderMarkdown(content.intro) : null,
        editHref: edits ? `${path}/indledning` : null,
        addHref: edits ? `${path}/handlinger/ny` : null,
        fromFollowUpHref: edits ? `${path}/handlinger/fra-opfoelgning` : null,
        goals: byGoal(content).map(({ name, actions }) => ({
          name,
          rows: actions.map(action => ({
            ...lineOf(action),
            editHref: edits ? `${path}/handlinger/${action.key}` : null,
            removeHref: edits ? `${path}/handlinger/${action.key}/fjern` : null,
          })),
        })),
      }
    },
  },
}

async function liveActions(actor: Actor, plan: string): Promise<Map<string, ActionRow>> {
  const asked = { today: actor.today, seen: seenBy(actor), where: 'x.plan = ?' }
  const rows = await readActions(keptReader(actor.database), asked, plan)
  return new Map(rows.map(row => [row.key, row]))
}

/** The actions under their goals as the goals are numbered, each goal's by their deadlines. */
function byGoal({ actions }: PlanContent): { name: string; actions: PlannedAction[] }[] {
  const names = new Map<string, string>()
  for (const { goal } of actions) if (goal) names.set(goal.key, goal.name)
  const sorted = [...names].toSorted(([, one], [, other]) => numberOrder(one, other))
  const under = (key: string | null) =>
    actions
      .filter(action => (action.goal?.key ?? null) === key)
      .toSorted((one, other) => ((one.deadline ?? '9') < (other.deadline ?? '9') ? -1 : 1))
  const loose = under(null)
  return [
    ...(loose.length > 0 ? [{ name: 'Uden mål', actions: loose }] : []),
    ...sorted.map(([key, name]) => ({ name, actions: under(key) })),
  ]
}

/** »Mål 1.10: …« stands after »Mål 1.9: …«. */
const numberOrder = new Intl.Collator('da', { numeric: true }).compare

const lineOf = (action: PlannedAction) => ({
  anchor: action.key,
  title: action.title,
  text: action.text,
  responsible: responsibleText(action) || 'Mangler',
  partners: action.partners,
  area: action.area?.name ?? '',
  deadline: action.deadline ? shortDay(action.deadline) : 'Mangler',
  from: action.from
    ? `Videreført fra ${action.from.year}`
    : action.followUpId
      ? `Fra opfølgning ${action.followUpId}`
      : '',
})
