import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../src/database/database.ts'
import { write } from '../../src/database/write.ts'
import { addArea, addDistrict } from '../../src/features/ground/places/index.ts'
import { verifyDeliveries } from '../../src/features/strategy/knowledge/deliveries/verify-deliveries.ts'
import {
  addIndicator,
  deliverObservations,
  judgeObservations,
  type ObservationDraft,
  readIndicators,
  readMeasuredPlaces,
  readRawFigures,
  shownFigures,
} from '../../src/features/strategy/knowledge/index.ts'
import { day } from '../../src/kernel/days.ts'
import { indicatorTerms as terms } from '../strategies/given.ts'
import { freshDatabase } from '../support/app.ts'
import { type Cooperation, givenCooperation } from '../support/builders.ts'

// R36: many figures come at once, all of them or none, with who delivered which file when.

let db: Database
let close: () => Promise<void>
let cooperation: Cooperation
let versionId: number
let area: number
const housing = () => cooperation.actor('sekretariat.bolig', '2026-11-30T09:00:00.000Z')
const delivery = { name: 'tal-2025.csv', fileHash: 'abc', source: 'Registeret', supplier: 'Styrelsen', note: '' }
const row = (value: number, more: Partial<ObservationDraft> = {}): ObservationDraft => ({
  ...{ versionId, place: { level: 'AREA', id: area }, year: 2025, value, numerator: 30, denominator: 120 },
  ...more,
})
const figures = (history = false) => readRawFigures(db, { versionIds: [versionId], history })

beforeAll(async () => {
  const fresh = await freshDatabase()
  db = fresh.db
  close = fresh.close
  cooperation = givenCooperation(db)
  ;({ versionId } = await addIndicator(housing(), { ...terms, visibility: 'PARTIES' }))
  const from = day('2010-01-01')
  const { id: districtId } = await addDistrict(housing(), { name: 'Mosen', definition: '', source: '', from })
  ;({ id: area } = await addArea(housing(), { name: 'Birk', districtId, from }))
})
afterAll(() => close())

test('every row is judged, and a delivery with a refused one leaves nothing', async () => {
  const rows = [
    row(25),
    row(25),
    row(12.55, { year: 2024 }),
    row(10, { place: { level: 'AREA', id: 999 } }),
    row(10, { versionId: 999 }),
    row(10, { year: 2023, missing: 'WITHHELD' }),
    row(10, { year: 2027 }),
    { versionId, place: { level: 'TOWN' as const }, year: 2025, value: null, missing: 'NOT_DELIVERED' as const },
  ]
  const verdicts = await judgeObservations(db, rows, housing().today)
  expect(verdicts.map(({ kind }) => kind)).toEqual(['NEW', ...Array(6).fill('REFUSED'), 'NEW'])
  const told = verdicts.flatMap(verdict => (verdict.kind === 'REFUSED' ? verdict.objections : []))
  expect(told.map(({ field }) => field)).toEqual(['year', 'value', 'place', 'indicator', 'value', 'year'])
  await expect(deliverObservations(housing(), delivery, rows)).rejects.toThrow('Række 2: Samme indikator, sted og år')
  expect(figures()).toEqual([])
})

test('what stands changes nothing, and what is otherwise stands beside it as a correction', async () => {
  const missing = {
    versionId,
    place: { level: 'TOWN' as const },
    year: 2025,
    value: null,
    missing: 'NOT_DELIVERED' as const,
  }
  const first = await deliverObservations(housing(), delivery, [row(25), row(24, { year: 2024 }), missing])
  expect(first.counts).toEqual({ NEW: 3, UNCHANGED: 0, CORRECTION: 0, REFUSED: 0 })
  expect(await deliverObservations(housing(), delivery, [row(25), missing])).toMatchObject({
    deliveryId: null,
    counts: { UNCHANGED: 2 },
  })
  const corrected = { ...delivery, name: 'tal-2025-rettet.csv' }
  const second = await deliverObservations(housing(), corrected, [row(25), row(26.5, { year: 2024 })])
  expect(second.counts).toMatchObject({ UNCHANGED: 1, CORRECTION: 1 })
  expect(figures().map(one => [one.year, one.value, one.reason])).toEqual([
    [2024, 26.5, 'Ny levering: tal-2025-rettet.csv'],
    [2025, 25, ''],
    [2025, null, ''],
  ])
  expect(figures(true).map(one => [one.value, one.corrected])).toContainEqual([24, true])
  // A place is there from the first figure that is told of it.
  expect(readMeasuredPlaces(db).map(({ level, name }) => [level, name])).toEqual([
    ['AREA', 'Birk'],
    ['TOWN', null],
  ])
})

test('only the secretariats deliver, and what is for the parties alone reaches nobody else', async () => {
  await expect(deliverObservations(cooperation.actor('medlem.hoejstrup'), delivery, [row(1)])).rejects.toThrow(
    'Kun medarbejdere i de to sekretariater',
  )
  const reader = cooperation.actor('medlem.hoejstrup')
  expect(shownFigures(reader, figures())).toHaveLength(3)
  const outsider = { ...reader, person: reader.person && { ...reader.person, side: null } }
  expect(shownFigures(outsider, figures())).toEqual([])
})

test('a figure is neither changed nor taken away, and verify finds one that was', async () => {
  const nothing = { result: undefined, events: [] }
  for (const wrong of ['UPDATE Observation SET year = 2020', 'DELETE FROM Observation'])
    await expect(
      write(housing(), async tx => {
        await tx.$executeRawUnsafe(wrong)
        return nothing
      }),
    ).rejects.toThrow()
  expect(verifyDeliveries(db).wrong).toEqual([])
  const sql = new Sqlite(db.file)
  sql.exec('DROP TRIGGER "Observation_stands"; UPDATE Observation SET value = 999 WHERE year = 2025')
  sql.close()
  db.sql.release()
  expect(verifyDeliveries(db).wrong).toEqual(['Delivery 1 is not as it came.'])
  expect(readIndicators(db)[0]?.lastYear).toBe(2025)
})
