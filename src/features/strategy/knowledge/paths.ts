export const indicatorsPath = '/indikatorer'
export const newIndicatorPath = `${indicatorsPath}/ny`
export const indicatorPath = (slug: string): string => `${indicatorsPath}/${slug}`
export const indicatorCsvPath = (slug: string): string => `${indicatorPath(slug)}/tabel.csv`
export const allYearsPath = (slug: string): string => `${indicatorPath(slug)}/aar`
export const aboutPath = (slug: string): string => `${indicatorPath(slug)}/om`
export const editIndicatorPath = (slug: string): string => `${indicatorPath(slug)}/ret`
export const newVersionPath = (slug: string): string => `${indicatorPath(slug)}/ny-version`
/** A year's value of a place: where it is entered, and where it is corrected. */
export const enterValuePath = (slug: string): string => `${indicatorPath(slug)}/vaerdi`
export const valuePath = (slug: string, year: number | string, place: string): string =>
  `${indicatorPath(slug)}/vaerdi/${year}/${place}`
export const correctValuePath = (slug: string, year: number | string, place: string): string =>
  `${valuePath(slug, year, place)}/ret`
/** A place's years by one indicator. */
export const seriesPath = (slug: string, place: string): string => `${indicatorPath(slug)}/udvikling/${place}`

export const thresholdPath = (slug: string, id?: number | string): string =>
  `${indicatorPath(slug)}/graensevaerdi${id === undefined ? '' : `/${id}`}`

/** A place by all indicators. */
export const placesPath = `${indicatorsPath}/steder`
export const placePath = (place: string): string => `${placesPath}/${place}`
export const placeCsvPath = (place: string): string => `${placePath(place)}/tabel.csv`

export const statusPath = `${indicatorsPath}/datastatus`
/** From which numbers on figures are told. */
export const discretionPath = `${indicatorsPath}/diskretion`
export const editDiscretionPath = `${discretionPath}/ret`
export const deliveriesPath = `${indicatorsPath}/leveringer`
export const deliveryPath = (id: number | string): string => `${deliveriesPath}/${id}`

/** What templates lead to by name. */
export const addresses = { discretion: discretionPath } as const
