import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { adoptedSql, inForceSql } from '../../src/features/decisions/adoption/adopted-sql.ts'
import {
  type AdoptionFacts,
  inForceFrom,
  inForceOn,
  textState,
} from '../../src/features/decisions/adoption/text-states.ts'
import { type Day, day } from '../../src/kernel/days.ts'
import { type Connection, insert, scratchDatabase } from '../database/scratch.ts'
import { deep } from '../support/runs.ts'

const today = day('2026-11-30')
const onAgenda = (given: Partial<AdoptionFacts> = {}): AdoptionFacts => ({
  id: 1,
  draftNumber: 1,
  takenBack: false,
  fromDay: null,
  itemRemoved: false,
  meetingCancelled: false,
  outcome: null,
  decision: null,
  ...given,
})
const decided = (state: NonNullable<AdoptionFacts['decision']>['state'], effectiveOn: Day | null = null) => ({
  outcome: 'DECIDED',
  decision: { state, effectiveOn },
})
const stateOf = (adoptions: AdoptionFacts[], signedByBoth = true, inHearing = false) =>
  textState({ signedByBoth, adoptions, inHearing, today })

describe('a text that the parties adopt', () => {
  test('is a draft until both secretariats have signed it off', () => {
    expect(stateOf([], false)).toBe('DRAFT')
    expect(stateOf([])).toBe('SIGNED_OFF')
  })

  test('is in hearing while the organisations can answer, signed off or not, and on no agenda meanwhile', () => {
    expect(stateOf([], false, true)).toBe('IN_HEARING')
    expect(stateOf([], true, true)).toBe('IN_HEARING')
    expect(stateOf([onAgenda({ takenBack: true })], true, true)).toBe('IN_HEARING')
    expect(stateOf([onAgenda()], true, true)).toBe('ON_AGENDA')
  })

  test('waits for the meeting, and for the next one when it is postponed', () => {
    expect(stateOf([onAgenda()])).toBe('ON_AGENDA')
    expect(stateOf([onAgenda({ outcome: 'POSTPONED' })])).toBe('ON_AGENDA')
  })

  test('is in force from the day the decision takes effect, or a later day that was asked for', () => {
    expect(stateOf([onAgenda(decided('EFFECTIVE', day('2026-11-12')))])).toBe('IN_FORCE')
    const later = onAgenda({ ...decided('EFFECTIVE', day('2026-11-12')), fromDay: day('2027-01-01') })
    expect(inForceFrom(later)).toBe('2027-01-01')
    expect(stateOf([later])).toBe('COMING')
    // A decision that takes effect after the day that was asked for brings nothing into force before itself.
    expect(inForceFrom(onAgenda({ ...decided('EFFECTIVE', day('2027-03-01')), fromDay: day('2027-01-01') }))).toBe(
      '2027-03-01',
    )
  })

  test('waits visibly while its decision waits for approval, and falls with it', () => {
    expect(stateOf([onAgenda(decided('CONDITIONAL'))])).toBe('AWAITS_APPROVAL')
    for (const state of ['LAPSED', 'SUPERSEDED', 'ANNULLED'] as const)
      expect(stateOf([onAgenda(decided(state, day('2026-11-12')))]), state).toBe('FALLEN')
  })

  test('is not adopted where the group decided otherwise, or with changes', () => {
    expect(stateOf([onAgenda({ outcome: 'REJECTED' })])).toBe('NOT_ADOPTED')
    const changed = onAgenda({ ...decided('EFFECTIVE', day('2026-11-12')), outcome: 'DECIDED_WITH_CHANGES' })
    expect(stateOf([changed])).toBe('NOT_ADOPTED')
    expect(inForceOn([changed], today)).toBeNull()
  })

  test('is as before when its item or its meeting has gone, or when it was taken back', () => {
    expect(stateOf([onAgenda({ itemRemoved: true })])).toBe('SIGNED_OFF')
    expect(stateOf([onAgenda({ meetingCancelled: true })])).toBe('SIGNED_OFF')
    expect(stateOf([onAgenda({ takenBack: true })])).toBe('SIGNED_OFF')
  })

  test('gives way to the next version, and stands again when the next one falls', () => {
    const first = onAgenda({ id: 1, draftNumber: 1, ...decided('EFFECTIVE', day('2025-01-15')) })
    const second = onAgenda({ id: 2, draftNumber: 4, ...decided('EFFECTIVE', day('2026-02-01')) })
    expect(inForceOn([first, second], today)?.draftNumber).toBe(4)
    expect(inForceOn([first, second], day('2026-01-31'))?.draftNumber).toBe(1)
    const reversed = { ...second, ...decided('SUPERSEDED', day('2026-02-01')) }
    expect(inForceOn([first, reversed], today)?.draftNumber).toBe(1)
  })
})

