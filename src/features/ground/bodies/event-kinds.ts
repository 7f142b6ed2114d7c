import { kindsAbout } from '../../../access/event-kinds.ts'

/** What is told of a body and of those who sit in it. */
export const bodyEvents = {
  ...kindsAbout('body', {
    everyone: {
      bodyCreated: 'oprettede organet',
      bodyCorrected: 'rettede oplysningerne om organet',
      firstRulesCorrected: 'ændrede organets forretningsorden',
    },
  }),
  ...kindsAbout('seat', {
    everyone: {
      seatGiven: 'registrerede udpegningen',
      seatCorrected: 'rettede udpegningen',
      seatEnded: 'afsluttede udpegningen',
    },
  }),
}

type Kinds = typeof bodyEvents

declare module '../../../database/events.ts' {
  interface DeclaredKinds extends Kinds {}
}
