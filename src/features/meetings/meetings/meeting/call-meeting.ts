import { type Actor, personIdOf } from '../../../../access/actor.ts'
import { event } from '../../../../database/events.ts'
import { type Tx, write } from '../../../../database/write.ts'
import { longMoment } from '../../../../kernel/days.ts'
import { plural } from '../../../../kernel/text.ts'
import { callSeatHolders } from '../../../ground/parties/index.ts'
import { keepVersion } from '../../../ground/sealed/index.ts'
import { type FrozenAgenda, sealedAgenda } from '../agenda/agenda-content.ts'
import { openFollowUpsIn } from '../agenda/agenda-queries.ts'
import { type TakenStep, takeStep } from '../steps/take-step.ts'
import { planned } from './plan-meeting.ts'

export interface Sending {
  /** 1 is the agenda, 2 and on the supplements. */
  number: number
  recipients: number
  /** The confirmation, in Danish. */
  message: string
}

/** Sends the agenda out: freezes it as version 1 and calls everyone who has a seat on the meeting's day. */
export const callMeeting = (actor: Actor, input: { meetingId: number; lateReason?: string }): Promise<Sending> =>
  write(actor, async tx => {
    const step = await takeStep(tx, actor, input.meetingId, 'CALL', { reason: input.lateReason ?? null })
    const { holders } = await callSeatHolders(tx, step.meeting)
    const recipients = holders.filter(holder => holder.role !== 'SECRETARY').length
    const number = await keepSending(tx, actor, step, recipients, input.lateReason)
    const message = `Dagsordenen er udsendt til ${plural(recipients, 'medlem', 'medlemmer')} den ${longMoment(actor.at)}.`
    return { result: { number, recipients, message }, events: [step.event] }
  })

/** Sends what was changed since the last sending as a version of its own. */
export const sendSupplement = (actor: Actor, input: { meetingId: number; lateReason?: string }): Promise<Sending> =>
  write(actor, async tx => {
    const step = await takeStep(tx, actor, input.meetingId, 'SUPPLEMENT', { reason: input.lateReason ?? null })
    const { holders } = await callSeatHolders(tx, step.meeting)
    const recipients = holders.filter(holder => holder.role !== 'SECRETARY').length
    const before = await tx.agendaVersion.findFirstOrThrow({
      where: { meetingId: input.meetingId, number: step.sentVersions },
    })
    const number = await keepSending(tx, actor, step, recipients, input.lateReason)
    await tx.meeting.update({ where: { id: step.meeting.id }, data: { ...planned(step.meeting), unsentPlan: null } })
    const diff = sealedAgenda.difference(sealedAgenda.thaw(before.content), step.content)
    const marked = diff.items.filter(item => item.mark !== 'same').map(({ id, mark, fields }) => ({ id, mark, fields }))
    const sent = event('supplementFrozen', 'meeting', input.meetingId, { after: { number, items: marked } })
    const message = `Tillæg ${number - 1} er udsendt til ${plural(recipients, 'medlem', 'medlemmer')} den ${longMoment(actor.at)}.`
    return { result: { number, recipients, message }, events: [step.event, sent] }
  })

async function keepSending(
  tx: Tx,
  actor: Actor,
  { meeting, content, sentVersions, facts }: TakenStep,
  recipients: number,
  lateReason: string | undefined,
): Promise<number> {
  const followUps = await openFollowUpsIn(tx, meeting.bodyId)
  const frozen: FrozenAgenda = { meeting: content.meeting, items: content.items, followUps }
  const { number } = await keepVersion(sealedAgenda, frozen, {
    latest: () => sentVersions,
    store: version =>
      tx.agendaVersion.create({
        data: {
          ...version,
          meetingId: meeting.id,
          sentAt: actor.at,
          sentById: personIdOf(actor),
          lateReason: facts.late ? lateReason || null : null,
          recipients,
        },
      }),
  })
  for (const closed of [true, false]) {
    const ids = content.items.filter(item => item.closed === closed).map(item => item.id)
    await tx.agendaItem.updateMany({ where: { id: { in: ids } }, data: { sentClosed: closed } })
  }
  return number
}
