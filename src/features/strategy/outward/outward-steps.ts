import type { Right } from '../../../access/policy.ts'
import type { Day } from '../../../kernel/days.ts'
import { longDay } from '../../../kernel/days.ts'
import { condition, stepsOf, type Transition } from '../../../kernel/steps/steps.ts'
import { type OutwardState, outwardStateLabels } from './outward-states.ts'

export type OutwardStep = 'CORRECT' | 'EXTEND' | 'ASK' | 'SEND' | 'FILE_ANSWER' | 'CLOSE' | 'WITHDRAW'

/** What the conditions of the steps ask about. */
export interface OutwardFacts {
  state: OutwardState
  /** Why the text cannot be sent as it stands, as a sentence; null: the joint group has adopted exactly it. */
  notAdopted: string | null
  /** The letter says something that the organisations can be asked about. */
  hasSections: boolean
  /** The text stands on an agenda, or waits for its decision: it is not asked about any more. */
  putForward: boolean
  /** The day that a step sets, where it sets one. */
  newDay: Day | null
  today: Day
  /** The addressee's last day as it is now. */
  deadline: Day
}

const adopted = condition<OutwardFacts>(
  'adopted',
  'Exactly the draft that stands is in force by the joint group’s decision.',
  ({ notAdopted }) => notAdopted,
)
const written = condition<OutwardFacts>('written', 'The letter has at least one section.', ({ hasSections }) =>
  hasSections ? null : 'Brevet har ingen afsnit. Skriv udkastet, før organisationerne spørges.',
)
const notPutForward = condition<OutwardFacts>(
  'notPutForward',
  'The draft does not stand on an agenda.',
  ({ putForward }) =>
    putForward ? 'Udkastet er sat på dagsordenen. Tag det af, før organisationerne spørges igen.' : null,
)
const dayAhead = condition<OutwardFacts>(
  'dayAhead',
  'The organisations’ last day is today or later.',
  ({ newDay, today }) => (newDay !== null && newDay < today ? 'Fristen skal være i dag eller senere.' : null),
  'until',
)
const beforeDeadline = condition<OutwardFacts>(
  'beforeDeadline',
  'It is not after the addressee’s.',
  ({ newDay, deadline }) =>
    newDay !== null && newDay > deadline
      ? `Fristen ligger efter modtagerens frist den ${longDay(deadline)}. Vælg en tidligere dag.`
      : null,
  'until',
)
const later = condition<OutwardFacts>(
  'later',
  'The new day is after the one that the addressee had set.',
  ({ newDay, deadline }) =>
    newDay !== null && newDay <= deadline
      ? `Fristen er allerede den ${longDay(deadline)}. Skriv den senere dag, som modtageren har givet.`
      : null,
  'until',
)

const at = (
  row: Omit<Transition<OutwardStep, OutwardState, OutwardFacts, Right>, 'right' | 'who'>,
): Transition<OutwardStep, OutwardState, OutwardFacts, Right> => ({
  right: 'prepareTexts',
  who: 'sekretariaterne',
  ...row,
})

/** R24: the way of a statement around its text, which has a way of its own. */
export const outwardWay = stepsOf<OutwardStep, OutwardState, OutwardFacts, Right>({
  of: 'Udtalelsen',
  states: outwardStateLabels,
  refused: {
    CORRECT: 'oplysningerne ikke rettes',
    EXTEND: 'fristen ikke udsættes',
    ASK: 'organisationerne ikke spørges',
    SEND: 'brevet ikke sendes',
    FILE_ANSWER: 'svaret ikke registreres',
    CLOSE: 'udtalelsen ikke afsluttes',
    WITHDRAW: 'udtalelsen ikke trækkes tilbage',
  },
  transitions: [
    at({ step: 'CORRECT', from: ['PREPARED'], to: 'PREPARED', label: 'Ret oplysninger', conditions: [] }),
    at({ step: 'EXTEND', from: ['PREPARED'], to: 'PREPARED', label: 'Registrér udsat frist', conditions: [later] }),
    at({ step: 'EXTEND', from: ['ADOPTED'], to: 'ADOPTED', label: 'Registrér udsat frist', conditions: [later] }),
    at({
      step: 'ASK',
      from: ['PREPARED'],
      to: 'PREPARED',
      label: 'Spørg organisationerne',
      conditions: [written, notPutForward, dayAhead, beforeDeadline],
    }),
    at({
      step: 'SEND',
      from: ['PREPARED', 'ADOPTED'],
      to: 'SENT',
      label: 'Send brevet',
      conditions: [adopted],
    }),
    at({ step: 'FILE_ANSWER', from: ['SENT', 'ANSWERED'], to: 'ANSWERED', label: 'Registrér svaret', conditions: [] }),
    at({ step: 'CLOSE', from: ['SENT', 'ANSWERED'], to: 'CLOSED', label: 'Afslut udtalelsen', conditions: [] }),
    at({
      step: 'WITHDRAW',
      from: ['PREPARED', 'ADOPTED'],
      to: 'WITHDRAWN',
      label: 'Træk udtalelsen tilbage',
      conditions: [],
    }),
  ],
})
