import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { recordSecurity } from '../../src/access/security-log.ts'
import { checkChain } from '../../src/database/chain/check-chain.ts'
import { type Instant, instant } from '../../src/kernel/days.ts'
import { type TestApp, testApp, testNow } from '../support/app.ts'

let portal: TestApp
beforeAll(async () => {
  portal = await testApp()
})
afterAll(() => portal.close())

const wrong = () =>
  checkChain((text, ...values) => portal.db.sql.asStored(text, ...values)).flatMap(found => found.wrong)
const records = () =>
  portal.db.sql.asStored<{ id: number }>('SELECT id FROM SecurityRecord ORDER BY id').map(({ id }) => id)
const failed = (at: Instant) =>
  recordSecurity(portal.db, at, { kind: 'SIGN_IN_FAILED', personId: null, place: '192.0.2.1' })

test('records that were kept long enough go unseen; one that is erased or altered by hand is found', async () => {
  await failed(instant('2025-03-12T09:00:00.000Z'))
  for (let times = 0; times < 3; times += 1) await failed(instant(testNow))
  const [first, second, third] = records()
  expect(records()).toHaveLength(3)
  expect(first).toBe(2)
  expect(wrong()).toEqual([])
  const byHand = new Sqlite(portal.db.file)
  byHand.exec(`DELETE FROM SecurityRecord WHERE id < ${third}`)
  byHand.exec(`UPDATE SecurityRecord SET place = '198.51.100.7' WHERE id = ${third}`)
  byHand.close()
  portal.db.sql.release()
  expect(wrong().sort()).toEqual([
    expect.stringMatching(new RegExp(`^SecurityRecord ${first} is missing\\. The portal wrote it at 2026`)),
    expect.stringMatching(new RegExp(`^SecurityRecord ${second} is missing\\.`)),
    expect.stringMatching(new RegExp(`^SecurityRecord ${third} has been altered: place\\.`)),
  ])
})
