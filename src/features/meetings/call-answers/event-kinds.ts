import { kindsAbout } from '../../../access/event-kinds.ts'

/** What is told of the answers to a call. */
export const callAnswerEvents = {
  ...kindsAbout('meeting', { preparing: { callAccepted: 'svarede, at vedkommende deltager i mødet' } }),
}

type Kinds = typeof callAnswerEvents

declare module '../../../database/events.ts' {
  interface DeclaredKinds extends Kinds {}
}
