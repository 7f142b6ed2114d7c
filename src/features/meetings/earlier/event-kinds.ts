import { kindsAbout } from '../../../access/event-kinds.ts'

/** What is told of a document from before the portal. */
export const earlierEvents = {
  ...kindsAbout('earlierRecord', {
    everyone: {
      earlierRecordEntered: 'registrerede dokumentet fra før portalen',
      earlierRecordCorrected: 'rettede dokumentet fra før portalen',
      earlierRecordWithdrawn: 'trak dokumentet fra før portalen tilbage',
    },
  }),
}

type Kinds = typeof earlierEvents

declare module '../../../database/events.ts' {
  interface DeclaredKinds extends Kinds {}
}
