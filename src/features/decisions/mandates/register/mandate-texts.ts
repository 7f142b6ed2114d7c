import { addDays, type Day, daysBetween, longDay, shortDay } from '../../../../kernel/days.ts'
import { formatKroner, oere } from '../../../../kernel/money.ts'
import { capitalised } from '../../../../kernel/text.ts'
import { kindNames } from '../labels.ts'
import { expiryNotice, lastDayOf, mandateStateOn } from '../mandate-rules.ts'
import type { MandateRow } from '../queries.ts'

/** »Økonomisk, juridisk« */
export function coversText(row: Pick<MandateRow, 'economic' | 'legal' | 'organisational'>): string {
  const kinds = (['economic', 'legal', 'organisational'] as const).filter(kind => row[kind])
  return capitalised(
    kinds
      .map(kind => kindNames[kind])
      .join(', ')
      .toLowerCase(),
  )
}

type Dates = Pick<MandateRow, 'from' | 'to' | 'sourceDay' | 'supersededFrom' | 'revokedFrom' | 'activatedAt'>

export const periodText = (row: Pick<Dates, 'from' | 'to' | 'supersededFrom'>): string => {
  const last = lastDayOf(row)
  return last === null ? `Fra ${shortDay(row.from)}` : `${shortDay(row.from)}–${shortDay(last)}`
}

export const periodInWords = ({ from, to }: Pick<Dates, 'from' | 'to'>): string =>
  to === null ? `Fra den ${longDay(from)}` : `Fra den ${longDay(from)} til og med den ${longDay(to)}`

export const remainingText = (row: Pick<MandateRow, 'total' | 'adjusted' | 'drawn'>): string =>
  row.total === null ? '' : formatKroner(oere(row.total + row.adjusted - row.drawn))

/** Whether it is in force and runs out within the notice, without a later one in its place. */
export const isExpiring = (row: Dates, today: Day): boolean =>
  row.to !== null &&
  row.supersededFrom === null &&
  mandateStateOn(row, today) === 'IN_FORCE' &&
  row.to <= addDays(today, expiryNotice)

/** »Udløber om 12 dage«; null: not within the notice, or not in force. */
export function expiringText(row: Dates, today: Day): string | null {
  if (row.to === null || !isExpiring(row, today)) return null
  const left = daysBetween(today, row.to)
  if (left === 0) return 'Udløber i dag'
  return left === 1 ? 'Udløber i morgen' : `Udløber om ${left} dage`
}
