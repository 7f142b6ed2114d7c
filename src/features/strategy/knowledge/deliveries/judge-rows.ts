import { type Day, yearOf } from '../../../../kernel/days.ts'
import { type Objection, objection } from '../../../../kernel/objection.ts'
import { type MissingKind, type PlaceRef, placeKey, type RawFigure } from '../figures/figure.ts'
import { objectionsToValue } from '../indicators/indicator-rules.ts'

/** A figure that is to be delivered: a value in the version's unit, or why there is none. */
export interface ObservationDraft {
  versionId: number
  place: PlaceRef
  year: number
  value: number | null
  numerator?: number | null
  denominator?: number | null
  missing?: MissingKind | null
  /** Why it is corrected, where it is a correction; left out: the delivery's own reason. */
  reason?: string
}

export type RowVerdict =
  /** Nothing stood there. */
  | { kind: 'NEW' }
  /** The very same stands there. */
  | { kind: 'UNCHANGED'; standing: RawFigure }
  /** Something else stands there, and will stay readable. */
  | { kind: 'CORRECTION'; standing: RawFigure }
  | { kind: 'REFUSED'; objections: Objection[] }

export interface VersionTerms {
  id: number
  unit: string
  decimals: number
}

/** What a row is judged against. */
export interface Standing {
  versions: ReadonlyMap<number, VersionTerms>
  /** Whether the place is there. */
  knows(place: PlaceRef): boolean
  /** What stands of the version, by `standingKey`. */
  figures: ReadonlyMap<string, RawFigure>
  today: Day
}

export const standingKey = (versionId: number, place: string, year: number): string => `${versionId} ${place} ${year}`

/**
 * What a row would do. One that names the same figure as a row before it is refused: nobody could say which counts.
 * @param seen the keys of the rows before it; the row's own is added
 */
export function judgeRow(row: ObservationDraft, standing: Standing, seen: Set<string>): RowVerdict {
  const objections = objectionsTo(row, standing)
  const key = standingKey(row.versionId, placeKey(row.place), row.year)
  if (seen.has(key)) objections.push(objection('Samme indikator, sted og år står også i en tidligere række.', 'year'))
  seen.add(key)
  if (objections.length > 0) return { kind: 'REFUSED', objections }
  const now = standing.figures.get(key)
  if (!now) return { kind: 'NEW' }
  return { kind: isSame(row, now) ? 'UNCHANGED' : 'CORRECTION', standing: now }
}

function objectionsTo(row: ObservationDraft, { versions, knows, today }: Standing): Objection[] {
  const version = versions.get(row.versionId)
  if (!version) return [objection('Indikatoren findes ikke.', 'indicator')]
  const { value, year } = row
  const missing = row.missing ?? null
  const found: Objection[] = []
  if (!knows(row.place)) found.push(objection('Stedet findes ikke.', 'place'))
  if ((value === null) === (missing === null))
    found.push(objection('Skriv enten en værdi eller grunden til, at den mangler.', 'value'))
  if (year < 1900) found.push(objection('Skriv årstallet med fire cifre.', 'year'))
  if (value !== null) found.push(...objectionsToValue({ value, year }, version, today))
  else if (year > yearOf(today)) found.push(objection(`Året ${year} er ikke begyndt.`, 'year'))
  if (row.denominator !== undefined && row.denominator !== null && row.denominator < 0)
    found.push(objection('Nævneren kan ikke være negativ.', 'denominator'))
  return found
}

const isSame = (row: ObservationDraft, now: RawFigure): boolean =>
  row.value === now.value &&
  (row.missing ?? null) === now.missing &&
  (row.numerator ?? null) === now.numerator &&
  (row.denominator ?? null) === now.denominator
