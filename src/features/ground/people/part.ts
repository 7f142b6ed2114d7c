import type { Actor } from '../../../access/actor.ts'
import type { Change, Tx } from '../../../database/write.ts'
import type { Instant } from '../../../kernel/days.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { NewCode } from '../accounts/index.ts'
import type { Column } from './columns.ts'
import type { RowCourse } from './judged-row.ts'
import type { NamedWorld } from './named-world.ts'

export interface Taking {
  tx: Tx
  actor: Actor
  at: Instant
  world: NamedWorld
  /** Meetings where somebody can have been appointed, by their number, of those that this reader sees. */
  meetings: ReadonlyMap<string, number>
  /** Who has got one, in the order in which they took their codes. */
  accounts: { name: string; email: string }[]
  /** The code of the account that is the first, the second … to be made. */
  codeOf(index: number): NewCode['columns']
  /** What rows before this one have said of a person: a file says one thing of each. */
  said: Map<number, Map<string, { value: string; line: number }>>
}

/**
 * Does a part. What a rule says is a fault of the row, at the column that tells it; what is not this reader's to do is
 * left to those whose it is.
 */
export async function part<Result>(
  course: RowCourse,
  columns: Partial<Record<string, Column>> & { otherwise: Column },
  act: () => Promise<Change<Result>>,
): Promise<Change<Result> | null> {
  try {
    return await act()
  } catch (refused) {
    if (!(refused instanceof Refusal)) throw refused
    const { otherwise } = columns
    if (refused.code === 'forbidden') course.warn(otherwise, refused.message)
    else for (const { sentence, field } of refused.told) course.fault((field && columns[field]) || otherwise, sentence)
    return null
  }
}
