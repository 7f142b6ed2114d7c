import type { Actor } from '../../../access/actor.ts'
import { requireRight } from '../../../access/policy.ts'
import { rowReaderIn } from '../../../database/reader.ts'
import { write } from '../../../database/write.ts'
import { refuseAll } from '../../../kernel/refusal.ts'
import { beginTextIn } from '../../decisions/adoption/index.ts'
import { strategiesInForce } from '../implementation/index.ts'
import { openActionSql } from './actions/action-rules.ts'
import { readActions } from './actions/actions-sql.ts'
import { goalChoices } from './choices.ts'
import { lastGoals } from './moves/last-goals.ts'
import type { PlanContent } from './plan-content.ts'
import { planKind } from './plan-kind.ts'
import { carriedOver, objectionsToPlan } from './plan-rules.ts'

/**
 * §5: both secretariats begin a year's plan under a strategy that is in force.
 * @param carry with what was neither carried out nor given up of the plan of the year before
 */
export const beginPlan = (
  actor: Actor,
  { strategyId, year, carry }: { strategyId: number; year: number; carry: boolean },
): Promise<{ slug: string; carried: number }> =>
  write(actor, async tx => {
    requireRight(actor, 'prepareTexts')
    const read = rowReaderIn(tx)
    const found = (await strategiesInForce(read, actor.today)).find(({ textId }) => textId === strategyId)
    const taken = await tx.actionPlan.findUnique({ where: { strategyId_year: { strategyId, year } } })
    refuseAll(objectionsToPlan({ year, today: actor.today, strategy: found?.content ?? null, taken: taken !== null }))
    if (!found) throw new Error('A strategy that is not there was not refused.')
    const before = carry
      ? await tx.actionPlan.findUnique({ where: { strategyId_year: { strategyId, year: year - 1 } } })
      : null
    const open = before
      ? await readActions(
          read,
          { today: actor.today, seen: '1 = 1', where: `x.planId = ? AND ${openActionSql('x')}` },
          before.id,
        )
      : []
    const moved = before ? await lastGoals(tx, before.id) : new Map<string, string>()
    const { textId, draftId, slug, title, version } = found
    const content: PlanContent = {
      title: `Handlingsplan ${year}: ${title}`,
      year,
      strategy: { textId, draftId, slug, title, version },
      intro: '',
      actions: before
        ? carriedOver(
            open.map(row => ({ action: actionOf(row), goalKey: moved.get(row.key) ?? row.goalKey })),
            { plan: before.id, year: before.year },
            goalChoices(found.content),
          )
        : [],
    }
    const begun = await beginTextIn(tx, actor, planKind, content)
    await tx.actionPlan.create({ data: { textId: begun.id, strategyId, year } })
    return { result: { slug: begun.slug, carried: content.actions.length }, events: begun.events }
  })

const actionOf = (row: Awaited<ReturnType<typeof readActions>>[number]): PlanContent['actions'][number] => ({
  key: row.key,
  title: row.title,
  text: row.text,
  goal: row.goalKey === null ? null : { key: row.goalKey, name: row.goalName ?? '' },
  side: row.side,
  organisation: row.organisationId === null ? null : { id: row.organisationId, name: row.organisation ?? '' },
  person: row.personId === null ? null : { id: row.personId, name: row.person ?? '' },
  partners: row.partners,
  area: row.areaId === null ? null : { id: row.areaId, name: row.area ?? '' },
  deadline: row.deadline,
  from: null,
  followUpId: null,
})
