import { kindsAbout } from '../../../access/event-kinds.ts'

/** What is told of a statement to somebody outside; what is written on its text is told of the text. */
export const outwardEvents = {
  ...kindsAbout('outward', {
    everyone: {
      outwardRegistered: 'registrerede udtalelsen',
      outwardCorrected: 'rettede udtalelsens oplysninger',
      outwardExtended: 'registrerede en senere frist for udtalelsen',
      outwardAsked: 'spurgte organisationerne om udtalelsen',
      outwardStanceGiven: 'afgav en organisations holdning til udtalelsen',
      outwardSent: 'sendte udtalelsen',
      outwardAnswerFiled: 'registrerede svaret på udtalelsen',
      outwardClosed: 'afsluttede udtalelsen',
      outwardWithdrawn: 'trak udtalelsen tilbage',
    },
  }),
}

type Kinds = typeof outwardEvents

declare module '../../../database/events.ts' {
  interface DeclaredKinds extends Kinds {}
}
