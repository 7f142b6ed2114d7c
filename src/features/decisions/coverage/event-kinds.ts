import { kindsAbout } from '../../../access/event-kinds.ts'

/** What is told of a check that is made before the meeting. */
export const coverageEvents = {
  ...kindsAbout('agendaItem', {
    preparing: {
      checkPrepared: 'gemte en forhåndskontrol til punktet',
      checkRemoved: 'fjernede en forhåndskontrol fra punktet',
    },
  }),
}

type Kinds = typeof coverageEvents

declare module '../../../database/events.ts' {
  interface DeclaredKinds extends Kinds {}
}
