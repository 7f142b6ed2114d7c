import type { MeetingState } from '../../../../access/meeting-states.ts'
import type { Day } from '../../../../kernel/days.ts'
import { isPast, isPastSql } from '../../../../kernel/last-day.ts'

export { agendaIsOpen, isCalled, type MeetingState } from '../../../../access/meeting-states.ts'

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

export interface CalendarFacts {
  state: MeetingState
  objectionsUntil: Day | null
  objectionsUnanswered: number
}

/**
 * State follows from dates where time decides it: minutes that are out and past their deadline, with every objection
 * answered, are approved, also when nothing ran to say so.
 */
export const stateOnDay = (meeting: CalendarFacts, today: Day): MeetingState =>
  meeting.state === 'MINUTES_OUT' && isPast(meeting.objectionsUntil, today) && meeting.objectionsUnanswered === 0
    ? 'MINUTES_APPROVED'
    : meeting.state

/** The same rule as an SQL expression; one value to bind: today. `m` is the meeting's alias. */
export const stateOnDaySql = (m: string): string =>
  `CASE WHEN ${m}.state = 'MINUTES_OUT' AND ${isPastSql(`${m}.objectionsUntil`)} AND NOT EXISTS ` +
  `(SELECT 1 FROM Objection ob WHERE ob.meetingId = ${m}.id AND ob.answeredAt IS NULL) ` +
  `THEN 'MINUTES_APPROVED' ELSE ${m}.state END`
