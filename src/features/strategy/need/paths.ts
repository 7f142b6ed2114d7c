/** The need for social housing, and how the homes there are and will be meet it. */
export const needPath = '/boligbehov'
/** Shorter, and typed by hand: it leads on. */
export const needAliasPath = '/behov'
export const needCsvPath = `${needPath}.csv`

export const estimatesPath = `${needPath}/vurderinger`
export const estimatesCsvPath = `${estimatesPath}.csv`
export const newEstimatePath = `${estimatesPath}/ny`
export const estimateExamplePath = `${estimatesPath}/eksempel.csv`
export const estimatePath = (number: string): string => `${estimatesPath}/${number}`
export const newVersionPath = (number: string): string => `${estimatePath(number)}/ny-version`
export const withdrawEstimatePath = (number: string): string => `${estimatePath(number)}/traek-tilbage`
export const versionPath = (number: string, version: number | string): string =>
  `${estimatePath(number)}/versioner/${version}`
export const versionCsvPath = (number: string, version: number | string): string =>
  `${versionPath(number, version)}/tal.csv`
export const versionOnAgendaPath = (number: string, version: number | string): string =>
  `${versionPath(number, version)}/dagsorden`
export const citeVersionPath = (number: string, version: number | string): string =>
  `${versionPath(number, version)}/beslutning`

export const changesPath = `${needPath}/aendringer`
export const changesCsvPath = `${changesPath}.csv`
export const newChangePath = `${changesPath}/ny`
export const changePath = (id: number | string): string => `${changesPath}/${id}`

export const vacanciesPath = `${needPath}/ledige`
export const vacanciesCsvPath = `${vacanciesPath}.csv`
export const newVacancyPath = `${vacanciesPath}/ny`
export const vacancyImportPath = `${vacanciesPath}/indlaes`
export const vacancyExamplePath = `${vacanciesPath}/eksempel.csv`
export const vacancyPath = (id: number | string): string => `${vacanciesPath}/${id}`

/** What templates lead to by name. */
export const addresses = {
  allEstimates: `${estimatesPath}?vis=alle`,
  allStockChanges: `${changesPath}?vis=alle`,
} as const
