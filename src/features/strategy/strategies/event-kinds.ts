import { kindsAbout } from '../../../access/event-kinds.ts'

/** What is told of a strategy besides its way as a text. */
export const strategyEvents = {
  ...kindsAbout('text', {
    everyone: {
      targetAppraised: 'vurderede årets fremdrift for et delmål i teksten',
      appraisalCorrected: 'rettede en vurdering af et delmål i teksten',
    },
  }),
}

type Kinds = typeof strategyEvents

declare module '../../../database/events.ts' {
  interface DeclaredKinds extends Kinds {}
}
