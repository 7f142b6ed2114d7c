import { addWorkdays, type Day, isWorkday } from '../../../../kernel/days.ts'

/** The way of a letter to its addressee, in its order. */
export const planSteps = ['DRAFT', 'HEARING', 'SIGN_OFF', 'AGENDA', 'MEETING', 'SEND'] as const
export type PlanStep = (typeof planSteps)[number]

/** Workdays between the organisations' last day and the sign-off: their remarks are written in. */
export const writingInWorkdays = 2
/** Workdays between the sign-off of the text and the agenda that it goes out with. */
export const agendaWorkdays = 1

/** A meeting of the joint group that is still to come, or a written procedure: then its day is the last for answers. */
export interface KnownMeeting {
  id: number
  number: string
  day: Day
  written: boolean
  /** By the rules of procedure in force on its day. */
  noticeWorkdays: number
}

export interface PlanFacts {
  /** What is left can be done from this day on. */
  today: Day
  /** The last day, as the addressee has it now. */
  deadline: Day
  /** That the organisations are given. */
  hearingWorkdays: number
  /** How many of the steps are behind. */
  done: number
  /** The organisations' last day, once they have been asked. */
  heardUntil: Day | null
  meetings: readonly KnownMeeting[]
  /** The meeting whose agenda the letter is on. */
  onAgendaOf: number | null
}

/** For each step the last day on which it can be done; null: it is behind. None is after the next. */
export type PlanDays = Record<PlanStep, Day | null>

export interface Plan {
  /** null: the joint group has treated it. */
  meeting: KnownMeeting | null
  days: PlanDays
}

/** The day itself, or the last workday before it. */
export const workdayUntil = (day: Day): Day => (isWorkday(day) ? day : addWorkdays(day, -1))

/** The day itself, or the first workday after it. */
export const workdayFrom = (day: Day): Day => (isWorkday(day) ? day : addWorkdays(day, 1))

/**
 * R24: backwards from the addressee's last day, around the joint group's real meetings. Of those that can be reached the
 * latest, which leaves most time. Null: with the meetings there are it cannot be reached.
 */
export function planBackwards(facts: PlanFacts): Plan | null {
  if (facts.done >= planSteps.indexOf('SEND')) {
    const days = daysUntil(facts, null)
    return isReached(facts, days) ? { meeting: null, days } : null
  }
  const among = facts.onAgendaOf === null ? facts.meetings : facts.meetings.filter(({ id }) => id === facts.onAgendaOf)
  return among
    .map(meeting => ({ meeting, days: daysUntil(facts, meeting) }))
    .filter(({ days }) => isReached(facts, days))
    .reduce<Plan | null>((latest, plan) => (latest && !isLater(plan.meeting, latest.meeting) ? latest : plan), null)
}

/** Of two on one day, the one where people meet; then the one that was planned first. */
const isLater = (one: KnownMeeting, other: KnownMeeting | null): boolean =>
  other === null ||
  one.day > other.day ||
  (one.day === other.day && (one.written === other.written ? one.id < other.id : other.written))

/** The last day of each step that is left, counted back from the one after it. */
function daysUntil(facts: PlanFacts, meeting: KnownMeeting | null): PlanDays {
  const { hearingWorkdays, heardUntil, done, deadline } = facts
  const agenda = meeting && workdayUntil(addWorkdays(meeting.day, -meeting.noticeWorkdays))
  const signOff = agenda && addWorkdays(agenda, -agendaWorkdays)
  const hearing = heardUntil ?? (signOff && addWorkdays(signOff, -writingInWorkdays))
  const draft = hearing && workdayUntil(addWorkdays(hearing, -hearingWorkdays))
  const days: PlanDays = {
    DRAFT: draft,
    HEARING: hearing,
    SIGN_OFF: signOff,
    AGENDA: agenda,
    MEETING: meeting?.day ?? null,
    SEND: workdayUntil(deadline),
  }
  for (const step of planSteps.slice(0, done)) days[step] = null
  return days
}

/** The first that is left can still be done, none comes after the next, and what runs leaves time to be written in. */
function isReached({ done, heardUntil, today }: PlanFacts, days: PlanDays): boolean {
  const left = planSteps.slice(done).flatMap(step => days[step] ?? [])
  const [first] = left
  if (first === undefined || first < today) return false
  if (left.some((day, at) => day > (left[at + 1] ?? day))) return false
  const signOff = days.SIGN_OFF
  return done !== planSteps.indexOf('HEARING') || heardUntil === null || signOff === null || signOff > heardUntil
}

/**
 * The same forwards, whatever the addressee's day: the first day of each step that is left. The meeting is the first
 * that can be reached; null from there on: none is planned.
 */
export function earliestDays(facts: PlanFacts): PlanDays {
  const { today, hearingWorkdays, done, heardUntil, meetings, onAgendaOf } = facts
  const behind = (step: PlanStep) => done > planSteps.indexOf(step)
  const first = workdayFrom(today)
  const draft = behind('DRAFT') ? null : first
  const heard = heardUntil ?? addWorkdays(first, hearingWorkdays)
  const hearing = behind('HEARING') ? null : heard
  const written = hearing && addWorkdays(hearing, draft ? writingInWorkdays : 1)
  const signOff = behind('SIGN_OFF') ? null : (written ?? first)
  const agenda = behind('AGENDA') ? null : signOff ? addWorkdays(signOff, agendaWorkdays) : first
  const meeting = meetings
    .filter(({ id }) => onAgendaOf === null || id === onAgendaOf)
    .filter(({ day, noticeWorkdays }) => agenda === null || agenda <= workdayUntil(addWorkdays(day, -noticeWorkdays)))
    .map(({ day }) => day)
    .toSorted()[0]
  const met = behind('MEETING') ? null : (meeting ?? null)
  const SEND = behind('MEETING') ? first : met && workdayFrom(met)
  return { DRAFT: draft, HEARING: hearing, SIGN_OFF: signOff, AGENDA: agenda, MEETING: met, SEND }
}
