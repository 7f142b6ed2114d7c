export const indicatorsPath = '/indikatorer'
export const indicatorPath = (slug: string): string => `${indicatorsPath}/${slug}`
/** A year's value of a place: where it is entered, and where it is corrected. */
export const enterValuePath = (slug: string): string => `${indicatorPath(slug)}/vaerdi`
export const valuePath = (slug: string, year: number, place: string): string =>
  `${indicatorPath(slug)}/vaerdi/${year}/${place}`
export const correctValuePath = (slug: string, year: number, place: string): string =>
  `${valuePath(slug, year, place)}/ret`
