import type { Database } from '../../database/database.ts'
import { column, type RowOf, rowsOf } from '../../database/rows.ts'
import type { Sending } from '../../database/write.ts'
import { longMoment } from '../../kernel/days.ts'
import type { FormConflict } from './forms.ts'

const ownSavingRow = rowsOf({ at: column.moment, requestId: column.text })
type OwnSaving = RowOf<typeof ownSavingRow>

const savingRow = rowsOf({ name: column.text, at: column.moment })
type Saving = RowOf<typeof savingRow>

/**
 * Whoever goes back in the browser meets their own saving, and nobody else is to be named for it; where another has
 * saved after that, it is the other who is named. Undefined: the form has not taken effect before.
 * @param madeFrom the version that the form was made from; the writer's own saving took it one further
 */
export function toldOfSaving(
  db: Database,
  { form }: Sending,
  madeFrom: number | undefined,
  now: number,
): Pick<FormConflict, 'heading' | 'message'> | undefined {
  const own = db.sql.get(ownSavingRow, 'SELECT at, requestId FROM Submission WHERE form = ? ORDER BY at DESC', form)
  if (!own) return undefined
  const back = `Du gemte formularen den ${longMoment(own.at)} og er gået tilbage til den.`
  const unsaved = 'Det, du har rettet siden, er ikke gemt endnu.'
  const other = madeFrom === undefined || now > madeFrom + 1 ? savedAfter(db, own) : undefined
  if (!other) return { heading: 'Du har selv gemt imens', message: `${back} ${unsaved}` }
  return {
    heading: `${other.name} har gemt imens`,
    message: `${back} Derefter gemte ${other.name} den ${longMoment(other.at)}. ${unsaved}`,
  }
}

/** The last who changed the same thing after that, and is another; one who did the same act to it goes before others. */
const savedAfter = (db: Database, { requestId }: OwnSaving): Saving | undefined =>
  db.sql.get(
    savingRow,
    `SELECT later.actor AS name, later.at FROM Event own JOIN Event later
       ON later.subject = own.subject AND later.subjectId = own.subjectId AND later.id > own.id
     WHERE own.requestId = ? AND own.id > (SELECT max(id) FROM Event) - ${looksBack} AND later.personId IS NOT own.personId
     ORDER BY later.kind = own.kind DESC, later.id DESC LIMIT 1`,
    requestId,
  )

/** Events have no index by request: whoever goes back goes back to something recent. */
const looksBack = 20_000
