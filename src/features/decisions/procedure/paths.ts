/** Rules of procedure: which governs a day, all versions, and the draft that is worked on. */
export const procedurePath = '/forretningsorden'
export const newProcedurePath = `${procedurePath}/ny`
export const procedureTextPath = (slug: string): string => `${procedurePath}/${slug}`
export const procedureDraftPath = (slug: string): string => `${procedureTextPath(slug)}/udkast`
export const procedureVersionPath = (slug: string, version: number): string =>
  `${procedureTextPath(slug)}/versioner/${version}`
/** As of a day: the one that a meeting is governed by. */
export const procedureOnPath = (day: string): string => `${procedurePath}?dag=${day}`

/** What templates lead to by name. */
export const addresses = { procedure: procedurePath } as const
