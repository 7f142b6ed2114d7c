import { kindsAbout } from '../../../access/event-kinds.ts'

/** What is told of how far the organisations are with the strategies. */
export const implementationEvents = {
  ...kindsAbout('implementationRound', {
    everyone: { implementationAsked: 'spurgte organisationerne om gennemførelsen' },
  }),
  ...kindsAbout('implementation', {
    everyone: {
      implementationStated: 'svarede om gennemførelsen',
      implementationChanged: 'ændrede svar om gennemførelsen',
    },
  }),
}

type Kinds = typeof implementationEvents

declare module '../../../database/events.ts' {
  interface DeclaredKinds extends Kinds {}
}
