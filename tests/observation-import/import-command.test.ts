import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { run } from '../../src/cli.ts'
import { type Database, openDatabase } from '../../src/database/database.ts'
import { addArea, addDistrict } from '../../src/features/ground/places/index.ts'
import { addIndicator, readRawFigures } from '../../src/features/strategy/knowledge/index.ts'
import { day, instant } from '../../src/kernel/days.ts'
import { readSettings } from '../../src/settings.ts'
import { indicatorTerms } from '../strategies/given.ts'
import { freshDatabase, testNow } from '../support/app.ts'
import { givenCooperation } from '../support/builders.ts'

// R36: an operator takes a file in, in somebody's name, by the same judgement as the portal.

let folder: string
let close: () => Promise<void>
let versionId: number
let said = ''
const by = ['--by', 'sekretariat.bolig@demo.example']

beforeAll(async () => {
  const fresh = await freshDatabase()
  folder = fresh.folder
  close = fresh.close
  const actor = givenCooperation(fresh.db).actor('sekretariat.bolig')
  const from = day('2010-01-01')
  const { id: districtId } = await addDistrict(actor, { name: 'Mosen', definition: '', source: '', from })
  await addArea(actor, { name: 'Birkevang', districtId, from })
  ;({ versionId } = await addIndicator(actor, { ...indicatorTerms, name: 'Grundskole' }))
  writeFileSync(
    join(folder, 'tal.csv'),
    'Sted;Indikator;År;Værdi\nBirkevang;Grundskole;2024;31,5\nBirkevej;Grundskole;2024;2\n',
  )
})
afterAll(() => close())

const portal = async (...words: string[]): Promise<number> => {
  const lines: string[] = []
  const settings = readSettings({ DATA_DIR: folder, NODE_ENV: 'test' }, { command: true })
  const code = await run(['import', 'observations', ...words], settings, line => lines.push(line), instant(testNow))
  said = lines.join('\n')
  return code
}
async function figures(): Promise<number> {
  const db: Database = await openDatabase(join(folder, 'portal.db'))
  try {
    return readRawFigures(db, { versionIds: [versionId] }).length
  } finally {
    await db.close()
  }
}

test('a file is judged, and stored where what is rejected may be left out', async () => {
  const file = join(folder, 'tal.csv')
  expect(await portal(file)).toBe(2)
  expect(await portal(file, '--by', 'ingen@demo.example')).toBe(1)
  expect(await portal(file, '--by', 'laeser@demo.example')).toBe(1)
  expect(await portal(file, ...by, '--dry-run')).toBe(0)
  expect(said).toContain('1 rejected')
  expect(said).toContain('D3: Intet sted hedder »Birkevej«. Mente du »Birkevang«?')
  expect(await portal(file, ...by, '--source', 'Registeret')).toBe(1)
  expect(said).toContain('Bekræft, at de afviste rækker udelades')
  expect(await figures()).toBe(0)
  expect(await portal(file, ...by, '--source', 'Registeret', '--without-rejected')).toBe(0)
  expect(said).toContain('Stored: 1 figures, 0 of them corrections.')
  expect(await figures()).toBe(1)
}, 60_000)
