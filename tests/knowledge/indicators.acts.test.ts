import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Database } from '../../src/database/database.ts'
import { write } from '../../src/database/write.ts'
import { addIndicator, enterValue, readSeries } from '../../src/features/strategy/knowledge/index.ts'
import { editIndicator } from '../../src/features/strategy/knowledge/indicators/keep-indicator.ts'
import { indicatorTerms as terms } from '../strategies/given.ts'
import { freshDatabase } from '../support/app.ts'
import { type Cooperation, givenCooperation } from '../support/builders.ts'

// R36, R37: what is known is gathered with its source, year by year; what was wrong stands beside what is right.

let db: Database
let close: () => Promise<void>
let cooperation: Cooperation
beforeEach(async () => {
  const fresh = await freshDatabase()
  db = fresh.db
  close = fresh.close
  cooperation = givenCooperation(db)
})
afterEach(() => close())

const at = '2026-11-30T09:00:00.000Z'
const housing = () => cooperation.actor('sekretariat.bolig', at)
const value = {
  indicator: 'trygge-beboere',
  place: { level: 'TOWN' as const },
  year: 2025,
  value: 72.5,
  source: 'Undersøgelsen',
}
const first = { corrects: null, reason: '' }

test('a value is entered once for a place and a year; another is a correction of it, with its reason', async () => {
  const { id } = await addIndicator(housing(), terms)
  await enterValue(housing(), { ...value, ...first })
  await expect(enterValue(housing(), { ...value, value: 73, ...first })).rejects.toMatchObject({
    told: [
      { field: 'year', sentence: 'Der er allerede registreret 72,5 for hele byen i 2025. Ret den værdi i stedet.' },
    ],
  })
  const [standing] = readSeries(housing(), [id])
  const corrects = standing?.id ?? 0
  await expect(enterValue(housing(), { ...value, value: 73, corrects, reason: '' })).rejects.toMatchObject({
    told: [{ field: 'reason' }],
  })
  await expect(enterValue(housing(), { ...value, corrects, reason: 'En fejl.' })).rejects.toThrow('den samme som før')
  await enterValue(housing(), { ...value, value: 73, corrects, reason: 'En afdeling manglede.' })
  expect(readSeries(housing(), [id]).map(one => [one.value, one.corrected, one.reason])).toEqual([
    [72.5, true, ''],
    [73, false, 'En afdeling manglede.'],
  ])
  await expect(enterValue(housing(), { ...value, value: 74, corrects, reason: 'En til.' })).rejects.toMatchObject({
    name: 'Conflict',
    current: { value: '73,0' },
  })
})

test('a value that was entered is neither changed nor deleted, by anybody', async () => {
  const { id } = await addIndicator(housing(), terms)
  await enterValue(housing(), { ...value, ...first })
  const nothing = { result: undefined, events: [] }
  await expect(
    write(housing(), async tx => {
      await tx.observation.updateMany({ data: { value: 1 } })
      return nothing
    }),
  ).rejects.toThrow()
  await expect(
    write(housing(), async tx => {
      await tx.observation.deleteMany()
      return nothing
    }),
  ).rejects.toThrow()
  expect(readSeries(housing(), [id]).map(one => one.value)).toEqual([72.5])
})

test('what an indicator measures stands once it has values', async () => {
  const { slug } = await addIndicator(housing(), terms)
  await editIndicator(housing(), { slug, version: 1, ...terms, unit: 'point' })
  await enterValue(housing(), { ...value, ...first })
  await expect(
    editIndicator(housing(), { slug, version: 2, ...terms, decimals: 2, direction: 'LOWER' }),
  ).rejects.toMatchObject({ told: [{ field: 'unit' }, { field: 'decimals' }, { field: 'direction' }] })
  await editIndicator(housing(), { slug, version: 2, ...terms, unit: 'point', source: 'En ny kilde.' })
  await expect(editIndicator(housing(), { slug, version: 2, ...terms })).rejects.toMatchObject({ name: 'Conflict' })
})

test('only the secretariats keep them, each by a name of its own', async () => {
  const member = cooperation.actor('medlem.hoejstrup', at)
  await expect(addIndicator(member, terms)).rejects.toThrow('Kun medarbejdere i de to sekretariater')
  await addIndicator(housing(), terms)
  await expect(addIndicator(housing(), { ...terms, name: 'TRYGGE beboere' })).rejects.toMatchObject({
    told: [{ field: 'name' }],
  })
  await expect(enterValue(member, { ...value, ...first })).rejects.toThrow('Kun medarbejdere')
})
