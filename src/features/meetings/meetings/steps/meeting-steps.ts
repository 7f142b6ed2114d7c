import type { Right } from '../../../../access/policy.ts'
import { stepsOf, type Transition } from '../../../../kernel/steps/steps.ts'
import { type MeetingState, stateLabels } from './meeting-states.ts'
import {
  agendaComplete,
  agendaSignedOff,
  answersIn,
  dayNotPassed,
  dayReached,
  everyItemHasOutcome,
  hasItems,
  hasRecipients,
  hasUnsentChange,
  lateHasReason,
  type MeetingFacts,
  minutesSignedOff,
  nothingUnsent,
  objectionsAnswered,
  objectionsOver,
  objectionUpheld,
  reasonGiven,
} from './step-conditions.ts'

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

export type MeetingTransition = Transition<Step, MeetingState, MeetingFacts, Right>

const refusedSteps: Record<Step, string> = {
  PREPARE: 'dagsordenen ikke oprettes',
  SIGN_OFF_AGENDA: 'dagsordenen ikke godkendes',
  REOPEN_AGENDA: 'dagsordenen ikke åbnes igen',
  CALL: 'dagsordenen ikke udsendes',
  SUPPLEMENT: 'der ikke udsendes et tillæg',
  OPEN: 'mødet ikke åbnes',
  CLOSE: 'mødet ikke lukkes',
  SEND_MINUTES: 'referatet ikke sendes til indsigelse',
  TAKE_BACK_MINUTES: 'referatet ikke tages tilbage til rettelse',
  APPROVE_MINUTES: 'referatet ikke godkendes',
  CANCEL: 'mødet ikke aflyses',
}

const secretariats = 'sekretariaterne'
const chair = 'formanden eller næstformanden'

const transitions: readonly MeetingTransition[] = [
  {
    step: 'PREPARE',
    from: ['PLANNED'],
    to: 'AGENDA_IN_PREPARATION',
    right: 'prepareMeeting',
    who: secretariats,
    label: 'Opret dagsorden',
    conditions: [],
  },
  {
    step: 'SIGN_OFF_AGENDA',
    from: ['AGENDA_IN_PREPARATION'],
    to: 'AGENDA_SIGNED_OFF',
    right: 'signOff',
    who: 'hvert sekretariat for sig',
    label: 'Godkend dagsordenen for dit sekretariat',
    conditions: [hasItems, agendaComplete, agendaSignedOff],
  },
  {
    step: 'REOPEN_AGENDA',
    from: ['AGENDA_SIGNED_OFF'],
    to: 'AGENDA_IN_PREPARATION',
    right: 'prepareMeeting',
    who: secretariats,
    label: 'Træk godkendelsen tilbage',
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
    label: 'Ret dagsordenen',
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
    conditions: [everyItemHasOutcome, answersIn],
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

/** §7: the way of a meeting: its buttons, the server's check and docs/meeting-states.md. */
export const meetingWay = stepsOf({ of: 'Mødet', states: stateLabels, refused: refusedSteps, transitions })

export const stepLabels: Record<Step, string> = {
  PREPARE: 'Dagsordenen er oprettet',
  SIGN_OFF_AGENDA: 'Dagsordenen er godkendt',
  REOPEN_AGENDA: 'Dagsordenen er åbnet igen',
  CALL: 'Dagsordenen er udsendt',
  SUPPLEMENT: 'Et tillæg er udsendt',
  OPEN: 'Mødet er åbnet',
  CLOSE: 'Mødet er lukket',
  SEND_MINUTES: 'Referatet er sendt til indsigelse',
  TAKE_BACK_MINUTES: 'Referatet er taget tilbage til rettelse',
  APPROVE_MINUTES: 'Referatet er godkendt',
  CANCEL: 'Mødet er aflyst',
}
