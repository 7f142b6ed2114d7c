import { addDays, type Day, dayInRow, isWorkday, weekdayNumber } from '../../../../kernel/days.ts'
import { type OtherMeeting, questionIn, questionsAbout } from '../meeting/plan-rules.ts'

/** How often the meetings of a series come. */
export const rhythms = {
  '1W': { text: 'Hver uge', weeks: 1 },
  '2W': { text: 'Hver anden uge', weeks: 2 },
  '4W': { text: 'Hver fjerde uge', weeks: 4 },
  '1M': { text: 'Hver måned, samme ugedag', months: 1 },
  '2M': { text: 'Hver anden måned, samme ugedag', months: 2 },
  '3M': { text: 'Hvert kvartal, samme ugedag', months: 3 },
  '6M': { text: 'Hvert halve år, samme ugedag', months: 6 },
} as const
export type RhythmKey = keyof typeof rhythms

/** Meetings that one can keep in view at a time. */
export const mostMeetings = 60

export interface SeriesDay {
  day: Day
  /** The day of the rhythm, where that is a day off: the meeting stands on the next workday. */
  movedFrom: Day | null
}

/**
 * The days of a series: from the first on by weeks, or by months on the same weekday of the month (the second Thursday; the
 * fifth is the last). A day off gives way to the next workday, which is said.
 */
export const seriesDays = (first: Day, rhythm: RhythmKey, count: number): SeriesDay[] =>
  Array.from({ length: Math.min(count, mostMeetings) }, (_, nth) => onWorkday(nthDay(first, rhythm, nth)))

function nthDay(first: Day, rhythm: RhythmKey, nth: number): Day {
  const step = rhythms[rhythm]
  return 'weeks' in step ? addDays(first, 7 * step.weeks * nth) : sameWeekday(first, step.months * nth)
}

function onWorkday(day: Day): SeriesDay {
  let found = day
  while (!isWorkday(found)) found = addDays(found, 1)
  return { day: found, movedFrom: found === day ? null : day }
}

/** The same weekday of a later month: as the second Thursday is to its month. */
function sameWeekday(first: Day, months: number): Day {
  const place = Math.floor((Number(first.slice(8)) - 1) / 7)
  const months0 = Number(first.slice(0, 4)) * 12 + Number(first.slice(5, 7)) - 1 + months
  const month = `${String(Math.floor(months0 / 12)).padStart(4, '0')}-${String((months0 % 12) + 1).padStart(2, '0')}`
  const begin = dayInRow(`${month}-01`)
  const day = addDays(begin, ((weekdayNumber(first) - weekdayNumber(begin) + 7) % 7) + 7 * place)
  return day.slice(0, 7) === month ? day : addDays(day, -7)
}

/**
 * What is asked about each day of a series, with the days before it in the series: null, where nothing is. A day that
 * cannot be read is null.
 * @param othersOn the meetings that are there already
 */
export function seriesQuestions(
  days: readonly (Day | null)[],
  { startsAt, endsAt }: { startsAt: string; endsAt: string },
  today: Day,
  othersOn: (day: Day) => readonly OtherMeeting[],
): (string | null)[] {
  const before: (OtherMeeting & { day: Day })[] = []
  return days.map(day => {
    if (day === null) return null
    const others = [...othersOn(day), ...before.filter(one => one.day === day)]
    before.push({ day, startsAt, endsAt, number: 'i rækken' })
    return questionIn(questionsAbout({ day, startsAt, endsAt, written: false }, today, others))
  })
}
