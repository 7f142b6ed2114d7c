import type { Actor } from '../../../../access/actor.ts'
import { requireStep } from '../../../../access/steps.ts'
import { event, type KindAbout, type NewEvent } from '../../../../database/events.ts'
import type { Tx } from '../../../../database/write.ts'
import type { TakenKind } from '../../agreement/index.ts'
import { type Round, roundFacts } from './load-round.ts'
import type { RoundFacts } from './round-conditions.ts'
import { type RoundStep, roundWay } from './round-steps.ts'

const eventKinds: Record<TakenKind, KindAbout<'revision'>> = {
  OPENED: 'revisionOpened',
  DEADLINE_MOVED: 'revisionDeadlineMoved',
  PROPOSALS_CLOSED: 'amendmentsClosed',
  DRAFT_SIGNED_OFF: 'draftSignedOff',
  HEARING_OPENED: 'hearingOpened',
  HEARING_CLOSED: 'hearingClosed',
  PUT_TO_JOINT_GROUP: 'draftPutToJointGroup',
  ENDORSED: 'draftEndorsed',
  SENT_BACK: 'draftSentBack',
  SIGNING_OPENED: 'signingOpened',
  SIGNING_STOPPED: 'signingStopped',
  ENTERED_INTO_FORCE: 'revisionEnteredIntoForce',
  CLOSING_PROPOSED: 'closingProposed',
  CLOSED_WITHOUT_CHANGES: 'revisionClosedWithoutChanges',
}

/**
 * Takes a step of the table in the transaction: checks the right and the conditions, and keeps the step as a row. The
 * signatory's steps are asked about the organisation by their own acts, which pass `rightChecked`.
 * @throws Refusal forbidden, or rule with the conditions that do not hold
 */
export async function takeRoundStep(
  tx: Tx,
  actor: Actor,
  round: Round,
  step: RoundStep,
  options: {
    kind: TakenKind
    known?: Partial<RoundFacts>
    reason?: string
    data?: Partial<{ proposalsUntil: string; hearingUntil: string; decisionId: number }>
    rightChecked?: boolean
    after?: unknown
  },
): Promise<NewEvent> {
  await judgeInTransaction(tx, actor, round, step, options)
  await recordRoundStep(tx, actor, round.id, options.kind, options.reason ?? null)
  await tx.revisionRound.update({ where: { id: round.id }, data: { ...options.data, version: { increment: 1 } } })
  return event(eventKinds[options.kind], 'revision', round.id, {
    before: { state: round.state },
    after: { year: round.year, reason: options.reason, ...options.data, ...(options.after ?? {}) },
  })
}

/** The check alone, for a step that leaves no row of its own among the steps. */
export async function judgeInTransaction(
  tx: Tx,
  actor: Actor,
  round: Round,
  step: RoundStep,
  options: { known?: Partial<RoundFacts>; reason?: string; rightChecked?: boolean } = {},
): Promise<RoundFacts> {
  const facts = { ...(await roundFacts(tx, round, actor.today)), reason: options.reason ?? '', ...options.known }
  requireStep(roundWay, actor, step, facts, options.rightChecked ? 'asked' : {})
  return facts
}

/** The row alone: who, when, why. */
export async function recordRoundStep(
  tx: Tx,
  actor: Actor,
  roundId: number,
  kind: TakenKind,
  reason: string | null,
): Promise<void> {
  await tx.revisionStep.create({ data: { roundId, kind, at: actor.at, personId: actor.personId, reason } })
}
