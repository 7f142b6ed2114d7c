import { loadText, putTextOnAgenda, signOffText } from '../../features/decisions/adoption/index.ts'
import {
  addAction,
  beginPlan,
  editAction,
  editIntro,
  followUpOnAction,
  planKind,
  tellProgress,
} from '../../features/strategy/plans/index.ts'
import { addDays, addMinutes, addWorkdays, type Day, dayOf, type Instant, momentOf, yearOf } from '../../kernel/days.ts'
import { slugOf } from '../../kernel/text.ts'
import { type DemoAction, type DemoPlan, plans } from '../content/plans/action-plans.ts'
import { texts } from '../content/strategies.ts'
import type { DemoMeeting } from '../content/types.ts'
import { firstDayOf, lastDayOf, meetingDay } from '../schedule.ts'
import type { Stage } from '../stage.ts'
import { decideUnanimously } from './unanimous.ts'

/** Two years of action plans: written by both secretariats, adopted, carried out, and what was not done carried over. */
export function playPlans(stage: Stage, meetings: readonly DemoMeeting[], today: Day): void {
  for (const plan of plans) {
    const meeting = meetings.find(({ key }) => key === plan.adoptedAt)
    if (!meeting) throw new Error(`No meeting adopts the plan of ${plan.year}.`)
    playPlan(stage, plan, meeting, today)
  }
}

const titleOf = (plan: DemoPlan): string => texts.find(({ key }) => key === plan.strategy)?.title ?? ''

function playPlan(stage: Stage, plan: DemoPlan, meeting: DemoMeeting, today: Day): void {
  const { timeline, cast } = stage
  const on = meetingDay(today, meeting.days)
  const year = yearOf(today) + plan.year
  const written = (workdays: number, minutes: number): Instant =>
    momentOf(addWorkdays(on, -workdays), addMinutes('11:00', minutes))
  let slug = ''
  timeline.at(written(27, 0), `write the action plan of ${year}`, async at => {
    slug = await write(stage, plan, at, today)
  })
  for (const by of ['sekretariat.bolig', 'sekretariat.kommune']) {
    timeline.at(written(22, by === 'sekretariat.bolig' ? 1 : 6), `${by} signs off the plan of ${year}`, async at => {
      const { newest } = await loadText(cast.database.prisma, planKind, slug, dayOf(at))
      await signOffText(cast.actor(by, at), planKind, { slug, shownHash: newest.hash })
    })
  }
  let itemId = 0
  timeline.at(written(22, 14), `put the action plan of ${year} on the agenda`, async at => {
    const input = { slug, meetingId: stage.meeting(meeting.key), fromDay: null, caseId: 'NEW' as const }
    ;({ itemId } = await putTextOnAgenda(cast.actor('sekretariat.kommune', at), planKind, input))
  })
  timeline.at(momentOf(on, addMinutes(meeting.startsAt, 9)), `adopt the action plan of ${year}`, async at => {
    await decideUnanimously(stage, meeting, {
      itemId,
      title: `Handlingsplan ${year}`,
      text: `Fælles boligstrategisk gruppe vedtager handlingsplanen for ${year} under »${titleOf(plan)}«.`,
      at,
    })
  })
  playYear(stage, plan, () => slug, today)
}

/** A day within the year, as near as it comes. */
function dueIn(year: number, on: Day): Day {
  if (on < firstDayOf(year)) return addDays(firstDayOf(year), 30)
  return on > lastDayOf(year) ? lastDayOf(year) : on
}

/** Each action through its own form. */
async function write({ cast }: Stage, plan: DemoPlan, at: Instant, today: Day): Promise<string> {
  const { prisma } = cast.database
  const year = yearOf(today) + plan.year
  const by = cast.actor('sekretariat.kommune', at)
  const strategy = await prisma.sharedText.findFirstOrThrow({
    where: { kind: 'strategier', slug: slugOf(titleOf(plan)) },
  })
  const { slug } = await beginPlan(by, { strategyId: strategy.id, year, carry: true })
  await editIntro(by, { slug, version: 1, intro: plan.intro })
  let version = 2
  const { newest } = await loadText(prisma, planKind, slug, dayOf(at))
  for (const action of newest.content.actions) {
    const again = plan.carried.find(({ title }) => title === action.title)
    const said = {
      title: action.title,
      text: action.text,
      goal: action.goal?.key ?? null,
      organisationId: action.organisation?.id ?? null,
      personId: action.person?.id ?? null,
      partners: action.partners,
      areaId: action.area?.id ?? null,
      deadline: dueIn(year, addDays(today, again?.due ?? 0)),
    }
    await editAction(by, { slug, version, key: action.key, said })
    version += 1
  }
  for (const action of plan.actions) {
    const followUp = action.fromFollowUp
      ? await prisma.followUp.findFirst({
          where: { bodyId: cast.body('faelles-gruppe').id, closedAt: null },
          orderBy: { id: 'desc' },
        })
      : null
    await addAction(by, {
      slug,
      version,
      said: actionSaid(cast, action, year, today),
      followUpId: followUp?.id ?? null,
    })
    version += 1
  }
  return slug
}

const actionSaid = (cast: Stage['cast'], action: DemoAction, year: number, today: Day) => ({
  title: action.title,
  text: action.text ?? '',
  goal: `m${action.goal}`,
  organisationId: cast.organisation(action.organisation),
  personId: action.person ? cast.person(action.person) : null,
  partners: action.partners ?? '',
  areaId: action.area ? cast.area(action.area) : null,
  deadline: dueIn(year, addDays(today, action.due)),
})

/** What is told of the actions, and the follow-ups on them. */
function playYear({ timeline, cast }: Stage, plan: DemoPlan, slug: () => string, today: Day): void {
  const keyOf = async (title: string, at: Instant): Promise<string> => {
    const { newest } = await loadText(cast.database.prisma, planKind, slug(), dayOf(at))
    return newest.content.actions.find(action => action.title === title)?.key ?? ''
  }
  for (const [index, { title, told = [] }] of [...plan.carried, ...plan.actions].entries()) {
    for (const { by, days, state, note } of told)
      timeline.at(momentOf(addDays(today, days), clockOf(index)), `tell of ${title}`, async at => {
        const key = await keyOf(title, at)
        const last = await cast.database.prisma.actionProgress.findFirst({
          where: { action: key, plan: { text: { slug: slug() } } },
          orderBy: { id: 'desc' },
        })
        await tellProgress(cast.actor(by, at), { plan: slug(), key, version: last?.id ?? 0, state, note })
      })
  }
  for (const { title, organisation, followUp } of plan.actions) {
    if (!followUp) continue
    timeline.at(momentOf(addDays(today, followUp.days), '14:50'), `follow up on ${title}`, async at => {
      await followUpOnAction(cast.actor('sekretariat.bolig', at), {
        plan: slug(),
        key: await keyOf(title, at),
        text: followUp.text,
        organisationId: cast.organisation(organisation),
        personId: null,
        dueDay: addDays(today, followUp.due),
      })
    })
  }
}

const clockOf = (index: number): string => `1${index % 5}:${15 + index}`
