import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import Sqlite from 'better-sqlite3'

const kept = fileURLToPath(new URL('../operation/older/four-migrations.db.gz', import.meta.url))

/** The demo as a portal of four migrations laid it out, before mandates could be adjusted and the agreement was in it. */
export function givenOlderDemo(folder: string): string {
  const file = join(folder, 'portal.db')
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, gunzipSync(readFileSync(kept)))
  return file
}

/** What the file holds, as one text to compare: the tables and triggers, without those of the migrations themselves. */
export function schemaOf(file: string): string {
  const sql = new Sqlite(file, { readonly: true })
  try {
    return sql
      .prepare<[], string>(
        "SELECT coalesce(sql, name) FROM sqlite_schema WHERE name NOT LIKE 'sqlite%' AND tbl_name <> '_prisma_migrations' ORDER BY type, name",
      )
      .pluck()
      .all()
      .join('\n')
  } finally {
    sql.close()
  }
}

/** Every row of some tables that both portals have, in the columns that both have. */
export function rowsThatStay(file: string): unknown {
  const sql = new Sqlite(file, { readonly: true })
  try {
    return {
      mandates: sql.prepare('SELECT id, number, drawn, total, registeredAt FROM Mandate ORDER BY id').all(),
      entries: sql.prepare('SELECT id, mandateId, decisionId, kind, amount, at FROM MandateEntry ORDER BY id').all(),
      decisions: sql.prepare('SELECT id, number, text, state FROM Decision ORDER BY id').all(),
      events: sql.prepare('SELECT id, at, kind, subjectId, after FROM Event ORDER BY id').all(),
    }
  } finally {
    sql.close()
  }
}
