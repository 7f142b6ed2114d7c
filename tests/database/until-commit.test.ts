import { setImmediate as nextTurn } from 'node:timers/promises'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { untilCommit, untilCommitLater } from '../../src/database/until-commit.ts'
import { freshDatabase } from '../support/app.ts'
import { emptyFolder } from '../support/templates.ts'

let first: Awaited<ReturnType<typeof freshDatabase>>

beforeEach(async () => {
  first = await freshDatabase(await emptyFolder())
})
afterEach(() => first.close())

test('what is kept is read anew after any commit, also by another process', async () => {
  const { db } = first
  let reads = 0
  const named = untilCommit<string, number>(2, ({ sql }, slug) => {
    reads += 1
    return sql.asStored<{ n: number }>('SELECT count(*) AS n FROM Organisation WHERE slug = ?', slug)[0]?.n ?? -1
  })
  expect([named(db, 'a'), named(db, 'a'), reads]).toEqual([0, 0, 1])
  await nextTurn()
  const other = new Sqlite(db.file)
  other.exec(
    `INSERT INTO Organisation (slug, kind, name, shortName, "from") VALUES ('a', 'EXTERNAL', 'x', 'x', '2011-01-01')`,
  )
  other.close()
  expect([named(db, 'a'), reads]).toEqual([1, 2])
})

test('keys are kept apart, no more than are allowed, and each database by itself', async () => {
  const second = await freshDatabase(await emptyFolder())
  const asked: string[] = []
  const kept = untilCommit<string, string>(2, ({ file }, key) => {
    asked.push(key)
    return `${file} ${key}`
  })
  for (const key of ['a', 'b', 'b', 'c', 'a']) expect(kept(first.db, key)).toBe(`${first.db.file} ${key}`)
  expect(asked).toEqual(['a', 'b', 'c', 'a'])
  expect(kept(second.db, 'a')).toBe(`${second.db.file} a`)
  await second.close()
})

test('a reading that fails is not kept', () => {
  let fails = true
  const kept = untilCommit<string, string>(2, () => {
    if (fails) throw new Error('busy')
    return 'read'
  })
  expect(() => kept(first.db, 'a')).toThrow('busy')
  fails = false
  expect(kept(first.db, 'a')).toBe('read')
})

test('what takes several turns to read is read once for all who ask meanwhile, and anew after it failed', async () => {
  let reads = 0
  const kept = untilCommitLater<string, number>(2, async () => {
    await nextTurn()
    reads += 1
    if (reads === 1) throw new Error('busy')
    return reads
  })
  await expect(Promise.all([kept(first.db, 'a'), kept(first.db, 'a')])).rejects.toThrow('busy')
  expect(await Promise.all([kept(first.db, 'a'), kept(first.db, 'a')])).toEqual([2, 2])
})
