import { kindsAbout } from '../../../access/event-kinds.ts'

/** What is told of indicators and their values. */
export const knowledgeEvents = {
  ...kindsAbout('indicator', {
    everyone: {
      indicatorAdded: 'oprettede indikatoren',
      indicatorEdited: 'rettede oplysningerne om indikatoren',
      valueEntered: 'registrerede en værdi for indikatoren',
      valueCorrected: 'rettede en værdi for indikatoren',
    },
  }),
}

type Kinds = typeof knowledgeEvents

declare module '../../../database/events.ts' {
  interface DeclaredKinds extends Kinds {}
}
