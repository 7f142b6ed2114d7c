import type { Right } from '../../access/policy.ts'
import type { Day } from '../../kernel/days.ts'
import { listDanish, plural } from '../../kernel/text.ts'

export type MeetingState =
  | 'PLANNED'
  | 'AGENDA_IN_PREPARATION'
  | 'AGENDA_SIGNED_OFF'
  | 'CALLED'
  | 'IN_SESSION'
  | 'MINUTES_IN_PREPARATION'
  | 'MINUTES_OUT'
  | 'MINUTES_APPROVED'
  | 'CANCELLED'

export type Step =
  | 'PREPARE'
  | 'SIGN_OFF_AGENDA'
  | 'REOPEN_AGENDA'
  | 'CALL'
  | 'SUPPLEMENT'
  | 'OPEN'
  | 'CLOSE'
  | 'SEND_MINUTES'
  | 'TAKE_BACK_MINUTES'
  | 'APPROVE_MINUTES'
  | 'CANCEL'

/** What the conditions of the steps are asked about. A fact that is not known yet has its empty value. */
export interface MeetingFacts {
  state: MeetingState
  day: Day
  today: Day
  items: number
  /** What items lack before the agenda may be signed off, each a Danish sentence. */
  gaps: string[]
  /** Names of the secretariats whose sign-off of the agenda as it stands is missing. */
  agendaUnsignedBy: string[]
  /** Something was edited after the agenda was sent, and has not been sent. */
  unsentChange: boolean
  /** The agenda goes out with shorter notice than the rules in force on the meeting's day ask for. */
  late: boolean
  reason: string
  /** People with a seat in the body on the meeting's day. */
  recipients: number
  itemsWithoutOutcome: number[]
  minutesUnsignedBy: string[]
  objectionsUntil: Day | null
  objectionsUnanswered: number
  objectionsUpheld: number
  /** The body itself approved the minutes at a later meeting: the deadline need not have run out. */
  approvedAtMeeting: boolean
}

export interface Condition {
  key: string
  /** What must hold, as a sentence for the documentation and the button's explanation. */
  text: string
  /** Why it does not hold, in Danish; null when it does. */
  fails: (facts: MeetingFacts) => string | null
}

export interface Transition {
  step: Step
  from: readonly MeetingState[]
  to: MeetingState
  /** The right in the access policy that the one who takes the step must have. */
  right: Right
  /** Who that is, in Danish. */
  who: string
  /** The button. */
  label: string
  conditions: readonly Condition[]
}

const condition = (key: string, text: string, fails: Condition['fails']): Condition => ({ key, text, fails })

const hasItems = condition('hasItems', 'Dagsordenen har mindst ét punkt.', facts =>
  facts.items > 0 ? null : 'Dagsordenen har ingen punkter.',
)

const agendaComplete = condition('agendaComplete', 'Alle punkter er udfyldt, som reglerne kræver.', facts =>
  facts.gaps.length === 0 ? null : facts.gaps.join(' '),
)

const agendaSignedOff = condition(
  'agendaSignedOff',
  'De sekretariater, der forbereder mødet, har godkendt samme indhold.',
  facts =>
    facts.agendaUnsignedBy.length === 0
      ? null
      : facts.agendaUnsignedBy.length > 1
        ? 'Dagsordenen kan først udsendes, når begge sekretariater har godkendt samme indhold.'
        : `Dagsordenen mangler godkendelse fra ${listDanish(facts.agendaUnsignedBy)}.`,
)

const lateHasReason = condition(
  'lateHasReason',
  'Udsendes dagsordenen senere end forretningsordenens varsel, er det begrundet, hvorfor sagen ikke kan vente.',
  facts =>
    facts.late && facts.reason.trim() === ''
      ? 'Varslet er kortere end forretningsordenen kræver. Skriv, hvorfor sagen ikke kan vente.'
      : null,
)

const dayNotPassed = condition('dayNotPassed', 'Mødedagen er ikke passeret.', facts =>
  facts.day >= facts.today ? null : 'Mødedagen er passeret. Flyt mødet til en ny dag, eller aflys det.',
)

const hasRecipients = condition('hasRecipients', 'Der er nogen at indkalde på mødedagen.', facts =>
  facts.recipients > 0 ? null : 'Ingen har plads i organet på mødedagen. Udpeg medlemmer, før mødet indkaldes.',
)

const hasUnsentChange = condition('hasUnsentChange', 'Noget er ændret, siden dagsordenen blev udsendt.', facts =>
  facts.unsentChange ? null : 'Der er ingen ændringer at udsende.',
)

const nothingUnsent = condition('nothingUnsent', 'Alle ændringer er udsendt som tillæg.', facts =>
  facts.unsentChange ? 'Dagsordenen er ændret, efter at den blev udsendt. Udsend et tillæg først.' : null,
)

const dayReached = condition('dayReached', 'Mødedagen er kommet.', facts =>
  facts.today >= facts.day ? null : 'Mødet kan først åbnes på mødedagen.',
)

