import { kindsAbout } from '../../../access/event-kinds.ts'

/** What is told of a mandate. */
export const mandateEvents = {
  ...kindsAbout('mandate', {
    everyone: {
      mandateRegistered: 'registrerede mandatet',
      mandateActivated: 'vedhæftede protokollen, så mandatet kan bruges',
      mandateAdjusted: 'ændrede mandatets samlede beløb',
      earlierDrawEntered: 'registrerede et træk fra før portalen på mandatet',
      earlierDrawReversed: 'tilbageførte et træk fra før portalen på mandatet',
      mandateSuperseded: 'afløste mandatet med et nyt',
      mandateRevoked: 'tilbagekaldte mandatet',
    },
    preparing: {
      mandateDraftChanged: 'rettede kladden til mandatet',
    },
  }),
}

type Kinds = typeof mandateEvents

declare module '../../../database/events.ts' {
  interface DeclaredKinds extends Kinds {}
}
