import { expect, test } from 'vitest'
import {
  type AppointmentFacts,
  type BodyFacts,
  endSeatFault,
  type SeatDraft,
  type SeatFacts,
  seatFaults,
  structureWarnings,
  warningsOf,
} from '../../src/features/ground/bodies/seat-rules.ts'
import { day } from '../../src/kernel/days.ts'

const since = { from: day('2011-05-01'), to: null }
const joint: BodyFacts = { id: 1, name: 'Fælles boligstrategisk gruppe', kind: 'JOINT_GROUP', side: null, ...since }
const housingGroup: BodyFacts = { id: 2, name: 'Strategigruppen', kind: 'STRATEGY_GROUP', side: 'HOUSING', ...since }
const municipalGroup: BodyFacts = { ...housingGroup, id: 3, side: 'MUNICIPALITY' }
const secretariat: BodyFacts = { id: 4, name: 'Sekretariatet', kind: 'SECRETARIAT', side: 'HOUSING', ...since }

const facts = (more: Partial<AppointmentFacts> = {}): AppointmentFacts => ({
  body: joint,
  person: { id: 1, name: 'Ida Prøve', endedOn: null },
  organisation: { name: 'Boligforeningen Prøven', side: 'HOUSING', ...since },
  appointedBy: housingGroup,
  meeting: null,
  seats: [],
  ...more,
})
const draft = (more: Partial<SeatDraft> = {}): SeatDraft => ({
  role: 'MEMBER',
  from: day('2026-04-01'),
  to: null,
  substituteForId: null,
  appointedNote: 'Mødet den 20. marts 2026',
  ...more,
})
const seat = (more: Partial<SeatFacts> = {}): SeatFacts => ({
  id: 1,
  personId: 9,
  role: 'MEMBER',
  side: 'HOUSING',
  from: day('2020-01-01'),
  to: null,
  ...more,
})
const fieldOf = (more: Partial<AppointmentFacts>, changed: Partial<SeatDraft> = {}) =>
  seatFaults(facts(more), draft(changed))[0]?.field

test('a side’s strategy group gives its own people seats in the joint group (R56)', () => {
  expect(seatFaults(facts(), draft())).toEqual([])
})

test('no other body gives a seat in the joint group', () => {
  expect(fieldOf({ appointedBy: municipalGroup })).toBe('appointedById')
  expect(fieldOf({ appointedBy: { ...housingGroup, kind: 'DECIDING_BODY' } })).toBe('appointedById')
  expect(fieldOf({ appointedBy: secretariat })).toBe('appointedById')
})

test('a body of one side takes only that side’s people', () => {
  const municipal = { name: 'Forvaltningen', side: 'MUNICIPALITY' as const, ...since }
  expect(fieldOf({ body: secretariat, organisation: municipal, appointedBy: municipalGroup })).toBe('personId')
  expect(seatFaults(facts({ body: secretariat }), draft({ role: 'SECRETARY' }))).toEqual([])
})

test('an external party has no seat', () => {
  expect(fieldOf({ organisation: { name: 'Fonden', side: null, ...since } })).toBe('personId')
})

test('nobody sits twice in one body at once, but may return', () => {
  expect(fieldOf({ seats: [seat({ personId: 1 })] })).toBe('personId')
  expect(seatFaults(facts({ seats: [seat({ personId: 1, to: day('2026-03-31') })] }), draft())).toEqual([])
})

test('a body has one chair and one vice chair at a time', () => {
  const seats = [seat({ role: 'CHAIR' })]
  expect(fieldOf({ seats }, { role: 'CHAIR' })).toBe('role')
  expect(fieldOf({ seats }, { role: 'VICE_CHAIR' })).toBeUndefined()
})

test('the two secretariats are the joint group’s secretariat: it has no secretary of its own', () => {
  expect(fieldOf({}, { role: 'SECRETARY' })).toBe('role')
})

test('a substitute stands in for an occupied seat of the own side', () => {
  const seats = [seat({ id: 7 }), seat({ id: 8, side: 'MUNICIPALITY' }), seat({ id: 9, to: day('2021-01-01') })]
  const substitute = (substituteForId: number) => fieldOf({ seats }, { role: 'SUBSTITUTE', substituteForId })
  expect(substitute(7)).toBeUndefined()
  expect(substitute(8)).toBe('substituteForId')
  expect(substitute(9)).toBe('substituteForId')
  expect(fieldOf({ seats }, { role: 'MEMBER', substituteForId: 7 })).toBe('substituteForId')
})

test('an appointment says where it was made: a meeting of the appointing body, or in words', () => {
  expect(fieldOf({}, { appointedNote: '' })).toBe('appointedNote')
  const meeting = { bodyId: 2, day: day('2026-03-20'), cancelled: false }
  expect(fieldOf({ meeting }, { appointedNote: '' })).toBeUndefined()
  expect(fieldOf({ meeting: { ...meeting, bodyId: 3 } })).toBe('appointedAtMeetingId')
  expect(fieldOf({ meeting: { ...meeting, cancelled: true } })).toBe('appointedAtMeetingId')
  expect(fieldOf({ meeting: { ...meeting, day: day('2026-04-02') } })).toBe('from')
})

test('a seat lies within the days of the person, the organisation and the body', () => {
  expect(fieldOf({ person: { id: 1, name: 'Ida Prøve', endedOn: day('2026-03-31') } })).toBe('personId')
  expect(fieldOf({ body: { ...joint, to: day('2025-12-31') } })).toBe('from')
  expect(fieldOf({}, { to: day('2026-03-31') })).toBe('to')
})

test('a seat ends once, and not before it began', () => {
  expect(endSeatFault(seat(), day('2026-03-31'))).toBeNull()
  expect(endSeatFault(seat(), day('2019-12-31'))?.field).toBe('to')
  expect(endSeatFault(seat({ to: day('2025-01-01') }), day('2026-03-31'))).not.toBeNull()
})

test('an empty secretariat is warned about: it could not sign off', () => {
  expect(warningsOf(secretariat, [], null, day('2026-04-01'))).toHaveLength(1)
  expect(warningsOf(secretariat, [seat({ role: 'SECRETARY' })], null, day('2026-04-01'))).toEqual([])
  expect(warningsOf(secretariat, [seat({ to: day('2026-03-31') })], null, day('2026-04-01'))).toHaveLength(1)
})

test('a group without a chair, or too small for its quorum, is warned about', () => {
  const quorum = { housing: 2, municipality: 1 }
  const on = day('2026-04-01')
  const full = [seat({ role: 'CHAIR' }), seat({ id: 2 }), seat({ id: 3, side: 'MUNICIPALITY' })]
  expect(warningsOf(joint, full, quorum, on)).toEqual([])
  expect(warningsOf(joint, full.slice(1), quorum, on)).toEqual([
    'Gruppen har hverken formand eller næstformand. Ingen kan åbne og lukke møder.',
    'Der er 1 medlem fra boligorganisationerne, men 2 skal være til stede, før gruppen er beslutningsdygtig.',
  ])
  expect(warningsOf(housingGroup, [seat({ role: 'CHAIR' })], { housing: 1, municipality: 0 }, on)).toEqual([])
})

test('each side has exactly one strategy group and one secretariat (R54, R59)', () => {
  const bodies = [joint, housingGroup, municipalGroup, secretariat, { ...secretariat, side: 'MUNICIPALITY' as const }]
  expect(structureWarnings(bodies, day('2026-04-01'))).toEqual([])
  expect(structureWarnings([...bodies, housingGroup], day('2026-04-01'))).toEqual([
    'Boligorganisationerne skal have én strategigruppe, men har 2.',
  ])
})
