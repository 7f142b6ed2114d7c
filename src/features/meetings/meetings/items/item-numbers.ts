import { inOrder, type Placed } from '../agenda/agenda-rules.ts'

/** The number that an item bore in one sending of the agenda: 1 is the agenda, 2 and on its supplements. */
export interface SentNumber {
  id: number
  number: number
  sending: number
}

export interface Numbered {
  id: number
  number: number
}

/**
 * The items' numbers, in their order (§7, R65). Before the agenda is sent they are 1, 2, 3 …, the standing items in
 * their places. Whoever has read »punkt 6« finds that item under 6 for good: a number that was sent stays with its item
 * and is not used again when the item is taken off. What is added afterwards has the numbers that follow.
 */
export function numberItems(items: readonly Placed[], sent: readonly SentNumber[]): Numbered[] {
  const known = latestNumbers(sent)
  const next = Math.max(0, ...sent.map(({ number }) => number)) + 1
  const kept = items.flatMap(({ id }): Numbered[] => {
    const number = known.get(id)
    return number === undefined ? [] : [{ id, number }]
  })
  const added = inOrder(items.filter(({ id }) => !known.has(id))).map(({ id }, index) => ({ id, number: next + index }))
  return [...kept.sort((one, other) => one.number - other.number), ...added]
}

/** The numbers that readers know and that no item of this agenda bears: each is shown as »udgår« where it stood. */
export function withdrawnNumbers(
  sent: readonly SentNumber[],
  items: readonly { id: number; position: number }[],
  before = Number.POSITIVE_INFINITY,
): number[] {
  const [ids, borne] = [new Set(items.map(item => item.id)), new Set(items.map(item => item.position))]
  const known = latestNumbers(sent.filter(({ sending }) => sending < before))
  const gone = [...known].flatMap(([id, number]) => (ids.has(id) || borne.has(number) ? [] : [number]))
  return [...new Set(gone)].sort((one, other) => one - other)
}

/** Those of an agenda with the numbers that are gone among them, each where it stood. */
export const withWithdrawn = <Row extends { number: number }, Gone extends { number: number }>(
  rows: readonly Row[],
  gone: readonly Gone[],
): (Row | Gone)[] => [...rows, ...gone].sort((one, other) => one.number - other.number)

function latestNumbers(sent: readonly SentNumber[]): Map<number, number> {
  const inTurn = sent.toSorted((one, other) => one.sending - other.sending)
  return new Map(inTurn.map(({ id, number }) => [id, number]))
}
