import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  inForceOn,
  roundStateAfter,
  roundStateSql,
  type TakenKind,
  takenLabels,
} from '../../src/features/agreement/agreement/index.ts'
import { inForceSql, latestFirstSql } from '../../src/features/agreement/agreement/version/in-force.ts'
import { hearingOpenSql, isHearingOpen } from '../../src/features/agreement/revision/drafts/hearing-open.ts'
import {
  isUnderWay,
  isWaitedFor,
  underWaySql,
  waitedForSql,
} from '../../src/features/agreement/revision/signing/signing-state.ts'
import { addDays, type Day, day } from '../../src/kernel/days.ts'
import { type Connection, insert, scratchDatabase } from '../database/scratch.ts'
import { runs } from '../support/runs.ts'

let sql: Connection
let remove: () => void

beforeAll(async () => {
  ;({ sql, remove } = await scratchDatabase())
  for (const table of ['Organisation', 'Person', 'Body', 'Case']) insert(sql, table, { id: 1 })
  insert(sql, 'AgreementVersion', { id: 1, year: 1900, inForceFrom: '1900-01-01' })
})
afterAll(() => remove())

const days = fc.integer({ min: 0, max: 5 }).map((n): Day => addDays(day('2026-01-01'), n))
const moment = fc.constantFrom(null, '2026-01-01T10:00:00.000Z')
const kinds = fc.array(fc.constantFrom(...(Object.keys(takenLabels) as TakenKind[])), { maxLength: 8 })

let year = 2000

test('the state that a round’s steps have led to, and whether its hearing is open, are the same in rows and in the database', () => {
  fc.assert(
    fc.property(kinds, fc.option(days, { nil: null }), days, (taken, hearingUntil, on) => {
      year += 1
      const id = insert(sql, 'RevisionRound', { year, basisId: 1, hearingUntil })
      for (const kind of taken) insert(sql, 'RevisionStep', { roundId: id, kind })
      const state = roundStateAfter(taken)
      const said = sql
        .prepare(
          `SELECT ${roundStateSql('r')} AS state, ${hearingOpenSql('r')} AS open FROM RevisionRound r WHERE r.id = ?`,
        )
        .get(on, id)
      expect(said).toEqual({ state, open: Number(isHearingOpen({ state, hearingUntil }, on)) })
    }),
    runs(80, 2_000),
  )
})

test('which signatures are waited for, and which signings are under way, is the same in a row and in the database', () => {
  const facts = fc.record({ signedAt: moment, releasedAt: moment, stoppedAt: moment, completedAt: moment })
  fc.assert(
    fc.property(facts, row => {
      const text = `SELECT ${waitedForSql('x')} AS waited, ${underWaySql('x')} AS under
        FROM (SELECT ? AS signedAt, ? AS releasedAt, ? AS stoppedAt, ? AS completedAt) x`
      const said = sql.prepare(text).get(row.signedAt, row.releasedAt, row.stoppedAt, row.completedAt)
      expect(said).toEqual({ waited: Number(isWaitedFor(row)), under: Number(isUnderWay(row)) })
    }),
    runs(40, 300),
  )
})

test('the version in force on a day is the same among versions and in the database', () => {
  const versions = fc.array(fc.record({ inForceFrom: days, number: fc.nat(3) }), { maxLength: 4 })
  fc.assert(
    fc.property(versions, days, (given, on) => {
      const list = `(SELECT value ->> 'inForceFrom' AS inForceFrom, value ->> 'number' AS number FROM json_each(?)) v`
      const latestFirst = sql
        .prepare<[string], { inForceFrom: Day; number: number }>(`SELECT * FROM ${list} ${latestFirstSql('v')}`)
        .all(JSON.stringify(given))
      const bySql = sql.prepare(`SELECT * FROM ${list} ${inForceSql('v')}`).get(JSON.stringify(given), on)
      expect(bySql).toEqual(inForceOn(latestFirst, on))
    }),
    runs(60, 1_000),
  )
})
