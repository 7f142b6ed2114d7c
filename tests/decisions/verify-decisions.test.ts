import { copyFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PreparedReader } from '../../src/database/prepared-reader.ts'
import { recordDecision, verifyDecisions } from '../../src/features/decisions/decisions/index.ts'
import { kroner } from '../../src/kernel/money.ts'
import { freshDatabase } from '../support/app.ts'
import { type Cooperation, givenCooperation } from '../support/builders.ts'
import { ownFolder } from '../support/run-folder.ts'
import { draft, givenItemInSession, givenMandate } from './given.ts'

// Each test spoils a copy of a sound database, past everything that would refuse it, and asks what verify says.

let folder: string
let file: string
let close: () => Promise<void>
let ids: { covered: number; waiting: number; mandate: number }

beforeAll(async () => {
  const fresh = await freshDatabase()
  const cooperation = givenCooperation(fresh.db)
  const mandate = await givenMandate(fresh.db, cooperation, 'hoejstrup', { total: kroner(100_000) })
  const covered = await decide(cooperation, 'hoejstrup', 40_000)
  const waiting = await decide(cooperation, 'socialt-boligbyggeri', 10_000)
  ids = { covered, waiting, mandate: mandate.id }
  close = fresh.close
  folder = ownFolder('spoilt')
  file = join(fresh.folder, 'portal.db')

  async function decide({ organisation, actor }: Cooperation, slug: string, amount: number): Promise<number> {
    const item = await givenItemInSession(fresh.db, cooperation)
    const consequences = [
      { organisationId: organisation(slug), amount: kroner(amount), legal: 'Aftale', organisational: null },
    ]
    const given = draft(item, { subjectToApproval: slug === 'socialt-boligbyggeri', consequences })
    return (await recordDecision(actor('sekretariat.bolig'), given)).id
  }
})
afterAll(async () => {
  await close()
  rmSync(folder, { recursive: true, force: true })
})

/** What verify says once the copy has been spoilt. */
function verifyAfter(...statements: string[]): string[] {
  const copy = join(folder, 'portal.db')
  for (const end of ['', '-wal']) copyFileSync(`${file}${end}`, `${copy}${end}`)
  rmSync(`${copy}-shm`, { force: true })
  const sql = new Sqlite(copy)
  try {
    const triggers = sql.prepare("SELECT name FROM sqlite_master WHERE type = 'trigger'").pluck().all()
    for (const trigger of triggers) sql.exec(`DROP TRIGGER "${trigger}"`)
    sql.pragma('foreign_keys = OFF')
    for (const statement of statements) sql.exec(statement)
    return verifyDecisions({ sql: new PreparedReader(sql, () => {}) }).wrong
  } finally {
    sql.close()
  }
}

const decision = (id: number, values: string) => `UPDATE Decision SET ${values} WHERE id = ${id}`
const mandate = (values: string) => `UPDATE Mandate SET ${values} WHERE id = ${ids.mandate}`

describe('verify on decisions and their mandates', () => {
  test('finds nothing wrong with what the acts have written', () => {
    expect(verifyAfter()).toEqual([])
  })

  test('finds a draw that is not in the ledger', () => {
    expect(verifyAfter('DELETE FROM MandateEntry')).toEqual([
      expect.stringMatching(/covered by 4000000 øre of mandate 2026-A\d+, but its entries say 0/),
    ])
  })

  test('finds a draw that nobody decided', () => {
    const entry = `INSERT INTO MandateEntry (mandateId, decisionId, kind, amount, at, note)
      VALUES (${ids.mandate}, ${ids.waiting}, 'DRAW', 500, '2026-03-12T10:00:00.000Z', '')`
    expect(verifyAfter(entry)).toEqual([expect.stringContaining('holds 500 øre')])
  })

  test('finds a decision put in effect without its approvals', () => {
    const wrong = verifyAfter(decision(ids.waiting, "state = 'EFFECTIVE', effectiveOn = '2026-03-12'"))
    expect(wrong).toEqual([
      expect.stringMatching(/is in effect, but \d+\/economic is uncovered/),
      expect.stringMatching(/is in effect, but \d+\/legal is uncovered/),
      expect.stringContaining('1 referrals still wait'),
    ])
  })

  test('finds an amount that was raised afterwards', () => {
    const wrong = verifyAfter(`UPDATE Consequence SET amount = 5000000 WHERE decisionId = ${ids.covered}`)
    expect(wrong).toEqual([expect.stringContaining('covered by 5000000 øre of mandate')])
  })

  test.each([
    ['was given to another', 'organisationId = organisationId + 1', 'is not given to it'],
    ['covers less than it did', 'legal = 0', 'does not cover that'],
    ['is a draft again', 'activatedAt = NULL', 'is a draft'],
    ['begins later', `"from" = '2026-04-01'`, 'holds from 2026-04-01'],
    ['ended before the meeting', `"to" = '2026-03-01'`, 'held until 2026-03-01'],
    ['was superseded before the meeting', "supersededFrom = '2026-03-11'", 'was superseded from 2026-03-11'],
    ['allows less', 'limitPerDecision = 100', 'which allows 100'],
  ])('finds a covering mandate that %s', (_what, values, says) => {
    const wrong = verifyAfter(mandate(values))
    expect(wrong.length).toBeGreaterThan(0)
    expect(wrong.every(sentence => sentence.includes(says))).toBe(true)
  })

  test('finds nothing wrong with a mandate that was superseded on the very day, after it had covered', () => {
    expect(verifyAfter(mandate("supersededFrom = '2026-03-12'"))).toEqual([])
  })

  test('finds a decision that is over and still holds a draw', () => {
    expect(verifyAfter(decision(ids.covered, "state = 'ANNULLED'"))).toEqual([
      expect.stringContaining('holds 4000000 øre'),
    ])
  })

  test('finds a decision that waits for nobody', () => {
    expect(verifyAfter(`UPDATE Referral SET withdrawnAt = '2026-03-12T10:00:00.000Z'`)).toEqual([
      expect.stringContaining('nobody is asked about'),
      expect.stringContaining('nobody is asked about'),
      expect.stringContaining('waits, but nobody is asked.'),
    ])
  })

  test('finds a check that cannot be read', () => {
    expect(verifyAfter('DELETE FROM DecisionCheck', decision(ids.covered, `"check" = '{'`))).toEqual([
      expect.stringContaining('its mandate check cannot be read'),
    ])
  })
})
