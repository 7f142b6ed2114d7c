/** A text's own page, by the key of its kind. */
export const textPath = (kind: string, slug: string): string => `/${kind}/${slug}`

// Beside a text's own page, whatever kind it is of.

/** The draft that is worked on. */
export const draftPathOf = (text: string): string => `${text}/udkast`
export const versionPathOf = (text: string, version: number): string => `${text}/versioner/${version}`
/** Two of its drafts word for word. @param fra, til numbers of drafts; left out: what is in force, and the newest */
export const comparisonPathOf = (text: string, fra?: number, til?: number): string =>
  fra === undefined ? `${text}/sammenlign` : `${text}/sammenlign?fra=${fra}&til=${til ?? ''}`
/** Where a hearing about the draft is opened. */
export const newHearingPathOf = (text: string): string => `${draftPathOf(text)}/hoering`
export const hearingPathOf = (text: string, number: number | string): string => `${text}/hoeringer/${number}`
export const hearingAnswerPathOf = (text: string, number: number | string, organisation: string): string =>
  `${hearingPathOf(text, number)}/svar/${organisation}`
