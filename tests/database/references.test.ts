import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { danglingRows, guardedColumns } from '../../src/database/verify/dangling.ts'
import { type Connection, insert, scratchDatabase } from './scratch.ts'

// Whatever names a person, an organisation, a body, a decision or anything else names one that is there.

let sql: Connection
let remove: () => void
beforeAll(async () => {
  ;({ sql, remove } = await scratchDatabase())
})
afterAll(() => remove())
beforeEach(() => void sql.exec('BEGIN'))
afterEach(() => void sql.exec('ROLLBACK'))

const all = <Row>(text: string, ...values: unknown[]) => sql.prepare(text).all(...values) as Row[]

/** Columns that end like a name of a row and are none, or may outlive what they name; each with why. */
const noReference: Record<string, string> = {
  'Event.subjectId': 'names a row of the table that the subject says, and stays when a draft is deleted',
  'Event.requestId': 'names a line in the log',
  'Mandate.lastEntryId': 'is 0 or the last of the mandate’s ledger, which triggers see to',
  'Submission.requestId': 'names a line in the log',
}

/** Columns that name something, by how they are called, and have no foreign key. */
function withoutKey(): string[] {
  const tables = all<{ name: string }>(
    `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> '_prisma_migrations'`,
  )
  return tables.flatMap(({ name }) => {
    const keys = all<{ from: string }>('SELECT "from" FROM pragma_foreign_key_list(?)', name).map(key => key.from)
    return all<{ name: string }>('SELECT name FROM pragma_table_info(?)', name)
      .map(column => column.name)
      .filter(column => /(Id|By)$/.test(column) && !keys.includes(column))
      .map(column => `${name}.${column}`)
  })
}

test('every column that names a row has a foreign key, or triggers that refuse as one would, or a reason', () => {
  const guarded = guardedColumns(all).map(({ table, column }) => `${table}.${column}`)
  const both = guarded.filter(name => {
    const [table, column] = name.split('.')
    return all('SELECT 1 FROM sqlite_schema WHERE name = ?', `${table}_${column}_exists_on_update`).length === 1
  })
  expect(both).toEqual(guarded)
  expect([...guarded, ...Object.keys(noReference)].sort()).toEqual(withoutKey().sort())
})

test('each of them refuses a row that is not there, and takes the system and whoever is there', () => {
  sql.pragma('ignore_check_constraints = ON')
  insert(sql, 'Organisation', { id: 1 })
  insert(sql, 'Person', { id: 1 })
  insert(sql, 'Body', { id: 1 })
  const nowhere = 999_999
  const taken: string[] = []
  for (const { table, column, parent } of guardedColumns(all)) {
    const told = (value: number): string => {
      try {
        // Deferred: the other columns may name what this database lacks.
        sql.pragma('defer_foreign_keys = ON')
        insert(sql, table, { ...valuesOf(table), [column]: value })
        return ''
      } catch (fault) {
        return String(fault)
      }
    }
    if (!told(nowhere).includes(`FOREIGN KEY constraint failed: ${table}.${column}`)) taken.push(`${table}.${column}`)
    if (parent === 'Person') expect(told(1), `${table}.${column}`).not.toContain(`failed: ${table}.${column}`)
  }
  expect(taken).toEqual([])
})

/** Every other guarded column of the table names nobody yet. */
const valuesOf = (table: string): Record<string, unknown> =>
  Object.fromEntries(
    guardedColumns(all)
      .filter(one => one.table === table && one.parent === 'Person')
      .map(({ column }) => [column, 1]),
  )

test('a row from before that names nobody is kept, and verify names it', () => {
  insert(sql, 'Organisation', { id: 1 })
  insert(sql, 'Person', { id: 1 })
  const trigger = all<{ sql: string }>(
    `SELECT sql FROM sqlite_schema WHERE name = 'Document_uploadedById_exists_on_insert'`,
  )[0]?.sql
  sql.exec('DROP TRIGGER "Document_uploadedById_exists_on_insert"')
  const id = insert(sql, 'Document', { uploadedById: 7777 })
  sql.exec(trigger ?? '')
  insert(sql, 'Document', { uploadedById: 0 })
  expect(danglingRows(all)).toEqual([`Row ${id} of Document points at a missing row of Person (uploadedById).`])
})
