import type { Right } from '../../access/policy.ts'
import type { Day } from '../../kernel/days.ts'
import { listDanish, plural } from '../../kernel/text.ts'

export type RoundState =
  | 'PROPOSALS'
  | 'DRAFTING'
  | 'HEARING'
  | 'ENDORSEMENT'
  | 'SIGNING'
  | 'STOPPED'
  | 'SIGNED'
  | 'CLOSED_WITHOUT_CHANGES'

export type RoundStep =
  | 'EXTEND'
  | 'CLOSE_PROPOSALS'
  | 'SEND_TO_HEARING'
  | 'TO_ENDORSEMENT'
  | 'TAKE_BACK'
  | 'OPEN_SIGNING'
  | 'SIGN'
  | 'DECLINE'
  | 'REOPEN_SIGNING'
  | 'COMPLETE'
  | 'PROPOSE_CLOSING'
  | 'CLOSE'

/** What the steps' conditions are asked about. A fact that does not matter to a step may have its empty value. */
export interface RoundFacts {
  state: RoundState
  today: Day
  proposalsUntil: Day
  hearingUntil: Day | null
  /** The new last day that the step sets, where it sets one. */
  newDeadline: Day | null
  reason: string
  /** Numbers of the proposals that have not been answered. */
  openProposals: number[]
  conflicts: number
  draftDiffers: boolean
  /** Names of the secretariats whose sign-off of the draft as it stands is missing. */
  draftUnsignedBy: string[]
  /** Names of the strategy groups that have not answered the hearing of this draft. */
  hearingUnansweredBy: string[]
  /** The state of the joint group's decision to endorse this very draft; null: none is taken. */
  endorsement: 'EFFECTIVE' | 'CONDITIONAL' | null
  /** Names of organisations that must sign and that the decision does not bind. */
  unboundOrganisations: string[]
  /** Names of those who must sign and have not. */
  unsignedBy: string[]
  /** The state of the joint group's decision to close without changes; null: none is taken. */
  closing: 'EFFECTIVE' | 'CONDITIONAL' | null
}

export interface StepCondition {
  key: string
  /** What must hold, as a sentence for the documentation and the button's explanation. */
  text: string
  /** Why it does not hold, in Danish; null when it does. */
  fails: (facts: RoundFacts) => string | null
}

export interface RoundTransition {
  step: RoundStep
  from: readonly RoundState[]
  to: RoundState
  right: Right
  who: string
  label: string
  conditions: readonly StepCondition[]
}

const condition = (key: string, text: string, fails: StepCondition['fails']): StepCondition => ({ key, text, fails })

const proposalsOver = condition('proposalsOver', 'Fristen for ændringsforslag er udløbet.', facts =>
  facts.proposalsUntil < facts.today ? null : 'Fristen for ændringsforslag er ikke udløbet.',
)

const laterDeadline = condition('laterDeadline', 'Den nye frist ligger efter i dag.', facts =>
  facts.newDeadline !== null && facts.newDeadline > facts.today ? null : 'Fristen skal ligge efter i dag.',
)

const proposalsAnswered = condition('proposalsAnswered', 'Alle ændringsforslag er besvaret.', facts =>
  facts.openProposals.length === 0
    ? null
    : `Ændringsforslag ${listDanish(facts.openProposals.map(String))} mangler svar.`,
)

const noConflicts = condition('noConflicts', 'Ingen ændringsforslag er i modstrid med hinanden.', facts =>
  facts.conflicts === 0 ? null : `${plural(facts.conflicts, 'modstrid', 'modstridende par')} er ikke afgjort.`,
)

const draftDiffers = condition('draftDiffers', 'Udkastet ændrer aftalen.', facts =>
  facts.draftDiffers ? null : 'Udkastet er det samme som den gældende aftale. Luk revisionen uden ændringer i stedet.',
)

const draftSignedOff = condition('draftSignedOff', 'Begge sekretariater har godkendt samme udkast.', facts =>
  facts.draftUnsignedBy.length === 0
    ? null
    : facts.draftUnsignedBy.length > 1
      ? 'Begge sekretariater mangler at godkende udkastet.'
      : `Udkastet mangler godkendelse fra ${listDanish(facts.draftUnsignedBy)}.`,
)

