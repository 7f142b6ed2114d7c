import { copyFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { askOf } from '../../src/database/chain/seal-standing.ts'
import { PreparedReader } from '../../src/database/prepared-reader.ts'
import { remakeSearchTables, searchFaults } from '../../src/database/verify/search-tables.ts'
import { verify } from '../../src/database/verify/verify.ts'
import { ownFolder } from '../support/run-folder.ts'
import { demoFolder } from '../support/templates.ts'

// Each test spoils a copy of the demo's search tables by hand, and asks what verify says.

let folder: string
let demo: string
beforeAll(async () => {
  folder = ownFolder('search-faults')
  demo = await demoFolder()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let copies = 0
function copyOfDemo(): { sql: Sqlite.Database; file: string; wrong: () => string[] } {
  copies += 1
  const file = join(folder, `${copies}.db`)
  copyFileSync(join(demo, 'portal.db'), file)
  const sql = new Sqlite(file)
  // A connection of its own each time, as verify has: search tables remember what others change beneath them.
  const wrong = () => {
    const looking = new Sqlite(file, { readonly: true })
    const whole = looking.prepare<[], string>('PRAGMA integrity_check').pluck().all()
    const faults = searchFaults(askOf(looking))
    looking.close()
    return [...whole.filter(text => text !== 'ok'), ...faults]
  }
  return { sql, file, wrong }
}

test.each(['DecisionSearch', 'ItemSearch', 'MeetingSearch', 'CaseSearch', 'EarlierRecordSearch', 'TextDraftSearch'])(
  'what was taken out of %s, put in or altered is named, and the table is remade from what stands',
  table => {
    const { sql, file, wrong } = copyOfDemo()
    expect(wrong()).toEqual([])
    const ids = sql.prepare<[], number>(`SELECT rowid FROM "${table}" ORDER BY rowid LIMIT 2`).pluck().all()
    const column =
      { DecisionSearch: 'text', EarlierRecordSearch: 'text', MeetingSearch: 'place', TextDraftSearch: 'text' }[table] ??
      'summary'
    sql.exec(`DELETE FROM "${table}" WHERE rowid = ${ids[0]}`)
    sql.exec(`UPDATE "${table}" SET "${column}" = 'hemmelig pris' WHERE rowid = ${ids[1]}`)
    sql.exec(`INSERT INTO "${table}" (rowid, "${column}") VALUES (1000003, 'hemmelig pris')`)
    expect(wrong()).toEqual([
      `Row ${ids[0]} is missing in ${table}: it is not found by its words.`,
      `Row ${ids[1]} of ${table} is found by other words than its own.`,
      `Row 1000003 of ${table} is found, but there is no such row to be found.`,
    ])
    remakeSearchTables(file)
    expect(wrong()).toEqual([])

    // The words themselves lie beside the rows, and may be taken away alone.
    sql.unsafeMode()
    sql.pragma('writable_schema = ON')
    sql.exec(`DELETE FROM "${table}_idx"; DELETE FROM "${table}_data" WHERE id > 10`)
    expect(wrong().join(' ')).toContain(table)
    remakeSearchTables(file)
    expect(wrong()).toEqual([])
    sql.close()
  },
)

test('verify tells it under a check of its own', () => {
  const { sql, file } = copyOfDemo()
  const held = sql.prepare('SELECT count(*) FROM DecisionSearch').pluck().get()
  sql.exec('DELETE FROM DecisionSearch')
  sql.close()
  const reader = new PreparedReader(new Sqlite(file, { readonly: true }), () => {})
  const findings = verify(reader, join(demo, 'documents'))
  reader.close()
  const wrong = findings.filter(finding => finding.wrong.length > 0)
  expect(wrong.map(({ check }) => check)).toEqual(['Searching finds what stands'])
  expect(wrong[0]?.wrong).toHaveLength(held as number)
})
