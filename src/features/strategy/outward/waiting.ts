import type { Actor } from '../../../access/actor.ts'
import { mayDo } from '../../../access/policy.ts'
import type { WaitingLine, WaitingLines } from '../../../http/feature.ts'
import { daysBetween } from '../../../kernel/days.ts'
import { stepTasks } from './labels.ts'
import { outwardPath, stancePath } from './paths.ts'
import { nextStepOf, readCalendar, standingOf } from './plan/read-plan.ts'
import { readOnTheirWay } from './queries.ts'
import { readOwedStances } from './stances/stance-queries.ts'

/** What letters want of somebody: of the secretariats the next step of each, of the organisations where they stand. */
export const outwardWaiting: WaitingLines[] = [
  { order: 45, lines: stepLines },
  { order: 84, lines: stanceLines },
]

/** Letters under way that are told of: more are never under way at once. */
const most = 20
/** Days before the last one from which a step is urgent. */
const urgentDays = 3

function stepLines(actor: Actor): WaitingLine[] {
  if (!mayDo(actor, 'prepareTexts')) return []
  const rows = readOnTheirWay(actor, most)
  if (rows.length === 0) return []
  const calendar = readCalendar(actor)
  return rows.flatMap((row): WaitingLine[] => {
    const standing = standingOf(row, calendar, actor.today)
    const href = outwardPath(row.slug)
    if (standing.overdue)
      return [
        {
          text: `»${row.title}« er ikke sendt, og modtagerens frist er overskredet`,
          href,
          by: row.deadline,
          urgent: true,
        },
      ]
    if (standing.outOfReach)
      return [
        {
          text: `»${row.title}« kan ikke nås med de planlagte møder. Vælg en udvej`,
          href,
          by: row.deadline,
          urgent: true,
        },
      ]
    const next = nextStepOf(standing)
    // While the organisations answer, and while the meeting is held, nobody in the secretariats has anything to do.
    if (!next || next.step === 'HEARING' || next.step === 'MEETING') return []
    const urgent = next.day !== null && daysBetween(actor.today, next.day) <= urgentDays
    return [{ text: stepTasks[next.step](row.title), href, by: next.day, urgent }]
  })
}

function stanceLines(actor: Actor): WaitingLine[] {
  return readOwedStances(actor).map(({ slug, title, organisation, organisationSlug, until }) => ({
    text: `Svar på udkastet »${title}« for ${organisation}`,
    href: stancePath(slug, organisationSlug),
    by: until,
    urgent: daysBetween(actor.today, until) <= urgentDays,
  }))
}
