import type { Right } from '../../../access/policy.ts'
import { type Day, longDay } from '../../../kernel/days.ts'
import type { Objection } from '../../../kernel/objection.ts'
import { sentencesOf } from '../../../kernel/objection.ts'
import { condition, stepsOf, type Transition } from '../../../kernel/steps/steps.ts'
import { listDanish } from '../../../kernel/text.ts'
import { laterDeadline } from '../../ground/hearing/index.ts'
import { type TextState, textStateLabels } from './text-states.ts'

export type TextStep =
  | 'EDIT'
  | 'SIGN_OFF'
  | 'TAKE_BACK_SIGN_OFF'
  | 'OPEN_HEARING'
  | 'EXTEND_HEARING'
  | 'CLOSE_HEARING'
  | 'PUT_ON_AGENDA'
  | 'TAKE_OFF_AGENDA'

/** What the conditions of the steps ask about. */
export interface TextFacts {
  state: TextState
  /** What the text lacks. */
  lacking: readonly Objection[]
  /** The secretariats that have not signed off the newest draft, by name. */
  unsignedBy: readonly string[]
  today: Day
  /** The last hearing about the text; null: there has been none. */
  hearing: { isClosed: boolean; until: Day } | null
  /** The last day that the step's form sets, where it sets one. */
  newDeadline: Day | null
}

const complete = condition<TextFacts>('complete', 'The text lacks nothing that it must have.', ({ lacking }) =>
  lacking.length === 0 ? null : sentencesOf(lacking),
)
const signedOff = condition<TextFacts>(
  'signedOff',
  'Both secretariats have signed off exactly this draft.',
  ({ unsignedBy }) => (unsignedBy.length === 0 ? null : `Godkendelsen fra ${listDanish(unsignedBy)} mangler.`),
)

const notClosed = condition<TextFacts>('notClosed', 'The last hearing has not been closed.', ({ hearing }) =>
  hearing === null
    ? 'Teksten har ikke været i høring. Send den i høring først.'
    : hearing.isClosed
      ? 'Høringen er lukket og kan ikke forlænges. Send teksten i høring igen.'
      : null,
)
const longer = condition<TextFacts>(
  'longer',
  'The new last day is after the one before.',
  ({ hearing, newDeadline }) =>
    hearing !== null && newDeadline !== null && newDeadline <= hearing.until
      ? `Høringsfristen er den ${longDay(hearing.until)}. Vælg en senere dag.`
      : null,
  'until',
)

const secretariats = 'sekretariaterne'
const at = (
  row: Omit<Transition<TextStep, TextState, TextFacts, Right>, 'right' | 'who'> & { who?: string },
): Transition<TextStep, TextState, TextFacts, Right> => ({ right: 'prepareTexts', who: secretariats, ...row })

/**
 * §5, §7: the way of a text that the parties adopt. It comes into force, waits or falls with the joint group's decision:
 * those states have no step that leads to them, they follow from the decision.
 */
export const textWay = stepsOf<TextStep, TextState, TextFacts, Right>({
  of: 'Teksten',
  states: textStateLabels,
  refused: {
    EDIT: 'teksten ikke ændres',
    SIGN_OFF: 'teksten ikke godkendes',
    TAKE_BACK_SIGN_OFF: 'ingen godkendelse trækkes tilbage',
    OPEN_HEARING: 'teksten ikke sendes i høring',
    EXTEND_HEARING: 'høringen ikke forlænges',
    CLOSE_HEARING: 'høringen ikke lukkes',
    PUT_ON_AGENDA: 'teksten ikke sættes på dagsordenen',
    TAKE_OFF_AGENDA: 'teksten ikke tages af dagsordenen',
  },
  transitions: [
    at({
      step: 'EDIT',
      from: ['DRAFT', 'SIGNED_OFF', 'IN_FORCE', 'NOT_ADOPTED', 'FALLEN'],
      to: 'DRAFT',
      label: 'Ret teksten',
      conditions: [],
    }),
    // Who was asked goes on answering about the draft that was sent to them.
    at({ step: 'EDIT', from: ['IN_HEARING'], to: 'IN_HEARING', label: 'Ret teksten', conditions: [] }),
    at({
      step: 'SIGN_OFF',
      from: ['DRAFT'],
      to: 'SIGNED_OFF',
      who: 'hvert sekretariat for sig',
      label: 'Godkend udkastet for dit sekretariat',
      conditions: [complete],
    }),
    at({
      step: 'SIGN_OFF',
      from: ['IN_HEARING'],
      to: 'IN_HEARING',
      who: 'hvert sekretariat for sig',
      label: 'Godkend udkastet for dit sekretariat',
      conditions: [complete],
    }),
    at({
      step: 'TAKE_BACK_SIGN_OFF',
      from: ['DRAFT', 'SIGNED_OFF'],
      to: 'DRAFT',
      label: 'Træk godkendelsen tilbage',
      conditions: [],
    }),
    at({
      step: 'TAKE_BACK_SIGN_OFF',
      from: ['IN_HEARING'],
      to: 'IN_HEARING',
      label: 'Træk godkendelsen tilbage',
      conditions: [],
    }),
    at({
      step: 'OPEN_HEARING',
      from: ['DRAFT', 'SIGNED_OFF'],
      to: 'IN_HEARING',
      label: 'Send i høring',
      conditions: [complete, laterDeadline],
    }),
    at({
      step: 'EXTEND_HEARING',
      from: ['IN_HEARING', 'DRAFT', 'SIGNED_OFF'],
      to: 'IN_HEARING',
      label: 'Forlæng høringen',
      conditions: [notClosed, laterDeadline, longer],
    }),
    at({ step: 'CLOSE_HEARING', from: ['IN_HEARING'], to: 'DRAFT', label: 'Luk høringen', conditions: [] }),
    at({
      step: 'PUT_ON_AGENDA',
      from: ['SIGNED_OFF', 'NOT_ADOPTED', 'FALLEN'],
      to: 'ON_AGENDA',
      label: 'Sæt på dagsordenen',
      conditions: [complete, signedOff],
    }),
    at({
      step: 'TAKE_OFF_AGENDA',
      from: ['ON_AGENDA'],
      to: 'SIGNED_OFF',
      label: 'Tag af dagsordenen',
      conditions: [],
    }),
  ],
})
