import type { Actor } from '../../../../access/actor.ts'
import { requireStep } from '../../../../access/steps.ts'
import { event, type KindAbout, type NewEvent } from '../../../../database/events.ts'
import type { Tx } from '../../../../database/write.ts'
import { bodyOf } from '../agenda/load-agenda.ts'
import { chairsOf, type LoadedMeeting, loadFacts } from './meeting-facts.ts'
import type { MeetingState } from './meeting-states.ts'
import { meetingWay, type Step } from './meeting-steps.ts'
import type { MeetingFacts } from './step-conditions.ts'

export interface TakenStep extends LoadedMeeting {
  from: MeetingState
  to: MeetingState
  event: NewEvent
}

const eventKinds: Record<Step, KindAbout<'meeting'>> = {
  PREPARE: 'agendaBegun',
  SIGN_OFF_AGENDA: 'agendaSignedOff',
  REOPEN_AGENDA: 'agendaReopened',
  CALL: 'meetingCalled',
  SUPPLEMENT: 'supplementSent',
  OPEN: 'meetingOpened',
  CLOSE: 'meetingClosed',
  SEND_MINUTES: 'minutesSent',
  TAKE_BACK_MINUTES: 'minutesTakenBack',
  APPROVE_MINUTES: 'minutesApproved',
  CANCEL: 'meetingCancelled',
}

/**
 * Takes a step of the transition table in the transaction: checks the right and the conditions, keeps the step as a
 * row, and moves the meeting's state. `known` overrides facts that only the caller knows (the minutes' sign-offs).
 * @throws Refusal forbidden, or rule with the conditions that do not hold
 */
export async function takeStep(
  tx: Tx,
  actor: Actor,
  meetingId: number,
  step: Step,
  options: { reason?: string | null; known?: Partial<MeetingFacts>; data?: { objectionsUntil?: string } } = {},
): Promise<TakenStep> {
  const loaded = await loadFacts(tx, actor, meetingId)
  const { meeting } = loaded
  const facts = { ...loaded.facts, reason: options.reason ?? '', ...options.known }
  const to = requireStep(meetingWay, actor, step, facts, { body: bodyOf(meeting), ...chairsOf(loaded) })
  await recordStep(tx, actor, meetingId, step, options.reason ?? null)
  await tx.meeting.update({
    where: { id: meetingId },
    data: { state: to, version: { increment: 1 }, ...options.data },
  })
  const change = { before: { state: meeting.state }, after: { state: to, reason: options.reason ?? undefined } }
  return {
    ...loaded,
    facts,
    from: meeting.state,
    to,
    event: event(eventKinds[step], 'meeting', meetingId, change),
  }
}

/** The row alone: who, when, why. */
export async function recordStep(
  tx: Tx,
  actor: Actor,
  meetingId: number,
  kind: Step,
  reason: string | null,
): Promise<void> {
  await tx.meetingStep.create({ data: { meetingId, kind, at: actor.at, personId: actor.personId, reason } })
}
