import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  answerObjections,
  bySection,
  type HearingAnswer,
  type HearingStance,
  hearingOver,
  isOpen,
  laterDeadline,
  latestAnswers,
  outcomeOf,
  unanswered,
} from '../../src/features/ground/hearing/index.ts'
import { addDays, day } from '../../src/kernel/days.ts'
import { runs } from '../support/runs.ts'

const until = day('2026-11-26')
const asked = ['FAB', 'Højstrup'] as const

const answer = (by: string, stance: HearingStance, sectionKey: string | null = null, personId = 1) => ({
  ...{ by, personId, sectionKey, stance },
})

describe('an answer', () => {
  const supports = { stance: 'SUPPORTS', text: '' } as const

  test('is taken to the end of the last day, and where no day is set', () => {
    expect(isOpen({ until }, until)).toBe(true)
    expect(isOpen({ until: null }, until)).toBe(true)
    expect(answerObjections({ until }, supports, until)).toEqual([])
    expect(answerObjections({ until }, supports, addDays(until, 1))).toEqual([
      { sentence: 'Høringsfristen udløb den 26. november 2026.' },
    ])
  })

  test('has words where it has a remark', () => {
    expect(answerObjections({ until }, { stance: 'OBJECTS', text: ' ' }, until)).toEqual([
      { sentence: 'Skriv forbeholdet eller indvendingen.', field: 'text' },
    ])
    expect(answerObjections({ until }, { stance: 'WITH_REMARKS', text: 'For dyrt.' }, until)).toEqual([])
  })

  test('counts until the same person answers the section again; the whole has one answer of each who was asked', () => {
    const first = answer('FAB', 'OBJECTS', 'formaal', 1)
    const again = answer('FAB', 'SUPPORTS', 'formaal', 1)
    const other = answer('FAB', 'OBJECTS', 'formaal', 2)
    const whole = [answer('FAB', 'OBJECTS', null, 1), answer('FAB', 'SUPPORTS', null, 2)]
    expect(latestAnswers([first, other, ...whole, again])).toEqual([again, other, whole[1]])
  })

  test('stands under its section, in the order of the sections', () => {
    const [tasks, aim] = [answer('FAB', 'SUPPORTS', 'opgaver'), answer('FAB', 'SUPPORTS', 'formaal')]
    const sections = [{ key: 'formaal' }, { key: 'parter' }, { key: 'opgaver' }]
    expect(bySection(sections, [tasks, aim]).map(row => [row.section.key, row.answers])).toEqual([
      ['formaal', [aim]],
      ['opgaver', [tasks]],
    ])
  })
})

describe('at the end', () => {
  test('there are those with remarks, those with none, and those who did not answer', () => {
    const answers = [answer('FAB', 'SUPPORTS'), answer('FAB', 'WITH_REMARKS', 'formaal'), answer('Søparken', 'OBJECTS')]
    expect(outcomeOf({ asked }, answers)).toEqual({
      ...{ withRemarks: ['FAB'], withoutRemarks: [], silent: ['Højstrup'], unasked: ['Søparken'] },
    })
    expect(outcomeOf({ asked }, [answer('FAB', 'SUPPORTS')])).toMatchObject({ withoutRemarks: ['FAB'] })
  })

  test('each who was asked is in one group, and nobody who answered the whole is among the silent', () => {
    const given = fc.record<HearingAnswer<string>>({
      by: fc.constantFrom('FAB', 'Højstrup', 'Søparken'),
      personId: fc.constantFrom(1, 2),
      sectionKey: fc.constantFrom(null, 'formaal', 'opgaver'),
      stance: fc.constantFrom('SUPPORTS', 'WITH_REMARKS', 'OBJECTS'),
    })
    fc.assert(
      fc.property(fc.array(given), answers => {
        const { withRemarks, withoutRemarks, silent, unasked } = outcomeOf({ asked }, answers)
        expect([...withRemarks, ...withoutRemarks, ...silent].sort()).toEqual([...asked])
        expect(silent.every(one => unanswered({ asked }, answers).includes(one as 'FAB'))).toBe(true)
        expect(withRemarks.every(one => answers.some(({ by, stance }) => by === one && stance !== 'SUPPORTS'))).toBe(
          true,
        )
        expect(unasked).toEqual(answers.some(({ by }) => by === 'Søparken') ? ['Søparken'] : [])
      }),
      runs(200, 10_000),
    )
  })
})

describe('the steps', () => {
  const over = hearingOver('Alle parter')
  const facts = { today: until, hearingUntil: until, newDeadline: null, hearingUnansweredBy: ['FAB'] }

  test('go on when all have answered or the last day has passed', () => {
    expect(over.text).toBe('Alle parter har afgivet høringssvar, eller høringsfristen er udløbet.')
    expect(over.fails(facts)?.sentence).toBe('Høringsfristen er ikke udløbet, og der mangler svar fra FAB.')
    expect(over.fails({ ...facts, today: addDays(until, 1) })).toBeNull()
    expect(over.fails({ ...facts, hearingUnansweredBy: [] })).toBeNull()
    expect(over.fails({ ...facts, hearingUntil: null })).not.toBeNull()
  })

  test('extend it to a day that is to come', () => {
    expect(laterDeadline.fails({ today: until, newDeadline: until })).toEqual({
      ...{ sentence: 'Fristen skal ligge efter i dag.', field: 'until' },
    })
    expect(laterDeadline.fails({ today: until, newDeadline: addDays(until, 1) })).toBeNull()
  })
})
