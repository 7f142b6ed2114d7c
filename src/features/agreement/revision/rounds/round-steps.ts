import type { Right } from '../../../../access/policy.ts'
import { stepsOf, type Transition } from '../../../../kernel/steps/steps.ts'
import { laterDeadline } from '../../../ground/hearing/index.ts'
import { type RoundState, roundStateLabels } from '../../agreement/index.ts'
import {
  allSigned,
  bindsAll,
  closingDecided,
  draftDiffers,
  draftSignedOff,
  endorsed,
  groupsHeard,
  noConflicts,
  notEndorsed,
  proposalsAnswered,
  proposalsOver,
  type RoundFacts,
  reasonGiven,
} from './round-conditions.ts'

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

const refusedSteps: Record<RoundStep, string> = {
  EXTEND: 'fristen ikke forlænges',
  CLOSE_PROPOSALS: 'sekretariaterne ikke gå i gang med sammenskrivningen',
  SEND_TO_HEARING: 'udkastet ikke sendes i høring',
  TO_ENDORSEMENT: 'udkastet ikke sættes på dagsordenen',
  TAKE_BACK: 'udkastet ikke tages tilbage til rettelse',
  OPEN_SIGNING: 'underskrivningen ikke åbnes',
  SIGN: 'aftalen ikke underskrives',
  DECLINE: 'underskrift ikke afvises',
  REOPEN_SIGNING: 'underskrivningen ikke åbnes igen',
  COMPLETE: 'underskrivningen ikke afsluttes',
  PROPOSE_CLOSING: 'lukning uden ændringer ikke foreslås',
  CLOSE: 'revisionen ikke lukkes',
}

const secretariats = 'sekretariaterne'
const signatory = 'organisationens underskriftsberettigede'
const beforeSigning = ['PROPOSALS', 'DRAFTING', 'HEARING', 'ENDORSEMENT', 'STOPPED'] as const

const transitions: readonly Transition<RoundStep, RoundState, RoundFacts, Right>[] = [
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
    label: 'Gå i gang med sammenskrivningen',
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
    conditions: [groupsHeard, draftSignedOff],
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
    who: 'sekretariaterne; sker automatisk ved den sidste underskrift',
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

/** §7: the way of a revision: its buttons, the server's check and docs/revision-steps.md. */
export const roundWay = stepsOf({ of: 'Revisionen', states: roundStateLabels, refused: refusedSteps, transitions })
