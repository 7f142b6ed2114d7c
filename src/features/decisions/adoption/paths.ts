/** Beside a text's own page, whatever kind it is of: the draft that is worked on. */
export const draftPathOf = (text: string): string => `${text}/udkast`
export const versionPathOf = (text: string, version: number): string => `${text}/versioner/${version}`
