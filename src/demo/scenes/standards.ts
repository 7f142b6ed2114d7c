import { loadText, putTextOnAgenda, signOffText } from '../../features/decisions/adoption/index.ts'
import { addPoint, beginStandard, editPoint, standardKind } from '../../features/strategy/standards/index.ts'
import { addMinutes, addWorkdays, type Day, dayOf, type Instant, momentOf } from '../../kernel/days.ts'
import { type DemoStandard, standards } from '../content/standards.ts'
import type { DemoMeeting } from '../content/types.ts'
import { meetingDay } from '../schedule.ts'
import type { Stage } from '../stage.ts'
import { decideUnanimously } from './unanimous.ts'

/** Standards on every part of their way, each through both secretariats and, as far as it has come, the joint group. */
export function playStandards(stage: Stage, meetings: readonly DemoMeeting[], today: Day): void {
  standards.forEach((standard, index) => {
    const { stop } = standard
    const key = typeof stop === 'string' ? null : 'adoptedAt' in stop ? stop.adoptedAt : stop.onAgendaOf
    const meeting = meetings.find(one => one.key === key) ?? null
    const on = meeting ? meetingDay(today, meeting.days) : today
    playStandard(stage, { standard, index, meeting, on, today })
  })
}

interface Scene {
  standard: DemoStandard
  index: number
  meeting: DemoMeeting | null
  on: Day
  today: Day
}

function playStandard(stage: Stage, { standard, index, meeting, on, today }: Scene): void {
  const { timeline, cast } = stage
  const { stop } = standard
  const written = (workdays: number, minutes: number): Instant =>
    stage.notAfterNow(momentOf(addWorkdays(on, -workdays), addMinutes('09:00', index * 40 + minutes)))
  // Before the agenda is signed off, and the last of it not later than now.
  const [usual, ended] = meeting ? [27, 22] : [9, 4]
  const { begun = usual } = standard
  let slug = ''
  timeline.at(written(begun, 0), `begin the standard ${standard.key}`, async at => {
    const { title, purpose, appliesTo, points } = standard
    ;({ slug } = await beginStandard(cast.actor('sekretariat.bolig', at), { title, purpose, appliesTo }))
    for (const [number, point] of points.entries()) {
      await addPoint(cast.actor('sekretariat.kommune', at), { slug, version: number + 1, ...point })
    }
  })
  if (stop === 'draft') return
  const signing = stop === 'oneSided' ? ['sekretariat.bolig'] : ['sekretariat.bolig', 'sekretariat.kommune']
  signing.forEach((by, nth) => {
    timeline.at(written(ended, nth * 5), `${by} signs off the standard ${standard.key}`, async at => {
      const { newest } = await loadText(cast.database.prisma, standardKind, slug, dayOf(at))
      await signOffText(cast.actor(by, at), standardKind, { slug, shownHash: newest.hash })
    })
  })
  if (!meeting) return
  let itemId = 0
  timeline.at(written(ended, 12), `put the standard ${standard.key} on the agenda`, async at => {
    const meetingId = stage.meeting(meeting.key)
    const input = { slug, meetingId, fromDay: null, caseId: 'NEW' as const }
    ;({ itemId } = await putTextOnAgenda(cast.actor('sekretariat.kommune', at), standardKind, input))
  })
  if (typeof stop === 'string' || !('adoptedAt' in stop)) return
  timeline.at(momentOf(on, addMinutes(meeting.startsAt, 4 + index)), `adopt the standard ${standard.key}`, async at => {
    await decideUnanimously(stage, meeting, {
      itemId,
      title: `Fælles standard: ${standard.title}`,
      text: `Fælles boligstrategisk gruppe vedtager standarden »${standard.title}«.`,
      at,
    })
  })
  const { next } = standard
  if (!next) return
  timeline.at(momentOf(addWorkdays(today, -3), '14:10'), `write on the standard ${standard.key}`, async at => {
    const { newest } = await loadText(cast.database.prisma, standardKind, slug, dayOf(at))
    const { text, evidence } = next
    const key = newest.content.points[next.point]?.key ?? ''
    await editPoint(cast.actor('sekretariat.bolig', at), { slug, version: newest.number, key, text, evidence })
  })
}
