import { kindsAbout } from '../../../access/event-kinds.ts'

/** What is told of the cooperation itself. */
export const cooperationEvents = {
  ...kindsAbout('cooperation', {
    everyone: {
      cooperationSetUp: 'oprettede samarbejdet i portalen',
      cooperationChanged: 'rettede oplysningerne om samarbejdet',
      cooperationBeganEarlier: 'indlæste en tidligere aftale, så samarbejdet er ældre',
    },
  }),
}

type Kinds = typeof cooperationEvents

declare module '../../../database/events.ts' {
  interface DeclaredKinds extends Kinds {}
}
