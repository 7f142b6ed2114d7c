import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import inspectFile from '../../src/features/strategy/observation-import/apart/inspect-file.ts'
import judgeFile from '../../src/features/strategy/observation-import/apart/judge-file.ts'
import { likelyMapping } from '../../src/features/strategy/observation-import/mapping/mapping.ts'
import { ownFolder } from '../support/run-folder.ts'
import { facts, sheetOf } from './given.ts'

// What the process that reads is told to do, and what it answers.

let folder: string
const put = (name: string, text: string): string => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}
beforeAll(() => {
  folder = ownFolder('apart')
})

test('all of a file is read, and its beginning is told', async () => {
  const path = put('long.csv', `Sted;2024\n${'Granparken;1\n'.repeat(40)}`)
  const found = await inspectFile({ path })
  expect(found).toMatchObject({ form: 'csv', sheets: [{ name: '', count: 41 }] })
  expect('sheets' in found && found.sheets[0]?.rows).toHaveLength(15)
  expect(await inspectFile({ path: put('empty.csv', '') })).toMatchObject({ refused: expect.stringContaining('tom') })
})

test('figures are judged into a file of their own, with the rejected rows beside it', async () => {
  const head = ['Sted', 'Indikator', 'År', 'Værdi']
  const path = put('rows.csv', `${head.join(';')}\nGranparken;Beboere;2024;640\nGranbakken;Beboere;2024;2\n`)
  const parts = {
    facts: put('facts.json', JSON.stringify(facts)),
    outcome: join(folder, 'outcome.db'),
    rejected: join(folder, 'rejected-'),
    stage: join(folder, 'stage'),
  }
  const mapping = { '': likelyMapping(sheetOf([head]), facts.indicators) }
  expect(await judgeFile({ path, mapping, ...parts })).toMatchObject({
    counts: { ready: 1, rejected: 1 },
    rejectedSheets: [''],
  })
  expect(readFileSync(`${parts.rejected}0`, 'utf8')).toContain('Granbakken;Beboere;2024;2;')
  expect(existsSync(parts.outcome)).toBe(true)
})
