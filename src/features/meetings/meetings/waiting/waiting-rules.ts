import type { Side } from '../../../../access/actor.ts'
import { isAwaited } from '../../../../access/meeting-states.ts'
import { addDays, type Day, longDay } from '../../../../kernel/days.ts'
import { isPast } from '../../../../kernel/last-day.ts'
import { bodyInSentence, plural } from '../../../../kernel/text.ts'
import { meetingPath } from '../paths.ts'
import type { MeetingState } from '../steps/meeting-states.ts'

/** What waits for a person, by seat: facts in, sentences out. */

export interface WaitingMeeting {
  id: number
  day: Day
  /** Last day to send the agenda with the notice that the rules ask for. */
  noticeDay: Day
  state: MeetingState
  objectionsUntil: Day | null
  bodyName: string
  joint: boolean
  /** A written procedure: the day is the last day for answers. */
  written: boolean
  signed: { content: 'AGENDA' | 'MINUTES'; side: Side }[]
  openQuestions: number
  openObjections: number
}

export interface SeatFacts {
  /** Prepares the meeting, as one of its secretariats. */
  prepares: boolean
  /** The side of the person's secretariat. */
  secretariatSide: Side | null
  chairs: boolean
  member: boolean
}

export interface Waiting {
  text: string
  href: string
  /** The last day, where there is one. */
  by: Day | null
  urgent: boolean
}

/** Days ahead at which an agenda that nobody has begun is worth a reminder. */
const beginAhead = 45

export function waitingFor(meeting: WaitingMeeting, seat: SeatFacts, today: Day): Waiting[] {
  return [
    ...forSecretariat(meeting, seat, today),
    ...forChair(meeting, seat, today),
    ...forMember(meeting, seat, today),
  ]
}

function forSecretariat(meeting: WaitingMeeting, seat: SeatFacts, today: Day): Waiting[] {
  if (!seat.prepares) return []
  const at = meetingPath(meeting.id)
  const found: Waiting[] = []
  /** A deadline that is near or passed is urgent of itself. */
  const add = (text: string, href: string, by: Day | null = null, urgent = by !== null && by <= addDays(today, 2)) =>
    found.push({ text, href, by, urgent })
  const name = nameOfWaiting(meeting)
  switch (meeting.state) {
    case 'PLANNED':
      if (meeting.day <= addDays(today, beginAhead)) add(`Opret dagsordenen til ${name}`, at, meeting.noticeDay)
      break
    case 'AGENDA_IN_PREPARATION':
      if (signedBy(meeting, 'AGENDA', seat.secretariatSide))
        add(`Dagsordenen til ${name} afventer det andet sekretariat`, at)
      else if (meeting.joint && meeting.signed.some(({ content }) => content === 'AGENDA'))
        add(
          `Godkend dagsordenen til ${name}. Det andet sekretariat har allerede godkendt den.`,
          `${at}/dagsorden`,
          null,
          true,
        )
      else add(`Færdiggør dagsordenen til ${name}`, `${at}/dagsorden`, meeting.noticeDay)
      break
    case 'AGENDA_SIGNED_OFF':
      add(`Udsend dagsordenen til ${name}`, at, meeting.noticeDay)
      break
    case 'IN_SESSION':
      add(`Før referat af ${name}`, `${at}/afvikling`, null, true)
      break
    case 'MINUTES_IN_PREPARATION':
      if (signedBy(meeting, 'MINUTES', seat.secretariatSide))
        add(`Referatet af ${name} afventer det andet sekretariat`, `${at}/referat`)
      else add(`Færdiggør og godkend referatet af ${name}`, `${at}/referat`)
      break
    case 'MINUTES_OUT':
      if (meeting.openObjections > 0)
        add(
          `Besvar ${plural(meeting.openObjections, 'indsigelse', 'indsigelser')} mod referatet af ${name}`,
          `${at}/referat`,
          null,
          true,
        )
      break
    case 'CALLED':
    case 'MINUTES_APPROVED':
    case 'CANCELLED':
      break
  }
  if (meeting.openQuestions > 0 && isAwaited(meeting.state))
    add(
      `Besvar ${plural(meeting.openQuestions, 'spørgsmål', 'spørgsmål')} til ${name}`,
      `${at}/dagsorden`,
      meeting.day,
      meeting.day <= addDays(today, 3),
    )
  return found
}

function forChair(meeting: WaitingMeeting, seat: SeatFacts, today: Day): Waiting[] {
  if (!seat.chairs) return []
  const at = meetingPath(meeting.id)
  if (meeting.state === 'CALLED' && (meeting.written || meeting.day <= today))
    return [{ text: `Åbn ${nameOfWaiting(meeting)}`, href: at, by: meeting.day, urgent: true }]
  if (meeting.state === 'IN_SESSION')
    return [
      {
        text: `Led ${nameOfWaiting(meeting)}, og luk ${meeting.written ? 'behandlingen' : 'mødet'}, når alle punkter har et resultat`,
        href: `${at}/afvikling`,
        by: null,
        urgent: true,
      },
    ]
  return []
}

function forMember(meeting: WaitingMeeting, seat: SeatFacts, today: Day): Waiting[] {
  if (!seat.member) return []
  const at = meetingPath(meeting.id)
  if (meeting.written && meeting.state === 'IN_SESSION' && meeting.day >= today)
    return [
      {
        text: `Svar ${meeting.joint ? 'sekretariaterne' : 'sekretariatet'} i ${nameOfWaiting(meeting)}`,
        href: `${at}/dagsorden`,
        by: meeting.day,
        urgent: true,
      },
    ]
  if (meeting.state === 'MINUTES_OUT' && meeting.objectionsUntil !== null && !isPast(meeting.objectionsUntil, today))
    return [
      {
        text: `Læs referatet af ${nameOfWaiting(meeting)}, og gør indsigelse, hvis noget er forkert`,
        href: `${at}/referat`,
        by: meeting.objectionsUntil,
        urgent: meeting.objectionsUntil <= addDays(today, 2),
      },
    ]
  return []
}

const signedBy = (meeting: WaitingMeeting, content: 'AGENDA' | 'MINUTES', side: Side | null): boolean =>
  meeting.signed.some(signed => signed.content === content && signed.side === side)

/** »mødet den 26. november 2026 i fælles boligstrategisk gruppe« */
export const nameOfWaiting = ({
  written,
  day,
  bodyName,
}: Pick<WaitingMeeting, 'written' | 'day' | 'bodyName'>): string =>
  written
    ? `den skriftlige behandling med svarfrist den ${longDay(day)} i ${bodyInSentence(bodyName)}`
    : `mødet den ${longDay(day)} i ${bodyInSentence(bodyName)}`
