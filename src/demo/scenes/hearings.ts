import {
  answerTextHearing,
  loadText,
  openTextHearing,
  replyToRemarks,
  type TextKind,
} from '../../features/decisions/adoption/index.ts'
import { standardKind } from '../../features/strategy/standards/index.ts'
import { strategyKind } from '../../features/strategy/strategies/index.ts'
import { addWorkdays, type Day, dayOf, type Instant, momentOf } from '../../kernel/days.ts'
import { slugOf } from '../../kernel/text.ts'
import { type DemoHearing, hearings } from '../content/hearings.ts'
import { standards } from '../content/standards.ts'
import { texts } from '../content/strategies.ts'
import type { DemoMeeting } from '../content/types.ts'
import { meetingDay } from '../schedule.ts'
import type { Stage } from '../stage.ts'

/** The organisations are heard about texts: about two it is over, about the third they can still answer. */
export function playHearings(stage: Stage, meetings: readonly DemoMeeting[], today: Day): void {
  const opened = (stop: object | string | undefined, workdays: number) => {
    const key = typeof stop === 'object' && 'adoptedAt' in stop ? stop.adoptedAt : null
    const meeting = meetings.find(one => one.key === key)
    return addWorkdays(meeting ? meetingDay(today, meeting.days) : today, -workdays)
  }
  for (const hearing of hearings) {
    const { of } = hearing
    if ('standard' in of) {
      const { title = '', stop } = standards.find(({ key }) => key === of.standard) ?? {}
      playHearing(stage, standardKind, slugOf(title), hearing, opened(stop, hearing.opened))
    } else {
      const { title = '', stop } = texts.find(({ key }) => key === of.strategy) ?? {}
      playHearing(stage, strategyKind, slugOf(title), hearing, opened(stop, hearing.opened))
    }
  }
}

function playHearing<Content extends object>(
  { timeline, cast }: Stage,
  kind: TextKind<Content>,
  slug: string,
  { given, audience, question, answers, note }: DemoHearing,
  openedOn: Day,
): void {
  const until = addWorkdays(openedOn, given)
  const number = 1
  /** What is said of sections by their number, under the sections' keys. */
  const byKeys = async (said: Readonly<Record<number, string>>, at: Instant): Promise<Record<string, string>> => {
    const { newest } = await loadText(cast.database.prisma, kind, slug, dayOf(at))
    const keys = kind.sections(newest.content).map(({ key }) => key)
    return Object.fromEntries(Object.entries(said).map(([nth, text]) => [keys[Number(nth) - 1] ?? '', text]))
  }
  timeline.at(momentOf(openedOn, '11:30'), `send ${slug} to hearing`, async at => {
    const { newest } = await loadText(cast.database.prisma, kind, slug, dayOf(at))
    const asked = { slug, version: newest.number, audience, asked: [], until, question }
    await openTextHearing(cast.actor('sekretariat.kommune', at), kind, asked)
  })
  answers.forEach(({ organisation, by, after, whole = '', sections = {} }, index) => {
    const at = momentOf(addWorkdays(openedOn, after), `1${index % 6}:${20 + index}`)
    timeline.at(at, `${organisation} answers the hearing about ${slug}`, async now => {
      const stance = whole || Object.keys(sections).length > 0 ? 'WITH_REMARKS' : 'SUPPORTS'
      const said = {
        slug,
        number,
        organisation,
        version: 0,
        stance,
        whole,
        sections: await byKeys(sections, now),
      } as const
      await answerTextHearing(cast.actor(by, now), kind, said)
    })
  })
  if (!note) return
  timeline.at(momentOf(addWorkdays(until, note.after), '11:00'), `reply to the remarks on ${slug}`, async at => {
    const replies = { slug, number, version: 0, whole: note.whole, sections: await byKeys(note.sections, at) }
    await replyToRemarks(cast.actor('sekretariat.bolig', at), kind, replies)
  })
}
