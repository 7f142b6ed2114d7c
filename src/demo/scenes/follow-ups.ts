import { column, rowsOf } from '../../database/rows.ts'
import { closeFollowUp, createFollowUp, noteOnFollowUp } from '../../features/decisions/followups/index.ts'
import { addDays, addWorkdays, type Day, isWorkday, momentOf } from '../../kernel/days.ts'
import type { DemoFollowUp, DemoMeeting } from '../content/types.ts'
import type { Stage } from '../stage.ts'

/** What the follow-ups of a meeting came to afterwards: notes, and that they were closed. */
export function playFollowUps(stage: Stage, meeting: DemoMeeting, on: Day): void {
  for (const item of meeting.items) {
    const fromDecisions = (item.decisions ?? []).flatMap(decision => decision.followUps ?? [])
    for (const followUp of [...fromDecisions, ...(item.followUps ?? [])]) playOne(stage, item.key, followUp, on)
  }
}

/** Follow-ups that were agreed under an item without a decision: entered right after the meeting. */
export async function enterFollowUps(
  stage: Stage,
  meeting: DemoMeeting,
  on: Day,
  at: Parameters<Stage['notAfterNow']>[0],
) {
  for (const item of meeting.items) {
    for (const followUp of item.followUps ?? []) {
      await createFollowUp(stage.cast.secretaryOf(meeting.body, at), {
        itemId: stage.item(item.key),
        ...draftOf(stage, followUp, on),
      })
    }
  }
}

export const draftOf = (stage: Stage, followUp: DemoFollowUp, on: Day) => ({
  text: followUp.text,
  organisationId: stage.cast.organisation(followUp.org),
  personId: followUp.person ? stage.cast.person(followUp.person) : null,
  dueDay: workdayAfter(on, followUp.dueAfter),
})

function playOne(stage: Stage, itemKey: string, followUp: DemoFollowUp, on: Day): void {
  for (const note of followUp.notes ?? []) {
    stage.timeline.at(momentOf(workdayAfter(on, note.after), '13:15'), `note on ${followUp.text}`, async at => {
      await noteOnFollowUp(stage.cast.actor(note.by, at), { id: found(stage, itemKey, followUp).id, text: note.text })
    })
  }
  const { closedAfter, closedNote } = followUp
  if (closedAfter === undefined) return
  stage.timeline.at(momentOf(workdayAfter(on, closedAfter), '14:00'), `close ${followUp.text}`, async at => {
    const { id, version } = found(stage, itemKey, followUp)
    // The responsible closes it; what no account answers for is closed by the secretariat.
    const actor = followUp.person ? stage.cast.actor(followUp.person, at) : stage.cast.secretaryOf('faelles-gruppe', at)
    await closeFollowUp(actor, { id, version, note: closedNote ?? 'Udført.' })
  })
}

const followUpRow = rowsOf({
  id: column.number,
  version: column.number,
})

function found(stage: Stage, itemKey: string, followUp: DemoFollowUp): { id: number; version: number } {
  const row = stage.cast.database.sql.get(
    followUpRow,
    'SELECT id, version FROM FollowUp WHERE itemId = ? AND text = ?',
    stage.item(itemKey),
    followUp.text,
  )
  if (!row) throw new Error(`There is no follow-up »${followUp.text}« under ${itemKey}.`)
  return row
}

function workdayAfter(on: Day, days: number): Day {
  const wanted = addDays(on, days)
  return isWorkday(wanted) ? wanted : addWorkdays(wanted, 1)
}
