import { describe, expect, test } from 'vitest'
import {
  type SeatFacts,
  type WaitingMeeting,
  waitingFor,
} from '../../src/features/meetings/meetings/waiting/waiting-rules.ts'
import { day } from '../../src/kernel/days.ts'

const today = day('2026-11-24')

const meeting = (facts: Partial<WaitingMeeting>): WaitingMeeting => ({
  id: 12,
  day: day('2026-12-10'),
  noticeDay: day('2026-12-04'),
  state: 'PLANNED',
  objectionsUntil: null,
  bodyName: 'Fælles boligstrategisk gruppe',
  joint: true,
  written: false,
  signed: [],
  openQuestions: 0,
  openObjections: 0,
  ...facts,
})

const nobody: SeatFacts = { prepares: false, secretariatSide: null, chairs: false, member: false }
const housing: SeatFacts = { ...nobody, prepares: true, secretariatSide: 'HOUSING' }
const member: SeatFacts = { ...nobody, member: true }

const textsOf = (facts: Partial<WaitingMeeting>, seat: SeatFacts) =>
  waitingFor(meeting(facts), seat, today).map(item => item.text)

describe('for a secretariat', () => {
  test('a planned meeting waits from some weeks before', () => {
    expect(textsOf({}, housing)).toEqual([
      'Opret dagsordenen til mødet den 10. december 2026 i fælles boligstrategisk gruppe',
    ])
    expect(textsOf({ day: day('2027-03-01') }, housing)).toEqual([])
  })

  test('the other secretariat’s sign-off asks for one’s own, and urgently (R60)', () => {
    const signed = [{ content: 'AGENDA', side: 'MUNICIPALITY' } as const]
    const [item] = waitingFor(meeting({ state: 'AGENDA_IN_PREPARATION', signed }), housing, today)
    expect(item?.text).toContain('Det andet sekretariat har allerede godkendt den.')
    expect(item?.urgent).toBe(true)
  })

  test('after one’s own sign-off it is the other secretariat’s turn', () => {
    const signed = [{ content: 'AGENDA', side: 'HOUSING' } as const]
    expect(textsOf({ state: 'AGENDA_IN_PREPARATION', signed }, housing)[0]).toContain('afventer det andet sekretariat')
  })

  test('objections wait for an answer', () => {
    expect(textsOf({ state: 'MINUTES_OUT', openObjections: 2 }, housing)[0]).toContain('Besvar 2 indsigelser')
  })

  test('questions before the meeting wait for an answer (R70)', () => {
    expect(textsOf({ state: 'CALLED', openQuestions: 1 }, housing)[0]).toContain('Besvar 1 spørgsmål')
  })
})

test('a member reads the minutes while there is time to object', () => {
  expect(textsOf({ state: 'MINUTES_OUT', objectionsUntil: day('2026-11-24') }, member)[0]).toContain('gør indsigelse')
  expect(textsOf({ state: 'MINUTES_OUT', objectionsUntil: day('2026-11-23') }, member)).toEqual([])
})

test('the chair opens the meeting on its day', () => {
  const chair: SeatFacts = { ...nobody, chairs: true }
  expect(textsOf({ state: 'CALLED', day: today }, chair)[0]).toContain('Åbn mødet den 24. november 2026')
  expect(textsOf({ state: 'CALLED' }, chair)).toEqual([])
})

test('nothing waits for someone without a seat', () => {
  expect(textsOf({ state: 'CALLED', openQuestions: 3 }, nobody)).toEqual([])
})
