export const bodiesPath = '/organer'
export const bodyPath = (slug: string): string => `${bodiesPath}/${slug}`
export const chartPath = '/organisation'

/** What templates lead to by name. */
export const addresses = { chart: chartPath, bodies: bodiesPath } as const
