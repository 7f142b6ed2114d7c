import { type Objection, objection } from '../../../../kernel/objection.ts'
import type { PlaceLevel } from '../figures/figure.ts'

/** Grænseværdi: beyond which a figure is worrying. */
export interface ThresholdTerms {
  name: string
  /** Which side of it is beyond. */
  side: 'ABOVE' | 'BELOW'
  /** A number, or so many times the reference's figure of the same year. */
  kind: 'FACTOR' | 'NUMBER'
  amount: number
  reference: PlaceLevel | null
  fromYear: number
  /** Its last year; null: it still holds. */
  toYear: number | null
  source: string
}

export const holdsIn = ({ fromYear, toYear }: Pick<ThresholdTerms, 'fromYear' | 'toYear'>, year: number): boolean =>
  fromYear <= year && (toYear === null || year <= toYear)

/**
 * What the figure of a year is held against, in the indicator's unit.
 * @param referenceOf the figure of a whole in the same year; null: it is not known
 * @returns null where the threshold does not hold in the year, or its reference is not known
 */
export function limitOf(
  threshold: ThresholdTerms,
  year: number,
  referenceOf: (level: PlaceLevel) => number | null,
): number | null {
  if (!holdsIn(threshold, year)) return null
  if (threshold.kind === 'NUMBER') return threshold.amount
  const reference = threshold.reference === null ? null : referenceOf(threshold.reference)
  return reference === null ? null : reference * threshold.amount
}

/** Beyond it, and not only at it: a statute says »over 40 %«. */
export const isBeyond = ({ side }: Pick<ThresholdTerms, 'side'>, value: number, limit: number): boolean =>
  side === 'ABOVE' ? value > limit : value < limit

export function objectionsToThreshold(
  { kind, reference, fromYear, toYear, amount }: ThresholdTerms,
  others: readonly Pick<ThresholdTerms, 'name' | 'fromYear' | 'toYear'>[],
  name: string,
): Objection[] {
  const found: Objection[] = []
  if (kind === 'FACTOR' && reference === null) found.push(objection('Vælg, hvis tal der ganges med.', 'reference'))
  if (kind === 'NUMBER' && reference !== null)
    found.push(objection('Et fast tal har ingen referenceværdi. Vælg »Ingen«.', 'reference'))
  if (kind === 'FACTOR' && amount <= 0) found.push(objection('Skriv et tal, der er større end 0.', 'amount'))
  if (toYear !== null && toYear < fromYear)
    found.push(objection('Det sidste år kan ikke ligge før det første.', 'toYear'))
  const last = toYear ?? 9999
  const other = others.find(
    one => one.name.toLowerCase() === name.toLowerCase() && one.fromYear <= last && fromYear <= (one.toYear ?? 9999),
  )
  if (other)
    found.push(objection(`Der er allerede en grænseværdi, der hedder »${other.name}«, i nogle af årene.`, 'name'))
  return found
}
