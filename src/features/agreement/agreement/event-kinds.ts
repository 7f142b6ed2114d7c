import { z } from 'zod'
import { kindsAbout } from '../../../access/event-kinds.ts'

/** The seal of the text that was entered. */
export const enteredFacts = z.object({ seal: z.unknown() })

/** What is told of a version of the agreement. */
export const agreementEvents = {
  ...kindsAbout('agreement', {
    everyone: {
      agreementEntered: 'indlæste aftalen',
      agreementTextEntered: 'indlæste aftalens tekst',
      signatureLinked: 'knyttede en underskrift til en organisation',
      revisionRhythmStated: 'fastlagde, hvornår aftalen revideres',
    },
  }),
}

type Kinds = typeof agreementEvents

declare module '../../../database/events.ts' {
  interface DeclaredKinds extends Kinds {}
}
