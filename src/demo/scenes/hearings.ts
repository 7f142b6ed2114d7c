import {
  answerTextHearing,
  loadText,
  openTextHearing,
  replyToRemarks,
} from '../../features/decisions/adoption/index.ts'
import { standardKind } from '../../features/strategy/standards/index.ts'
import { addWorkdays, type Day, dayOf, type Instant, momentOf } from '../../kernel/days.ts'
import { slugOf } from '../../kernel/text.ts'
import { type DemoHearing, hearings } from '../content/hearings.ts'
import { standards } from '../content/standards.ts'
import type { DemoMeeting } from '../content/types.ts'
import { meetingDay } from '../schedule.ts'
import type { Stage } from '../stage.ts'

/** The organisations are heard about two of the standards: about one it is over, about the other they can still answer. */
export function playHearings(stage: Stage, meetings: readonly DemoMeeting[], today: Day): void {
  for (const hearing of hearings) {
    const standard = standards.find(({ key }) => key === hearing.standard)
    const { title = '', stop } = standard ?? {}
    const meeting =
      typeof stop === 'object' && 'adoptedAt' in stop ? meetings.find(({ key }) => key === stop.adoptedAt) : null
    playHearing(
      stage,
      hearing,
      slugOf(title),
      addWorkdays(meeting ? meetingDay(today, meeting.days) : today, -hearing.opened),
    )
  }
}

function playHearing({ timeline, cast }: Stage, hearing: DemoHearing, slug: string, openedOn: Day): void {
  const { standard, given, audience, question, answers, note } = hearing
  const until = addWorkdays(openedOn, given)
  const number = 1
  timeline.at(momentOf(openedOn, '09:30'), `send the standard ${standard} to hearing`, async at => {
    const { newest } = await loadText(cast.database.prisma, standardKind, slug, dayOf(at))
    const asked = { slug, version: newest.number, audience, asked: [], until, question }
    await openTextHearing(cast.actor('sekretariat.kommune', at), standardKind, asked)
  })
  answers.forEach(({ organisation, by, after, whole = '', points = {} }, index) => {
    const at = momentOf(addWorkdays(openedOn, after), `1${index % 6}:${20 + index}`)
    timeline.at(at, `${organisation} answers the hearing about ${standard}`, async now => {
      const sections = await byKeys(cast, slug, points, now)
      const stance = whole || Object.keys(points).length > 0 ? 'WITH_REMARKS' : 'SUPPORTS'
      const said = { slug, number, organisation, version: 0, stance, whole, sections } as const
      await answerTextHearing(cast.actor(by, now), standardKind, said)
    })
  })
  if (!note) return
  timeline.at(momentOf(addWorkdays(until, note.after), '11:00'), `reply to the remarks on ${standard}`, async at => {
    const sections = await byKeys(cast, slug, note.points, at)
    const replies = { slug, number, version: 0, whole: note.whole, sections }
    await replyToRemarks(cast.actor('sekretariat.bolig', at), standardKind, replies)
  })
}

/** What is said of points by their number, under the points' keys. */
async function byKeys(
  { database }: Stage['cast'],
  slug: string,
  points: Readonly<Record<number, string>>,
  at: Instant,
): Promise<Record<string, string>> {
  const { newest } = await loadText(database.prisma, standardKind, slug, dayOf(at))
  return Object.fromEntries(
    Object.entries(points).map(([number, text]) => [newest.content.points[Number(number) - 1]?.key ?? '', text]),
  )
}
