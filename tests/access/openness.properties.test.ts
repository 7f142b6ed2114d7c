import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closedSql, isClosed, isClosedOnAgenda } from '../../src/access/openness.ts'
import { type Connection, insert, scratchDatabase } from '../database/scratch.ts'

let sql: Connection
let remove: () => void

beforeAll(async () => {
  ;({ sql, remove } = await scratchDatabase())
  insert(sql, 'Organisation', { id: 1 })
  insert(sql, 'Person', { id: 1 })
  insert(sql, 'Body', { id: 1 })
  insert(sql, 'Meeting', { id: 1 })
})
afterAll(() => remove())

const runs = process.env.DEEP === '1' ? 2_000 : 60
const flag = fc.boolean()
/** As SQLite keeps them. */
const kept = <Flags extends object>(flags: Flags): Record<string, number | null> =>
  Object.fromEntries(Object.entries(flags).map(([name, value]) => [name, value === null ? null : Number(value)]))
const facts = fc.record({
  closed: flag,
  sentClosed: fc.constantFrom(false, true, null),
  treatment: fc.option(fc.record({ openedInstead: flag, closedInstead: flag }), { nil: null }),
})

const bySql = (itemId: number): boolean =>
  sql
    .prepare(
      `SELECT ${closedSql('i', 't')} AS closed FROM AgendaItem i LEFT JOIN Treatment t ON t.itemId = i.id WHERE i.id = ?`,
    )
    .pluck()
    .get(itemId) === 1

test('a row and the database say the same about whether an item is closed, and so does the search index', () => {
  fc.assert(
    fc.property(facts, ({ treatment, ...item }) => {
      const itemId = insert(sql, 'AgendaItem', { ...kept(item), title: 'Egentitel', publicTitle: 'Stedfortraeder' })
      if (treatment) insert(sql, 'Treatment', { itemId, ...kept(treatment) })
      expect(bySql(itemId)).toBe(isClosed({ ...item, ...treatment }))
      const found = sql.prepare('SELECT title FROM ItemSearch WHERE rowid = ?').pluck().get(itemId)
      expect(found).toBe(isClosed({ ...item, ...treatment }) ? 'Stedfortraeder' : 'Egentitel')
    }),
    { numRuns: runs },
  )
})

test('the index follows when the sending or the meeting changes the openness of an item that is there', () => {
  fc.assert(
    fc.property(facts, facts, (before, after) => {
      const { treatment: _was, ...item } = before
      const itemId = insert(sql, 'AgendaItem', { ...kept(item), title: 'Egentitel', publicTitle: 'Stedfortraeder' })
      insert(sql, 'Treatment', { itemId })
      const { treatment, ...now } = after
      sql
        .prepare('UPDATE AgendaItem SET closed = ?, sentClosed = ? WHERE id = ?')
        .run(Number(now.closed), now.sentClosed === null ? null : Number(now.sentClosed), itemId)
      sql
        .prepare('UPDATE Treatment SET openedInstead = ?, closedInstead = ? WHERE itemId = ?')
        .run(Number(treatment?.openedInstead ?? false), Number(treatment?.closedInstead ?? false), itemId)
      const found = sql.prepare('SELECT title FROM ItemSearch WHERE rowid = ?').pluck().get(itemId)
      expect(found).toBe(isClosed({ ...now, ...treatment }) ? 'Stedfortraeder' : 'Egentitel')
    }),
    { numRuns: runs },
  )
})

test('whichever hides more counts, until the meeting itself has moved the item', () => {
  expect(isClosed({ closed: false, sentClosed: true })).toBe(true)
  expect(isClosed({ closed: true, sentClosed: false })).toBe(true)
  expect(isClosed({ closed: false, sentClosed: false })).toBe(false)
  expect(isClosed({ closed: false, sentClosed: null })).toBe(false)
  expect(isClosed({ closed: true, sentClosed: true, openedInstead: true })).toBe(false)
  expect(isClosed({ closed: false, sentClosed: true, openedInstead: true })).toBe(false)
  expect(isClosed({ closed: false, sentClosed: false, closedInstead: true })).toBe(true)
  expect(isClosedOnAgenda({ closed: false, sentClosed: true })).toBe(true)
})
