import { sentence } from '../../../../kernel/text.ts'

/** What the meeting made of its agenda, in the order in which it was decided. */
export interface AgendaChangeFacts {
  kind: 'ADDED' | 'REMOVED' | 'MOVED'
  itemId: number
  number: number
  /** Null: the item is closed, and its title is not for everybody. */
  title: string | null
  /** Moved: the item that it is treated after; null: it is treated first. */
  after: { id: number; number: number } | null
  reason: string
}

/**
 * The items in the order in which the meeting treats them. Their numbers stay what was sent: whoever has read »punkt 6«
 * finds that item under 6, also when it is treated before punkt 3.
 */
export function treatedInOrder<Item extends { id: number }>(
  items: readonly Item[],
  changes: readonly Pick<AgendaChangeFacts, 'kind' | 'itemId' | 'after'>[],
): Item[] {
  const order = [...items]
  for (const { kind, itemId, after } of changes) {
    if (kind !== 'MOVED') continue
    const from = order.findIndex(({ id }) => id === itemId)
    const [moved] = from < 0 ? [] : order.splice(from, 1)
    if (!moved) continue
    const to = after === null ? 0 : order.findIndex(({ id }) => id === after.id) + 1
    // What it was to come after is off the agenda by now: then it stands where it stood.
    order.splice(after !== null && to === 0 ? from : to, 0, moved)
  }
  return order
}

/** As the minutes tell them under »Godkendelse af dagsorden«, one sentence each. */
export const changeSentences = (changes: readonly AgendaChangeFacts[]): string[] =>
  changes.map(change => {
    const why = change.reason.trim() === '' ? '' : ` ${sentence(`Begrundelse: ${change.reason}`)}`
    return `${toldOf(change)}${why}`
  })

function toldOf({ kind, number, title, after }: AgendaChangeFacts): string {
  const named = title === null ? 'Et lukket punkt' : `»${title}«`
  if (kind === 'ADDED') return `${named} blev sat på dagsordenen som punkt ${number}.`
  if (kind === 'REMOVED') return `Punkt ${number} blev taget af dagsordenen.`
  return after === null
    ? `Mødet besluttede at behandle punkt ${number} først.`
    : `Mødet besluttede at behandle punkt ${number} efter punkt ${after.number}.`
}
