import { kindsAbout } from '../../../access/event-kinds.ts'

/** What is told of the columns that are recognised. That figures were delivered is told by the delivery. */
export const importEvents = {
  ...kindsAbout('sheetMapping', {
    everyone: {
      sheetMapped: 'gemte, hvad kolonnerne fortæller i',
      sheetForgotten: 'glemte, hvad kolonnerne fortæller i',
    },
  }),
}

type Kinds = typeof importEvents

declare module '../../../database/events.ts' {
  interface DeclaredKinds extends Kinds {}
}
