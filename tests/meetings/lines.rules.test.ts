import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type AgendaLine,
  listVersion,
  mergedLine,
  orderWanted,
} from '../../src/features/meetings/meetings/editor/line-rules.ts'
import { runs } from '../support/runs.ts'

/** The list of an agenda as the secretariats write in it (§7, R65). */

const list = (titles: string) =>
  [...titles].map((title, index) => ({
    id: index + 1,
    title,
    standing: title === '*' ? ('FOLLOW_UP' as const) : title === '.' ? ('ANY_OTHER_BUSINESS' as const) : null,
    position: index + 1,
  }))
const ordered = (titles: string, wanted: Record<string, number>) => {
  const items = list(titles)
  const ids = Object.entries(wanted).map(
    ([title, number]) => [items.find(item => item.title === title)?.id ?? 0, number] as const,
  )
  return orderWanted(items, new Map(ids))
    .map(({ title }) => title)
    .join('')
}

describe('the order by typed numbers', () => {
  test('an item that is given a number stands there, and the others follow each other as before', () => {
    expect(ordered('*abcd.', { a: 4 })).toBe('*bcad.')
    expect(ordered('*abcd.', { d: 2 })).toBe('*dabc.')
  })

  test('two that change numbers change places, and a whole new order may be typed at once', () => {
    expect(ordered('*abcd.', { a: 3, b: 2 })).toBe('*bacd.')
    expect(ordered('*abcd.', { a: 5, b: 4, c: 3, d: 2 })).toBe('*dcba.')
  })

  test('a number beyond the list is its end, and the standing items keep their places', () => {
    expect(ordered('*abcd.', { a: 99 })).toBe('*bcda.')
    expect(ordered('*abcd.', { d: 1 })).toBe('*dabc.')
    expect(ordered('*abcd.', { '.': 2 })).toBe('*abcd.')
  })

  test('nothing is lost or doubled, and one that is moved alone within the list stands at its number', () => {
    const wanted = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.integer({ min: -3, max: 12 }))
    fc.assert(
      fc.property(wanted, numbers => {
        const order = ordered('*abcd.', numbers)
        expect([...order].toSorted()).toEqual([...'*abcd.'].toSorted())
        expect([order.at(0), order.at(-1)]).toEqual(['*', '.'])
        const [[title, number] = ['', 0], ...others] = Object.entries(numbers)
        if (title && others.length === 0 && number >= 2 && number <= 5) expect(order[number - 1]).toBe(title)
      }),
      runs(200, 20_000),
    )
  })
})

describe('two who write in one list', () => {
  const line: AgendaLine = { title: 'Ventelister', kind: 'DISCUSSION', presenter: null, plannedMinutes: 15 }
  const held = (field: string, text: string) => String(line[field as keyof AgendaLine] ?? '') === text

  test('other fields of the same item are both kept', () => {
    const merged = mergedLine({ ...line, title: 'Fælles ventelister' }, { ...line, plannedMinutes: 30 }, held)
    expect(merged).toEqual({ ...line, title: 'Fælles ventelister', plannedMinutes: 30 })
  })

  test('what one has not touched is as the other saved it', () => {
    expect(mergedLine(line, { ...line, title: 'Ventelisterne' }, held)?.title).toBe('Ventelisterne')
  })

  test('the same field changed by both is for them to choose, and alike by both is none', () => {
    expect(mergedLine({ ...line, title: 'Den enes' }, { ...line, title: 'Den andens' }, held)).toBeNull()
    expect(mergedLine({ ...line, title: 'Ens' }, { ...line, title: 'Ens' }, held)?.title).toBe('Ens')
  })

  test('a list is another one when an item is edited, moved, added or taken off', () => {
    const rows = [1, 2, 3].map(id => ({ id, version: 1, position: id }))
    const [first = { id: 1, version: 1, position: 1 }, second = first, third = first] = rows
    const others = [
      [{ ...first, version: 2 }, second, third],
      [{ ...second, position: 1 }, { ...first, position: 2 }, third],
      [...rows, { id: 4, version: 1, position: 4 }],
      [first, second],
    ]
    expect(new Set([rows, ...others].map(listVersion)).size).toBe(5)
  })
})
