import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Attender, quorumOf } from '../../src/features/meetings/meetings/meeting/quorum-rules.ts'

const rules = { quorumHousing: 2, quorumMunicipality: 2 }
let nextId = 1
const member = (side: Attender['side'], facts: Partial<Attender> = {}): Attender => {
  const id = nextId++
  return {
    id,
    personId: 100 + id,
    role: 'MEMBER',
    side,
    status: 'PRESENT',
    standsInForId: null,
    arrivedAtItem: null,
    leftAfterItem: null,
    ...facts,
  }
}
const municipality = () => [member('MUNICIPALITY'), member('MUNICIPALITY')]

test('two members of each side are quorate when the rules ask for two', () => {
  const quorum = quorumOf([...municipality(), member('HOUSING'), member('HOUSING')], rules)
  expect(quorum).toMatchObject({ quorate: true, sentence: 'Mødet er beslutningsdygtigt.' })
})

test('the side that lacks members is named, with how many', () => {
  const apologies = [member('HOUSING', { status: 'APOLOGIES' }), member('HOUSING', { status: null })]
  expect(quorumOf([...municipality(), ...apologies], rules).sentence).toBe(
    'Mødet er ikke beslutningsdygtigt: Der mangler 2 medlemmer fra boligorganisationerne.',
  )
  expect(quorumOf([member('MUNICIPALITY')], rules).sentence).toBe(
    'Mødet er ikke beslutningsdygtigt: Der mangler 2 medlemmer fra boligorganisationerne og 1 medlem fra kommunen.',
  )
})

test('a stand-in fills the seat of the one who sent apologies', () => {
  const away = member('HOUSING', { status: 'APOLOGIES' })
  const standIn = member('HOUSING', { role: 'SUBSTITUTE', standsInForId: away.id })
  expect(quorumOf([...municipality(), member('HOUSING'), away, standIn], rules).quorate).toBe(true)
})

test('a seat counts once when the member arrives after all', () => {
  const late = member('HOUSING', { arrivedAtItem: 3 })
  const standIn = member('HOUSING', { role: 'SUBSTITUTE', standsInForId: late.id })
  const at = (position: number) =>
    quorumOf([late, standIn], rules, { position, recusedPersonIds: [] }).bySide.HOUSING.present
  expect([at(2), at(3)]).toEqual([1, 1])
})

test('a secretary does not count', () => {
  expect(quorumOf([member('HOUSING', { role: 'SECRETARY' })], rules).bySide.HOUSING.present).toBe(0)
})

test('whoever left after item 4 is missed from item 5', () => {
  const rows = [...municipality(), member('HOUSING'), member('HOUSING', { leftAfterItem: 4 })]
  expect(quorumOf(rows, rules, { position: 4, recusedPersonIds: [] }).quorate).toBe(true)
  expect(quorumOf(rows, rules, { position: 5, recusedPersonIds: [] }).sentence).toBe(
    'Mødet er ikke beslutningsdygtigt under punkt 5: Der mangler 1 medlem fra boligorganisationerne.',
  )
})

test('a recused member does not count for that item', () => {
  const recused = member('HOUSING')
  const rows = [...municipality(), member('HOUSING'), recused]
  expect(quorumOf(rows, rules, { position: 2, recusedPersonIds: [recused.personId] }).quorate).toBe(false)
})

const attender = fc.record({
  id: fc.integer({ min: 1, max: 30 }),
  personId: fc.integer({ min: 1, max: 30 }),
  role: fc.constantFrom('CHAIR', 'VICE_CHAIR', 'MEMBER', 'SUBSTITUTE', 'SECRETARY'),
  side: fc.constantFrom('HOUSING', 'MUNICIPALITY', null),
  status: fc.constantFrom('PRESENT', 'APOLOGIES', 'ABSENT', null),
  standsInForId: fc.option(fc.integer({ min: 1, max: 30 })),
  arrivedAtItem: fc.option(fc.integer({ min: 1, max: 9 })),
  leftAfterItem: fc.option(fc.integer({ min: 1, max: 9 })),
}) satisfies fc.Arbitrary<Attender>
const attenders = fc.uniqueArray(attender, { selector: row => row.id, maxLength: 25 })

test('the same people give the same quorum in any order', () => {
  fc.assert(
    fc.property(attenders, fc.integer({ min: 1, max: 9 }), (rows, position) => {
      const ask = (list: Attender[]) => quorumOf(list, rules, { position, recusedPersonIds: [] }).quorate
      const sameSide = rows.filter(row => row.side === 'HOUSING')
      expect(ask([...sameSide].reverse())).toBe(ask(sameSide))
    }),
  )
})

test('a recusal never makes a meeting quorate', () => {
  fc.assert(
    fc.property(
      attenders,
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 1, max: 30 }),
      (rows, position, person) => {
        const without = quorumOf(rows, rules, { position, recusedPersonIds: [person] })
        const housing = rows.filter(row => row.side === 'HOUSING')
        const count = (recused: number[]) =>
          quorumOf(housing, rules, { position, recusedPersonIds: recused }).bySide.HOUSING.present
        expect(count([person])).toBeLessThanOrEqual(count([]))
        expect(without.bySide.HOUSING.missing === 0 && without.bySide.MUNICIPALITY.missing === 0).toBe(without.quorate)
      },
    ),
  )
})
