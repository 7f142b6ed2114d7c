import { kindsAbout } from '../../../access/event-kinds.ts'

/** What is told of the actions of the plans that are in force. What is told of the plans as texts, their kind tells. */
export const actionEvents = {
  ...kindsAbout('plannedAction', { everyone: { actionTold: 'fortalte, hvor langt handlingen er' } }),
  ...kindsAbout('actionMove', {
    everyone: { actionMoved: 'tog stilling til den åbne handling under den nye version af strategien' },
  }),
}

type Kinds = typeof actionEvents

declare module '../../../database/events.ts' {
  interface DeclaredKinds extends Kinds {}
}
