import { setImmediate as turn } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemActor } from '../../src/access/actor.ts'
import { type Tx, write } from '../../src/database/write.ts'
import { instant } from '../../src/kernel/days.ts'
import { freshDatabase } from '../support/app.ts'
import { emptyFolder } from '../support/templates.ts'

let database: Awaited<ReturnType<typeof freshDatabase>>
beforeAll(async () => {
  database = await freshDatabase(await emptyFolder())
})
afterAll(() => database.close())

const organisations = () => database.db.sql.asStored<{ n: number }>('SELECT count(*) AS n FROM Organisation')[0]?.n

/** Some tens of milliseconds of work in one statement. */
const slow = (tx: Tx) =>
  tx.$queryRawUnsafe(
    'WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 200000) SELECT max(x) FROM n',
  )

test('others are answered between the statements of a change that takes long, and read what stood before it', async () => {
  let turns = 0
  let going = true
  const read: unknown[] = []
  const others = (async () => {
    for (; going; await turn()) {
      turns += 1
      read.push(organisations())
    }
  })()
  let during = 0
  await write(systemActor(database.db, instant('2026-03-12T09:00:00.000Z')), async tx => {
    await tx.organisation.create({
      data: { slug: 'ny', kind: 'EXTERNAL', name: 'Ny', shortName: 'Ny', from: '2008-09-01' },
    })
    const before = turns
    for (let times = 0; times < 5; times += 1) await slow(tx)
    during = turns - before
    return { result: undefined, events: [] }
  })
  going = false
  await others
  expect(during).toBeGreaterThanOrEqual(3)
  expect(new Set(read)).toEqual(new Set([0]))
  expect(organisations()).toBe(1)
})
