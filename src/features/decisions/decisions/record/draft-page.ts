import type { Actor } from '../../../../access/actor.ts'
import type { Database } from '../../../../database/database.ts'
import { column, rowsOf } from '../../../../database/rows.ts'
import { roundPath } from '../../../agreement/revision/paths.ts'
import { meetingPath, meetingsPath } from '../../../meetings/meetings/paths.ts'
import { sessionPath } from '../../minutes/paths.ts'
import { type DraftAddress, draftModel, type Shown } from './draft-model.ts'

const yearRow = rowsOf({
  year: column.number,
})

/** The decision of a revision binds everyone who must sign: it has a form of its own, which names them all. */
export function revisionForm(db: Database, itemId: number): string | null {
  const row = db.sql.get(
    yearRow,
    'SELECT r.year FROM RevisionItem i JOIN RevisionRound r ON r.id = i.roundId WHERE i.itemId = ?',
    itemId,
  )
  return row ? `${roundPath(row.year)}/beslutning/${itemId}` : null
}

/** The page where a decision is drafted, apart from the meeting's session. */
export async function draftPage(actor: Actor, address: DraftAddress, shown: Shown = {}) {
  const { meeting, item } = address
  const at = { path: `${meetingPath(meeting)}/punkter/${item}/beslutning`, back: sessionPath(meeting) }
  const draft = await draftModel(actor, address, at, shown)
  return {
    title: `Beslutning under punkt ${draft.position}`,
    active: 'moeder',
    crumbs: [
      { text: 'Møder', href: meetingsPath },
      { text: draft.meetingNumber, href: meetingPath(meeting) },
      { text: 'Afvikling', href: sessionPath(meeting) },
      { text: 'Beslutning' },
    ],
    form: draft.form,
    draft,
  }
}
