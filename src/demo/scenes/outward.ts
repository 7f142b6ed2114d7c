import { loadText, putTextOnAgenda, signOffText } from '../../features/decisions/adoption/index.ts'
import {
  addSection,
  askForStances,
  fileAnswer,
  giveStance,
  letterKind,
  registerOutward,
  sendLetter,
} from '../../features/strategy/outward/index.ts'
import { addDays, addMinutes, addWorkdays, type Day, dayOf, type Instant, momentOf } from '../../kernel/days.ts'
import { type DemoOutward, outward } from '../content/outward.ts'
import type { DemoMeeting } from '../content/types.ts'
import { smallPdf } from '../pdf.ts'
import { meetingDay } from '../schedule.ts'
import type { Stage } from '../stage.ts'
import { decideUnanimously } from './unanimous.ts'

const bolig = 'sekretariat.bolig'
const kommune = 'sekretariat.kommune'

/** Letters to others: one that cannot be reached in time, one that was sent, one that was answered. */
export function playOutward(stage: Stage, meetings: readonly DemoMeeting[], today: Day): void {
  outward.forEach((letter, index) => {
    const meeting = meetings.find(({ key }) => key === letter.adopted?.at) ?? null
    const on = meeting ? meetingDay(today, meeting.days) : null
    const scene = new LetterScene(stage, letter, index)
    const received =
      'days' in letter.received
        ? addDays(today, letter.received.days)
        : addWorkdays(on ?? today, -letter.received.workdaysBefore)
    scene.register(received)
    if (meeting && on) scene.adopt(meeting, on, received)
  })
}

class LetterScene {
  readonly #stage: Stage
  readonly #letter: DemoOutward
  readonly #index: number
  #slug = ''
  #itemId = 0

  constructor(stage: Stage, letter: DemoOutward, index: number) {
    this.#stage = stage
    this.#letter = letter
    this.#index = index
  }

  #at(moment: Instant, what: string, run: (at: Instant) => Promise<unknown>): void {
    const told = `${what} the letter ${this.#letter.key}`
    this.#stage.timeline.at(this.#stage.notAfterNow(moment), told, async at => void (await run(at)))
  }

  #time(on: Day, minutes: number): Instant {
    return momentOf(on, addMinutes('08:30', this.#index * 30 + minutes))
  }

  register(received: Day): void {
    const { cast } = this.#stage
    const { kind, title, addressee, reference, deadlineAfter, hearingWorkdays, sections } = this.#letter
    this.#at(this.#time(received, 0), 'register', async at => {
      const file = { name: 'modtaget-brev.pdf', buffer: smallPdf(title, ['Opdigtet brev til demoen.']) }
      const { slug } = await registerOutward(cast.actor(bolig, at), {
        ...{ kind, title, addressee, reference, hearingWorkdays },
        receivedOn: received,
        deadline: addDays(received, deadlineAfter),
        leadId: cast.person(kommune),
        files: kind === 'RESPONSE' ? [file] : [],
      })
      this.#slug = slug
      for (const [number, section] of sections.entries())
        await addSection(cast.actor(kommune, at), { slug, version: number + 1, ...section })
    })
  }

  adopt(meeting: DemoMeeting, on: Day, received: Day): void {
    const { cast } = this.#stage
    const { adopted, hearingWorkdays, title } = this.#letter
    if (!adopted) return
    const asked = addWorkdays(received, 2)
    const until = addWorkdays(asked, hearingWorkdays)
    this.#at(this.#time(asked, 5), 'ask about', at =>
      askForStances(cast.actor(kommune, at), { slug: this.#slug, until }),
    )
    adopted.stances.forEach(({ organisation, by, position, text = '' }, nth) => {
      this.#at(this.#time(addWorkdays(asked, 2), 10 + nth), `${organisation} answers`, at =>
        giveStance(cast.actor(by, at), { slug: this.#slug, organisation, version: 0, position, text }),
      )
    })
    // Before the agenda is signed off.
    const signed = addWorkdays(on, -22)
    ;[bolig, kommune].forEach((by, nth) => {
      this.#at(this.#time(signed, 15 + nth), `${by} signs off`, async at => {
        const { newest } = await loadText(cast.database.prisma, letterKind, this.#slug, dayOf(at))
        await signOffText(cast.actor(by, at), letterKind, { slug: this.#slug, shownHash: newest.hash })
      })
    })
    this.#at(this.#time(signed, 20), 'put on the agenda', async at => {
      const input = {
        slug: this.#slug,
        meetingId: this.#stage.meeting(meeting.key),
        fromDay: null,
        caseId: 'NEW' as const,
      }
      ;({ itemId: this.#itemId } = await putTextOnAgenda(cast.actor(kommune, at), letterKind, input))
    })
    this.#at(momentOf(on, addMinutes(meeting.startsAt, 14 + this.#index)), 'adopt', at =>
      decideUnanimously(this.#stage, meeting, {
        itemId: this.#itemId,
        title,
        text: `Fælles boligstrategisk gruppe vedtager brevet »${title}«. Det sendes uændret.`,
        at,
      }),
    )
    this.#send(addWorkdays(on, adopted.sentAfter), adopted)
  }

  #send(sentOn: Day, { means, answer }: NonNullable<DemoOutward['adopted']>): void {
    const { cast } = this.#stage
    this.#at(this.#time(sentOn, 0), 'send', async at => {
      const { standing } = await loadText(cast.database.prisma, letterKind, this.#slug, dayOf(at))
      const sending = {
        slug: this.#slug,
        shownHash: standing?.hash ?? '',
        means,
        sentOn,
        note: 'Kvittering i journalen',
      }
      await sendLetter(cast.actor(bolig, at), sending)
    })
    if (!answer) return
    const receivedOn = addWorkdays(addDays(sentOn, answer.after), 1)
    this.#at(this.#time(receivedOn, 0), 'file the answer to', at =>
      fileAnswer(cast.actor(kommune, at), {
        slug: this.#slug,
        version: 0,
        receivedOn,
        reference: answer.reference,
        summary: answer.summary,
        points: answer.points.map((point, nth) => ({ asked: this.#letter.sections[nth]?.heading ?? '', ...point })),
        files: [{ name: 'svar.pdf', buffer: smallPdf('Svar', ['Opdigtet svar til demoen.']) }],
      }),
    )
  }
}
