import { type Day, longDay } from '../../../../kernel/days.ts'
import { kronerInText, type Oere } from '../../../../kernel/money.ts'
import { type Objection, objection } from '../../../../kernel/objection.ts'
import { type MandateAmounts, remainingOf } from '../mandate-amounts.ts'
import { holdsFrom, lastDayOf, type MandatePeriod } from '../mandate-period.ts'

export type DrawnMandate = MandatePeriod & MandateAmounts

export interface EarlierDraw {
  amount: Oere
  /** When it was drawn. */
  day: Day
  text: string
}

/**
 * Why a mandate takes no draw from before the portal at all; null: it can.
 * @param recordedFrom from this day on the portal records what the cooperation decides
 */
export function earlierDrawObstacle(mandate: DrawnMandate, recordedFrom: Day): Objection | null {
  if (mandate.total === null) return objection('Mandatet har ingen ramme i alt, så der er intet at trække fra.')
  if (mandate.activatedAt === null) return objection('Mandatet er en kladde. Vedhæft protokollen først.')
  if (holdsFrom(mandate) >= recordedFrom)
    return objection(
      `Mandatet gælder først fra den ${longDay(holdsFrom(mandate))}, og portalen fører samarbejdets beslutninger fra den ${longDay(recordedFrom)}. Der kan ikke være trukket på mandatet før portalen.`,
    )
  return null
}

/** All that is wrong with what is said to have been drawn, each at its field. */
export function earlierDrawFaults(
  mandate: DrawnMandate,
  { amount, day, text }: EarlierDraw,
  recordedFrom: Day,
): Objection[] {
  const obstacle = earlierDrawObstacle(mandate, recordedFrom)
  if (obstacle !== null) return [obstacle]
  const left = remainingOf(mandate)
  return [
    ...dayFaults(mandate, day, recordedFrom),
    ...(amount <= 0 ? [objection('Beløbet skal være større end 0 kr.', 'amount')] : []),
    ...(left !== null && amount > left
      ? [objection(`Der kan højst være trukket resten af rammen: ${kronerInText(left)}`, 'amount')]
      : []),
    ...(text.trim() === '' ? [objection('Feltet »Hvad er der trukket til?« skal udfyldes.', 'text')] : []),
  ]
}

function dayFaults(mandate: DrawnMandate, on: Day, recordedFrom: Day): Objection[] {
  const told = (sentence: string) => [objection(sentence, 'day')]
  if (on >= recordedFrom)
    return told(
      `Portalen fører samarbejdets beslutninger fra den ${longDay(recordedFrom)}. Det, der er trukket siden, føres som en beslutning på et møde.`,
    )
  const first = holdsFrom(mandate)
  if (on < first) return told(`Mandatet gælder først fra den ${longDay(first)}.`)
  if (mandate.revokedFrom !== null && on >= mandate.revokedFrom)
    return told(`Mandatet er tilbagekaldt fra den ${longDay(mandate.revokedFrom)}.`)
  const last = lastDayOf(mandate)
  return last !== null && on > last ? told(`Mandatet gjaldt kun til og med den ${longDay(last)}.`) : []
}
