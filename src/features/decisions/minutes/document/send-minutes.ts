import { type Actor, personIdOf } from '../../../../access/actor.ts'
import { rowReaderIn } from '../../../../database/reader.ts'
import { type Tx, write } from '../../../../database/write.ts'
import type { Day } from '../../../../kernel/days.ts'
import { rulesOn } from '../../../ground/bodies/index.ts'
import { keepVersion, secretariatNames, unsignedSides } from '../../../ground/sealed/index.ts'
import { loadMeeting, type MeetingRow, signedMeeting, takeStep } from '../../../meetings/meetings/index.ts'
import { loadMinutes } from './load-minutes.ts'
import { sealedMinutes } from './minutes-content.ts'
import { objectionDeadline } from './objection-rules.ts'

export interface SentMinutes {
  number: number
  objectionsUntil: Day
}

/** Sends the minutes out for objection: freezes them as signed off, with everything by name as it was on the day. */
export const sendMinutes = (actor: Actor, input: { meetingId: number }): Promise<SentMinutes> =>
  write(actor, async tx => {
    const meeting = await loadMeeting(rowReaderIn(tx), input.meetingId)
    const content = await loadMinutes(rowReaderIn(tx), meeting.id)
    const hash = sealedMinutes.hash(content)
    const { objectionDays } = await rulesOn(rowReaderIn(tx), meeting.bodyId, meeting.day)
    const objectionsUntil = objectionDeadline(actor.at, objectionDays)
    const step = await takeStep(tx, actor, meeting.id, 'SEND_MINUTES', {
      known: { minutesUnsignedBy: await minutesUnsignedBy(tx, meeting, hash) },
      data: { objectionsUntil },
    })
    const { number } = await keepVersion(sealedMinutes, content, {
      latest: () => tx.minutesVersion.count({ where: { meetingId: meeting.id } }),
      store: version =>
        tx.minutesVersion.create({
          data: { ...version, meetingId: meeting.id, sentAt: actor.at, sentById: personIdOf(actor), objectionsUntil },
        }),
    })
    return { result: { number, objectionsUntil }, events: [step.event] }
  })

async function minutesUnsignedBy(tx: Tx, meeting: MeetingRow, hash: string): Promise<string[]> {
  const { table, of } = signedMeeting(tx, meeting, 'MINUTES')
  return unsignedSides(of, await table.given(), hash).map(side => secretariatNames[side])
}
