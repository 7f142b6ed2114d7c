import { addDays, addWorkdays, type Day, isWorkday } from '../../../../kernel/days.ts'
import { isPast } from '../../../../kernel/last-day.ts'
import {
  agendaWorkdays,
  type KnownMeeting,
  type Plan,
  type PlanFacts,
  planBackwards,
  planSteps,
  workdayFrom,
} from './plan-rules.ts'

/** What the rules of procedure in force on a day ask of a meeting. */
export interface DayRules {
  noticeWorkdays: number
  writtenProcedureAllowed: boolean
}

/** What would make a letter reach its addressee that cannot with the meetings there are. */
export type Remedy =
  /** A written procedure with this last day for answers; its agenda is sent by then. */
  | { kind: 'WRITTEN'; day: Day; agenda: Day }
  | { kind: 'EXTRA_MEETING'; day: Day; agenda: Day }
  /** It goes on with shorter notice than the rules ask for: a late agenda says why the case cannot wait. */
  | { kind: 'SHORT_NOTICE'; meeting: KnownMeeting }
  | { kind: 'SHORTER_HEARING'; workdays: number }
  /** The addressee gives more time, until this day; with the meeting that then treats it, where there is one. */
  | { kind: 'EXTENSION'; until: Day; meeting: KnownMeeting | null }
  /** Each organisation writes by itself. */
  | { kind: 'OWN_STATEMENTS'; until: Day }

export interface RemedyFacts extends PlanFacts {
  /** Null: the joint group has no rules on that day. */
  rulesOn: (day: Day) => DayRules | null
}

/** So far ahead it is looked for a day: nobody asks for an extension of more than a year. */
const daysAhead = 400

/** Only asked where `planBackwards` finds nothing. Each would make it, given the rest as it is. */
export function remediesOf(facts: RemedyFacts): Remedy[] {
  const { today, deadline, done } = facts
  if (done >= planSteps.indexOf('SEND')) return [{ kind: 'EXTENSION', until: workdayFrom(today), meeting: null }]
  const another = extraDay(facts, 'EXTRA_MEETING')
  return [
    extraDay(facts, 'WRITTEN'),
    another,
    shortNotice(facts),
    shorterHearing(facts),
    untilKnownMeeting(facts) ?? (another ? null : untilAnyMeeting(facts)),
    deadline >= today ? ({ kind: 'OWN_STATEMENTS', until: deadline } as const) : null,
  ].filter(remedy => remedy !== null)
}

/** A meeting that is not planned. */
const extra = (day: Day, rules: DayRules, written: boolean): KnownMeeting => ({
  id: 0,
  number: '',
  day,
  written,
  noticeWorkdays: rules.noticeWorkdays,
})

/** With nothing but this meeting, and off the agenda that it is on. */
const withOnly = (facts: PlanFacts, meeting: KnownMeeting): Plan | null =>
  planBackwards({ ...facts, ...offAgenda(facts), meetings: [meeting] })

const offAgenda = ({ done }: PlanFacts) => ({
  onAgendaOf: null,
  done: Math.min(done, planSteps.indexOf('AGENDA')),
})

/** The latest workday, until the addressee's, on which another meeting would treat it in time. */
function extraDay(facts: RemedyFacts, kind: 'WRITTEN' | 'EXTRA_MEETING'): Remedy | null {
  const written = kind === 'WRITTEN'
  for (let day = facts.deadline; day >= facts.today; day = addDays(day, -1)) {
    const rules = isWorkday(day) ? facts.rulesOn(day) : null
    if (!rules || (written && !rules.writtenProcedureAllowed)) continue
    const agenda = withOnly(facts, extra(day, rules, written))?.days.AGENDA
    if (agenda) return { kind, day, agenda }
  }
  return null
}

/** The first meeting before the addressee's day for which only the notice is too short. */
function shortNotice(facts: RemedyFacts): Remedy | null {
  const found = inOrder(facts.meetings).find(
    meeting =>
      meeting.noticeWorkdays > agendaWorkdays &&
      withOnly(facts, { ...meeting, noticeWorkdays: agendaWorkdays }) !== null,
  )
  return found ? { kind: 'SHORT_NOTICE', meeting: found } : null
}

/** The longest hearing that one of the meetings leaves room for; none where the organisations have been asked. */
function shorterHearing(facts: RemedyFacts): Remedy | null {
  if (facts.done > 0) return null
  for (let workdays = facts.hearingWorkdays - 1; workdays >= 1; workdays -= 1) {
    if (planBackwards({ ...facts, hearingWorkdays: workdays })) return { kind: 'SHORTER_HEARING', workdays }
  }
  return null
}

/** More time until a meeting that is planned already. */
function untilKnownMeeting(facts: RemedyFacts): Remedy | null {
  for (const meeting of inOrder(facts.meetings)) {
    const until = workdayFrom(meeting.day)
    if (until <= facts.deadline) continue
    const longer = { ...facts, deadline: until }
    const stays = meeting.id === facts.onAgendaOf && planBackwards(longer)
    if (stays || withOnly(longer, meeting)) return { kind: 'EXTENSION', until, meeting }
  }
  return null
}

/** More time until the first day on which a meeting could be held: asked for where none before the addressee’s day can. */
function untilAnyMeeting(facts: RemedyFacts): Remedy | null {
  const from = isPast(facts.deadline, facts.today) ? facts.today : facts.deadline
  for (let day = addWorkdays(from, 1); day <= addDays(from, daysAhead); day = addWorkdays(day, 1)) {
    const rules = facts.rulesOn(day)
    if (rules && withOnly({ ...facts, deadline: day }, extra(day, rules, false))) {
      return { kind: 'EXTENSION', until: day, meeting: null }
    }
  }
  return null
}

const inOrder = (meetings: readonly KnownMeeting[]): KnownMeeting[] =>
  meetings.toSorted((one, other) => (one.day === other.day ? one.id - other.id : one.day < other.day ? -1 : 1))