const days = fc.constantFrom(...['2026-01-10', '2026-02-10', '2026-03-10', '2026-04-10'].map(day))
const someDecision = fc.option(
  fc.record({
    state: fc.constantFrom('EFFECTIVE', 'CONDITIONAL', 'LAPSED', 'SUPERSEDED', 'ANNULLED' as const),
    effectiveOn: fc.option(days),
  }),
)
const someAdoption = fc.record({
  takenBack: fc.boolean(),
  fromDay: fc.option(days),
  outcome: fc.option(fc.constantFrom('DECIDED', 'DECIDED_WITH_CHANGES', 'ADOPTED_SUBJECT_TO_APPROVAL', 'REJECTED')),
  decision: someDecision,
  /** The decision was made under the item that it was carried over to. */
  carried: fc.boolean(),
})

test('no text is in force without a decision in effect, whatever has happened, and however it was heard', () => {
  fc.assert(
    fc.property(fc.array(someAdoption, { maxLength: 6 }), days, fc.boolean(), (histories, on, inHearing) => {
      const adoptions = histories.map(
        (history, at) => onAgenda({ ...history, id: at + 1, draftNumber: at + 1 }) as AdoptionFacts,
      )
      const state = textState({ signedByBoth: true, adoptions: adoptions.slice(-1), inHearing, today: on })
      if (state === 'IN_FORCE') expect(inForceOn(adoptions.slice(-1), on)?.decision?.state).toBe('EFFECTIVE')
      if (state === 'IN_HEARING') expect(inForceOn(adoptions.slice(-1), on)).toBeNull()
      const found = inForceOn(adoptions, on)
      if (!found) return
      expect(found.takenBack).toBe(false)
      expect(found.decision?.state).toBe('EFFECTIVE')
      expect((found.decision?.effectiveOn ?? '9999') <= on).toBe(true)
    }),
  )
})

let sql: Connection
let remove: () => void
beforeAll(async () => {
  ;({ sql, remove } = await scratchDatabase())
  sql.pragma('foreign_keys = OFF')
  for (const table of ['Organisation', 'Person', 'Body']) insert(sql, table, { id: 1 })
})
afterAll(() => remove())

test('the database finds the same texts in force as the rule does', () => {
  const asked = sql.prepare(`WITH RECURSIVE ${adoptedSql()}, ${inForceSql} SELECT textId, draftId, "from" FROM inForce`)
  fc.assert(
    fc.property(fc.array(fc.array(someAdoption, { maxLength: 4 }), { maxLength: 3 }), days, (texts, on) => {
      sql.exec('BEGIN')
      try {
        const expected = texts.flatMap((histories, at) => {
          const textId = insert(sql, 'SharedText', { kind: 'standarder', slug: `text-${at}` })
          const adoptions = histories.map((history, index) => stored(textId, index + 1, history))
          const found = inForceOn(
            adoptions.map(({ facts }) => facts),
            on,
          )
          const draft = adoptions.find(({ facts }) => facts.id === found?.id)
          return found && draft ? [{ textId, draftId: draft.draftId, from: inForceFrom(found) }] : []
        })
        expect(asked.all(on)).toEqual(expected)
      } finally {
        sql.exec('ROLLBACK')
      }
    }),
    { numRuns: deep ? 1000 : 60 },
  )
})

