import { expect, test } from 'vitest'
import {
  correctionFaults,
  kindsInstead,
  movedAfter,
} from '../../src/features/ground/parties/organisations/correction-rules.ts'
import { day } from '../../src/kernel/days.ts'

const vestbo = {
  id: 1,
  name: 'Vestbo',
  kind: 'HOUSING_ORGANISATION',
  side: 'HOUSING',
  from: day('2026-03-12'),
  to: null,
} as const
const facts = { organisation: vestbo, otherNames: ['Østbo'], firstUse: null, administers: false, administered: false }
const unchanged = { name: vestbo.name, kind: vestbo.kind, from: vestbo.from }

test('a spelling, a kind and an earlier day can be corrected', () => {
  expect(correctionFaults(facts, { name: 'Vest-Bo', kind: 'ADMINISTRATOR', from: day('2020-01-01') })).toEqual([])
  expect(correctionFaults({ ...facts, firstUse: vestbo.from }, { ...unchanged, from: day('2020-01-01') })).toEqual([])
})

test('all that stands in the way is told at once', () => {
  const faults = correctionFaults(
    { ...facts, firstUse: day('2026-04-01'), administers: true },
    { name: 'ØSTBO', kind: 'ASSOCIATION', from: day('2026-04-02') },
  )
  expect(faults.map(({ field }) => field)).toEqual(['name', 'kind', 'from'])
})

test('what is administered is an association, and nobody is taken for one of the other side', () => {
  const association = { ...vestbo, kind: 'ASSOCIATION' } as const
  const administered = { ...facts, organisation: association, administered: true }
  expect(correctionFaults(administered, unchanged).map(({ field }) => field)).toEqual(['kind'])
  expect(correctionFaults(facts, { ...unchanged, kind: 'DEPARTMENT' }).map(({ field }) => field)).toEqual(['kind'])
  expect(kindsInstead('MUNICIPALITY')).toEqual(['MUNICIPALITY'])
})

test('an organisation is moved after another, or before all of its side', () => {
  const rows = [
    { id: 1, side: 'HOUSING' },
    { id: 2, side: 'HOUSING' },
    { id: 3, side: 'MUNICIPALITY' },
    { id: 4, side: 'MUNICIPALITY' },
  ]
  expect(movedAfter(rows, 1, 2)).toEqual([2, 1, 3, 4])
  expect(movedAfter(rows, 4, null)).toEqual([1, 2, 4, 3])
  expect(movedAfter(rows, 2, 1)).toEqual([1, 2, 3, 4])
  expect(movedAfter([{ id: 9, side: null }, ...rows], 9, null)).toEqual([9, 1, 2, 3, 4])
})
