import { kindsAbout } from '../../../access/event-kinds.ts'

/** What is told of the answer to a referral. */
export const referralEvents = {
  ...kindsAbout('referral', {
    everyone: {
      referralAnswered: 'registrerede svaret på forelæggelsen',
      referralExtended: 'forlængede fristen for at svare på forelæggelsen',
    },
  }),
}

type Kinds = typeof referralEvents

declare module '../../../database/events.ts' {
  interface DeclaredKinds extends Kinds {}
}
