import { minuteItem } from '../../../features/decisions/minutes/index.ts'
import { putFlagOnAgenda, raiseFlag, takeFlagStep } from '../../../features/strategy/flags/index.ts'
import { addDays, addMinutes, addWorkdays, type Day, type Instant, momentOf } from '../../../kernel/days.ts'
import type { DemoMeeting } from '../../content/types.ts'
import { type DemoFlag, flags } from '../../places/flags.ts'
import { meetingDay } from '../../schedule.ts'
import type { Stage } from '../../stage.ts'

/** Places that were pointed out: a new one, one that was acknowledged, one that is followed, one that was assessed. */
export function playFlags(stage: Stage, meetings: readonly DemoMeeting[], today: Day): void {
  flags.forEach((flag, index) => {
    const meeting = meetings.find(({ key }) => key === flag.raised.meeting) ?? null
    const on = meeting ? meetingDay(today, meeting.days) : null
    new FlagScene(stage, flag, index).play(addWorkdays(on ?? today, -flag.raised.workdaysBefore), meeting, on)
  })
}

class FlagScene {
  readonly #stage: Stage
  readonly #flag: DemoFlag
  readonly #index: number
  #number = ''
  #itemId = 0

  constructor(stage: Stage, flag: DemoFlag, index: number) {
    this.#stage = stage
    this.#flag = flag
    this.#index = index
  }

  #at(on: Day, minutes: number, what: string, run: (at: Instant) => Promise<unknown>): void {
    const moment = momentOf(on, addMinutes('10:00', this.#index * 7 + minutes))
    const told = `${what} the flag ${this.#flag.key}`
    this.#stage.timeline.at(this.#stage.notAfterNow(moment), told, async at => void (await run(at)))
  }

  play(raised: Day, meeting: DemoMeeting | null, on: Day | null): void {
    const { cast } = this.#stage
    const { place, by, source, theme, reason, urgency, acknowledged, followed } = this.#flag
    this.#at(raised, 0, 'raise', async at => {
      const draft = { source, theme, reason, urgency, seenOn: addDays(raised, -5), namesArePlaces: false }
      const raisedFlag = await raiseFlag(cast.actor(by, at), { ...draft, place: await this.#placeKey(place) })
      this.#number = raisedFlag.number
    })
    if (acknowledged)
      this.#at(addWorkdays(raised, acknowledged.after), 2, 'acknowledge', at =>
        this.#step(acknowledged.by, at, { step: 'ACKNOWLEDGE', text: acknowledged.text }),
      )
    if (followed) {
      const day = addWorkdays(raised, followed.after)
      this.#at(day, 3, 'follow', at =>
        this.#step(followed.by, at, { step: 'FOLLOW', text: followed.text, until: addDays(day, followed.days) }),
      )
    }
    if (meeting && on) this.#treat(meeting, on)
  }

  #treat(meeting: DemoMeeting, on: Day): void {
    const { cast } = this.#stage
    const { treated } = this.#flag
    if (!treated) return
    // Before the agenda is signed off.
    this.#at(addWorkdays(on, -24), 4, 'put on the agenda', async at => {
      const onAgenda = {
        ...{ number: this.#number, version: await this.#last(), meetingId: this.#stage.meeting(meeting.key) },
        ...{ kind: 'DISCUSSION' as const, caseId: 'NEW' as const },
      }
      ;({ itemId: this.#itemId } = await putFlagOnAgenda(cast.actor('sekretariat.bolig', at), onAgenda))
    })
    this.#stage.timeline.at(momentOf(on, addMinutes(meeting.startsAt, 16)), `treat the flag ${this.#flag.key}`, at =>
      minuteItem(cast.secretaryOf(meeting.body, at), {
        ...{ itemId: this.#itemId, text: treated.minutes, outcome: 'DISCUSSED', outcomeNote: '' },
      }).then(() => undefined),
    )
    this.#at(addWorkdays(on, 8), 5, 'assess', at =>
      this.#step('sekretariat.kommune', at, { step: 'ASSESS', text: treated.assessed }),
    )
  }

  async #step(
    by: string,
    at: Instant,
    taken: { step: 'ACKNOWLEDGE' | 'FOLLOW' | 'ASSESS'; text: string; until?: Day },
  ): Promise<void> {
    const version = await this.#last()
    await takeFlagStep(this.#stage.cast.actor(by, at), {
      ...{ number: this.#number, version, namesArePlaces: false },
      ...taken,
    })
  }

  async #last(): Promise<number> {
    const { prisma } = this.#stage.cast.database
    const last = await prisma.flagStep.findFirst({ where: { flag: { number: this.#number } }, orderBy: { id: 'desc' } })
    return last?.id ?? 0
  }

  async #placeKey({ level, name }: DemoFlag['place']): Promise<string> {
    const { prisma } = this.#stage.cast.database
    if (level === 'area') return `omraade-${this.#stage.cast.area(name)}`
    const { id } =
      level === 'estate'
        ? await prisma.estate.findFirstOrThrow({ where: { name } })
        : await prisma.district.findFirstOrThrow({ where: { name } })
    return `${level === 'estate' ? 'afdeling' : 'bydel'}-${id}`
  }
}
