import {
  addDays,
  clockTime,
  type Day,
  holidayOn,
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
  /** Of another body, and how many people sit in both; left out: of the body itself. */
  of?: { body: string; shared: number }
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
const daysAhead = 2 * 366

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
    if (other.startsAt < plan.endsAt && plan.startsAt < other.endsAt) asked.push(sameHour(other))
  return asked
}

function sameHour({ number, startsAt, endsAt, of }: OtherMeeting): string {
  const hours = spanText(startsAt, endsAt)
  if (!of) return `Organet har allerede møde ${number} samme dag ${hours}.`
  const people = of.shared === 1 ? '1 person sidder' : `${of.shared} personer sidder`
  return `${of.body} har møde ${number} samme dag ${hours}, og ${people} i begge organer.`
}

/** What is asked, as one question that can be answered yes; null: nothing is asked. */
export const questionIn = (asked: readonly string[]): string | null =>
  asked.length === 0 ? null : `${asked.join(' ')} Er det rigtigt, så bekræft det.`

const dayOff = (day: Day): string => {
  const holiday = holidayOn(day)
  if (holiday === null || weekdayNumber(day) > 5) return `Den ${longDay(day)} er en ${weekdayOf(day)}.`
  return `Den ${longDay(day)} er ${nameInSentence(holiday)}: en helligdag eller en dag, hvor kontorerne holder lukket.`
}

/** »Juleaften« within a sentence; »2. påskedag« stays. */
const nameInSentence = (name: string): string => name.charAt(0).toLocaleLowerCase('da') + name.slice(1)

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
