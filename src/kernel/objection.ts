/** A rule's no: the sentence that the person reads, and the form's field that it belongs to (none: the form as a whole). */
export interface Objection {
  sentence: string
  field?: string
}

export const objection = (sentence: string, field?: string): Objection =>
  field === undefined ? { sentence } : { sentence, field }

/** All of them as one text, each sentence once. */
export const sentencesOf = (objections: readonly Objection[]): string =>
  [...new Set(objections.map(({ sentence }) => sentence))].join(' ')
