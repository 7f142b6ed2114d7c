export const implementationPath = '/strategier/gennemfoerelse'
export const askImplementationPath = `${implementationPath}/ny`
/** @param half »2026-2« */
export const roundPath = (half: string): string => `${implementationPath}/${half}`
export const organisationAnswersPath = (half: string, organisation: string): string =>
  `${roundPath(half)}/${organisation}`
