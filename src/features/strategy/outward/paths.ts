export const outwardListPath = '/udtalelser'
export const outwardCsvPath = `${outwardListPath}.csv`
export const newOutwardPath = `${outwardListPath}/ny`
export const outwardPath = (slug: string): string => `${outwardListPath}/${slug}`
/** The letter that was received. */
export const receivedLetterPath = (slug: string): string => `${outwardPath(slug)}/modtaget`
export const correctOutwardPath = (slug: string): string => `${outwardPath(slug)}/ret`
export const extendDeadlinePath = (slug: string): string => `${outwardPath(slug)}/frist`
export const askStancesPath = (slug: string): string => `${outwardPath(slug)}/hoering`
export const stancePath = (slug: string, organisation: string): string =>
  `${outwardPath(slug)}/holdninger/${organisation}`
/** Where it is sent, and as what it was sent. */
export const sendLetterPath = (slug: string): string => `${outwardPath(slug)}/send`
export const letterPath = (slug: string): string => `${outwardPath(slug)}/brev`
export const fileAnswerPath = (slug: string): string => `${outwardPath(slug)}/svar`
export const answerLetterPath = (slug: string, answer: number): string => `${fileAnswerPath(slug)}/${answer}/brev`
export const closeOutwardPath = (slug: string): string => `${outwardPath(slug)}/afslut`
export const withdrawOutwardPath = (slug: string): string => `${outwardPath(slug)}/traek-tilbage`
/** The draft of the letter, and its parts. */
export const letterDraftPath = (slug: string): string => `${outwardPath(slug)}/udkast`
export const letterHeadPath = (slug: string): string => `${letterDraftPath(slug)}/hoved`
export const letterSectionsPath = (slug: string): string => `${letterDraftPath(slug)}/afsnit`
export const letterSectionPath = (slug: string, key: string): string => `${letterSectionsPath(slug)}/${key}`

/** What templates lead to by name. */
export const addresses = { letters: outwardListPath } as const