const hearingOver = condition(
  'hearingOver',
  'Begge strategigrupper har afgivet høringssvar, eller høringsfristen er udløbet.',
  facts =>
    facts.hearingUnansweredBy.length === 0 || (facts.hearingUntil !== null && facts.hearingUntil < facts.today)
      ? null
      : `Høringsfristen er ikke udløbet, og der mangler svar fra ${listDanish(facts.hearingUnansweredBy)}.`,
)

const endorsed = condition(
  'endorsed',
  'Fælles boligstrategisk gruppe har tiltrådt netop dette udkast, og beslutningen er trådt i kraft.',
  facts =>
    facts.endorsement === 'EFFECTIVE'
      ? null
      : facts.endorsement === 'CONDITIONAL'
        ? 'Beslutningen er betinget. Underskrivningen kan åbnes, når alle forelæggelser er godkendt.'
        : 'Fælles boligstrategisk gruppe har ikke tiltrådt udkastet.',
)

const bindsAll = condition('bindsAll', 'Beslutningen binder alle, der skal underskrive.', facts =>
  facts.unboundOrganisations.length === 0
    ? null
    : `Beslutningen binder ikke ${listDanish(facts.unboundOrganisations)}, som skal underskrive.`,
)

const notEndorsed = condition('notEndorsed', 'Udkastet er ikke tiltrådt.', facts =>
  facts.endorsement === null
    ? null
    : 'Fælles boligstrategisk gruppe har tiltrådt udkastet. Beslutningen skal først omgøres.',
)

const allSigned = condition('allSigned', 'Alle, der skal, har underskrevet.', facts =>
  facts.unsignedBy.length === 0 ? null : `Der mangler underskrift fra ${listDanish(facts.unsignedBy)}.`,
)

const closingDecided = condition(
  'closingDecided',
  'Fælles boligstrategisk gruppe har besluttet at lukke revisionen uden ændringer.',
  facts =>
    facts.closing === 'EFFECTIVE'
      ? null
      : 'Fælles boligstrategisk gruppe har ikke besluttet at lukke revisionen uden ændringer.',
)

const reasonGiven = condition('reasonGiven', 'Begrundelsen er skrevet.', facts =>
  facts.reason.trim() === '' ? 'Feltet »Begrundelse« skal udfyldes.' : null,
)

const secretariats = 'sekretariaterne'
const signatory = 'organisationens underskriver'
const beforeSigning = ['PROPOSALS', 'DRAFTING', 'HEARING', 'ENDORSEMENT', 'STOPPED'] as const

/**
 * §7: the way of a revision. The only source for the buttons that the pages show, for the server's check and for
 * docs/revision-steps.md. A step that is not in the table cannot be taken.
 */
