/** Beside a text's own page, whatever kind it is of: the draft that is worked on. */
export const draftPathOf = (text: string): string => `${text}/udkast`
/** Two of its drafts word for word. @param fra, til numbers of drafts; left out: what is in force, and the newest */
export const comparisonPathOf = (text: string, fra?: number, til?: number): string =>
  fra === undefined ? `${text}/sammenlign` : `${text}/sammenlign?fra=${fra}&til=${til ?? ''}`
export const versionPathOf = (text: string, version: number): string => `${text}/versioner/${version}`
