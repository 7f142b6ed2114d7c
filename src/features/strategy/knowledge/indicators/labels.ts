export const directionNames = { HIGHER: 'Højere er bedre', LOWER: 'Lavere er bedre' } as const

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

/** The whole town, where a place is named: no housing area has its address. */
export const townName = 'Hele byen'
export const townSlug = 'hele-byen'