export const roundTransitions: readonly RoundTransition[] = [
  {
    step: 'EXTEND',
    from: ['PROPOSALS'],
    to: 'PROPOSALS',
    right: 'runRevision',
    who: secretariats,
    label: 'Forlæng fristen for ændringsforslag',
    conditions: [laterDeadline],
  },
  {
    step: 'CLOSE_PROPOSALS',
    from: ['PROPOSALS'],
    to: 'DRAFTING',
    right: 'runRevision',
    who: secretariats,
    label: 'Begynd sammenskrivningen',
    conditions: [proposalsOver],
  },
  {
    step: 'SEND_TO_HEARING',
    from: ['DRAFTING'],
    to: 'HEARING',
    right: 'runRevision',
    who: secretariats,
    label: 'Send i høring',
    conditions: [draftDiffers, proposalsAnswered, noConflicts, draftSignedOff, laterDeadline],
  },
  {
    step: 'EXTEND',
    from: ['HEARING'],
    to: 'HEARING',
    right: 'runRevision',
    who: secretariats,
    label: 'Forlæng høringsfristen',
    conditions: [laterDeadline],
  },
  {
    step: 'TO_ENDORSEMENT',
    from: ['HEARING'],
    to: 'ENDORSEMENT',
    right: 'runRevision',
    who: secretariats,
    label: 'Sæt udkastet på dagsordenen',
    conditions: [hearingOver, draftSignedOff],
  },
  {
    step: 'TAKE_BACK',
    from: ['HEARING'],
    to: 'DRAFTING',
    right: 'runRevision',
    who: secretariats,
    label: 'Tag udkastet tilbage til rettelse',
    conditions: [reasonGiven],
  },
  {
    step: 'TAKE_BACK',
    from: ['ENDORSEMENT'],
    to: 'DRAFTING',
    right: 'runRevision',
    who: secretariats,
    label: 'Tag udkastet tilbage til rettelse',
    conditions: [reasonGiven, notEndorsed],
  },
  {
    step: 'TAKE_BACK',
    from: ['STOPPED'],
    to: 'DRAFTING',
    right: 'runRevision',
    who: secretariats,
    label: 'Ret udkastet, og begynd forfra med høring og underskrift',
    conditions: [reasonGiven],
  },
  {
    step: 'OPEN_SIGNING',
    from: ['ENDORSEMENT'],
    to: 'SIGNING',
    right: 'runRevision',
    who: secretariats,
    label: 'Åbn underskrivningen',
    conditions: [endorsed, bindsAll],
  },
  {
    step: 'SIGN',
    from: ['SIGNING'],
    to: 'SIGNING',
    right: 'signAgreement',
    who: signatory,
    label: 'Underskriv aftalen',
    conditions: [],
  },
  {
    step: 'DECLINE',
    from: ['SIGNING'],
    to: 'STOPPED',
    right: 'signAgreement',
    who: signatory,
    label: 'Afvis at underskrive',
    conditions: [reasonGiven],
  },
  {
    step: 'REOPEN_SIGNING',
    from: ['STOPPED'],
    to: 'SIGNING',
    right: 'runRevision',
    who: secretariats,
    label: 'Åbn underskrivningen igen på samme tekst',
    conditions: [reasonGiven, endorsed, bindsAll],
  },
  {
    step: 'COMPLETE',
    from: ['SIGNING'],
    to: 'SIGNED',
    right: 'runRevision',
    who: 'sekretariaterne; sker af sig selv ved den sidste underskrift',
    label: 'Afslut underskrivningen',
    conditions: [allSigned],
  },
  {
    step: 'PROPOSE_CLOSING',
    from: ['PROPOSALS'],
    to: 'PROPOSALS',
    right: 'runRevision',
    who: secretariats,
    label: 'Foreslå at lukke uden ændringer',
    conditions: [],
  },
  {
    step: 'PROPOSE_CLOSING',
    from: ['DRAFTING'],
    to: 'DRAFTING',
    right: 'runRevision',
    who: secretariats,
    label: 'Foreslå at lukke uden ændringer',
    conditions: [],
  },
  {
    step: 'PROPOSE_CLOSING',
    from: ['STOPPED'],
    to: 'STOPPED',
    right: 'runRevision',
    who: secretariats,
    label: 'Foreslå at lukke uden ændringer',
    conditions: [],
  },
  {
    step: 'CLOSE',
    from: beforeSigning,
    to: 'CLOSED_WITHOUT_CHANGES',
    right: 'runRevision',
    who: secretariats,
    label: 'Luk revisionen uden ændringer',
    conditions: [closingDecided],
  },
]

export const roundTransitionOf = (step: RoundStep, from: RoundState): RoundTransition | undefined =>
  roundTransitions.find(transition => transition.step === step && transition.from.includes(from))

export const roundTransitionsFrom = (state: RoundState): RoundTransition[] =>
  roundTransitions.filter(transition => transition.from.includes(state))

export type RoundVerdict = { allowed: true; to: RoundState } | { allowed: false; reasons: string[] }

/** Whether the step may be taken now, as far as the round is concerned; who may take it is the access policy's. */
export function judgeRoundStep(step: RoundStep, facts: RoundFacts): RoundVerdict {
  const transition = roundTransitionOf(step, facts.state)
  if (!transition) {
    return { allowed: false, reasons: [`Det kan ikke ske, når revisionen er »${roundStateLabels[facts.state]}«.`] }
  }
  const reasons = transition.conditions.flatMap(({ fails }) => fails(facts) ?? [])
  return reasons.length === 0 ? { allowed: true, to: transition.to } : { allowed: false, reasons }
}

