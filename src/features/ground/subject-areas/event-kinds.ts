import { kindsAbout } from '../../../access/event-kinds.ts'

/** What is told of a subject area. */
export const subjectAreaEvents = {
  ...kindsAbout('subjectArea', {
    everyone: {
      subjectAreaAdded: 'oprettede sagsområdet',
      subjectAreaChanged: 'rettede oplysningerne om sagsområdet',
      subjectAreaClosed: 'lukkede sagsområdet',
      subjectAreaReopened: 'åbnede sagsområdet igen',
    },
  }),
}

type Kinds = typeof subjectAreaEvents

declare module '../../../database/events.ts' {
  interface DeclaredKinds extends Kinds {}
}
