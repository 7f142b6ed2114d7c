import { loadText, putTextOnAgenda, signOffText } from '../../features/decisions/adoption/index.ts'
import {
  addPart,
  appraiseTarget,
  beginStrategy,
  type SaidPart,
  type SaidTarget,
  strategyKind,
} from '../../features/strategy/strategies/index.ts'
import {
  addDays,
  addMinutes,
  addWorkdays,
  type Day,
  day,
  dayOf,
  type Instant,
  longDay,
  momentOf,
  yearOf,
} from '../../kernel/days.ts'
import { kroner } from '../../kernel/money.ts'
import { indicators } from '../content/indicators.ts'
import { type DemoGoal, type DemoTarget, type DemoText, texts } from '../content/strategies.ts'
import type { DemoMeeting } from '../content/types.ts'
import { filledIn, firstDayOf, lastDayOf, meetingDay } from '../schedule.ts'
import type { Stage } from '../stage.ts'
import { decideUnanimously } from './unanimous.ts'

/** Strategies on every part of their way, each through both secretariats and, as far as it has come, the joint group. */
export function playStrategies(stage: Stage, meetings: readonly DemoMeeting[], today: Day): void {
  texts.forEach((text, index) => {
    const { stop } = text
    const key = stop === 'draft' ? null : 'adoptedAt' in stop ? stop.adoptedAt : stop.onAgendaOf
    const meeting = meetings.find(one => one.key === key) ?? null
    playText(stage, { text, index, meeting, on: meeting ? meetingDay(today, meeting.days) : today, today })
  })
}

interface Scene {
  text: DemoText
  index: number
  meeting: DemoMeeting | null
  on: Day
  today: Day
}

function playText(stage: Stage, { text, index, meeting, on, today }: Scene): void {
  const { timeline, cast } = stage
  const written = (workdays: number, minutes: number): Instant =>
    stage.notAfterNow(momentOf(addWorkdays(on, -workdays), addMinutes('10:00', index * 30 + minutes)))
  // Before the agenda is signed off, and the last of it not later than now.
  const [usual, ended] = meeting ? [28, 22] : [8, 4]
  const { begun = usual } = text
  const adoption = text.stop !== 'draft' && 'adoptedAt' in text.stop ? text.stop : null
  let slug = ''
  timeline.at(written(begun, 0), `begin the strategy ${text.key}`, async at => {
    slug = await write(stage, text, at, today)
  })
  if (!meeting) return
  for (const by of ['sekretariat.bolig', 'sekretariat.kommune']) {
    timeline.at(written(ended, by === 'sekretariat.bolig' ? 1 : 6), `${by} signs off ${text.key}`, async at => {
      const { newest } = await loadText(cast.database.prisma, strategyKind, slug, dayOf(at))
      await signOffText(cast.actor(by, at), strategyKind, { slug, shownHash: newest.hash })
    })
  }
  let itemId = 0
  timeline.at(written(ended, 14), `put the strategy ${text.key} on the agenda`, async at => {
    const fromDay = adoption?.fromDays === undefined ? null : addDays(today, adoption.fromDays)
    const input = { slug, meetingId: stage.meeting(meeting.key), fromDay, caseId: 'NEW' as const }
    ;({ itemId } = await putTextOnAgenda(cast.actor('sekretariat.bolig', at), strategyKind, input))
  })
  if (!adoption) return
  timeline.at(momentOf(on, addMinutes(meeting.startsAt, 6)), `adopt the strategy ${text.key}`, async at => {
    const { subjectTo } = adoption
    await decideUnanimously(stage, meeting, {
      itemId,
      title: `Fælles strategi: ${text.title}`,
      text: `Fælles boligstrategisk gruppe vedtager »${text.title}«.`,
      at,
      ...(subjectTo && {
        subjectTo: { organisationId: cast.organisation(subjectTo.organisation), amount: kroner(subjectTo.kroner) },
      }),
    })
  })
  playAppraisals(stage, { text, slug: () => slug, today })
}

/** Each part through its own form, in the order that it is read. */
async function write({ cast }: Stage, text: DemoText, at: Instant, today: Day): Promise<string> {
  const year = yearOf(today)
  const by = cast.actor('sekretariat.bolig', at)
  const { housing, municipality, ...who } = text.responsible
  const { slug } = await beginStrategy(by, {
    type: text.type,
    title: text.title,
    purpose: text.purpose,
    from: firstDayOf(year + text.years[0]),
    to: lastDayOf(year + text.years[1]),
    reviewOn: addDays(today, text.reviewIn),
    scope: text.areas ? 'NAMED' : 'ALL',
    areas: (text.areas ?? []).map(name => cast.area(name)),
    themes: text.themes,
    housingId: cast.organisation(housing),
    municipalityId: cast.organisation(municipality),
    ...who,
  })
  let version = 1
  const add = async (
    kind: 'section' | 'star' | 'goal' | 'target',
    owner: string | null,
    said: SaidPart | SaidTarget,
  ) => {
    const { key } = await addPart(by, { slug, version, kind, owner, said })
    version += 1
    return key
  }
  const addGoal = async (star: string, { title, text: told = '', targets }: DemoGoal) => {
    const goal = await add('goal', star, { title, text: told })
    for (const target of targets) await add('target', goal, await targetSaid(cast, target, year))
  }
  for (const { title, text: told } of text.sections)
    await add('section', null, { title, text: filledIn(told, today, longDay) })
  for (const { title, text: told, goals } of text.stars) {
    const star = await add('star', null, { title, text: told })
    for (const goal of goals) await addGoal(star, goal)
  }
  return slug
}

async function targetSaid(cast: Stage['cast'], target: DemoTarget, year: number): Promise<SaidTarget> {
  const name = indicators.find(({ key }) => key === target.indicator)?.name
  const indicator = name ? await cast.database.prisma.indicator.findFirstOrThrow({ where: { name } }) : null
  return {
    title: target.title,
    text: target.text ?? '',
    measure: indicator || target.unfinished ? 'INDICATOR' : 'QUALITATIVE',
    year: target.year === undefined ? null : year + target.year,
    ownerId: target.owner ? cast.organisation(target.owner) : null,
    indicatorId: indicator?.id ?? null,
    areaId: target.place ? cast.area(target.place) : null,
    baselineValue: target.baseline?.value ?? null,
    baselineYear: target.baseline ? year - 2 : null,
    baselineSource: target.baseline?.source ?? '',
    value: target.value ?? null,
  }
}

/** Of last year, in the spring: where the spring has not come yet, nothing is written. */
function playAppraisals(stage: Stage, { text, slug, today }: { text: DemoText; slug: () => string; today: Day }): void {
  const year = yearOf(today)
  const targets = text.stars.flatMap(({ goals }) => goals.flatMap(goal => goal.targets))
  targets.forEach((target, index) => {
    target.appraisals?.forEach(({ by, monthDay, state, reasons }, nth) => {
      const on = day(`${year}-${monthDay}`)
      if (on >= today) return
      stage.timeline.at(momentOf(on, '13:15'), `appraise ${target.title}`, async at => {
        const key = `d${index + 1}`
        const standing = await stage.cast.database.prisma.targetAppraisal.findFirst({
          where: { target: key, year: year - 1, text: { slug: slug() } },
          orderBy: { id: 'desc' },
        })
        const said = { slug: slug(), target: key, year: year - 1, state, reasons }
        await appraiseTarget(stage.cast.actor(by, at), { ...said, corrects: nth === 0 ? null : (standing?.id ?? null) })
      })
    })
  })
}
