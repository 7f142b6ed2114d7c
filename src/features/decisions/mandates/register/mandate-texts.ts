import { addDays, type Day, daysBetween, longDay, shortDay } from '../../../../kernel/days.ts'
import { formatKroner } from '../../../../kernel/money.ts'
import { capitalised } from '../../../../kernel/text.ts'
import { kindNames } from '../labels.ts'
import { type MandateAmounts, remainingOf } from '../mandate-amounts.ts'
import { expiryNotice, lastDayOf, type MandatePeriod, runsOut } from '../mandate-period.ts'
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

export const periodText = (row: Pick<MandatePeriod, 'from' | 'to' | 'supersededFrom'>): string => {
  const last = lastDayOf(row)
  return last === null ? `Fra ${shortDay(row.from)}` : `${shortDay(row.from)}–${shortDay(last)}`
}

export const periodInWords = ({ from, to }: Pick<MandatePeriod, 'from' | 'to'>): string =>
  to === null ? `Fra den ${longDay(from)}` : `Fra den ${longDay(from)} til og med den ${longDay(to)}`

export function remainingText(amounts: MandateAmounts): string {
  const remaining = remainingOf(amounts)
  return remaining === null ? '' : formatKroner(remaining)
}

/** Whether its term runs out within the notice: one that is revoked is told of as that. */
export const isExpiring = (row: MandatePeriod, today: Day): boolean =>
  runsOut(row, today) && row.to !== null && row.to <= addDays(today, expiryNotice)

/** »Udløber om 12 dage«; null: not within the notice, or not in force. */
export function expiringText(row: MandatePeriod, today: Day): string | null {
  if (row.to === null || !isExpiring(row, today)) return null
  const left = daysBetween(today, row.to)
  if (left === 0) return 'Udløber i dag'
  return left === 1 ? 'Udløber i morgen' : `Udløber om ${left} dage`
}
