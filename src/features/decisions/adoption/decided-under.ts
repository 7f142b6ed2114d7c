import type { ReadClient } from '../../../database/database.ts'
import type { Tx } from '../../../database/write.ts'

type Reads = Pick<ReadClient, 'agendaItem'> | Pick<Tx, 'agendaItem'>

interface Carried {
  id: number
  carriedTo: readonly { id: number }[]
}

/**
 * Items, and those that they were carried over to, however often: each with the item that it came from first.
 * @param take whether those that it was carried over to count too
 */
export async function throughCarried<Item extends Carried>(
  itemIds: readonly number[],
  read: (ids: number[]) => Promise<Item[]>,
  take: (item: Item, origin: number) => boolean,
): Promise<void> {
  const origins = new Map(itemIds.map(id => [id, id]))
  let asked = [...itemIds]
  while (asked.length > 0) {
    const items = await read(asked)
    asked = []
    for (const item of items) {
      const origin = origins.get(item.id) ?? item.id
      if (!take(item, origin)) continue
      for (const { id } of item.carriedTo) {
        origins.set(id, origin)
        asked.push(id)
      }
    }
  }
}

/** A carried item counts as long as it stands on its agenda. */
export const carriedOn = { where: { removedAt: null }, select: { id: true } } as const

/** What was decided under items, or under those that they were carried over to, the latest first. */
export async function decidedUnder(reads: Reads, itemIds: readonly number[]) {
  const read = (ids: number[]) =>
    (reads as Tx).agendaItem.findMany({
      where: { id: { in: ids } },
      include: {
        carriedTo: carriedOn,
        treatment: { select: { outcome: true } },
        decisions: { include: { consequences: true } },
      },
    })
  type Item = Awaited<ReturnType<typeof read>>[number]
  const found: (Item['decisions'][number] & { origin: number; outcome: string | null })[] = []
  await throughCarried(itemIds, read, (item, origin) => {
    const outcome = item.treatment?.outcome ?? null
    for (const decision of item.decisions) found.push({ ...decision, origin, outcome })
    return true
  })
  return found.toSorted((one, other) => other.id - one.id)
}
