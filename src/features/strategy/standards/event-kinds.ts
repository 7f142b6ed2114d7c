import { kindsAbout } from '../../../access/event-kinds.ts'

/** What is told of the yearly statements on the standards. */
export const statementEvents = {
  ...kindsAbout('statementRound', { everyone: { statementsAsked: 'efterspurgte årets redegørelser' } }),
  ...kindsAbout('statement', {
    everyone: {
      statementGiven: 'afgav redegørelsen',
      statementChanged: 'ændrede svar i redegørelsen',
    },
    inside: { statementAnswered: 'besvarede nogle af redegørelsens punkter' },
  }),
}

type Kinds = typeof statementEvents

declare module '../../../database/events.ts' {
  interface DeclaredKinds extends Kinds {}
}
