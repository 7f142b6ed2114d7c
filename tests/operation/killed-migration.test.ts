import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import Sqlite from 'better-sqlite3'
import { beforeAll, expect, test } from 'vitest'
import { readMigrations } from '../../src/database/migrations/migration-list.ts'
import { buildPortal, ended, runCommand } from '../support/built-portal.ts'
import { givenOlderDemo, rowsThatStay, schemaOf } from '../support/older-portal.ts'
import { ownFolder } from '../support/run-folder.ts'
import { deep } from '../support/runs.ts'
import { emptyFolder } from '../support/templates.ts'

/** An upgrade of the demo that an older portal laid out, ended at random moments, by power cut or by a supervisor. */

beforeAll(buildPortal, 180_000)

const rounds = deep ? 30 : 1
const signals = deep ? (['SIGKILL', 'SIGTERM'] as const) : (['SIGKILL'] as const)

test.each(signals)(
  'ended by %s at any moment, it leaves whole migrations, and a rerun finishes',
  async signal => {
    const newest = schemaOf(join(await emptyFolder(), 'portal.db'))
    for (let round = 0; round < rounds; round += 1) {
      const folder = ownFolder('upgraded')
      const file = givenOlderDemo(folder)
      const before = rowsThatStay(file)
      const command = runCommand(folder, ['migrate'])
      const lines = Math.floor(Math.random() * 9)
      while (command.output.out.split('\n').length <= lines && command.process.exitCode === null) await wait(1)
      await wait(Math.random() * 5)
      command.process.kill(signal)
      await ended(command)

      const sql = new Sqlite(file)
      const rows = sql.prepare('SELECT migration_name AS name, finished_at FROM _prisma_migrations ORDER BY 1').all()
      sql.close()
      // Only whole ones, each with its row.
      expect(rows).toEqual(
        readMigrations()
          .slice(0, rows.length)
          .map(({ name }) => ({ name, finished_at: expect.any(String) })),
      )
      expect(rowsThatStay(file)).toEqual(before)

      const again = runCommand(folder, ['migrate'])
      expect(await ended(again), again.output.err).toBe(0)
      expect(schemaOf(file)).toBe(newest)
      expect(rowsThatStay(file)).toEqual(before)
      const copies = readdirSync(folder).filter(name => name.includes('.before-') && !name.endsWith('.part'))
      expect(rowsThatStay(join(folder, copies[0] ?? ''))).toEqual(before)
      rmSync(folder, { recursive: true, force: true })
    }
  },
  deep ? 900_000 : 60_000,
)
