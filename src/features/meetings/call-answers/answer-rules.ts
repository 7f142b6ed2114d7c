import { addWorkdays, type Day, dayOf, type Instant } from '../../../kernel/days.ts'
import { type Attender, type Quorum, type QuorumRules, quorumOf } from '../meetings/index.ts'

export type CallAnswer = 'ATTENDS' | 'APOLOGIES' | 'NONE'

/** One who was called, with what he or she has said. */
export interface Called extends Attender {
  /** When the person said to come; null: has not. */
  acceptedAt: Instant | null
}

/** Apologies stand in the attendance, and go before what was said earlier: taken back, the earlier answer counts again. */
export function answerOf({ status, acceptedAt }: Pick<Called, 'status' | 'acceptedAt'>): CallAnswer {
  if (status === 'APOLOGIES') return 'APOLOGIES'
  if (status === 'ABSENT') return 'NONE'
  return status === 'PRESENT' || acceptedAt !== null ? 'ATTENDS' : 'NONE'
}

/** An answer is awaited from members, and from a substitute who was asked to come in a member's place. */
export const isAsked = ({ role, seated, standsInForId }: Pick<Called, 'role' | 'seated' | 'standsInForId'>): boolean =>
  seated !== false && role !== 'SECRETARY' && (role !== 'SUBSTITUTE' || standsInForId !== null)

/** The last day to answer so that a substitute can still be asked: the workday before the meeting's. */
export const answerBy = (meetingDay: Day): Day => addWorkdays(meetingDay, -1)

/** It is taken all the same, and told as late. */
export const isLate = (at: Instant, meetingDay: Day): boolean => dayOf(at) > answerBy(meetingDay)

/** §7, R62: quorum as it can be expected by the answers alone. Whoever has not answered is not counted on. */
export const expectedQuorum = (called: readonly Called[], rules: QuorumRules): Quorum =>
  quorumOf(
    called.filter(isAsked).map(row => ({ ...row, status: answerOf(row) === 'ATTENDS' ? 'PRESENT' : null })),
    rules,
  )
