import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  agendaWorkdays,
  earliestDays,
  type KnownMeeting,
  type PlanFacts,
  planBackwards,
  planSteps,
  workdayFrom,
  workdayUntil,
  writingInWorkdays,
} from '../../src/features/strategy/outward/plan/plan-rules.ts'
import { type DayRules, type RemedyFacts, remediesOf } from '../../src/features/strategy/outward/plan/remedy-rules.ts'
import { addDays, addWorkdays, type Day, day, isWorkday } from '../../src/kernel/days.ts'
import { runs } from '../support/runs.ts'

const meeting = (id: number, on: string, given: Partial<KnownMeeting> = {}): KnownMeeting => ({
  id,
  number: `2026-M0${id}`,
  day: day(on),
  written: false,
  noticeWorkdays: 4,
  ...given,
})

const facts = (given: Partial<PlanFacts> = {}): PlanFacts => ({
  today: day('2026-03-02'),
  deadline: day('2026-03-23'),
  hearingWorkdays: 5,
  done: 0,
  heardUntil: null,
  meetings: [meeting(1, '2026-03-19')],
  onAgendaOf: null,
  ...given,
})

const usual: DayRules = { noticeWorkdays: 4, writtenProcedureAllowed: true }
const remedies = (given: Partial<RemedyFacts> = {}) => remediesOf({ ...facts(given), rulesOn: () => usual, ...given })

describe('R24: a hearing of 21 days', () => {
  test('is planned backwards around the meeting that is held', () => {
    expect(planBackwards(facts())).toEqual({
      meeting: meeting(1, '2026-03-19'),
      days: {
        DRAFT: '2026-03-03',
        HEARING: '2026-03-10',
        SIGN_OFF: '2026-03-12',
        AGENDA: '2026-03-13',
        MEETING: '2026-03-19',
        SEND: '2026-03-23',
      },
    })
  })

  test('that came a day later cannot be reached, and on that very day it is told what would make it', () => {
    const late = { today: day('2026-03-04') }
    expect(planBackwards(facts(late))).toBeNull()
    expect(remedies(late)).toEqual([
      { kind: 'WRITTEN', day: '2026-03-23', agenda: '2026-03-17' },
      { kind: 'EXTRA_MEETING', day: '2026-03-23', agenda: '2026-03-17' },
      { kind: 'SHORT_NOTICE', meeting: meeting(1, '2026-03-19') },
      { kind: 'SHORTER_HEARING', workdays: 4 },
      { kind: 'OWN_STATEMENTS', until: '2026-03-23' },
    ])
  })

  test('that leaves no room for any meeting asks for the first day on which one could be held', () => {
    const told = remedies({ today: day('2026-03-10') })
    expect(told).toContainEqual({ kind: 'EXTENSION', until: '2026-03-26', meeting: null })
    expect(told.map(({ kind }) => kind)).not.toContain('EXTRA_MEETING')
  })

  test('takes no written procedure where the rules of the day have none, and waits for the next meeting there is', () => {
    const given = {
      today: day('2026-03-04'),
      meetings: [meeting(1, '2026-03-19'), meeting(2, '2026-04-16')],
      rulesOn: () => ({ ...usual, writtenProcedureAllowed: false }),
    }
    const told = remedies(given)
    expect(told.map(({ kind }) => kind)).not.toContain('WRITTEN')
    expect(told).toContainEqual({ kind: 'EXTENSION', until: '2026-04-16', meeting: meeting(2, '2026-04-16') })
  })
})

test('of the meetings that can be reached the latest is planned for; one that is cancelled is none', () => {
  const both = [meeting(1, '2026-03-17'), meeting(2, '2026-03-20')]
  expect(planBackwards(facts({ meetings: both }))?.meeting?.id).toBe(2)
  expect(planBackwards(facts({ meetings: both.slice(0, 1), today: day('2026-02-26') }))?.meeting?.id).toBe(1)
  expect(planBackwards(facts({ meetings: [] }))).toBeNull()
})

test('what is behind does not stand in the way', () => {
  const heard = facts({ today: day('2026-03-09'), done: 1, heardUntil: day('2026-03-11') })
  expect(planBackwards(heard)?.days).toMatchObject({ DRAFT: null, HEARING: '2026-03-11', SIGN_OFF: '2026-03-12' })
  // A hearing that ends with the day of the sign-off leaves nobody time to write in what was said.
  expect(planBackwards({ ...heard, heardUntil: day('2026-03-12') })).toBeNull()
  const signed = facts({ today: day('2026-03-13'), done: 3 })
  expect(planBackwards(signed)?.days).toMatchObject({ SIGN_OFF: null, AGENDA: '2026-03-13' })
  expect(planBackwards({ ...signed, today: day('2026-03-14') })).toBeNull()
})

test('on an agenda it is that meeting which counts, also with a late agenda', () => {
  const on = facts({
    today: day('2026-03-18'),
    done: planSteps.indexOf('MEETING'),
    onAgendaOf: 1,
    meetings: [meeting(1, '2026-03-19'), meeting(2, '2026-03-20')],
  })
  expect(planBackwards(on)).toMatchObject({ meeting: { id: 1 }, days: { AGENDA: null, MEETING: '2026-03-19' } })
  const after = { ...on, deadline: day('2026-03-18') }
  expect(planBackwards(after)).toBeNull()
  expect(remediesOf({ ...after, rulesOn: () => usual })).toContainEqual(
    expect.objectContaining({ kind: 'EXTENSION', until: '2026-03-19' }),
  )
})

