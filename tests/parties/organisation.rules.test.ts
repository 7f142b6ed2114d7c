import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  administrationFaults,
  type EndingFacts,
  endFault,
  endingFaults,
  formerNameFaults,
  nameOn,
  type OrganisationFacts,
  renameFaults,
  sideOfKind,
} from '../../src/features/ground/parties/organisations/organisation-rules.ts'
import { addDays, day } from '../../src/kernel/days.ts'
import { isOn, overlap, type Period, periodText } from '../../src/kernel/periods.ts'

const organisation = (facts: Partial<OrganisationFacts> = {}): OrganisationFacts => ({
  id: 1,
  name: 'Boligforeningen Prøven',
  kind: 'HOUSING_ORGANISATION',
  side: 'HOUSING',
  from: day('2011-05-01'),
  to: null,
  ...facts,
})
const association = (facts: Partial<OrganisationFacts> = {}) =>
  organisation({ id: 2, name: 'Foreningen Lille Prøve', kind: 'ASSOCIATION', ...facts })
const period = (from: string, to: string | null = null): Period => ({ from: day(from), to: to ? day(to) : null })

test('a kind belongs to one side, and external parties to none (R13)', () => {
  expect(sideOfKind.ADMINISTRATOR).toBe('HOUSING')
  expect(sideOfKind.DEPARTMENT).toBe('MUNICIPALITY')
  expect(sideOfKind.EXTERNAL).toBeNull()
})

test('a name of before lies within the organisation’s days, has ended, and overlaps no other', () => {
  const known = [{ name: 'Gammel', from: day('2013-01-01'), to: day('2014-12-31') }]
  const today = day('2026-03-12')
  const fields = (name: string, from: string, to: string, facts: Partial<OrganisationFacts> = {}) =>
    formerNameFaults(organisation(facts), known, { name, from: day(from), to: day(to) }, today).map(
      ({ field }) => field,
    )
  expect(fields('Ældst', '2011-05-01', '2012-12-31')).toEqual([])
  expect(fields('Yngre', '2015-01-01', '2026-03-11')).toEqual([])
  expect(fields('Ældst', '2011-04-30', '2012-12-31')).toEqual(['from'])
  expect(fields('Ældst', '2011-05-01', '2013-01-01')).toEqual(['from'])
  expect(fields('Yngre', '2015-01-01', '2026-03-12')).toEqual(['to'])
  expect(fields('Yngre', '2015-01-01', '2020-01-01', { to: day('2019-12-31') })).toEqual(['to'])
  expect(fields('Boligforeningen Prøven', '2016-01-01', '2015-01-01')).toEqual(['name', 'to'])
})

test('an association is administered no longer than both were there', () => {
  const facts = { administrator: organisation({ to: day('2018-12-31') }), association: association(), existing: [] }
  const fields = (to: string | null) => administrationFaults(facts, period('2012-01-01', to)).map(({ field }) => field)
  expect(fields('2018-12-31')).toEqual([])
  expect(fields('2019-01-01')).toEqual(['to'])
  expect(fields(null)).toEqual(['to'])
})

test('history keeps the name of its day', () => {
  const former = [{ name: 'Gammel', from: day('2011-05-01'), to: day('2014-12-31') }]
  expect(nameOn('Ny', former, day('2014-12-31'))).toBe('Gammel')
  expect(nameOn('Ny', former, day('2015-01-01'))).toBe('Ny')
})

test('a new name begins after the present one did', () => {
  const since = day('2015-01-01')
  expect(renameFaults(organisation(), since, { name: 'Nyt navn', from: day('2020-01-01') })).toEqual([])
  expect(renameFaults(organisation(), since, { name: 'Nyt navn', from: since })[0]?.field).toBe('from')
  expect(
    renameFaults(organisation(), since, { name: 'Boligforeningen Prøven', from: day('2020-01-01') })[0]?.field,
  ).toBe('name')
})

