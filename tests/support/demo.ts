import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadDemo } from '../../prisma/demo/load.ts'
import { openDatabase } from '../../src/database/database.ts'
import { applyMigrations } from '../../src/database/migrations.ts'
import { dayOf, instant } from '../../src/kernel/days.ts'
import { type TestApp, testApp, testNow } from './app.ts'

/** The portal with the demo cooperation in it, laid out around the tests' day. */
export const demoApp = async (): Promise<TestApp> => testApp({ from: await demoFolder() })

/**
 * A folder with the demo's database and documents, to copy from. Laying the demo out takes seconds, so it is kept in the
 * temporary folder for as long as the code that lays it out is the same, and shared by the files of a run.
 */
export async function demoFolder(): Promise<string> {
  const folder = join(tmpdir(), `portal-demo-${keyOf(['src', 'prisma'])}`)
  const lock = `${folder}.lock`
  for (let waited = 0; !existsSync(folder); waited += 200) {
    if (take(lock)) {
      try {
        await layOut(folder)
      } finally {
        rmSync(lock, { recursive: true, force: true })
      }
    } else await new Promise(resolve => setTimeout(resolve, 200))
    // Whoever held the lock was stopped before it was done.
    if (waited > 150_000) rmSync(lock, { recursive: true, force: true })
  }
  return folder
}

function take(lock: string): boolean {
  try {
    mkdirSync(lock)
    return true
  } catch {
    return false
  }
}

async function layOut(folder: string): Promise<void> {
  if (existsSync(folder)) return
  const part = `${folder}.${process.pid}`
  mkdirSync(join(part, 'documents'), { recursive: true })
  const file = join(part, 'portal.db')
  await applyMigrations(file)
  const db = await openDatabase(file)
  await loadDemo(db, { today: dayOf(instant(testNow)) })
  await db.close()
  renameSync(part, folder)
}

function keyOf(folders: string[]): string {
  const hash = createHash('sha256').update(testNow)
  for (const folder of folders) {
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
      const path = join(folder, name)
      if (name.includes('generated') || !statSync(path).isFile()) continue
      hash.update(name).update(readFileSync(path))
    }
  }
  return hash.digest('hex').slice(0, 16)
}
