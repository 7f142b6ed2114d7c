import { kindsAbout } from '../../../access/event-kinds.ts'

export const listEvents = {
  ...kindsAbout('publicList', {
    everyone: {
      listRecorded: 'registrerede listen',
      listCorrected: 'rettede listens oplysninger',
      entryRecorded: 'registrerede et område på listen',
      entryCorrected: 'rettede et område på listen',
      entryWithdrawn: 'markerede et område som registreret ved en fejl',
    },
  }),
  ...kindsAbout('criterionSource', { everyone: { criterionSourceChosen: 'valgte en indikator til tidlig varsling' } }),
  ...kindsAbout('listReference', { everyone: { listReferenceEntered: 'registrerede en referenceværdi til listerne' } }),
}

type Kinds = typeof listEvents

declare module '../../../database/events.ts' {
  interface DeclaredKinds extends Kinds {}
}
