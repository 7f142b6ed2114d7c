import {
  addDays,
  clockTime,
  type Day,
  isWorkday,
  longDay,
  momentOf,
  timeOf,
  weekdayNumber,
  weekdayOf,
} from '../../../../kernel/days.ts'
import type { Objection } from '../../../../kernel/objection.ts'
import { spanText } from '../labels.ts'

export interface PlannedTime {
  day: Day
  startsAt: string
  endsAt: string
  /** A written procedure has no hour: its day is the last day for answers. */
  written: boolean
}

export interface OtherMeeting {
  number: string
  startsAt: string
  endsAt: string
}

/** Why the meeting cannot be held so, all of it at once. */
export function planFaults(plan: PlannedTime, given: { today: Day; writtenProcedureAllowed: boolean }): Objection[] {
  const told: Objection[] = []
  if (plan.written && !given.writtenProcedureAllowed)
    told.push({
      sentence: `Organets forretningsorden, som den gælder den ${longDay(plan.day)}, tillader ikke skriftlig behandling. Vælg en anden mødeform.`,
      field: 'form',
    })
  if (plan.day < given.today) told.push({ sentence: 'Mødedagen skal være i dag eller senere.', field: 'day' })
  if (!plan.written && plan.endsAt <= plan.startsAt)
    told.push({ sentence: 'Mødet skal slutte senere, end det begynder.', field: 'endsAt' })
  return told
}

/** A meeting so far ahead is more often a slip of the keyboard than a plan. */
const daysAhead = 3 * 366

/** What may be meant and is more often a mistake: it is asked about, never refused. Each a whole Danish sentence. */
export function questionsAbout(plan: PlannedTime, today: Day, others: readonly OtherMeeting[]): string[] {
  const asked: string[] = []
  if (plan.day > addDays(today, daysAhead)) asked.push(`Mødet ligger først den ${longDay(plan.day)}.`)
  if (!isWorkday(plan.day)) asked.push(dayOff(plan.day))
  if (plan.written) return asked
  for (const time of [plan.startsAt, plan.endsAt])
    if (timeOf(momentOf(plan.day, time)) !== time)
      asked.push(`${capital(clockTime(time))} findes ikke den ${longDay(plan.day)}, fordi uret stilles frem om natten.`)
  for (const other of others)
    if (other.startsAt < plan.endsAt && plan.startsAt < other.endsAt)
      asked.push(`Organet har allerede møde ${other.number} samme dag ${spanText(other.startsAt, other.endsAt)}.`)
  return asked
}

const dayOff = (day: Day): string =>
  weekdayNumber(day) > 5
    ? `Den ${longDay(day)} er en ${weekdayOf(day)}.`
    : `Den ${longDay(day)} er en helligdag eller en dag, hvor kontorerne holder lukket.`

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
