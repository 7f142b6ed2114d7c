import { z } from 'zod'
import { kindsAbout } from '../../../access/event-kinds.ts'

/** Why a case was ended, as `caseClosed` says it. */
export const closedFacts = z.object({ reason: z.string().catch('') })

/** What is told of a case. */
export const caseEvents = {
  ...kindsAbout('case', {
    everyone: {
      caseOpened: 'oprettede sagen',
      caseForwarded: 'oversendte sagen til fælles boligstrategisk gruppe',
      caseClosed: 'afsluttede sagen',
      caseWithheld: 'gjorde sagen lukket',
      caseUnveiled: 'gjorde sagen åben igen',
    },
    inside: {
      caseEdited: 'ændrede oplysningerne om sagen',
      caseWithholdingEdited: 'ændrede, hvad der står om den lukkede sag',
    },
  }),
}

type Kinds = typeof caseEvents

declare module '../../../database/events.ts' {
  interface DeclaredKinds extends Kinds {}
}
