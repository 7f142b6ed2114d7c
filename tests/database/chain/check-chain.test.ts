import { copyFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chainHead, checkChain } from '../../../src/database/chain/check-chain.ts'
import { rowFaults } from '../../../src/database/chain/check-rows.ts'
import { askOf, faultsBefore, sealStanding } from '../../../src/database/chain/seal-standing.ts'
import { keySql, type SealedTable, sealedTablesNow } from '../../../src/database/chain/sealed-tables.ts'
import { readSeals } from '../../../src/database/chain/standing-seals.ts'
import { ownFolder } from '../../support/run-folder.ts'
import { demoFolder, testNow } from '../../support/templates.ts'

// Each test spoils a copy of the demo by hand, past everything that would refuse it, and asks what verify says.

let folder: string
let sound: string
beforeAll(async () => {
  folder = ownFolder('chain')
  sound = join(await demoFolder(), 'portal.db')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let copies = 0

/** A copy of the demo that refuses nothing any more. */
function defencelessCopy(): Sqlite.Database {
  copies += 1
  const file = join(folder, `${copies}.db`)
  copyFileSync(sound, file)
  const sql = new Sqlite(file)
  for (const name of sql.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").pluck().all()) {
    sql.exec(`DROP TRIGGER "${name}"`)
  }
  sql.pragma('foreign_keys = OFF')
  sql.pragma('ignore_check_constraints = ON')
  return sql
}

const wrongIn = (sql: Sqlite.Database): string[] => checkChain(askOf(sql)).flatMap(({ wrong }) => wrong)

function wrongAfter(...statements: string[]): string[] {
  const sql = defencelessCopy()
  try {
    for (const statement of statements) sql.exec(statement)
    return wrongIn(sql)
  } finally {
    sql.close()
  }
}

test('the demo is as the portal wrote it', () => {
  expect(wrongAfter()).toEqual([])
})

describe('a change by hand', () => {
  // Each round alters as many columns of a table as it has rows, each in a row of its own.
  test('of any column of any table is found, and the column is named', { timeout: 60_000 }, () => {
    const sql = defencelessCopy()
    const { standing } = readSeals(askOf(sql))
    const left = sealedTablesNow(askOf(sql))
      .filter(table => countOf(sql, table) > 0)
      .map(table => ({ table, columns: table.columns.filter(name => !table.key.includes(name)) }))
    expect(left.length).toBeGreaterThan(60)
    while (left.some(({ columns }) => columns.length > 0)) {
      sql.exec('BEGIN')
      const altered = left.flatMap(({ table, columns }) => alterRows(sql, table, columns))
      const found = [...rowFaults(askOf(sql), standing)]
      sql.exec('ROLLBACK')
      expect(found.map(fault => `${fault.kind} ${fault.tableName} ${fault.rowKey} ${fault.columns}`).sort()).toEqual(
        altered.sort(),
      )
    }
    sql.close()
  })

  test('that removes a row of any table is found', () => {
    const sql = defencelessCopy()
    const tables = sealedTablesNow(askOf(sql)).filter(table => countOf(sql, table) > 0)
    for (const { name } of tables) sql.exec(`DELETE FROM "${name}" WHERE rowid = (SELECT max(rowid) FROM "${name}")`)
    const said = wrongIn(sql)
    expect(said.map(sentence => sentence.split(' ')[0]).sort()).toEqual(tables.map(({ name }) => name).sort())
    expect(said.filter(sentence => !/ is missing\. The portal wrote it at 20/.test(sentence))).toEqual([])
    sql.close()
  })

  test('that puts a row in is found', () => {
    const sql = defencelessCopy()
    for (const name of ['Event', 'Seat']) {
      sql.exec(`CREATE TEMP TABLE copied AS SELECT * FROM "${name}" WHERE id = 1`)
      sql.exec(`UPDATE copied SET id = 1000003; INSERT INTO "${name}" SELECT * FROM copied; DROP TABLE copied`)
    }
    const said = wrongIn(sql)
    sql.close()
    expect(said).toEqual(said.filter(sentence => / 1000003 was not written by the portal\./.test(sentence)))
    expect(said.map(sentence => sentence.split(' ')[0])).toEqual(['Event', 'Seat'])
  })

  test('of a decision is told by its number', () => {
    expect(wrongAfter("UPDATE Decision SET text = text || ' ikke' WHERE id = 1")).toEqual([
      expect.stringMatching(
        /^Decision \d{4}\/\d+ has been altered: text\. The portal wrote it at 20\S+ \(link \d+\)\.$/,
      ),
    ])
  })

  test('that swaps the keys of two rows is found', () => {
    expect(
      wrongAfter(
        'UPDATE Stance SET id = -1 WHERE id = 1',
        'UPDATE Stance SET id = 1 WHERE id = 2',
        'UPDATE Stance SET id = 2 WHERE id = -1',
      ),
    ).not.toEqual([])
  })
})

describe('the chain itself', () => {
  test('shows a seal that was written anew to fit', () => {
    const said = wrongAfter(
      `UPDATE RowSeal SET hash = 'aa' WHERE id = (SELECT max(id) FROM RowSeal)`,
      `UPDATE RowSeal SET parts = '' WHERE id = (SELECT max(id) FROM RowSeal WHERE linkId = 2)`,
    )
    expect(said).toContainEqual(expect.stringMatching(/^The seals of link 2 are not the ones/))
  })

  test.each([
    ['a link that was altered', "UPDATE ChainLink SET at = '2020-01-01' WHERE id = 3", /^Link 3 .*altered/],
    ['a link that was taken out', 'DELETE FROM ChainLink WHERE id = 3', /^Link 3 .*missing/],
    ['seals that were taken out', 'DELETE FROM RowSeal WHERE linkId = 3', /^The seals of link 3/],
    ['an altered note', "UPDATE ChainLink SET note = 'migration' WHERE id = 4", /^Link 4 .*altered/],
  ])('shows %s', (_what, statement, told) => {
    expect(wrongAfter(statement)).toContainEqual(expect.stringMatching(told))
  })

  test('shows events that were cut off with their links, since their rows are left without a seal', () => {
    const said = wrongAfter(
      'DELETE FROM Event WHERE id = (SELECT max(id) FROM Event)',
      'DELETE FROM RowSeal WHERE linkId = (SELECT max(id) FROM ChainLink)',
      'DELETE FROM ChainLink WHERE id = (SELECT max(id) FROM ChainLink)',
    )
    expect(said).not.toEqual([])
  })

  test('ends in a head that another change moves', () => {
    const sql = defencelessCopy()
    const before = chainHead(askOf(sql))
    sql.exec("UPDATE Person SET name = name || '!' WHERE id = 1")
    sql.transaction(() => sealStanding(sql, testNow, 'a test', null))()
    const after = chainHead(askOf(sql))
    expect(after).toEqual({ link: (before?.link ?? 0) + 1, at: testNow, hash: expect.stringMatching(/^[0-9a-f]{64}$/) })
    expect(after?.hash).not.toBe(before?.hash)
    expect(wrongIn(sql)).toEqual([])
    sql.close()
  })
})

test('words put in behind a NUL, and rows with numbers that no row of the portal has, are found', () => {
  const faults = wrongAfter(
    "UPDATE Decision SET text = text || char(0) || ' og en million mere' WHERE id = 1",
    "INSERT INTO Stance (id, decisionId, side, kind, text) VALUES (-7, 1, 'HOUSING', 'DOES_NOT_SUPPORT', 'x')",
    "INSERT INTO Stance (id, decisionId, side, kind, text) VALUES (9007199254740995, 1, 'HOUSING', 'SUPPORTS', 'x')",
  )
  expect(faults).toEqual([
    expect.stringMatching(/^Decision \S+ has been altered: text\./),
    'Stance -7 was not written by the portal.',
    expect.stringMatching(/^Stance 9007199254740\d{3} was not written by the portal\.$/),
  ])
})

describe('a migration', () => {
  test('may add a column: rows are still held to what was sealed', () => {
    const sql = defencelessCopy()
    sql.exec('ALTER TABLE "Case" ADD COLUMN "colour" TEXT DEFAULT \'blå\'')
    expect(wrongIn(sql)).toEqual([])
    sql.exec('UPDATE "Case" SET title = \'Noget andet\' WHERE id = 1')
    expect(wrongIn(sql)).toEqual([expect.stringMatching(/^Case .* has been altered: title\./)])
    sql.close()
  })

  test('that moves what stands is sealed, and covers up nothing that was wrong before', () => {
    const sql = defencelessCopy()
    sql.exec("UPDATE Person SET name = 'Skjult' WHERE id = 2")
    const before = faultsBefore(sql)
    sql.exec('ALTER TABLE Person RENAME COLUMN name TO fullName')
    sql.exec("UPDATE Organisation SET shortName = shortName || '.'")
    sql.transaction(() => sealStanding(sql, testNow, 'migration', before))()
    expect(wrongIn(sql)).toEqual([expect.stringMatching(/^Person 2 /)])
    sql.close()
  })
})

const countOf = (sql: Sqlite.Database, { name }: SealedTable): number =>
  Number(sql.prepare(`SELECT count(*) FROM "${name}"`).pluck().get())

/** Alters columns, each in another row; a key's column stays. Takes what it altered off the list. */
function alterRows(sql: Sqlite.Database, table: SealedTable, columns: string[]): string[] {
  const keys = sql.prepare<[], { place: number; rowKey: string }>(
    `SELECT rowid AS place, ${keySql(table, 't')} AS rowKey FROM "${table.name}" t LIMIT ${columns.length}`,
  )
  return keys.all().map(({ place, rowKey }) => {
    const column = columns.pop()
    sql.exec(
      `UPDATE "${table.name}" SET "${column}" =
         CASE WHEN typeof("${column}") = 'integer' THEN "${column}" + 1000003 ELSE coalesce("${column}", '') || 'x' END
       WHERE rowid = ${place}`,
    )
    return `changed ${table.name} ${rowKey} ${column}`
  })
}
