import type { Actor } from '../../../access/actor.ts'
import type { NewEvent } from '../../../database/events.ts'
import type { Change } from '../../../database/write.ts'
import { type Tx, write } from '../../../database/write.ts'
import type { Instant } from '../../../kernel/days.ts'
import { contentHash } from '../../../kernel/hash.ts'
import { brokenRule, Refusal } from '../../../kernel/refusal.ts'
import type { TableFile, TableRow } from './read-table.ts'
import type { JudgedRow, RowCourse } from './row-course.ts'

export interface Judgement<C extends string, M extends string> {
  rows: JudgedRow<C, M>[]
  /** What was judged and how: the same where the same would happen. */
  hash: string
}

export interface Taken<C extends string, M extends string> {
  rows: JudgedRow<C, M>[]
  events: NewEvent[]
}

/**
 * What would happen if the file were saved now. It is what happens, and taken back: no rule is told in two ways, and
 * nothing stays (docs/decisions/0032).
 */
export async function judgeTable<C extends string, M extends string>(
  actor: Actor,
  file: TableFile<C>,
  take: (tx: Tx, at: Instant) => Promise<Taken<C, M>>,
): Promise<Judgement<C, M>> {
  let judged: Judgement<C, M> | null = null
  try {
    await write(actor, async (tx, at) => {
      judged = judgementOf(file, (await take(tx, at)).rows)
      throw new TakenBack('Judged, and taken back.')
    })
  } catch (thrown) {
    if (!(thrown instanceof TakenBack)) throw thrown
  }
  if (!judged) throw new Error('A judgement is never stored.')
  return judged
}

class TakenBack extends Error {}

export const judgementOf = <C extends string, M extends string>(
  file: TableFile<C>,
  rows: JudgedRow<C, M>[],
): Judgement<C, M> => ({
  rows,
  hash: contentHash({ head: file.head, cells: file.rows.map(({ cells }) => cells), rows }),
})

/** @throws Refusal where what was shown and confirmed is not what would happen by now */
export function refuseOther({ hash }: { hash: string }, shown: string): void {
  if (hash !== shown)
    throw brokenRule('Noget er ændret i portalen, siden du fik filen vist. Intet er gemt. Se rækkerne igennem igen.')
}

/** Takes rows one by one: a rejected one is undone, so that those after it are judged on what really would stand. */
export async function takeRows<C extends string, M extends string, Read extends { row: TableRow<C> }>(
  tx: Tx,
  reads: readonly Read[],
  begin: (read: Read) => RowCourse<C, M>,
  take: (read: Read, course: RowCourse<C, M>) => Promise<void>,
): Promise<{ judged: Map<TableRow<C>, JudgedRow<C, M>>; events: NewEvent[] }> {
  const judged = new Map<TableRow<C>, JudgedRow<C, M>>()
  const events: NewEvent[] = []
  for (const read of reads) {
    const course = begin(read)
    await tx.$executeRawUnsafe('SAVEPOINT row_of_table')
    await take(read, course)
    if (course.isFaulty()) {
      await tx.$executeRawUnsafe('ROLLBACK TO row_of_table')
      course.forget()
    }
    await tx.$executeRawUnsafe('RELEASE row_of_table')
    if (!course.isFaulty()) events.push(...course.events)
    judged.set(read.row, course.judged())
  }
  return { judged, events }
}

/**
 * Does a part of a row. What a rule says is a fault of the row, at the column that tells it; what is not this reader's to
 * do is left to those whose it is.
 */
export async function part<C extends string, M extends string, Result>(
  course: RowCourse<C, M>,
  columns: Partial<Record<string, C>> & { otherwise: C },
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
