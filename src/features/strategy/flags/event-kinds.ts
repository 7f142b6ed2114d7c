import { kindsAbout } from '../../../access/event-kinds.ts'

/** What is told of a flag: both parties read all of it. */
export const flagEvents = {
  ...kindsAbout('flag', {
    everyone: {
      flagRaised: 'påpegede stedet',
      flagCorrected: 'rettede påpegningen',
      flagAcknowledged: 'kvitterede for påpegningen',
      flagPutOnAgenda: 'satte påpegningen på en dagsorden',
      flagFollowed: 'satte en dag, påpegningen følges til',
      flagAssessed: 'registrerede en vurdering efter påpegningen',
      flagLedToInitiative: 'registrerede en indsats efter påpegningen',
      flagDeclined: 'afviste påpegningen med en begrundelse',
      flagJoined: 'samlede påpegningen med en anden',
      flagReopened: 'genåbnede påpegningen',
    },
  }),
}

type Kinds = typeof flagEvents

declare module '../../../database/events.ts' {
  interface DeclaredKinds extends Kinds {}
}
