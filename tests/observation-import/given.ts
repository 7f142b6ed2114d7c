import type {
  JudgeFacts,
  KnownPlace,
  StandingFigure,
} from '../../src/features/strategy/observation-import/judge/facts.ts'
import type { Cell, Sheet } from '../../src/inputs/sheets/table.ts'
import type { Day } from '../../src/kernel/days.ts'

/** A sheet as it is read: its rows from line 1. */
export const sheetOf = (rows: Cell[][], name = '', merged: Sheet['merged'] = []): Sheet => ({
  name,
  hidden: false,
  merged,
  rows: rows.map((cells, at) => ({ line: at + 1, cells })),
})

const from = '2008-01-01' as Day
const place = (key: string, level: KnownPlace['level'], label: string, ...names: string[]): KnownPlace => ({
  ...{ key, level, label, from, to: null },
  names: [label, ...names],
})

export const facts: JudgeFacts = {
  today: '2026-11-30' as Day,
  indicators: [
    { slug: 'uden-for-arbejde', name: 'Uden for arbejde', versionId: 1, unit: '%', decimals: 1, hasDenominator: true },
    { slug: 'beboere', name: 'Beboere', versionId: 2, unit: 'personer', decimals: 0, hasDenominator: false },
  ],
  places: [
    place('AREA 1', 'AREA', 'Granparken'),
    place('AREA 2', 'AREA', 'Solbakken'),
    { ...place('AREA 3', 'AREA', 'Nyvang'), from: '2020-01-01' as Day },
    place('ESTATE 1', 'ESTATE', '12 Granly', '12', 'Granly'),
    place('DISTRICT 1', 'DISTRICT', 'Solbakken'),
    place('TOWN', 'TOWN', 'Hele byen', 'Nordby Kommune'),
  ],
  standing: [],
}

export const standing = (over: Partial<StandingFigure>): StandingFigure => ({
  ...{ id: 7, versionId: 1, place: 'AREA 1', year: 2024, value: 305, numerator: null, denominator: null },
  missing: null,
  withheld: false,
  ...over,
})