export const roundStateLabels: Record<RoundState, string> = {
  PROPOSALS: 'Åben for ændringsforslag',
  DRAFTING: 'Under sammenskrivning',
  HEARING: 'I høring i strategigrupperne',
  ENDORSEMENT: 'Til tiltrædelse i fælles boligstrategisk gruppe',
  SIGNING: 'Til underskrift',
  STOPPED: 'Stoppet',
  SIGNED: 'Underskrevet',
  CLOSED_WITHOUT_CHANGES: 'Lukket uden ændringer',
}

export const roundStateKinds: Record<RoundState, 'neutral' | 'info' | 'success' | 'warning' | 'danger'> = {
  PROPOSALS: 'info',
  DRAFTING: 'info',
  HEARING: 'info',
  ENDORSEMENT: 'info',
  SIGNING: 'warning',
  STOPPED: 'danger',
  SIGNED: 'success',
  CLOSED_WITHOUT_CHANGES: 'neutral',
}

export const isFinished = (state: RoundState): boolean => state === 'SIGNED' || state === 'CLOSED_WITHOUT_CHANGES'

/** The road that the page draws; a stop and a closing leave it. */
export const road: readonly RoundState[] = ['PROPOSALS', 'DRAFTING', 'HEARING', 'ENDORSEMENT', 'SIGNING', 'SIGNED']

/** What is kept of a step that was taken. */
export type TakenKind =
  | 'OPENED'
  | 'DEADLINE_MOVED'
  | 'PROPOSALS_CLOSED'
  | 'DRAFT_SIGNED_OFF'
  | 'HEARING_OPENED'
  | 'HEARING_CLOSED'
  | 'PUT_TO_JOINT_GROUP'
  | 'ENDORSED'
  | 'SENT_BACK'
  | 'SIGNING_OPENED'
  | 'SIGNING_STOPPED'
  | 'ENTERED_INTO_FORCE'
  | 'CLOSING_PROPOSED'
  | 'CLOSED_WITHOUT_CHANGES'

/** Where a step leads; null: it is told in the history, and changes nothing. */
const stateAfter: Record<TakenKind, RoundState | null> = {
  OPENED: 'PROPOSALS',
  DEADLINE_MOVED: null,
  PROPOSALS_CLOSED: 'DRAFTING',
  DRAFT_SIGNED_OFF: null,
  HEARING_OPENED: 'HEARING',
  HEARING_CLOSED: null,
  PUT_TO_JOINT_GROUP: 'ENDORSEMENT',
  ENDORSED: null,
  SENT_BACK: 'DRAFTING',
  SIGNING_OPENED: 'SIGNING',
  SIGNING_STOPPED: 'STOPPED',
  ENTERED_INTO_FORCE: 'SIGNED',
  CLOSING_PROPOSED: null,
  CLOSED_WITHOUT_CHANGES: 'CLOSED_WITHOUT_CHANGES',
}

/** The state that the steps have led to, in the order in which they were taken. */
export const roundStateAfter = (kinds: readonly TakenKind[]): RoundState =>
  kinds.reduce<RoundState>((state, kind) => stateAfter[kind] ?? state, 'PROPOSALS')

/** What the round's history calls it. */
export const takenLabels: Record<TakenKind, string> = {
  OPENED: 'Revisionen er åbnet',
  DEADLINE_MOVED: 'Fristen er forlænget',
  PROPOSALS_CLOSED: 'Sammenskrivningen er begyndt',
  DRAFT_SIGNED_OFF: 'Begge sekretariater har godkendt udkastet',
  HEARING_OPENED: 'Udkastet er sendt i høring',
  HEARING_CLOSED: 'Høringen er afsluttet',
  PUT_TO_JOINT_GROUP: 'Udkastet er sat på dagsordenen',
  ENDORSED: 'Udkastet er tiltrådt',
  SENT_BACK: 'Udkastet er taget tilbage til rettelse',
  SIGNING_OPENED: 'Underskrivningen er åbnet',
  SIGNING_STOPPED: 'Underskrift er afvist, og revisionen er stoppet',
  ENTERED_INTO_FORCE: 'Alle har underskrevet',
  CLOSING_PROPOSED: 'Det er foreslået at lukke uden ændringer',
  CLOSED_WITHOUT_CHANGES: 'Revisionen er lukket uden ændringer',
}
