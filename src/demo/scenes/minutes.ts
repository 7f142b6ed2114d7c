import { rowReader } from '../../database/reader.ts'
import { column, rowsOf } from '../../database/rows.ts'
import {
  answerObjection,
  approveMinutes,
  correctMinutes,
  loadMinutes,
  objectToMinutes,
  sealedMinutes,
  sendMinutes,
  signOffMinutes,
} from '../../features/decisions/minutes/index.ts'
import { addDays, addWorkdays, type Day, dayOf, type Instant, momentOf } from '../../kernel/days.ts'
import type { DemoMeeting } from '../content/types.ts'
import type { MeetingStop, Stage } from '../stage.ts'

/** From the closed meeting to its sealed minutes, and what was corrected after. */
export function playMinutes(stage: Stage, meeting: DemoMeeting, on: Day, stop: MeetingStop): void {
  const { timeline, cast } = stage
  const { side } = cast.body(meeting.body)
  const secretariats =
    side === null
      ? ['sekretariat.kommune', 'sekretariat.bolig']
      : [side === 'HOUSING' ? 'sekretariat.bolig' : 'sekretariat.kommune']
  const signing = stop === 'minutesInPreparation' ? secretariats.slice(0, 1) : secretariats
  signing.forEach((by, index) => {
    const when = momentOf(addWorkdays(on, 2 + index), '09:30')
    timeline.at(stage.notAfterNow(when), `sign off the minutes of ${meeting.key} by ${by}`, at =>
      signOff(stage, meeting, by, at),
    )
  })
  if (stop === 'minutesInPreparation') return
  // Minutes that are out just now were sent a few days ago, so that there is time left to object.
  const sentOn = stop === 'minutesOut' ? addWorkdays(dayOf(stage.now), -2) : addWorkdays(on, 3)
  timeline.at(momentOf(sentOn, '14:00'), `send the minutes of ${meeting.key}`, async at => {
    await sendMinutes(cast.secretaryOf(meeting.body, at), { meetingId: stage.meeting(meeting.key) })
  })
  playObjections(stage, meeting, sentOn)
  if (stop === 'minutesOut') return
  // Seven days for objections, which the deadline day ends.
  const sealedOn = addWorkdays(addDays(sentOn, 7), 1)
  timeline.at(momentOf(sealedOn, '09:00'), `approve the minutes of ${meeting.key}`, async at => {
    await approveMinutes(cast.secretaryOf(meeting.body, at), { meetingId: stage.meeting(meeting.key) })
  })
  for (const correction of meeting.corrections ?? []) {
    timeline.at(
      momentOf(addWorkdays(addDays(on, correction.after), 1), '10:20'),
      `correct ${meeting.key}`,
      async at => {
        await correctMinutes(cast.actor('sekretariat.kommune', at), {
          meetingId: stage.meeting(meeting.key),
          itemPosition: correction.item ? positionOf(stage, correction.item) : null,
          text: correction.text,
          reason: correction.reason,
        })
      },
    )
  }
}

function playObjections(stage: Stage, meeting: DemoMeeting, sentOn: Day): void {
  const { timeline, cast } = stage
  for (const objection of meeting.objections ?? []) {
    let id = 0
    timeline.at(momentOf(addWorkdays(sentOn, 1), '08:50'), `object to ${meeting.key}`, async at => {
      const made = await objectToMinutes(cast.actor(objection.by, at), {
        meetingId: stage.meeting(meeting.key),
        itemPosition: objection.item ? positionOf(stage, objection.item) : null,
        text: objection.text,
      })
      id = made.id
    })
    const { answer, upheld } = objection
    if (answer === undefined) continue
    timeline.at(momentOf(addWorkdays(sentOn, 3), '11:40'), `answer the objection to ${meeting.key}`, async at => {
      await answerObjection(cast.actor('sekretariat.bolig', at), { objectionId: id, answer, upheld: upheld ?? false })
    })
  }
}

async function signOff(stage: Stage, meeting: DemoMeeting, by: string, at: Instant): Promise<void> {
  const meetingId = stage.meeting(meeting.key)
  const shownHash = sealedMinutes.hash(await loadMinutes(rowReader(stage.cast.database), meetingId))
  await signOffMinutes(stage.cast.actor(by, at), { meetingId, shownHash })
}

const itemRow = rowsOf({
  position: column.number,
})

function positionOf(stage: Stage, key: string): number | null {
  const row = stage.cast.database.sql.get(itemRow, 'SELECT position FROM AgendaItem WHERE id = ?', stage.item(key))
  return row?.position ?? null
}
