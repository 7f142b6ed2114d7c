import { afterAll, beforeAll, expect, test } from 'vitest'
import * as facts from '../../src/access/meeting-states.ts'
import { stateLabels } from '../../src/features/meetings/meetings/steps/meeting-states.ts'
import { type Connection, insert, scratchDatabase } from '../database/scratch.ts'

let sql: Connection
let remove: () => void
const states = Object.keys(stateLabels) as facts.MeetingState[]

beforeAll(async () => {
  ;({ sql, remove } = await scratchDatabase())
  insert(sql, 'Organisation', { id: 1 })
  insert(sql, 'Person', { id: 1 })
  insert(sql, 'Body', { id: 1 })
  for (const state of states) insert(sql, 'Meeting', { state })
})
afterAll(() => remove())

const bySql = (condition: string): unknown[] =>
  sql.prepare(`SELECT m.state FROM Meeting m WHERE ${condition}`).pluck().all()

const pairs: [string, (state: facts.MeetingState) => boolean, (state: string) => string][] = [
  ['unsent', facts.isUnsent, facts.isUnsentSql],
  ['open agenda', facts.agendaIsOpen, facts.agendaIsOpenSql],
  ['called', facts.isCalled, facts.isCalledSql],
  ['awaited', facts.isAwaited, facts.isAwaitedSql],
  ['begun', facts.hasBegun, facts.hasBegunSql],
  ['minutes out', facts.minutesAreOut, facts.minutesAreOutSql],
]

test.each(pairs)('a meeting and the database say the same: %s', (_name, is, isSql) => {
  expect(bySql(isSql('m.state')).toSorted()).toEqual(states.filter(is).toSorted())
})

test('a list for the client of a transaction is what the condition finds', () => {
  expect(bySql(facts.isUnsentSql('m.state')).toSorted()).toEqual(facts.unsentStates.toSorted())
  expect(bySql(facts.agendaIsOpenSql('m.state')).toSorted()).toEqual(facts.openAgendaStates.toSorted())
  expect(bySql(facts.isHeldSql('m.state')).toSorted()).toEqual(facts.heldStates.toSorted())
})

test('nothing happens any more with what is approved or cancelled, and with nothing else', () => {
  expect(bySql(`NOT ${facts.isActiveSql('m.state')}`).toSorted()).toEqual(['CANCELLED', 'MINUTES_APPROVED'])
})
