import { type Day, yearOf } from '../../kernel/days.ts'

/** §7: »Samarbejdsaftalen tages op til revision hver andet år, første gang i 2010.« */
export const firstRevisionYear = 2010
const yearsBetween = 2

export const isDueYear = (year: number): boolean =>
  year >= firstRevisionYear && (year - firstRevisionYear) % yearsBetween === 0

/** R81: every year, up to and with the day's, in which the agreement was to be taken up for revision. */
export function dueYears(on: Day): number[] {
  const years: number[] = []
  for (let year = firstRevisionYear; year <= yearOf(on); year += yearsBetween) years.push(year)
  return years
}

/** The next year due after the day's own: it follows from the rule, however late the last round was. */
export function nextDueYear(on: Day): number {
  const year = Math.max(yearOf(on) + 1, firstRevisionYear)
  return isDueYear(year) ? year : year + 1
}

export interface DueFacts {
  today: Day
  /** Years that have a round, whatever became of it. */
  opened: readonly number[]
}

export interface DueStatus {
  /** The running year's own round is not opened yet. */
  due: number | null
  /** Rounds of years gone by that were never opened, the oldest first. */
  overdue: number[]
  next: number
}

/** What is missing today. A late round does not move the rhythm, and a missing one stays missing for all to see. */
export function dueStatus({ today, opened }: DueFacts): DueStatus {
  const missing = dueYears(today).filter(year => !opened.includes(year))
  const running = yearOf(today)
  return {
    due: missing.includes(running) ? running : null,
    overdue: missing.filter(year => year < running),
    next: nextDueYear(today),
  }
}

/** Phrases for the pages: what is missing, the latest first; empty when nothing is. */
export function dueSentences({ due, overdue }: DueStatus): string[] {
  const sentence = (year: number) => `Revisionen i ${year} er ikke åbnet. Den er påkrævet efter aftalens § 7.`
  return [...(due === null ? [] : [due]), ...overdue.toReversed()].map(sentence)
}
