import { loadText, putTextOnAgenda, signOffText } from '../../../features/decisions/adoption/index.ts'
import { assessArea, beginMethod, methodKind, saveTerm } from '../../../features/strategy/assessments/index.ts'
import { addDays, addMinutes, addWorkdays, type Day, dayOf, type Instant, momentOf } from '../../../kernel/days.ts'
import type { DemoMeeting } from '../../content/types.ts'
import { type DemoMethod, demoAssessments, demoMethods } from '../../places/methods.ts'
import { meetingDay } from '../../schedule.ts'
import type { Stage } from '../../stage.ts'
import { decideUnanimously } from '../unanimous.ts'

const bolig = 'sekretariat.bolig'
const kommune = 'sekretariat.kommune'

/** A method that was adopted, the draft of its next version, another method on its way, and two areas that were assessed. */
export function playMethods(stage: Stage, meetings: readonly DemoMeeting[], today: Day): void {
  demoMethods.forEach((method, index) => {
    const meeting = meetings.find(({ key }) => key === method.adoptedAt) ?? null
    playMethod(stage, method, index, meeting, meeting ? meetingDay(today, meeting.days) : null, today)
  })
  demoAssessments.forEach((one, index) => {
    const meeting = meetings.find(({ key }) => key === one.at)
    if (!meeting) return
    const on = addWorkdays(meetingDay(today, meeting.days), 9)
    stage.timeline.at(stage.notAfterNow(momentOf(on, `11:1${index}`)), `assess ${one.area}`, async at => {
      const { prisma } = stage.cast.database
      const item = await prisma.agendaItem.findFirstOrThrow({
        where: {
          meetingId: stage.meeting(meeting.key),
          removedAt: null,
          standing: null,
          title: { startsWith: one.item },
          treatment: { outcome: { in: ['DISCUSSED', 'DECIDED', 'NOTED'] } },
        },
      })
      await assessArea(stage.cast.actor(kommune, at), {
        flag: null,
        ...{ areaId: stage.cast.area(one.area), level: one.level, reasons: one.reasons, itemId: item.id },
        ...{ reviewOn: addDays(on, one.months * 30), version: 0 },
      })
    })
  })
}

function playMethod(
  stage: Stage,
  { key, title, purpose, terms, next }: DemoMethod,
  index: number,
  meeting: DemoMeeting | null,
  on: Day | null,
  today: Day,
): void {
  const { cast } = stage
  let slug = ''
  let itemId = 0
  const at = (day: Day, minutes: number, what: string, run: (moment: Instant) => Promise<unknown>) =>
    stage.timeline.at(
      stage.notAfterNow(momentOf(day, addMinutes('13:00', index * 20 + minutes))),
      `${what} the method ${key}`,
      async moment => void (await run(moment)),
    )
  const draftOf = async ({ indicator, ...term }: (typeof terms)[number]) => {
    const { id } = await cast.database.prisma.indicator.findFirstOrThrow({ where: { name: indicator } })
    return { ...term, indicatorId: id }
  }
  const begun = addWorkdays(on ?? today, -30)
  at(begun, 0, 'begin', async moment => {
    ;({ slug } = await beginMethod(cast.actor(bolig, moment), { title, purpose, reviewMonths: 12 }))
    for (const [number, term] of terms.entries()) {
      const of = { slug, version: number + 1, key: null }
      await saveTerm(cast.actor(kommune, moment), { ...of, draft: await draftOf(term) })
    }
  })
  if (!meeting || !on) return
  const signed = addWorkdays(on, -23)
  ;[bolig, kommune].forEach((by, nth) => {
    at(signed, 1 + nth, `${by} signs off`, async moment => {
      const { newest } = await loadText(cast.database.prisma, methodKind, slug, dayOf(moment))
      await signOffText(cast.actor(by, moment), methodKind, { slug, shownHash: newest.hash })
    })
  })
  at(signed, 5, 'put on the agenda', async moment => {
    const input = { slug, meetingId: stage.meeting(meeting.key), fromDay: null, caseId: 'NEW' as const }
    ;({ itemId } = await putTextOnAgenda(cast.actor(kommune, moment), methodKind, input))
  })
  stage.timeline.at(momentOf(on, addMinutes(meeting.startsAt, 18 + index)), `adopt the method ${key}`, async moment => {
    const text = `Fælles boligstrategisk gruppe vedtager vurderingsmetoden »${title}«.`
    await decideUnanimously(stage, meeting, { itemId, title: `Vurderingsmetode: ${title}`, text, at: moment })
  })
  if (!next) return
  at(addWorkdays(today, -6), 0, 'go on with', async moment => {
    const { newest } = await loadText(cast.database.prisma, methodKind, slug, dayOf(moment))
    const of = { slug, version: newest.number, key: null }
    await saveTerm(cast.actor(bolig, moment), { ...of, draft: await draftOf(next) })
  })
}
