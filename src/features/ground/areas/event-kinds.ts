import { kindsAbout } from '../../../access/event-kinds.ts'

/** What is told of a housing area. */
export const areaEvents = {
  ...kindsAbout('housingArea', {
    everyone: {
      housingAreaAdded: 'registrerede boligområdet',
      housingAreaRenamed: 'rettede oplysningerne om boligområdet',
      housingAreaClosed: 'lukkede boligområdet',
      housingAreaReopened: 'åbnede boligområdet igen',
    },
  }),
}

type Kinds = typeof areaEvents

declare module '../../../database/events.ts' {
  interface DeclaredKinds extends Kinds {}
}