type History = typeof someAdoption extends fc.Arbitrary<infer T> ? T : never

/** The history as rows, and as the facts that the rule is asked of. */
function stored(textId: number, number: number, history: History) {
  const { takenBack, fromDay, outcome, decision, carried } = history
  const meetingId = insert(sql, 'Meeting', { state: 'MINUTES_APPROVED' })
  const draftId = insert(sql, 'TextDraft', { textId, number, hash: `hash ${textId} ${number}` })
  for (const side of ['HOUSING', 'MUNICIPALITY']) {
    insert(sql, 'TextSignOff', { draftId, side, hash: `hash ${textId} ${number}` })
  }
  const itemId = insert(sql, 'AgendaItem', { meetingId })
  const id = insert(sql, 'Adoption', { draftId, itemId, fromDay })
  if (takenBack) sql.prepare('UPDATE Adoption SET takenBackAt = ? WHERE id = ?').run('2026-01-01T10:00:00.000Z', id)
  const under = carried ? insert(sql, 'AgendaItem', { meetingId, carriedFromId: itemId }) : itemId
  if (outcome) insert(sql, 'Treatment', { itemId: under, outcome })
  if (decision) insert(sql, 'Decision', { number: `2026/${id}`, serial: id, meetingId, itemId: under, ...decision })
  return {
    draftId,
    facts: onAgenda({ id, draftNumber: number, takenBack, fromDay, outcome, decision } as AdoptionFacts),
  }
}

test('what was written, signed off and put forward is never changed in silence', () => {
  sql.exec('BEGIN')
  try {
    const textId = insert(sql, 'SharedText', { kind: 'standarder', slug: 'tryg-flytning' })
    const history = { takenBack: false, fromDay: null, outcome: null, decision: null, carried: false }
    const { draftId, facts } = stored(textId, 1, history)
    const refused: [string, string][] = [
      [`UPDATE TextDraft SET content = '{}' WHERE id = ${draftId}`, 'a draft stands as it was written'],
      [`DELETE FROM TextDraft WHERE id = ${draftId}`, 'a draft stands as it was written'],
      [`UPDATE SharedText SET slug = 'andet' WHERE id = ${textId}`, 'a text keeps its kind and its address'],
      [`UPDATE TextSignOff SET side = 'HOUSING' WHERE draftId = ${draftId}`, 'a sign-off is taken back once'],
      [`DELETE FROM TextSignOff WHERE draftId = ${draftId}`, 'a sign-off is taken back, not deleted'],
      [`UPDATE Adoption SET fromDay = '2020-01-01' WHERE id = ${facts.id}`, 'an adoption is taken back once'],
      [`DELETE FROM Adoption WHERE id = ${facts.id}`, 'an adoption is taken back, not deleted'],
    ]
    for (const [statement, told] of refused) expect(() => sql.exec(statement), statement).toThrow(told)
    expect(() => insert(sql, 'TextSignOff', { draftId, side: 'HOUSING', hash: 'another' })).toThrow(
      'the draft that was shown',
    )
    const unsigned = insert(sql, 'TextDraft', { textId, number: 2, hash: 'two' })
    const itemId = insert(sql, 'AgendaItem', { meetingId: insert(sql, 'Meeting', { state: 'PLANNED' }) })
    expect(() => insert(sql, 'Adoption', { draftId: unsigned, itemId })).toThrow('signed off by both secretariats')
    // The one before the newest stays signed, and is put on no agenda any more.
    expect(() => insert(sql, 'Adoption', { draftId, itemId })).toThrow('only the newest draft')
  } finally {
    sql.exec('ROLLBACK')
  }
})
