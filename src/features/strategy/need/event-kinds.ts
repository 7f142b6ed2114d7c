import { kindsAbout } from '../../../access/event-kinds.ts'

/** What is told of the need for housing: both parties read all of it. */
export const needEvents = {
  ...kindsAbout('needEstimate', {
    everyone: {
      needEstimated: 'offentliggjorde en behovsvurdering',
      needSuperseded: 'offentliggjorde en ny version af behovsvurderingen',
      needWithdrawn: 'trak behovsvurderingen tilbage',
    },
    // The agenda and the decision themselves tell of it, to whoever reads them.
    preparing: {
      needPutOnAgenda: 'satte behovsvurderingen på en dagsorden',
      needCited: 'henviste til behovsvurderingen fra en beslutning',
    },
  }),
  ...kindsAbout('stockChange', {
    everyone: {
      stockChangeTold: 'registrerede en ændring i boligerne',
      stockChangeCorrected: 'rettede ændringen i boligerne',
    },
  }),
  ...kindsAbout('vacantHomes', {
    everyone: { vacancyCounted: 'registrerede ledige boliger', vacancyCorrected: 'rettede tallet for ledige boliger' },
  }),
}

type Kinds = typeof needEvents

declare module '../../../database/events.ts' {
  interface DeclaredKinds extends Kinds {}
}
