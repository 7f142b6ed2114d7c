import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changedRows, keepVersion, sealedContent } from '../../src/features/ground/sealed/index.ts'
import { runs } from '../support/runs.ts'

interface Point {
  id: number
  text: string
}
interface Said {
  title: string
  points: Point[]
}
interface Kept extends Said {
  note: string
}

const names = { text: 'tekst' }
const standard = sealedContent<Said, Kept, { changed: number[] }>({
  later: [],
  said: ({ title, points }) => ({ title, points }),
  difference: (before, after) => ({
    changed: changedRows(before.points, after.points, ({ id }) => id, names)
      .rows.filter(({ mark }) => mark === 'changed')
      .map(({ row }) => row.id),
  }),
})

const text = fc.constantFrom('', 'Tag', 'Facade')
const points = fc.uniqueArray(fc.record({ id: fc.integer({ min: 1, max: 5 }), text }), { selector: ({ id }) => id })
const kept = fc.record<Kept>({ title: text, points, note: text })

describe('sealed content', () => {
  test('is stored and read as it was, and hashed by what is said alone', () => {
    fc.assert(
      fc.property(kept, kept, (before, after) => {
        expect(standard.thaw(standard.freeze(before))).toEqual(before)
        const alike = JSON.stringify([before.title, before.points]) === JSON.stringify([after.title, after.points])
        expect(standard.hash(before) === standard.hash(after)).toBe(alike)
        expect(standard.difference(before, after).same).toBe(alike)
      }),
      runs(200, 5000),
    )
  })

  test('gets the number after the latest with each version, and its hash is that of what is read again', async () => {
    const versions: { number: number; content: string; hash: string }[] = []
    const table = {
      latest: () => versions.at(-1)?.number ?? 0,
      store: async (version: (typeof versions)[number]) => ({ id: versions.push(version) }),
    }
    for (const title of ['Tag', 'Facade', 'Facade']) await keepVersion(standard, { title, points: [], note: '' }, table)
    expect(versions.map(({ number }) => number)).toEqual([1, 2, 3])
    expect(versions.map(({ content }) => standard.hash(standard.thaw(content)))).toEqual(versions.map(one => one.hash))
    expect(versions[1]?.hash).toBe(versions[2]?.hash)
  })
})

test('from one list to the next, each row is new, changed, the same or removed, by its key', () => {
  fc.assert(
    fc.property(points, points, (before, after) => {
      const { rows, removed, reordered } = changedRows(before, after, ({ id }) => id, names)
      const was = (id: number) => before.find(row => row.id === id)
      const markOf = ({ id, text: now }: Point) =>
        was(id) === undefined ? 'new' : was(id)?.text === now ? 'same' : 'changed'
      expect(rows.map(({ row, mark }) => ({ row, mark }))).toEqual(after.map(row => ({ row, mark: markOf(row) })))
      expect(rows.filter(({ mark }) => mark === 'changed').every(({ fields }) => fields.join() === 'tekst')).toBe(true)
      expect(removed).toEqual(before.filter(({ id }) => !after.some(row => row.id === id)))
      const stayed = after.filter(({ id }) => was(id)).map(({ id }) => before.findIndex(row => row.id === id))
      expect(reordered).toBe(stayed.some((place, at) => at > 0 && place < (stayed[at - 1] ?? 0)))
    }),
    runs(300, 10_000),
  )
})
