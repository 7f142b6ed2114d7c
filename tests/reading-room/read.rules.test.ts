import { expect, test } from 'vitest'
import { leftToRead, standingOf } from '../../src/features/meetings/reading-room/read-rules.ts'

/** Item 1 was changed by the second sending, item 2 by the third. */
const changedSince = (sending: number) =>
  new Map<number, string[]>(
    [...(sending < 2 ? [[1, ['resumé']] as const] : []), ...(sending < 3 ? [[2, ['bilag']] as const] : [])].map(
      ([id, fields]) => [id, [...fields]],
    ),
  )

test('an item is read until a sending changes it, and says what was changed', () => {
  expect(standingOf(1, undefined, changedSince)).toEqual({ state: 'unread', fields: [] })
  expect(standingOf(1, 1, changedSince)).toEqual({ state: 'changed', fields: ['resumé'] })
  expect(standingOf(1, 2, changedSince)).toEqual({ state: 'read', fields: [] })
  expect(standingOf(3, 1, changedSince)).toEqual({ state: 'read', fields: [] })
})

test('what was changed is to be read again', () => {
  const read = new Map([
    [1, 1],
    [2, 3],
  ])
  expect(leftToRead([1, 2, 3], id => standingOf(id, read.get(id), changedSince))).toBe(2)
})