const everyItemHasOutcome = condition('everyItemHasOutcome', 'Alle punkter har et resultat.', facts => {
  const missing = facts.itemsWithoutOutcome
  if (missing.length === 0) return null
  return `Mødet kan ikke lukkes. Punkt ${listDanish(missing.map(String))} mangler et resultat.`
})

const minutesSignedOff = condition(
  'minutesSignedOff',
  'De sekretariater, der fører referatet, har godkendt samme indhold.',
  facts =>
    facts.minutesUnsignedBy.length === 0
      ? null
      : `Referatet mangler godkendelse fra ${listDanish(facts.minutesUnsignedBy)}.`,
)

const objectionsAnswered = condition('objectionsAnswered', 'Alle indsigelser er besvaret.', facts =>
  facts.objectionsUnanswered === 0
    ? null
    : `${plural(facts.objectionsUnanswered, 'indsigelse', 'indsigelser')} mangler svar.`,
)

const objectionUpheld = condition('objectionUpheld', 'Mindst én indsigelse er taget til følge.', facts =>
  facts.objectionsUpheld > 0 ? null : 'Ingen indsigelse er taget til følge.',
)

const objectionsOver = condition(
  'objectionsOver',
  'Indsigelsesfristen er udløbet, eller organet har godkendt referatet på et møde.',
  facts =>
    facts.approvedAtMeeting || (facts.objectionsUntil !== null && facts.objectionsUntil < facts.today)
      ? null
      : 'Indsigelsesfristen er ikke udløbet.',
)

const reasonGiven = condition('reasonGiven', 'Begrundelsen er skrevet.', facts =>
  facts.reason.trim() === '' ? 'Feltet »Begrundelse« skal udfyldes.' : null,
)

const secretariats = 'sekretariaterne'
const chair = 'formanden eller næstformanden'

/**
 * §7: the way of a meeting. The only source for the buttons that a page shows, for the server's check and for
 * docs/meeting-states.md. A step that is not in the table cannot be taken.
 */
export const transitions: readonly Transition[] = [
  {
    step: 'PREPARE',
    from: ['PLANNED'],
    to: 'AGENDA_IN_PREPARATION',
    right: 'prepareMeeting',
    who: secretariats,
    label: 'Begynd dagsordenen',
    conditions: [],
  },
  {
    step: 'SIGN_OFF_AGENDA',
    from: ['AGENDA_IN_PREPARATION'],
    to: 'AGENDA_SIGNED_OFF',
    right: 'signOff',
    who: 'sekretariaterne, hver for sin side',
    label: 'Godkend for vores sekretariat',
    conditions: [hasItems, agendaComplete, agendaSignedOff],
  },
  {
    step: 'REOPEN_AGENDA',
    from: ['AGENDA_SIGNED_OFF'],
    to: 'AGENDA_IN_PREPARATION',
    right: 'prepareMeeting',
    who: secretariats,
    label: 'Træk godkendelse tilbage',
    conditions: [],
  },
  {
    step: 'CALL',
    from: ['AGENDA_SIGNED_OFF'],
    to: 'CALLED',
    right: 'prepareMeeting',
    who: secretariats,
    label: 'Udsend dagsorden',
    conditions: [agendaSignedOff, agendaComplete, dayNotPassed, hasRecipients, lateHasReason],
  },
  {
    step: 'REOPEN_AGENDA',
    from: ['CALLED'],
    to: 'CALLED',
    right: 'prepareMeeting',
    who: secretariats,
    label: 'Ret den udsendte dagsorden',
    conditions: [],
  },
  {
    step: 'SUPPLEMENT',
    from: ['CALLED'],
    to: 'CALLED',
    right: 'prepareMeeting',
    who: secretariats,
    label: 'Udsend tillæg',
    conditions: [hasUnsentChange, agendaSignedOff, agendaComplete, dayNotPassed, lateHasReason],
  },
  {
    step: 'OPEN',
    from: ['CALLED'],
    to: 'IN_SESSION',
    right: 'openMeeting',
    who: chair,
    label: 'Åbn mødet',
    conditions: [dayReached, nothingUnsent],
  },
  {
    step: 'CLOSE',
    from: ['IN_SESSION'],
    to: 'MINUTES_IN_PREPARATION',
    right: 'openMeeting',
    who: chair,
    label: 'Luk mødet',
    conditions: [everyItemHasOutcome],
  },
  {
    step: 'SEND_MINUTES',
    from: ['MINUTES_IN_PREPARATION'],
    to: 'MINUTES_OUT',
    right: 'minute',
    who: secretariats,
    label: 'Send referat til indsigelse',
    conditions: [minutesSignedOff],
  },
  {
    step: 'TAKE_BACK_MINUTES',
    from: ['MINUTES_OUT'],
    to: 'MINUTES_IN_PREPARATION',
    right: 'minute',
    who: secretariats,
    label: 'Tag referatet tilbage til rettelse',
    conditions: [objectionUpheld],
  },
  {
    step: 'APPROVE_MINUTES',
    from: ['MINUTES_OUT'],
    to: 'MINUTES_APPROVED',
    right: 'minute',
    who: secretariats,
    label: 'Godkend referat',
    conditions: [objectionsAnswered, objectionsOver],
  },
  {
    step: 'CANCEL',
    from: ['PLANNED', 'AGENDA_IN_PREPARATION', 'AGENDA_SIGNED_OFF', 'CALLED'],
    to: 'CANCELLED',
    right: 'prepareMeeting',
    who: secretariats,
    label: 'Aflys møde',
    conditions: [reasonGiven],
  },
]

