import { earlierKindLabels } from '../cases/index.ts'

/** As a case's timeline names them. */
export const kindNames = earlierKindLabels

export type EarlierKind = keyof typeof kindNames

export const kindOptions = Object.entries(kindNames).map(([value, text]) => ({ value, text }))

/** How everything from before the portal is marked, wherever it stands. */
export const mark = 'Fra før portalen'
