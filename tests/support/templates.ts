import { cpSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { hash } from '@node-rs/argon2'
import Sqlite from 'better-sqlite3'
import { systemActor } from '../../src/access/actor.ts'
import { demoPassword } from '../../src/access/sign-in-rules.ts'
import { sealStanding } from '../../src/database/chain/seal-standing.ts'
import { type Database, openDatabase } from '../../src/database/database.ts'
import { applyMigrations } from '../../src/database/migrations/migrations.ts'
import { write } from '../../src/database/write.ts'
import { loadDemo } from '../../src/demo/load.ts'
import { loadParties } from '../../src/demo/parties.ts'
import { dayOf, instant } from '../../src/kernel/days.ts'
import { fromKept } from './kept-demo.ts'
import { madeOnce } from './run-folder.ts'

/** The moment at which tests begin. */
export const testNow = '2026-03-12T09:00:00.000Z'
export const testDay = dayOf(instant(testNow))

/** Folders with a database to copy from, each made once a run. This one is migrated and empty. */
export const emptyFolder = (): Promise<string> =>
  madeOnce('empty', async folder => {
    await applyMigrations(join(folder, 'portal.db'))
    await filled(folder, async () => {})
  })

/** A portal that is set up, with nobody in it: for tests that make their own few people. */
export const begunFolder = (): Promise<string> =>
  madeOnce('begun', async folder => {
    cpSync(await emptyFolder(), folder, { recursive: true })
    await filled(folder, async db => {
      await write(systemActor(db, instant(testNow)), async tx => {
        const days = { firstDay: '2008-09-01', recordedFrom: '2008-09-01' }
        const names = { name: 'Prøvesamarbejdet', town: 'Prøveby', housing: 'Boligerne', municipality: 'Kommunen' }
        await tx.cooperation.create({ data: { id: 1, ...names, ...days, demo: true } })
        return { result: null, events: [] }
      })
    })
  })

/** The parties, bodies, rules and people that the cooperation's tests stand on. */
export const partiesFolder = (): Promise<string> =>
  madeOnce('parties', async folder => {
    cpSync(await emptyFolder(), folder, { recursive: true })
    await filled(folder, async db => {
      await loadParties(db, { today: testDay })
    })
    await makeSignInCheap(join(folder, 'portal.db'))
  })

/** The demo cooperation with its documents, laid out around the tests' day. */
export const demoFolder = (): Promise<string> => madeOnce('demo', folder => fromKept(folder, layOutDemo))

async function layOutDemo(folder: string): Promise<void> {
  cpSync(await emptyFolder(), folder, { recursive: true })
  mkdirSync(join(folder, 'documents'), { recursive: true })
  await filled(folder, async db => {
    await loadDemo(db, { today: testDay })
  })
  await makeSignInCheap(join(folder, 'portal.db'))
}

async function filled(folder: string, fill: (db: Database) => Promise<void>): Promise<void> {
  const db = await openDatabase(join(folder, 'portal.db'))
  await fill(db)
  await db.close()
}

/** A password's hash is dear to check, so that guessing is; hundreds of tests sign in with the one that they know. */
async function makeSignInCheap(file: string): Promise<void> {
  const sql = new Sqlite(file)
  sql.prepare('UPDATE Account SET passwordHash = ?').run(await hash(demoPassword, { memoryCost: 64, timeCost: 1 }))
  sealStanding(sql, testNow, 'the tests’ password', null)
  sql.close()
}
