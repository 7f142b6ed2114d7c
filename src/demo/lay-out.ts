import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { openDatabase } from '../database/database.ts'
import { putInPlace, removeDatabase } from '../database/folder/files.ts'
import { applyMigrations } from '../database/migrations/migrations.ts'
import type { Day } from '../kernel/days.ts'
import type { Settings } from '../settings.ts'

export interface LaidOut {
  meetings: number
  cases: number
}

/**
 * Lays the demo out in a folder aside, and puts it in place when it is whole: one that was cut off is begun anew, and
 * never looks like a cooperation with half its meetings.
 * @param finish what else is to be done before it is put in place
 * @returns null where there is a database with something in it; it is left as it is
 */
export async function layOutDemo(
  settings: Pick<Settings, 'databaseFile' | 'documentsDir'>,
  today: Day,
  finish: (file: string) => void = () => {},
): Promise<LaidOut | null> {
  const { databaseFile, documentsDir } = settings
  // Of one that was cut off, on the way or after it was put in place.
  const aside = join(dirname(databaseFile), 'demo.part')
  rmSync(aside, { recursive: true, force: true })
  if (existsSync(databaseFile) && !(await holdsNothing(databaseFile))) return null
  mkdirSync(join(aside, 'documents'), { recursive: true })
  const file = join(aside, 'portal.db')
  await applyMigrations(file)
  const database = await openDatabase(file)
  const { loadDemo } = await import('./load.ts')
  const { meetings, cases } = await loadDemo(database, { today })
  await database.close()
  finish(file)
  // Named by their content, they are no others' even where some lie there already. The database comes last.
  cpSync(join(aside, 'documents'), documentsDir, { recursive: true })
  removeDatabase(databaseFile)
  putInPlace(file, databaseFile)
  rmSync(aside, { recursive: true, force: true })
  return { meetings, cases }
}

async function holdsNothing(file: string): Promise<boolean> {
  await applyMigrations(file)
  const sql = new Sqlite(file, { readonly: true })
  try {
    return sql.prepare('SELECT 1 FROM Organisation UNION ALL SELECT 1 FROM Account LIMIT 1').get() === undefined
  } finally {
    sql.close()
  }
}
