import { type Actor, personIdOf } from '../../../../access/actor.ts'
import { event } from '../../../../database/events.ts'
import { type Tx, write } from '../../../../database/write.ts'
import { longMoment } from '../../../../kernel/days.ts'
import { plural } from '../../../../kernel/text.ts'
import { callSeatHolders } from '../../../ground/parties/index.ts'
import { type AgendaContent, diffAgendas, freeze, thaw } from '../agenda/agenda-content.ts'
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
    await freezeVersion(tx, actor, step, 1, recipients, input.lateReason)
    const message = `Dagsordenen er udsendt til ${plural(recipients, 'medlem', 'medlemmer')} den ${longMoment(actor.at)}.`
    return { result: { number: 1, recipients, message }, events: [step.event] }
  })

/** Sends what was changed since the last sending as a version of its own. */
export const sendSupplement = (actor: Actor, input: { meetingId: number; lateReason?: string }): Promise<Sending> =>
  write(actor, async tx => {
    const step = await takeStep(tx, actor, input.meetingId, 'SUPPLEMENT', { reason: input.lateReason ?? null })
    const number = step.sentVersions + 1
    const { holders } = await callSeatHolders(tx, step.meeting)
    const recipients = holders.filter(holder => holder.role !== 'SECRETARY').length
    const before = await tx.agendaVersion.findFirstOrThrow({
      where: { meetingId: input.meetingId, number: number - 1 },
    })
    await freezeVersion(tx, actor, step, number, recipients, input.lateReason)
    await tx.meeting.update({ where: { id: step.meeting.id }, data: { ...planned(step.meeting), unsentPlan: null } })
    const diff = diffAgendas(thaw(before.content), step.content)
    const marked = diff.items.filter(item => item.mark !== 'same').map(({ id, mark, fields }) => ({ id, mark, fields }))
    const sent = event('supplementFrozen', 'meeting', input.meetingId, { after: { number, items: marked } })
    const message = `Tillæg ${number - 1} er udsendt til ${plural(recipients, 'medlem', 'medlemmer')} den ${longMoment(actor.at)}.`
    return { result: { number, recipients, message }, events: [step.event, sent] }
  })

async function freezeVersion(
  tx: Tx,
  actor: Actor,
  step: TakenStep,
  number: number,
  recipients: number,
  lateReason: string | undefined,
): Promise<void> {
  await tx.agendaVersion.create({
    data: {
      meetingId: step.meeting.id,
      number,
      content: freeze(step.content satisfies AgendaContent, await openFollowUpsIn(tx, step.meeting.bodyId)),
      hash: step.hash,
      sentAt: actor.at,
      sentById: personIdOf(actor),
      lateReason: step.facts.late ? lateReason || null : null,
      recipients,
    },
  })
  for (const closed of [true, false]) {
    const ids = step.content.items.filter(item => item.closed === closed).map(item => item.id)
    await tx.agendaItem.updateMany({ where: { id: { in: ids } }, data: { sentClosed: closed } })
  }
}
