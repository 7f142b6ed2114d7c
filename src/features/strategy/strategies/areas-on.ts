import type { ReadClient } from '../../../database/database.ts'
import type { Tx } from '../../../database/write.ts'
import type { Day } from '../../../kernel/days.ts'
import { compareDanish } from '../../../kernel/text.ts'
import type { Named } from './strategy-content.ts'

/** The housing areas of a day, as a text that is about all of them names them. One statement. */
export async function areasOn(reads: ReadClient | Tx, on: Day): Promise<Named[]> {
  const rows = await (reads as Tx).housingArea.findMany({
    where: { from: { lte: on }, OR: [{ to: null }, { to: { gte: on } }] },
    select: { id: true, name: true },
  })
  return rows.toSorted((one, other) => compareDanish(one.name, other.name) || one.id - other.id)
}
