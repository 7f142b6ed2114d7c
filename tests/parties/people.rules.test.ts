import { expect, test } from 'vitest'
import {
  type AuthorisationFacts,
  authorisationFault,
  correctAuthorisationFaults,
  leavingFault,
  personFaults,
} from '../../src/features/ground/parties/people/people-rules.ts'
import { day } from '../../src/kernel/days.ts'

const facts = (more: Partial<AuthorisationFacts> = {}): AuthorisationFacts => ({
  kind: 'MANDATE_KEEPER',
  organisation: {
    id: 1,
    name: 'Prøven',
    kind: 'HOUSING_ORGANISATION',
    side: 'HOUSING',
    from: day('2011-05-01'),
    to: null,
  },
  person: { name: 'Ida Prøve', organisationId: 1, endedOn: null },
  mayBeNamedFrom: [1],
  existing: [],
  ...more,
})
const from2026 = { from: day('2026-01-01'), to: null }

test('an organisation names its own people', () => {
  expect(authorisationFault(facts(), from2026)).toBeNull()
  const stranger = { name: 'Bo Fremmed', organisationId: 9, endedOn: null }
  expect(authorisationFault(facts({ person: stranger }), from2026)?.field).toBe('personId')
  expect(authorisationFault(facts({ person: stranger, mayBeNamedFrom: [1, 9] }), from2026)).toBeNull()
})

test('external parties have neither mandates nor signature, and the departments sign for the municipality', () => {
  const of = (kind: 'EXTERNAL' | 'MUNICIPALITY') => ({ ...facts().organisation, kind })
  expect(authorisationFault(facts({ organisation: of('EXTERNAL') }), from2026)?.field).toBe('kind')
  expect(authorisationFault(facts({ organisation: of('MUNICIPALITY'), kind: 'SIGNATORY' }), from2026)?.field).toBe(
    'kind',
  )
  expect(authorisationFault(facts({ organisation: of('MUNICIPALITY') }), from2026)).toBeNull()
})

test('nobody is named twice for the same days, nor after having left', () => {
  expect(authorisationFault(facts({ existing: [{ from: day('2025-01-01'), to: null }] }), from2026)?.field).toBe(
    'personId',
  )
  const left = { name: 'Ida Prøve', organisationId: 1, endedOn: day('2025-12-31') }
  expect(authorisationFault(facts({ person: left }), from2026)?.field).toBe('personId')
})

test('a person leaves once, and not before what the person has been given begins', () => {
  expect(leavingFault(null, null, day('2026-03-31'))).toBeNull()
  expect(leavingFault(day('2025-01-01'), null, day('2026-03-31'))).not.toBeNull()
  expect(leavingFault(null, day('2026-05-01'), day('2026-03-31'))?.field).toBe('endedOn')
})

test('an authorisation is said to have begun on another day, but not after it was used', () => {
  const used = day('2026-02-01')
  expect(correctAuthorisationFaults(facts(), from2026, used)).toEqual([])
  expect(correctAuthorisationFaults(facts(), { from: used, to: null }, used)).toEqual([])
  const late = correctAuthorisationFaults(facts(), { from: day('2026-02-02'), to: null }, used)
  expect(late.map(({ field }) => field)).toEqual(['from'])
  expect(late[0]?.sentence).toContain('den 1. februar 2026')
  expect(correctAuthorisationFaults(facts(), { from: day('2026-02-02'), to: null }, null)).toEqual([])
  const backwards = { from: day('2026-02-02'), to: day('2026-02-01') }
  expect(correctAuthorisationFaults(facts(), backwards, null).map(({ field }) => field)).toEqual(['from'])
  expect(correctAuthorisationFaults(facts(), { from: day('2011-04-30'), to: null }, null)).toHaveLength(1)
})

test('no CPR number is registered of a person, in whichever field it is typed', () => {
  const draft = { name: 'Ida Prøve', title: 'direktør', email: 'ida@prøven.example', phone: '66 11 22 33' }
  expect(personFaults(draft)).toEqual([])
  expect(personFaults({ ...draft, title: null, phone: '010203-1234' }).map(({ field }) => field)).toEqual(['phone'])
})
