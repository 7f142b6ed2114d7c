import { describe, expect, test } from 'vitest'
import {
  answerFaults,
  askableOn,
  askedAmong,
  groupsOf,
  type SaidAnswer,
  standingAnswers,
} from '../../src/features/decisions/adoption/hearing/hearing-rules.ts'
import { day } from '../../src/kernel/days.ts'

const today = day('2026-03-02')
const organisation = (id: number, kind: string, side: string | null = 'HOUSING') => ({
  ...{ id, kind, side, from: day('2008-09-01'), to: null },
})

describe('who is asked', () => {
  const all = [
    organisation(1, 'HOUSING_ORGANISATION'),
    organisation(2, 'ADMINISTRATOR'),
    organisation(3, 'ASSOCIATION'),
    organisation(4, 'MUNICIPALITY', 'MUNICIPALITY'),
    organisation(5, 'DEPARTMENT', 'MUNICIPALITY'),
    organisation(6, 'EXTERNAL', null),
    { ...organisation(7, 'HOUSING_ORGANISATION'), to: day('2020-12-31') },
  ]
  const ids = (found: readonly { id: number }[]) => found.map(({ id }) => id)

  test('are the organisations of both sides, an association beside its administrator, a municipality by its departments', () => {
    expect(ids(askableOn(all, today))).toEqual([1, 3, 5])
    expect(
      ids(
        askableOn(
          all.filter(({ kind }) => kind !== 'DEPARTMENT'),
          today,
        ),
      ),
    ).toEqual([1, 3, 4])
  })

  test('are all of them, a side’s, or those that were chosen', () => {
    const askable = askableOn(all, today)
    expect(ids(askedAmong(askable, 'ALL', []).asked)).toEqual([1, 3, 5])
    expect(ids(askedAmong(askable, 'MUNICIPALITY', []).asked)).toEqual([5])
    expect(ids(askedAmong(askable, 'SOME', [3]).asked)).toEqual([3])
    expect(askedAmong(askable, 'SOME', []).objection).toEqual({
      sentence: 'Vælg mindst én organisation.',
      field: 'asked',
    })
    expect(askedAmong(askable, 'SOME', [3, 7]).objection?.field).toBe('asked')
  })
})

describe('an answer', () => {
  const said = (given: Partial<SaidAnswer>): SaidAnswer => ({ stance: 'SUPPORTS', whole: '', sections: {}, ...given })
  const faults = (given: Partial<SaidAnswer>, hearing = { until: today, isClosed: false }) =>
    answerFaults(hearing, said(given), ['formaal', 'p1'], today)

  test('has remarks to a section or to the whole, or none', () => {
    expect(faults({})).toEqual([])
    expect(faults({ stance: 'WITH_REMARKS', sections: { p1: 'En uge er kort.' } })).toEqual([])
    expect(faults({ stance: 'WITH_REMARKS', whole: 'God tekst, for lang.' })).toEqual([])
    expect(faults({ stance: null })).toEqual([{ sentence: 'Vælg, om I har bemærkninger.', field: 'stance' }])
    expect(faults({ stance: 'WITH_REMARKS' })).toMatchObject([{ field: 'whole' }])
    expect(faults({ sections: { p1: 'En uge er kort.' } })).toMatchObject([{ field: 'stance' }])
  })

  test('is about the draft that is heard about, on its last day too, and not after it', () => {
    expect(faults({ stance: 'WITH_REMARKS', sections: { p9: 'Hvor er det?' } })[0]?.sentence).toContain(
      'Genindlæs siden',
    )
    expect(faults({}, { until: day('2026-03-01'), isClosed: false })).toEqual([
      {
        sentence:
          'Høringsfristen udløb den 1. marts 2026. Svaret kan ikke afgives, medmindre sekretariaterne forlænger fristen.',
      },
    ])
    expect(faults({}, { until: today, isClosed: true })[0]?.sentence).toContain('Høringen er lukket')
  })
})

test('at the end there are three groups, and whoever answered unasked; of several answers the last counts', () => {
  const answer = (organisationId: number, stance: 'SUPPORTS' | 'WITH_REMARKS') => ({ organisationId, byId: 1, stance })
  const answers = [answer(1, 'WITH_REMARKS'), answer(2, 'SUPPORTS'), answer(1, 'SUPPORTS'), answer(9, 'WITH_REMARKS')]
  expect(standingAnswers(answers)).toHaveLength(3)
  expect(groupsOf([1, 2, 3], answers)).toEqual({
    withRemarks: [],
    withoutRemarks: [1, 2],
    silent: [3],
    unasked: [9],
  })
})
