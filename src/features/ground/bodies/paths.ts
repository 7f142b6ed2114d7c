export const bodiesPath = '/organer'
export const bodyPath = (slug: string): string => `${bodiesPath}/${slug}`
export const chartPath = '/organisation'
