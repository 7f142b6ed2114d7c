import { kindsAbout } from '../../../access/event-kinds.ts'

/** What is told of indicators, and of the deliveries that their figures come with. */
export const knowledgeEvents = {
  ...kindsAbout('indicator', {
    everyone: {
      indicatorAdded: 'oprettede indikatoren',
      indicatorEdited: 'rettede oplysningerne om indikatoren',
      indicatorVersionAdded: 'oprettede en ny version af indikatoren',
      thresholdSet: 'satte en grænseværdi for indikatoren',
      thresholdEdited: 'rettede en grænseværdi for indikatoren',
      valueEntered: 'registrerede en værdi for indikatoren',
      valueCorrected: 'rettede en værdi for indikatoren',
    },
  }),
  ...kindsAbout('discretionLimits', {
    everyone: { discretionSet: 'satte grænserne for, hvilke tal der vises' },
  }),
  ...kindsAbout('observationDelivery', {
    everyone: { observationsDelivered: 'indlæste leveringen af tal' },
  }),
}

type Kinds = typeof knowledgeEvents

declare module '../../../database/events.ts' {
  interface DeclaredKinds extends Kinds {}
}
