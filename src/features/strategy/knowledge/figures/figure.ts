/** The levels of places, from the smallest to the largest. */
export const placeLevels = ['ESTATE', 'AREA', 'DISTRICT', 'TOWN', 'REGION', 'COUNTRY'] as const
export type PlaceLevel = (typeof placeLevels)[number]

/** A place that figures can be told of. The town, its region and the country are one each. */
export type PlaceRef =
  | { level: 'ESTATE' | 'AREA' | 'DISTRICT'; id: number }
  | { level: 'TOWN' | 'REGION' | 'COUNTRY'; id?: undefined }

/** The same for the same place. */
export const placeKey = ({ level, id }: PlaceRef): string => (id === undefined ? level : `${level} ${id}`)

/** Why there is no value. */
export type MissingKind = 'NOT_COLLECTED' | 'NOT_APPLICABLE' | 'WITHHELD' | 'NOT_DELIVERED'

/**
 * A figure as it is stored, before it is decided what of it may be shown. No page, file or picture prints one of these:
 * they print what `shownFigures` gives.
 */
export interface RawFigure {
  id: number
  indicatorId: number
  versionId: number
  /** In MeasuredPlace. */
  placeId: number
  year: number
  /** In the version's unit; null: it is missing. */
  value: number | null
  numerator: number | null
  denominator: number | null
  missing: MissingKind | null
  /** The figure that this one stands in the place of. */
  correctsId: number | null
  /** Decided, when it came, never to be told (diskretionering). */
  withheld: boolean
  /** Another stands in its place. */
  corrected: boolean
  reason: string
  deliveryId: number
  decimals: number
}
