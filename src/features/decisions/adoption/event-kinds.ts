import { kindsAbout } from '../../../access/event-kinds.ts'

/** What is told of a text that the parties adopt. */
export const textEvents = {
  ...kindsAbout('text', {
    everyone: {
      textPutOnAgenda: 'satte teksten på dagsordenen',
      textTakenOffAgenda: 'tog teksten af dagsordenen',
      textHearingOpened: 'sendte teksten i høring',
      textHearingExtended: 'forlængede høringen af teksten',
      textHearingClosed: 'lukkede høringen af teksten',
      textHearingReplied: 'skrev høringsnotat om teksten',
    },
    preparing: {
      textBegun: 'begyndte på teksten',
      textDrafted: 'skrev et udkast til teksten',
      textSignedOff: 'godkendte udkastet for sit sekretariat',
      textSignOffTakenBack: 'trak godkendelsen af udkastet tilbage',
    },
  }),
  ...kindsAbout('textHearingAnswer', {
    everyone: { textHearingAnswered: 'afgav høringssvaret', textHearingAnswerChanged: 'ændrede høringssvaret' },
  }),
}

type Kinds = typeof textEvents

declare module '../../../database/events.ts' {
  interface DeclaredKinds extends Kinds {}
}
