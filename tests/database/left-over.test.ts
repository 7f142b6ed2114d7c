import { afterAll, beforeAll, expect, test } from 'vitest'
import { leftOverFaults } from '../../src/database/verify/left-over-faults.ts'
import { type Connection, insert, scratchDatabase } from './scratch.ts'

let sql: Connection
let remove: () => void

beforeAll(async () => {
  ;({ sql, remove } = await scratchDatabase())
  insert(sql, 'Organisation', { id: 1 })
  insert(sql, 'Person', { id: 1 })
  insert(sql, 'Body', { id: 1 })
})
afterAll(() => remove())

/** As verify reads. */
const reader = { all: <Row>(text: string): Row[] => sql.prepare<[], Row>(text).all() }

const kept = () => sql.prepare('SELECT itemId FROM LeftOverItem ORDER BY itemId').pluck().all()

/** Written out again, by way of the meetings rather than of the view. */
const found = () =>
  sql
    .prepare(
      `SELECT i.id FROM Meeting m JOIN AgendaItem i ON i.meetingId = m.id
       WHERE i.removedAt IS NULL AND i.standing IS NULL
         AND i.id NOT IN (SELECT carriedFromId FROM AgendaItem WHERE carriedFromId IS NOT NULL AND removedAt IS NULL)
         AND (m.state = 'CANCELLED' OR i.id IN (SELECT itemId FROM Treatment WHERE outcome IN ('POSTPONED', 'NOT_REACHED')))
       ORDER BY i.id`,
    )
    .pluck()
    .all()

test('an item is left over from when it was postponed until another agenda has taken it over', () => {
  const meetingId = insert(sql, 'Meeting', { state: 'MINUTES_OUT' })
  const item = insert(sql, 'AgendaItem', { meetingId })
  const treatment = insert(sql, 'Treatment', { itemId: item, outcome: 'NOTED' })
  expect(kept()).toEqual([])
  sql.prepare("UPDATE Treatment SET outcome = 'POSTPONED' WHERE id = ?").run(treatment)
  expect(kept()).toEqual([item])
  const next = insert(sql, 'AgendaItem', {
    meetingId: insert(sql, 'Meeting', {}),
    carriedFromId: item,
  })
  expect(kept()).toEqual([])
  sql.prepare("UPDATE AgendaItem SET removedAt = 'now' WHERE id = ?").run(next)
  expect(kept()).toEqual([item])
  sql.prepare("UPDATE Treatment SET outcome = 'DECIDED' WHERE id = ?").run(treatment)
  expect(kept()).toEqual([])
})

test('what is kept is what would be found, after any changes in any order', () => {
  let state = 7
  const below = (most: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor(state / 65_536) % most
  }
  const one = <Value>(list: readonly Value[]): Value => list[below(list.length)] as Value
  const ids = (table: string) => sql.prepare(`SELECT id FROM "${table}"`).pluck().all() as number[]
  const outcomes = [null, 'POSTPONED', 'NOT_REACHED', 'DECIDED', 'NOTED']
  const states = ['PLANNED', 'CALLED', 'IN_SESSION', 'MINUTES_IN_PREPARATION', 'MINUTES_APPROVED', 'CANCELLED']
  const changes = [
    () => insert(sql, 'Meeting', { state: one(states) }),
    () =>
      insert(sql, 'AgendaItem', { meetingId: one(ids('Meeting')), carriedFromId: one([null, ...ids('AgendaItem')]) }),
    () =>
      sql
        .prepare("INSERT OR IGNORE INTO Treatment (itemId, outcome, updatedById, updatedAt) VALUES (?, ?, 1, 'now')")
        .run(one(ids('AgendaItem')), one(outcomes)),
    () => sql.prepare('UPDATE Treatment SET outcome = ? WHERE id = ?').run(one(outcomes), one(ids('Treatment'))),
    () => sql.prepare('UPDATE Meeting SET state = ? WHERE id = ?').run(one(states), one(ids('Meeting'))),
    () =>
      sql.prepare('UPDATE AgendaItem SET removedAt = ? WHERE id = ?').run(one([null, 'now']), one(ids('AgendaItem'))),
    () =>
      sql
        .prepare('UPDATE AgendaItem SET carriedFromId = ? WHERE id = ?')
        .run(one([null, ...ids('AgendaItem')]), one(ids('AgendaItem'))),
    () =>
      sql
        .prepare('UPDATE AgendaItem SET meetingId = ?, standing = ? WHERE id = ?')
        .run(one(ids('Meeting')), one([null, null, 'ANY_OTHER_BUSINESS']), one(ids('AgendaItem'))),
  ]
  let most = 0
  for (let step = 0; step < 250; step += 1) {
    one(changes)()
    const now = kept()
    expect(now, `after ${step + 1} changes`).toEqual(found())
    most = Math.max(most, now.length)
  }
  expect(most).toBeGreaterThan(3)
})

test('what was taken off the list by hand, or put on it, is found', () => {
  expect(leftOverFaults(reader.all)).toEqual([])
  const [listed] = kept() as number[]
  const meetingId = insert(sql, 'Meeting', { state: 'PLANNED' })
  const fresh = insert(sql, 'AgendaItem', { meetingId })
  sql.prepare('INSERT INTO LeftOverItem (itemId) VALUES (?)').run(fresh)
  const told = [`Agenda item ${fresh} is listed as left over, and is not.`]
  expect(leftOverFaults(reader.all)).toEqual(told)
  sql.prepare('DELETE FROM LeftOverItem WHERE itemId = ?').run(listed)
  expect(leftOverFaults(reader.all)).toEqual([...told, `Agenda item ${listed} is left over, and is not listed.`])
})
