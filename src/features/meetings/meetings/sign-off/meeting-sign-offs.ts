import type { Actor } from '../../../../access/actor.ts'
import type { Tx } from '../../../../database/write.ts'
import type { SignedThing, SignOffFacts, SignOffTable } from '../../../ground/sealed/index.ts'
import { bodyOf, type MeetingRow } from '../agenda/load-agenda.ts'

export type SignedContent = 'AGENDA' | 'MINUTES'

/** R60: the agenda or the minutes of a meeting, as its body's secretariats sign them off. */
export function signedMeeting(
  tx: Tx,
  meeting: Pick<MeetingRow, 'id' | 'bodyId' | 'bodyKind' | 'bodySide'>,
  content: SignedContent,
): SignedThing {
  const body = bodyOf(meeting)
  return { table: meetingSignOffs(tx, meeting.id, content), of: body, right: 'signOff', subject: { body } }
}

export const meetingSignOffs = (tx: Tx, meetingId: number, content: SignedContent): SignOffTable => ({
  given: async () => (await tx.signOff.findMany({ where: { meetingId, content } })) as SignOffFacts[],
  store: row => tx.signOff.create({ data: { meetingId, content, ...row } }),
  async void({ at, reason, since, side }) {
    const given = { ...(since ? { at: { gte: since } } : {}), ...(side ? { side } : {}) }
    const { count } = await tx.signOff.updateMany({
      where: { meetingId, content, voidedAt: null, ...given },
      data: { voidedAt: at, voidedReason: reason },
    })
    return count
  },
})

/** Any edit voids the sign-offs given since `since` (all of them when left out). Returns how many. */
export const voidSignOffs = (
  tx: Tx,
  actor: Actor,
  input: { meetingId: number; content: SignedContent; reason: string; since?: string | null },
): Promise<number> =>
  meetingSignOffs(tx, input.meetingId, input.content).void({ at: actor.at, reason: input.reason, since: input.since })
