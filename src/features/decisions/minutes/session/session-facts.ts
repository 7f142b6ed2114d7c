import type { Actor } from '../../../../access/actor.ts'
import { isAwaited, minutesAreOut } from '../../../../access/meeting-states.ts'
import { isClosed } from '../../../../access/openness.ts'
import { requireRight } from '../../../../access/policy.ts'
import { rowReaderIn } from '../../../../database/reader.ts'
import type { Tx } from '../../../../database/write.ts'
import { type Objection, objection } from '../../../../kernel/objection.ts'
import { brokenRule, notFound } from '../../../../kernel/refusal.ts'
import { findRules } from '../../../ground/bodies/index.ts'
import { type SeatsOnDay, seatsOnDay } from '../../../ground/parties/index.ts'
import { voidedSentence } from '../../../ground/sealed/index.ts'
import {
  bodyOf,
  loadMeeting,
  loadQuorum,
  type MeetingRow,
  type MeetingState,
  quorumRulesFor,
  voidSignOffs,
} from '../../../meetings/meetings/index.ts'
import { takenWhere } from '../../decisions/index.ts'
import { loadStakes } from './load-stakes.ts'
import { type ItemKind, isDecided, kindAfter, type TreatmentFacts } from './session-rules.ts'

/** The minutes are being written: during the meeting, and after it until they are sent. */
export const minutesAreOpen = (state: MeetingState): boolean =>
  state === 'IN_SESSION' || state === 'MINUTES_IN_PREPARATION'

/** Who attends may be entered from the call on: apologies come before the meeting. */
export const attendanceIsOpen = (state: MeetingState): boolean => state === 'CALLED' || minutesAreOpen(state)

/** A member sends apologies from the call until the meeting is closed. */
export const apologiesOpen = isAwaited

/** @throws Refusal unless the person minutes for the body and the meeting is where that can be done */
export async function openForMinutes(
  tx: Tx,
  actor: Actor,
  meetingId: number,
  isOpen: (state: MeetingState) => boolean = minutesAreOpen,
): Promise<MeetingRow> {
  const meeting = await loadMeeting(rowReaderIn(tx), meetingId)
  requireRight(actor, 'minute', { body: bodyOf(meeting) })
  assertOpen(meeting, isOpen)
  return meeting
}

export function assertOpen(meeting: MeetingRow, isOpen: (state: MeetingState) => boolean): void {
  if (isOpen(meeting.state)) return
  throw brokenRule(
    minutesAreOut(meeting.state)
      ? 'Referatet er sendt til indsigelse og kan ikke ændres. Gør indsigelse, eller tilføj en berigtigelse, når det er godkendt.'
      : 'Fremmøde og punkter kan først registreres, når mødet er åbnet.',
  )
}

/** @throws Refusal notFound, also for an item that was taken off */
export async function loadTreatedItem(tx: Tx, itemId: number) {
  const item = await tx.agendaItem.findUnique({
    where: { id: itemId },
    include: {
      treatment: true,
      decisions: {
        where: takenWhere,
        select: { state: true, _count: { select: { referrals: true } } },
      },
    },
  })
  if (!item || item.removedAt) throw notFound('Punktet findes ikke.')
  return { ...item, stake: await loadStakes(rowReaderIn(tx), itemId) }
}

export type TreatedItem = Awaited<ReturnType<typeof loadTreatedItem>>

export const treatmentFactsOf = (item: TreatedItem): TreatmentFacts => ({
  position: item.position,
  mayEndWithout: item.standing === 'ANY_OTHER_BUSINESS',
  kind: kindOf(item),
  outcome: item.treatment?.outcome ?? null,
  note: item.treatment?.outcomeNote ?? '',
  text: item.treatment?.text ?? '',
  withoutConsequences: item.treatment?.withoutConsequences ?? false,
  // The reservation was made at the meeting: that the approval has come since does not change what was minuted.
  decisions: item.decisions.map(({ state, _count }) => ({
    subjectToApproval: state === 'CONDITIONAL' || _count.referrals > 0,
  })),
  stake: item.stake,
})

/** The meeting's items as they are minuted, in their order. */
export async function loadTreatments(tx: Tx, meetingId: number): Promise<TreatmentFacts[]> {
  const items = await tx.agendaItem.findMany({
    where: { meetingId, removedAt: null },
    orderBy: { position: 'asc' },
    select: { id: true },
  })
  const treated: TreatmentFacts[] = []
  for (const item of items) treated.push(treatmentFactsOf(await loadTreatedItem(tx, item.id)))
  return treated
}

export const kindOf = (item: TreatedItem): ItemKind => kindAfter(item.kind, item.treatment?.kindChangedTo ?? null)

/** After the meeting an edit voids the secretariats' sign-offs of the minutes. Returns what to tell, in Danish. */
export async function voidMinutes(tx: Tx, actor: Actor, meeting: MeetingRow, what: string): Promise<string | null> {
  if (meeting.state !== 'MINUTES_IN_PREPARATION') return null
  const voided = await voidSignOffs(tx, actor, { meetingId: meeting.id, content: 'MINUTES', reason: what })
  return voidedSentence(voided, what)
}

export const isClosedItem = (item: TreatedItem): boolean => isClosed({ ...item, ...item.treatment })

/** Who sits in the meeting's body on its day. */
export const seatsOf = async (tx: Tx, meeting: { bodyId: number; day: string }): Promise<SeatsOnDay> =>
  seatsOnDay(await tx.seat.findMany({ where: { bodyId: meeting.bodyId } }), meeting.day)

/** R71: whether those present for the item can decide it; null: they can. */
export async function quorumObjection(
  tx: Tx,
  meeting: MeetingRow,
  item: { id: number; position: number },
): Promise<Objection | null> {
  const rules = await findRules(rowReaderIn(tx), meeting.bodyId, meeting.day)
  const quorum = await loadQuorum(tx, meeting, item, quorumRulesFor({ kind: meeting.bodyKind }, rules))
  return quorum.quorate ? null : objection(quorum.sentence, 'outcome')
}

/**
 * No later entry may take away what a decision rested on: after a change of attendance or recusal every decided item
 * still has its quorum.
 */
export async function assertDecidedStand(tx: Tx, meeting: MeetingRow): Promise<void> {
  const treated = await tx.agendaItem.findMany({
    where: { meetingId: meeting.id, removedAt: null, treatment: { outcome: { not: null } } },
    select: { id: true, position: true, treatment: { select: { outcome: true } } },
    orderBy: { position: 'asc' },
  })
  for (const item of treated.filter(one => isDecided(one.treatment?.outcome ?? null))) {
    const no = await quorumObjection(tx, meeting, item)
    if (no) throw brokenRule(`${no.sentence} Punktet er tiltrådt. Ret dets resultat, før fremmødet ændres.`)
  }
}