test('adopted, it is sent by the last workday; after it, more time is asked for', () => {
  const adopted = facts({ done: planSteps.indexOf('SEND'), deadline: day('2026-03-22'), today: day('2026-03-20') })
  expect(planBackwards(adopted)).toMatchObject({ meeting: null, days: { SEND: '2026-03-20' } })
  expect(remedies({ ...adopted, today: day('2026-03-22') })).toEqual([
    { kind: 'EXTENSION', until: '2026-03-23', meeting: null },
  ])
})

// ---- for any calendar

const start = day('2026-02-20')
const anyDay = (to: number) => fc.integer({ min: 0, max: to }).map(off => addDays(start, off))
const anyMeeting = fc.record({
  day: anyDay(90),
  written: fc.boolean(),
  noticeWorkdays: fc.integer({ min: 0, max: 12 }),
})
const anyFacts = fc
  .record({
    today: anyDay(40),
    deadline: anyDay(80),
    hearingWorkdays: fc.integer({ min: 0, max: 15 }),
    asked: fc.integer({ min: 0, max: 3 }),
    heardIn: fc.integer({ min: 0, max: 25 }),
    meetings: fc.array(anyMeeting, { maxLength: 6 }),
    on: fc.option(fc.nat({ max: 5 })),
  })
  .map(({ asked, heardIn, meetings, on, ...rest }): PlanFacts => {
    const known = meetings.map((one, at) => ({ ...one, id: at + 1, number: `M${at + 1}` }))
    // Nothing asked, asked and running, over, signed off by both.
    const heardUntil = asked === 0 ? null : addDays(rest.today, asked === 1 ? heardIn : -heardIn - 1)
    const onAgendaOf = asked === 3 && on !== null ? (known[on]?.id ?? null) : null
    return { ...rest, meetings: known, done: asked, heardUntil, onAgendaOf }
  })

/** The same forwards: each step on the first day it can be done. */
function canBeReached({
  today,
  deadline,
  hearingWorkdays,
  done,
  heardUntil,
  meetings,
  onAgendaOf,
}: PlanFacts): boolean {
  const first = workdayFrom(today)
  const heard = done === 0 ? addWorkdays(first, hearingWorkdays) : (heardUntil ?? first)
  const signed =
    done === 0 ? addWorkdays(heard, writingInWorkdays) : done === 1 ? addWorkdays(heard, 1) : done === 2 ? first : null
  const agenda = signed === null ? first : addWorkdays(signed, agendaWorkdays)
  return meetings.some(
    ({ id, day: on, noticeWorkdays }) =>
      (onAgendaOf === null || id === onAgendaOf) &&
      agenda <= workdayUntil(addWorkdays(on, -noticeWorkdays)) &&
      on <= workdayUntil(deadline),
  )
}

const many = runs(300, 30_000)

test('it cannot be reached exactly when no plan exists', () => {
  fc.assert(
    fc.property(anyFacts, one => {
      expect(planBackwards(one) !== null).toBe(canBeReached(one))
    }),
    many,
  )
})

test('no planned day is before today or after the next, and none is one that the rules forbid', () => {
  fc.assert(
    fc.property(anyFacts, one => {
      const plan = planBackwards(one)
      if (!plan?.meeting) return
      const left = planSteps.slice(one.done).map(step => plan.days[step] as Day)
      expect(left.every((on, at) => on >= one.today && (at === 0 || on >= (left[at - 1] as Day)))).toBe(true)
      const { DRAFT, SIGN_OFF, AGENDA, MEETING, SEND } = plan.days
      for (const on of [DRAFT, SIGN_OFF, AGENDA, SEND]) if (on) expect(isWorkday(on)).toBe(true)
      expect((AGENDA ?? '') <= addWorkdays(MEETING as Day, -plan.meeting.noticeWorkdays)).toBe(true)
      expect((SEND ?? '') <= one.deadline).toBe(true)
      expect(planSteps.slice(0, one.done).every(step => plan.days[step] === null)).toBe(true)
    }),
    many,
  )
})

test('what cannot be reached could be sent after the addressee’s day at the earliest, or after no meeting that is planned', () => {
  fc.assert(
    fc.property(anyFacts, one => {
      const { SEND } = earliestDays(one)
      expect(planBackwards(one) === null).toBe(
        SEND === null || (earliestDays(one).MEETING ?? '') > workdayUntil(one.deadline),
      )
    }),
    many,
  )
})

test('each thing that would make it, makes it', () => {
  const rules = fc.record({ noticeWorkdays: fc.integer({ min: 0, max: 12 }), writtenProcedureAllowed: fc.boolean() })
  fc.assert(
    fc.property(anyFacts, rules, (one, of) => {
      if (planBackwards(one)) return
      for (const remedy of remediesOf({ ...one, rulesOn: () => of })) {
        const off = { ...one, onAgendaOf: null }
        const extra = (on: Day): KnownMeeting => ({ id: 99, number: '', day: on, written: false, ...of })
        if (remedy.kind === 'WRITTEN') expect(of.writtenProcedureAllowed).toBe(true)
        if (remedy.kind === 'WRITTEN' || remedy.kind === 'EXTRA_MEETING') {
          expect(planBackwards({ ...off, meetings: [extra(remedy.day)] })).not.toBeNull()
          expect(isWorkday(remedy.day)).toBe(true)
        }
        if (remedy.kind === 'SHORTER_HEARING')
          expect(planBackwards({ ...one, hearingWorkdays: remedy.workdays })).not.toBeNull()
        if (remedy.kind === 'EXTENSION')
          expect(
            planBackwards({ ...off, deadline: remedy.until, meetings: [remedy.meeting ?? extra(remedy.until)] }),
          ).not.toBeNull()
        if (remedy.kind === 'OWN_STATEMENTS') expect(remedy.until >= one.today).toBe(true)
      }
    }),
    many,
  )
})
