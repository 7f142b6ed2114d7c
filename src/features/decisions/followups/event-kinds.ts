import { kindsAbout } from '../../../access/event-kinds.ts'

/** What is told of a follow-up. */
export const followUpEvents = {
  ...kindsAbout('followUp', {
    everyone: {
      followUpCreated: 'oprettede opfølgningen',
      followUpChanged: 'ændrede opfølgningen',
      followUpNoted: 'skrev en note til opfølgningen',
      followUpClosed: 'afsluttede opfølgningen',
    },
  }),
}

type Kinds = typeof followUpEvents

declare module '../../../database/events.ts' {
  interface DeclaredKinds extends Kinds {}
}
