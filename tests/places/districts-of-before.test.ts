import { rmSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDatabase } from '../../src/database/database.ts'
import { readMigrations } from '../../src/database/migrations/migration-list.ts'
import { applyMigrations } from '../../src/database/migrations/migrations.ts'
import { verify } from '../../src/database/verify/verify.ts'
import { readPlaces } from '../../src/features/ground/places/read-places.ts'
import { ownFolder } from '../support/run-folder.ts'

let folder: string
let file: string

beforeEach(() => {
  folder = ownFolder('districts')
  file = join(folder, 'portal.db')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('the bydel that stood beside an area as text becomes a district, and every seal holds', async () => {
  const all = readMigrations()
  const at = all.findIndex(({ name }) => name.endsWith('_places_in_depth'))
  await applyMigrations(file, { migrations: all.slice(0, at) })
  const sql = new Sqlite(file)
  const add = sql.prepare('INSERT INTO HousingArea (slug, name, district, "from") VALUES (?, ?, ?, ?)')
  add.run('parken', 'Parken', ' Åhøj ', '2020-02-01')
  add.run('haven', 'Haven', 'åhøj', '2019-01-01')
  add.run('engen', 'Engen', 'Skt. Jørgen (syd)', '2021-01-01')
  add.run('marken', 'Marken', '', '2021-01-01')
  sql.close()
  // What was put in by hand is sealed by the change after it, as what stood before there was a chain.
  await applyMigrations(file, { migrations: all })

  const db = await openDatabase(file)
  try {
    const { districts, areas, areaDistricts } = readPlaces(db)
    expect(districts.map(({ slug, name, from, definition }) => [slug, name, from, definition])).toEqual([
      ['aahoej', 'Åhøj', '2019-01-01', ''],
      ['bydel-3', 'Skt. Jørgen (syd)', '2021-01-01', ''],
    ])
    const placed = areaDistricts.map(({ areaId, districtId, from, by }) => [areaId, districtId, from, by])
    expect(placed).toEqual([
      [1, 1, '2020-02-01', null],
      [2, 1, '2019-01-01', null],
      [3, 2, '2021-01-01', null],
    ])
    expect(areas).toHaveLength(4)
    const events = await db.prisma.event.findMany({ orderBy: { id: 'asc' } })
    expect(events.map(({ kind, actor }) => `${actor} ${kind}`)).toEqual([
      ...Array(2).fill('Portalen districtAdded'),
      ...Array(3).fill('Portalen housingAreaMoved'),
    ])
    const wrong = verify(db.sql, join(folder, 'documents')).flatMap(finding => finding.wrong)
    expect(wrong.filter(sentence => !/^HousingArea \d+ was not written/.test(sentence))).toEqual([])
  } finally {
    await db.close()
  }
})
