import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import type { SqlDriverAdapter } from '@prisma/driver-adapter-utils'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { keepStatements } from '../../src/database/kept-statements.ts'
import { ownFolder } from '../support/run-folder.ts'

let folder: string
let plain: SqlDriverAdapter
let kept: SqlDriverAdapter

beforeEach(async () => {
  folder = ownFolder('kept-statements')
  const connect = (name: string) => new PrismaBetterSqlite3({ url: `file:${join(folder, name)}` }).connect()
  plain = await connect('plain.db')
  kept = keepStatements(await connect('kept.db'))
})
afterEach(async () => {
  await Promise.all([plain.dispose(), kept.dispose()])
  rmSync(folder, { recursive: true, force: true })
})

const query = (sql: string, ...args: (string | number | null)[]) => ({
  sql,
  args,
  argTypes: args.map(arg => ({
    scalarType: typeof arg === 'number' ? ('int' as const) : ('string' as const),
    arity: 'scalar' as const,
  })),
})

/** What a connection answers to a list of statements, faults and all. */
async function told(connection: SqlDriverAdapter): Promise<unknown[]> {
  const answers: unknown[] = []
  const ask = async (work: () => Promise<unknown>) => {
    try {
      answers.push(await work())
    } catch (fault) {
      answers.push(String(fault))
    }
  }
  const read = () => ask(() => connection.queryRaw(query('SELECT * FROM Body WHERE name <> ? ORDER BY id', 'none')))
  const add = (name: string | null) =>
    ask(() => connection.queryRaw(query('INSERT INTO Body (name) VALUES (?) RETURNING id, name', name)))
  await connection.executeScript('CREATE TABLE Body (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE)')
  await read()
  await add('den fælles gruppe')
  await add('et sekretariat')
  // Refused, and then taken again by the same statement.
  await add('et sekretariat')
  await add(null)
  await add('en strategigruppe')
  await read()
  await ask(() => connection.executeRaw(query('UPDATE Body SET name = name || ? WHERE id > ?', '!', 1)))
  await read()
  // The table is another one under the statement that reads it.
  await connection.executeScript('ALTER TABLE Body ADD COLUMN side TEXT')
  await read()
  await connection.executeScript('DROP TABLE Body')
  await read()
  const transaction = await connection.startTransaction()
  await ask(() => transaction.queryRaw(query('SELECT ? AS one', 'et')))
  await ask(() => transaction.queryRaw(query('SELECT ? AS one', 'to')))
  await transaction.executeRaw(query('ROLLBACK'))
  await transaction.rollback()
  return answers
}

test('a connection that keeps its statements answers as one that does not', async () => {
  const answers = await told(kept)
  expect(answers).toEqual(await told(plain))
  expect(JSON.stringify(answers)).toContain('en strategigruppe!')
  expect(answers.map(answer => typeof answer)).toContain('string')
})

test('those that were asked longest ago are let go, and compiled again when they are asked', async () => {
  for (const round of [1, 2])
    for (let at = 0; at < 700; at += 1) {
      const { rows } = await kept.queryRaw(query(`SELECT ${at} + ? AS sum`, round))
      expect(rows).toEqual([[at + round]])
    }
})
