import { type Day, daysBetween, type Instant, longDay } from '../../../kernel/days.ts'
import { byAndWhen, plural } from '../../../kernel/text.ts'

/** An answer as it stands, with who gave it. */
interface Answered {
  by: string
  at: Instant
  /** The administrator that answered in the association's place. */
  as: string | null
  /** It repeats last time's word for word. */
  confirms: boolean
}

/** »Besvaret af Karen Holm den 7. december 2026 kl. 10.15« */
export const answeredText = ({ by, as, at, confirms }: Answered): string =>
  `${confirms ? 'Bekræftet uændret' : 'Besvaret'} ${byAndWhen(as ? `${by}, ${as}, som administrator` : by, at)}`

/** How old an answer is: in days for a month, then in months, and in years after two. */
export function ageText(days: number): string {
  if (days <= 0) return 'fra i dag'
  if (days < 31) return days === 1 ? '1 dag gammelt' : `${days} dage gammelt`
  const months = Math.floor(days / 30.44)
  if (months < 24) return months <= 1 ? '1 måned gammelt' : `${months} måneder gammelt`
  return `${Math.floor(days / 365.25)} år gammelt`
}

/** The last day as a sentence. @param late what can be done after it: »Redegørelsen kan stadig afgives.« */
export function deadlineText(
  { deadline, today, missing }: { deadline: Day; today: Day; missing: number },
  late: string,
): string {
  const days = daysBetween(today, deadline)
  const on = longDay(deadline)
  if (missing === 0) return `Fristen er den ${on}.`
  if (days < 0) return `Fristen var den ${on}. ${late}`
  return days === 0 ? `Fristen er i dag, den ${on}.` : `Fristen er den ${on}, om ${plural(days, 'dag', 'dage')}.`
}

/** Letters of a question that a closed row shows. */
const briefly = 140

/** The beginning of a question, as a row shows it before it is opened: its first line, without marks. */
export function briefText(text: string): string {
  const line = (text.trim().split('\n')[0] ?? '').replaceAll('*', '').trim()
  return line.length <= briefly ? line : `${line.slice(0, briefly).replace(/\s+\S*$/, '')} …`
}
