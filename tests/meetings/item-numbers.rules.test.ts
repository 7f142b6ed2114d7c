import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Placed } from '../../src/features/meetings/meetings/agenda/agenda-rules.ts'
import {
  numberItems,
  type SentNumber,
  withdrawnNumbers,
  withWithdrawn,
} from '../../src/features/meetings/meetings/items/item-numbers.ts'

const first: Placed = { id: 1, standing: 'APPROVE_AGENDA' }
const last: Placed = { id: 2, standing: 'ANY_OTHER_BUSINESS' }
const ordinary = (...ids: number[]): Placed[] => ids.map(id => ({ id, standing: null }))
const sending = (number: number, ...ids: number[]): SentNumber[] =>
  ids.map((id, index) => ({ id, number: index + 1, sending: number }))
const told = (items: readonly Placed[], sent: readonly SentNumber[]) =>
  numberItems(items, sent).map(({ id, number }) => `${number}: ${id}`)

describe('before the agenda is sent', () => {
  test('the numbers run, with the standing items in their places', () => {
    expect(told([last, ...ordinary(5, 4), first], [])).toEqual(['1: 1', '2: 5', '3: 4', '4: 2'])
    expect(withdrawnNumbers([], [{ id: 1, position: 1 }])).toEqual([])
  })
})

describe('once it was sent', () => {
  const sent = sending(1, 1, 4, 5, 2)

  test('an item that is taken off leaves its number empty', () => {
    expect(told([first, ...ordinary(5), last], sent)).toEqual(['1: 1', '3: 5', '4: 2'])
    expect(
      withdrawnNumbers(
        sent,
        [1, 3, 4].map((position, index) => ({ id: [1, 5, 2][index] ?? 0, position })),
      ),
    ).toEqual([2])
  })

  test('what is added has the numbers that follow, also when the last one was taken off', () => {
    expect(told([first, ...ordinary(7, 4, 5, 6), last], sent)).toEqual(['1: 1', '2: 4', '3: 5', '4: 2', '5: 7', '6: 6'])
    expect(told([first, ...ordinary(4, 5, 6)], sent)).toEqual(['1: 1', '2: 4', '3: 5', '5: 6'])
  })

  test('a number is gone from the sending after the one that last had it', () => {
    const later = [...sent, { id: 1, number: 1, sending: 2 }, { id: 2, number: 4, sending: 2 }]
    const items = [
      { id: 1, position: 1 },
      { id: 2, position: 4 },
    ]
    expect(withdrawnNumbers(later, items, 2)).toEqual([2, 3])
    expect(withdrawnNumbers(later, items, 1)).toEqual([])
  })

  test('where an earlier portal gave the number to another item, it is not told as gone', () => {
    expect(withdrawnNumbers(sent, [{ id: 5, position: 2 }])).toEqual([1, 4])
  })
})

test('the empty numbers stand where their items stood', () => {
  expect(withWithdrawn([{ number: 1 }, { number: 3 }], [{ number: 2 }, { number: 9 }]).map(row => row.number)).toEqual([
    1, 2, 3, 9,
  ])
})

/** What secretaries may do with an agenda: add, take off, put in any order, send. */
type Edit = { kind: 'add' } | { kind: 'remove'; at: number } | { kind: 'shuffle'; by: number } | { kind: 'send' }
const edits = fc.array(
  fc.oneof(
    fc.constant<Edit>({ kind: 'add' }),
    fc.constant<Edit>({ kind: 'send' }),
    fc.record({ kind: fc.constant('remove' as const), at: fc.nat(20) }),
    fc.record({ kind: fc.constant('shuffle' as const), by: fc.nat(20) }),
  ),
  { maxLength: 60 },
)

describe('whatever is done to an agenda, and however often it is sent', () => {
  test('a number that was sent never means another item, and is told as gone once its item is', () => {
    fc.assert(
      fc.property(edits, list => {
        const meant = new Map<number, number>()
        let items = [first, last]
        let sent: SentNumber[] = []
        let [nextId, sendings] = [3, 0]
        for (const edit of list) {
          if (edit.kind === 'add') items = [...items, { id: nextId++, standing: null }]
          if (edit.kind === 'remove')
            items = items.filter((_, index) => index === 0 || index !== edit.at % items.length)
          if (edit.kind === 'shuffle') {
            const cut = edit.by % items.length
            items = [...items.slice(cut), ...items.slice(0, cut)]
          }
          const numbered = numberItems(items, sent)
          expect(numbered.map(({ id }) => id).sort()).toEqual(items.map(({ id }) => id).sort())
          expect(new Set(numbered.map(({ number }) => number)).size).toBe(items.length)
          for (const { id, number } of numbered) expect(meant.get(number) ?? id).toBe(id)
          const gone = withdrawnNumbers(
            sent,
            numbered.map(({ id, number }) => ({ id, position: number })),
          )
          const standing = new Set(items.map(({ id }) => id))
          const expected = [...meant].flatMap(([number, id]) => (standing.has(id) ? [] : [number]))
          expect(gone).toEqual(expected.sort((one, other) => one - other))
          if (edit.kind !== 'send') continue
          sendings += 1
          sent = [...sent, ...numbered.map(({ id, number }) => ({ id, number, sending: sendings }))]
          for (const { id, number } of numbered) meant.set(number, id)
        }
      }),
    )
  })
})
