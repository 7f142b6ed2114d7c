import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type AgendaChangeFacts,
  changeSentences,
  treatedInOrder,
} from '../../src/features/decisions/minutes/changes/agenda-change-rules.ts'
import { itemNow, minutesUsed, usedText } from '../../src/features/decisions/minutes/changes/time-rules.ts'
import { instant } from '../../src/kernel/days.ts'
import { runs } from '../support/runs.ts'

const items = [1, 2, 3, 4].map(id => ({ id }))
const moved = (itemId: number, after: number | null) => ({
  kind: 'MOVED' as const,
  itemId,
  after: after === null ? null : { id: after, number: after },
})
const order = (...changes: Parameters<typeof treatedInOrder>[1]) => treatedInOrder(items, changes).map(({ id }) => id)

test('items are treated in the order that the meeting decides, the last word first', () => {
  expect(order()).toEqual([1, 2, 3, 4])
  expect(order(moved(4, 1))).toEqual([1, 4, 2, 3])
  expect(order(moved(4, null), moved(1, 3))).toEqual([4, 2, 3, 1])
  // After an item that has been taken off: where it stood.
  expect(order(moved(2, 9))).toEqual([1, 2, 3, 4])
})

test('whatever is moved, every item is treated once', () => {
  const id = fc.integer({ min: 1, max: 6 })
  fc.assert(
    fc.property(fc.array(fc.tuple(id, fc.option(id))), moves => {
      const after = treatedInOrder(
        items,
        moves.map(([itemId, to]) => moved(itemId, to)),
      )
      expect(after.map(one => one.id).sort()).toEqual([1, 2, 3, 4])
    }),
    runs(100, 5_000),
  )
})

test('the minutes tell each change in a sentence, and nothing of what a closed item is about', () => {
  const change = (facts: Partial<AgendaChangeFacts>): AgendaChangeFacts => ({
    kind: 'ADDED',
    itemId: 1,
    number: 8,
    title: 'Vandskade i Skovparken',
    after: null,
    reason: '',
    ...facts,
  })
  expect(
    changeSentences([
      change({ reason: 'Skaden skete i går' }),
      change({ title: null }),
      change({ kind: 'REMOVED', number: 5 }),
      change({ kind: 'MOVED', number: 7, after: { id: 2, number: 2 } }),
      change({ kind: 'MOVED', number: 7 }),
    ]),
  ).toEqual([
    '»Vandskade i Skovparken« blev sat på dagsordenen som punkt 8. Begrundelse: Skaden skete i går.',
    'Et lukket punkt blev sat på dagsordenen som punkt 8.',
    'Punkt 5 blev taget af dagsordenen.',
    'Mødet besluttede at behandle punkt 7 efter punkt 2.',
    'Mødet besluttede at behandle punkt 7 først.',
  ])
})

test('the time of an item is all the times in which the meeting was at it', () => {
  const at = (time: string) => instant(`2026-03-12T${time}:00.000Z`)
  const spells = [
    { itemId: 1, beganAt: at('12:00'), endedAt: at('12:07') },
    { itemId: 2, beganAt: at('12:07'), endedAt: at('12:20') },
    { itemId: 1, beganAt: at('12:20'), endedAt: null },
  ]
  expect(itemNow(spells)).toBe(1)
  expect(minutesUsed(spells, 1, at('12:25'))).toBe(12)
  expect(minutesUsed(spells, 3, at('12:25'))).toBeNull()
  expect(usedText(12, 10)).toBe('12 af 10 minutter brugt')
})