/** The transition that a step is from a state; undefined when the table has none. */
export const transitionOf = (step: Step, from: MeetingState): Transition | undefined =>
  transitions.find(transition => transition.step === step && transition.from.includes(from))

export const transitionsFrom = (state: MeetingState): Transition[] =>
  transitions.filter(transition => transition.from.includes(state))

export type StepVerdict = { allowed: true; to: MeetingState } | { allowed: false; reasons: string[] }

/** Whether the step may be taken now, as far as the meeting is concerned; who may take it is the access policy's. */
export function judgeStep(step: Step, facts: MeetingFacts): StepVerdict {
  const transition = transitionOf(step, facts.state)
  if (!transition) return { allowed: false, reasons: [`Det kan ikke ske, når mødet er »${stateLabels[facts.state]}«.`] }
  const reasons = transition.conditions.flatMap(({ fails }) => fails(facts) ?? [])
  return reasons.length === 0 ? { allowed: true, to: transition.to } : { allowed: false, reasons }
}

export interface CalendarFacts {
  state: MeetingState
  objectionsUntil: string | null
  objectionsUnanswered: number
}

/**
 * State follows from dates where time decides it: minutes that are out and past their deadline, with every objection
 * answered, are approved, also when nothing ran to say so.
 */
export const stateOnDay = (meeting: CalendarFacts, today: Day): MeetingState =>
  meeting.state === 'MINUTES_OUT' &&
  meeting.objectionsUntil !== null &&
  meeting.objectionsUntil < today &&
  meeting.objectionsUnanswered === 0
    ? 'MINUTES_APPROVED'
    : meeting.state

/** The same rule as an SQL expression; one value to bind: today. `m` is the meeting's alias. */
export const stateOnDaySql = (m: string): string =>
  `CASE WHEN ${m}.state = 'MINUTES_OUT' AND ${m}.objectionsUntil < ? AND NOT EXISTS ` +
  `(SELECT 1 FROM Objection ob WHERE ob.meetingId = ${m}.id AND ob.answeredAt IS NULL) ` +
  `THEN 'MINUTES_APPROVED' ELSE ${m}.state END`

export const stateLabels: Record<MeetingState, string> = {
  PLANNED: 'Planlagt',
  AGENDA_IN_PREPARATION: 'Dagsorden under udarbejdelse',
  AGENDA_SIGNED_OFF: 'Dagsorden godkendt',
  CALLED: 'Indkaldt',
  IN_SESSION: 'I gang',
  MINUTES_IN_PREPARATION: 'Referat under udarbejdelse',
  MINUTES_OUT: 'Referat til indsigelse',
  MINUTES_APPROVED: 'Referat godkendt',
  CANCELLED: 'Aflyst',
}

export const stateKinds: Record<MeetingState, 'neutral' | 'info' | 'success' | 'warning' | 'danger'> = {
  PLANNED: 'neutral',
  AGENDA_IN_PREPARATION: 'info',
  AGENDA_SIGNED_OFF: 'info',
  CALLED: 'info',
  IN_SESSION: 'warning',
  MINUTES_IN_PREPARATION: 'info',
  MINUTES_OUT: 'info',
  MINUTES_APPROVED: 'success',
  CANCELLED: 'danger',
}

export const stepLabels: Record<Step, string> = {
  PREPARE: 'Dagsordenen er begyndt',
  SIGN_OFF_AGENDA: 'Dagsordenen er godkendt',
  REOPEN_AGENDA: 'Dagsordenen er åbnet igen',
  CALL: 'Dagsordenen er udsendt',
  SUPPLEMENT: 'Tillæg er udsendt',
  OPEN: 'Mødet er åbnet',
  CLOSE: 'Mødet er lukket',
  SEND_MINUTES: 'Referatet er sendt til indsigelse',
  TAKE_BACK_MINUTES: 'Referatet er taget tilbage til rettelse',
  APPROVE_MINUTES: 'Referatet er godkendt',
  CANCEL: 'Mødet er aflyst',
}

/** Items may still be put on, changed and taken off; once the agenda is sent, as a supplement. */
export const agendaIsOpen = (state: MeetingState): boolean =>
  state === 'PLANNED' || state === 'AGENDA_IN_PREPARATION' || state === 'AGENDA_SIGNED_OFF' || state === 'CALLED'

/** The agenda has been sent: those who read the body may read it. */
export const isCalled = (state: MeetingState): boolean =>
  state === 'CALLED' ||
  state === 'IN_SESSION' ||
  state === 'MINUTES_IN_PREPARATION' ||
  state === 'MINUTES_OUT' ||
  state === 'MINUTES_APPROVED'
