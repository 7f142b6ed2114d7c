import { rmSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { systemActor } from '../../src/access/actor.ts'
import { openDatabase } from '../../src/database/database.ts'
import { readMigrations } from '../../src/database/migrations/migration-list.ts'
import { applyMigrations } from '../../src/database/migrations/migrations.ts'
import { verify } from '../../src/database/verify/verify.ts'
import { readIndicators, readSeries } from '../../src/features/strategy/knowledge/index.ts'
import { instant } from '../../src/kernel/days.ts'
import { ownFolder } from '../support/run-folder.ts'

test('what was entered before there were versions and deliveries is the first version’s, with who, when and what it corrected', async () => {
  const folder = ownFolder('figures')
  const file = join(folder, 'portal.db')
  const all = readMigrations()
  const at = all.findIndex(({ name }) => name.endsWith('_indicators_in_depth'))
  await applyMigrations(file, { migrations: all.slice(0, at) })
  const sql = new Sqlite(file)
  sql.exec(`
    INSERT INTO Organisation (id, slug, name, shortName, side, kind, "from", position)
      VALUES (1, 'birk', 'Birk', 'Birk', 'HOUSING', 'HOUSING_ORGANISATION', '2008-09-01', 1);
    INSERT INTO Person (id, name, organisationId) VALUES (1, 'Anna Holm', 1);
    INSERT INTO HousingArea (id, slug, name, "from") VALUES (7, 'parken', 'Parken', '2020-01-01');
    INSERT INTO Indicator (id, slug, name, unit, decimals, direction, everyYears, dueMonth, source, createdById, createdAt)
      VALUES (3, 'trygge', 'Trygge', '%', 1, 'HIGHER', 1, 6, 'Undersøgelsen', 1, '2026-01-01T09:00:00.000Z');
    INSERT INTO Observation (id, indicatorId, areaId, year, value, source, correctsId, reason, byId, at) VALUES
      (1, 3, NULL, 2025, 725, 'Skema 1', NULL, '', 1, '2026-02-01T09:00:00.000Z'),
      (2, 3, 7, 2025, 650, 'Skema 2', NULL, '', 1, '2026-02-02T09:00:00.000Z'),
      (3, 3, NULL, 2025, 730, 'Skema 3', 1, 'En gade manglede.', 1, '2026-02-03T09:00:00.000Z');`)
  sql.close()
  await applyMigrations(file, { migrations: all })

  const db = await openDatabase(file)
  try {
    const [indicator] = readIndicators(db)
    expect(indicator).toMatchObject({ name: 'Trygge', unit: '%', decimals: 1, source: 'Undersøgelsen', lastYear: 2025 })
    const told = readSeries(systemActor(db, instant('2026-11-30T09:00:00.000Z')), [3])
    expect(told.map(one => [one.areaId, one.value, one.corrected, one.source, one.by, one.at.slice(0, 10)])).toEqual([
      [null, 72.5, true, 'Skema 1', 'Anna Holm', '2026-02-01'],
      [null, 73, false, 'Skema 3', 'Anna Holm', '2026-02-03'],
      [7, 65, false, 'Skema 2', 'Anna Holm', '2026-02-02'],
    ])
    const wrong = verify(db.sql, join(folder, 'documents')).flatMap(finding => finding.wrong)
    expect(wrong.filter(sentence => !/ was not written/.test(sentence))).toEqual([])
  } finally {
    await db.close()
    rmSync(folder, { recursive: true, force: true })
  }
})