const ending = (facts: Partial<EndingFacts> = {}): EndingFacts => ({
  organisation: organisation(),
  successor: null,
  successorsOfSuccessor: [],
  administers: [],
  seated: [],
  ...facts,
})

test('an organisation that administers ends only with someone to take over', () => {
  const facts = ending({ administers: ['Foreningen Lille Prøve'] })
  expect(endingFaults(facts, day('2026-12-31'))[0]?.sentence).toContain('Foreningen Lille Prøve')
  const successor = organisation({ id: 3, name: 'Arvtageren' })
  expect(endingFaults({ ...facts, successor }, day('2026-12-31'))).toEqual([])
  expect(endingFaults({ ...facts, successor: association({ id: 3 }) }, day('2026-12-31'))[0]?.field).toBe('successorId')
})

test('a successor is another organisation of the same side that goes on, and never leads back', () => {
  const on = day('2026-12-31')
  const fieldOf = (facts: Partial<EndingFacts>) => endingFaults(ending(facts), on)[0]?.field
  expect(fieldOf({ successor: organisation() })).toBe('successorId')
  expect(fieldOf({ successor: organisation({ id: 3, side: 'MUNICIPALITY' }) })).toBe('successorId')
  expect(fieldOf({ successor: organisation({ id: 3, to: on }) })).toBe('successorId')
  expect(fieldOf({ successor: organisation({ id: 3 }), successorsOfSuccessor: [4, 1] })).toBe('successorId')
})

test('an organisation with people in seats, or that has ended, does not end', () => {
  expect(endingFaults(ending({ seated: ['Ida Prøve'] }), day('2026-12-31'))[0]?.sentence).toContain('Ida Prøve')
  expect(
    endingFaults(ending({ organisation: organisation({ to: day('2020-01-01') }) }), day('2026-12-31')),
  ).not.toBeNull()
})

test('an association has one administrator at a time and may change (R100)', () => {
  const facts = {
    administrator: organisation(),
    association: association(),
    existing: [period('2011-05-01', '2020-12-31')],
  }
  expect(administrationFaults(facts, period('2021-01-01'))).toEqual([])
  expect(administrationFaults(facts, period('2020-12-31'))[0]?.field).toBe('from')
})

test('only an association is administered, and only by one who may (R101)', () => {
  const facts = { administrator: organisation(), association: association(), existing: [] }
  const from = period('2021-01-01')
  expect(administrationFaults({ ...facts, association: organisation({ id: 2 }) }, from)[0]?.field).toBe('associationId')
  expect(administrationFaults({ ...facts, administrator: association() }, from)[0]?.field).toBe('administratorId')
})

test('what has begun ends once, and not before it began', () => {
  expect(endFault(period('2021-01-01'), day('2021-01-01'))).toBeNull()
  expect(endFault(period('2021-01-01'), day('2020-12-31'))?.field).toBe('to')
  expect(endFault(period('2021-01-01', '2022-01-01'), day('2023-01-01'))).not.toBeNull()
})

test('two periods overlap exactly when a day is in both', () => {
  const days = fc.integer({ min: 0, max: 30 })
  const periods = fc.tuple(days, fc.option(days)).map(([from, length]): Period => {
    const start = addDays(day('2026-01-01'), from)
    return { from: start, to: length === null ? null : addDays(start, length) }
  })
  fc.assert(
    fc.property(periods, periods, (one, other) => {
      const shared = Array.from({ length: 70 }, (_, at) => addDays(day('2026-01-01'), at)).some(
        on => isOn(one, on) && isOn(other, on),
      )
      expect(overlap(one, other)).toBe(shared)
    }),
  )
})

test('a period is written in Danish', () => {
  expect(periodText(period('2011-05-01'))).toBe('fra 01.05.2011')
  expect(periodText(period('2011-05-01', '2020-12-31'))).toBe('01.05.2011–31.12.2020')
})
