/** Databrud: between two years there are figures that cannot be compared, and why. */
export interface SeriesBreak {
  /** The last year before it, and the first after it. */
  before: number
  after: number
  kind: 'PLACE' | 'DEFINITION'
}

export interface SeriesPoint {
  year: number
  value: number | null
  /** Of the indicator's version: 1 is the first. */
  version: number
}

export interface VersionStep {
  number: number
  /** With the version before. */
  comparable: boolean
}

/**
 * R37: where a series breaks. Another definition that the one before is not comparable with, or other estates in the area
 * at the end of the year. Between two years of one series nothing is compared across it.
 * @param estatesIn of an area: what it consisted of at the end of a year, null where it was not delimited; left out: a
 *   place whose limits nobody follows
 */
export function breaksOf(
  points: readonly SeriesPoint[],
  versions: readonly VersionStep[],
  estatesIn?: (year: number) => readonly number[] | null,
): SeriesBreak[] {
  const told = points.filter(({ value }) => value !== null)
  return told.slice(1).flatMap((point, at) => {
    const before = told[at] as SeriesPoint
    const between = { before: before.year, after: point.year }
    const found: SeriesBreak[] = []
    if (isRedefined(before.version, point.version, versions)) found.push({ ...between, kind: 'DEFINITION' })
    if (estatesIn && !sameEstates(estatesIn(before.year), estatesIn(point.year)))
      found.push({ ...between, kind: 'PLACE' })
    return found
  })
}

/** Whether any version after the one and up to the other cannot be compared with the version before it. */
function isRedefined(one: number, other: number, versions: readonly VersionStep[]): boolean {
  const [first, last] = one < other ? [one, other] : [other, one]
  return versions.some(({ number, comparable }) => number > first && number <= last && !comparable)
}

/** What nobody has delimited is taken for what it is delimited as: only a change that is known is a break. */
const sameEstates = (one: readonly number[] | null, other: readonly number[] | null): boolean =>
  one === null || other === null || (one.length === other.length && one.every(id => other.includes(id)))

/** The points in pieces that can be compared, each from one break to the next. */
export function piecesOf<Point extends { year: number }>(
  points: readonly Point[],
  breaks: readonly SeriesBreak[],
): Point[][] {
  const pieces: Point[][] = []
  let piece: Point[] = []
  for (const point of points) {
    if (piece.length > 0 && breaks.some(({ after }) => after === point.year)) {
      pieces.push(piece)
      piece = []
    }
    piece.push(point)
  }
  return piece.length > 0 ? [...pieces, piece] : pieces
}

/**
 * What a year's value has changed by since the year before it that there is a value of, rounded as the values are; null
 * where nothing can be compared.
 */
export function changeOf(
  points: readonly SeriesPoint[],
  breaks: readonly SeriesBreak[],
  year: number,
  decimals: number,
): number | null {
  const told = points.filter(({ value }) => value !== null)
  const at = told.findIndex(point => point.year === year)
  const [before, now] = [told[at - 1], told[at]]
  if (!before || !now || now.value === null || before.value === null) return null
  if (breaks.some(one => one.after === year)) return null
  return Number((now.value - before.value).toFixed(decimals))
}
