import type { Actor } from '../../../../access/actor.ts'
import { requireRight } from '../../../../access/policy.ts'
import { event } from '../../../../database/events.ts'
import { write } from '../../../../database/write.ts'
import { sentencesOf } from '../../../../kernel/objection.ts'
import { brokenRule } from '../../../../kernel/refusal.ts'
import { giveSignOff, withdrawSignOff as withdrawOwn } from '../../../ground/sealed/index.ts'
import { bodyOf } from '../agenda/load-agenda.ts'
import { loadFacts } from '../steps/meeting-facts.ts'
import { type recordStep, takeStep } from '../steps/take-step.ts'
import { signedMeeting } from './meeting-sign-offs.ts'

/**
 * One secretariat signs off the agenda as shown; when the last one does, the agenda is signed off. After the agenda has
 * been sent, the same act signs off the unsent change.
 */
export const signOffAgenda = (actor: Actor, input: { meetingId: number; shownHash: string }) =>
  write(actor, async tx => {
    const { meeting, hash, facts } = await loadFacts(tx, actor, input.meetingId)
    if (facts.state !== 'AGENDA_IN_PREPARATION' && !facts.unsentChange) {
      throw brokenRule('Der er ingen ændringer at godkende.')
    }
    if (facts.items === 0) throw brokenRule('Dagsordenen har ingen punkter. Tilføj et punkt, før du godkender.')
    if (facts.gaps.length > 0) throw brokenRule(sentencesOf(facts.gaps))
    const shown = { shown: input.shownHash, current: hash }
    const { complete, side } = await giveSignOff(actor, signedMeeting(tx, meeting, 'AGENDA'), shown)
    const given = event('agendaSignOffGiven', 'meeting', meeting.id, { after: { side, hash } })
    if (!complete || facts.state !== 'AGENDA_IN_PREPARATION') return { result: { complete, side }, events: [given] }
    const step = await takeStep(tx, actor, meeting.id, 'SIGN_OFF_AGENDA')
    return { result: { complete, side }, events: [given, step.event] }
  })

/** A secretariat takes its own sign-off back while the agenda, or the unsent change, has not been sent. */
export const withdrawSignOff = (actor: Actor, input: { meetingId: number }) =>
  write(actor, async tx => {
    const { meeting, facts, sentHash, hash } = await loadFacts(tx, actor, input.meetingId)
    requireRight(actor, 'signOff', { body: bodyOf(meeting) })
    const none = 'Der er ingen godkendelse at trække tilbage.'
    const unsent = facts.state === 'AGENDA_IN_PREPARATION' || facts.state === 'AGENDA_SIGNED_OFF' || facts.unsentChange
    if (!unsent || hash === sentHash) throw brokenRule(none)
    const since = await lastSentAt(tx, meeting.id)
    const { side, reason } = await withdrawOwn(actor, signedMeeting(tx, meeting, 'AGENDA'), { since, none })
    const withdrawn = event('agendaSignOffWithdrawn', 'meeting', meeting.id, { before: { side, hash } })
    if (facts.state !== 'AGENDA_SIGNED_OFF') return { result: { side }, events: [withdrawn] }
    const step = await takeStep(tx, actor, meeting.id, 'REOPEN_AGENDA', { reason })
    return { result: { side }, events: [withdrawn, step.event] }
  })

async function lastSentAt(tx: Parameters<typeof recordStep>[0], meetingId: number): Promise<string | null> {
  const sent = await tx.agendaVersion.findFirst({
    where: { meetingId },
    orderBy: { number: 'desc' },
    select: { sentAt: true },
  })
  return sent?.sentAt ?? null
}
