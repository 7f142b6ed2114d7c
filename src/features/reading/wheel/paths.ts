/** The year's wheel. */
export const yearPath = '/aarshjul'
export const yearCsvPath = `${yearPath}/aarshjul.csv`
export const dutiesPath = `${yearPath}/opgaver`
export const newDutyPath = `${dutiesPath}/ny`
export const dutyPath = (id: number | string): string => `${dutiesPath}/${id}`

/** What templates lead to by name. */
export const addresses = { year: yearPath } as const
