import type { MissingKind, PlaceLevel } from './figures/figure.ts'

export const directionNames = {
  HIGHER: 'Højere er bedre',
  LOWER: 'Lavere er bedre',
  NEITHER: 'Hverken højere eller lavere er bedre',
} as const

export const visibilityNames = { OPEN: 'Alle i samarbejdet', PARTIES: 'Kun parterne' } as const

export const monthNames = [
  'januar',
  'februar',
  'marts',
  'april',
  'maj',
  'juni',
  'juli',
  'august',
  'september',
  'oktober',
  'november',
  'december',
] as const

/** »Hvert år«, »Hvert 3. år« */
export const everyText = (years: number): string => (years === 1 ? 'Hvert år' : `Hvert ${years}. år`)

/** Places of one level, in the plural. */
export const levelNames: Record<PlaceLevel, string> = {
  ESTATE: 'Afdelinger',
  AREA: 'Boligområder',
  DISTRICT: 'Bydele',
  TOWN: 'Hele byen',
  REGION: 'Regionen',
  COUNTRY: 'Hele landet',
}

/** The places that are one of their level, inside a sentence. */
export const levelPlaces: Record<Exclude<PlaceLevel, 'ESTATE' | 'AREA' | 'DISTRICT'>, string> = {
  TOWN: 'hele byen',
  REGION: 'regionen',
  COUNTRY: 'hele landet',
}

/** Why there is no value, and the sign that stands in its place in a table. */
export const missingNames: Record<MissingKind, string> = {
  NOT_COLLECTED: 'Ikke indsamlet',
  NOT_APPLICABLE: 'Ikke relevant',
  WITHHELD: 'Tilbageholdt',
  NOT_DELIVERED: 'Ikke leveret',
}
export const missingSigns: Record<MissingKind, string> = {
  NOT_COLLECTED: '–',
  NOT_APPLICABLE: '×',
  WITHHELD: '*',
  NOT_DELIVERED: '…',
}
