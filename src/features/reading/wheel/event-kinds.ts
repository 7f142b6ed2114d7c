import { kindsAbout } from '../../../access/event-kinds.ts'

/** What is told of the duties on the year's wheel. */
export const wheelEvents = kindsAbout('duty', {
  everyone: { dutyAdded: 'tilføjede opgaven til årshjulet', dutyChanged: 'ændrede opgaven på årshjulet' },
})

type Kinds = typeof wheelEvents

declare module '../../../database/events.ts' {
  interface DeclaredKinds extends Kinds {}
}
