import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  agendaIsOpen,
  type MeetingState,
  stateLabels,
  stateOnDay,
} from '../../src/features/meetings/meetings/steps/meeting-states.ts'
import { meetingWay, type Step, stepLabels } from '../../src/features/meetings/meetings/steps/meeting-steps.ts'
import { statesPage } from '../../src/features/meetings/meetings/steps/states-page.ts'
import type { MeetingFacts } from '../../src/features/meetings/meetings/steps/step-conditions.ts'
import { addDays, day } from '../../src/kernel/days.ts'
import { sentencesOf } from '../../src/kernel/objection.ts'

const today = day('2026-11-20')
const { judge: judgeStep, transitionOf, transitions } = meetingWay
const states = Object.keys(stateLabels) as MeetingState[]
const steps = Object.keys(stepLabels) as Step[]

const facts = (some: Partial<MeetingFacts> = {}): MeetingFacts => ({
  state: 'AGENDA_SIGNED_OFF',
  day: day('2026-11-26'),
  today,
  written: false,
  unanswered: 0,
  items: 5,
  gaps: [],
  agendaUnsignedBy: [],
  unsentChange: false,
  late: false,
  reason: '',
  recipients: 14,
  itemsWithoutOutcome: [],
  minutesUnsignedBy: [],
  objectionsUntil: null,
  objectionsUnanswered: 0,
  objectionsUpheld: 0,
  approvedAtMeeting: false,
  ...some,
})

const refused = (step: Step, some: Partial<MeetingFacts>) => {
  const verdict = judgeStep(step, facts(some))
  return verdict.allowed ? null : sentencesOf(verdict.objections)
}

describe('the table of steps', () => {
  test('docs/meeting-states.md is the table', async () => {
    await expect(statesPage()).toMatchFileSnapshot('../../docs/meeting-states.md')
  })

  test('a step from a state has at most one row, and leads to one state', () => {
    for (const state of states) {
      for (const step of steps) {
        expect(transitions.filter(row => row.step === step && row.from.includes(state)).length).toBeLessThanOrEqual(1)
      }
    }
  })

  test('every state but planned is reached, and only an approved or cancelled meeting is at its end', () => {
    expect(new Set(transitions.map(row => row.to)).size).toBe(states.length - 1)
    const ends = states.filter(state => !transitions.some(row => row.from.includes(state)))
    expect(ends).toEqual(['MINUTES_APPROVED', 'CANCELLED'])
  })

  test('a step that the table does not have is refused, whatever the facts', () => {
    fc.assert(
      fc.property(fc.constantFrom(...steps), fc.constantFrom(...states), (step, state) => {
        if (transitionOf(step, state)) return
        expect(judgeStep(step, facts({ state, reason: 'x' })).allowed).toBe(false)
      }),
    )
  })

  test('no meeting reaches its members without both sign-offs, by any way through the table', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...steps), { maxLength: 30 }), way => {
        let state: MeetingState = 'PLANNED'
        for (const step of way) {
          const verdict = judgeStep(step, facts({ state, agendaUnsignedBy: ['kommunens sekretariat'], reason: 'x' }))
          if (verdict.allowed) state = verdict.to
        }
        expect(['PLANNED', 'AGENDA_IN_PREPARATION', 'CANCELLED']).toContain(state)
      }),
    )
  })

  test('the agenda is open until the meeting is', () => {
    expect(states.filter(agendaIsOpen)).toEqual(['PLANNED', 'AGENDA_IN_PREPARATION', 'AGENDA_SIGNED_OFF', 'CALLED'])
  })
})

describe('what must hold', () => {
  test('the agenda is sent only when both have signed off', () => {
    expect(refused('CALL', { agendaUnsignedBy: ['boligorganisationernes sekretariat', 'kommunens sekretariat'] })).toBe(
      'Dagsordenen kan først udsendes, når begge sekretariater har godkendt samme indhold.',
    )
    expect(refused('CALL', {})).toBeNull()
  })

  test('a late call says why the case cannot wait', () => {
    expect(refused('CALL', { late: true })).toContain('Skriv, hvorfor sagen ikke kan vente.')
    expect(refused('CALL', { late: true, reason: 'Tilbuddet udløber før næste møde.' })).toBeNull()
  })

  test('a supplement needs a change to send', () => {
    expect(refused('SUPPLEMENT', { state: 'CALLED' })).toBe('Der er ingen ændringer at udsende.')
    expect(refused('SUPPLEMENT', { state: 'CALLED', unsentChange: true })).toBeNull()
  })

  test('a meeting opens on its day, with nothing unsent', () => {
    expect(refused('OPEN', { state: 'CALLED' })).toBe('Mødet kan først åbnes på mødedagen.')
    expect(refused('OPEN', { state: 'CALLED', day: today, unsentChange: true })).toContain('Udsend et tillæg først.')
    expect(refused('OPEN', { state: 'CALLED', day: today })).toBeNull()
  })

  test('nothing is decided by silence', () => {
    expect(refused('CLOSE', { state: 'IN_SESSION', itemsWithoutOutcome: [6, 7] })).toBe(
      'Mødet kan ikke lukkes. Punkt 6 og 7 mangler et resultat.',
    )
  })

  test('minutes are approved after the deadline, or by the body at a meeting, with every objection answered', () => {
    const out = { state: 'MINUTES_OUT' as const, objectionsUntil: today }
    expect(refused('APPROVE_MINUTES', out)).toBe('Indsigelsesfristen er ikke udløbet.')
    expect(refused('APPROVE_MINUTES', { ...out, approvedAtMeeting: true })).toBeNull()
    expect(refused('APPROVE_MINUTES', { ...out, approvedAtMeeting: true, objectionsUnanswered: 1 })).toBe(
      '1 indsigelse mangler svar.',
    )
  })

  test('a cancellation has a reason, and comes too late once the meeting is open', () => {
    expect(refused('CANCEL', {})).toBe('Feltet »Begrundelse« skal udfyldes.')
    expect(refused('CANCEL', { reason: 'Sygdom' })).toBeNull()
    expect(refused('CANCEL', { state: 'IN_SESSION', reason: 'Sygdom' })).toBe(
      'Mødet har status »I gang«. Derfor kan mødet ikke aflyses.',
    )
  })
})

describe('the calendar', () => {
  const out = { state: 'MINUTES_OUT' as const, objectionsUntil: day('2026-12-04'), objectionsUnanswered: 0 }

  test('minutes stand open to objection to the end of the last day', () => {
    expect(stateOnDay(out, day('2026-12-04'))).toBe('MINUTES_OUT')
    expect(stateOnDay(out, day('2026-12-05'))).toBe('MINUTES_APPROVED')
  })

  test('an objection without an answer stops the calendar', () => {
    expect(stateOnDay({ ...out, objectionsUnanswered: 1 }, day('2027-01-01'))).toBe('MINUTES_OUT')
  })

  test('time changes no other state, and never goes back', () => {
    fc.assert(
      fc.property(fc.constantFrom(...states), fc.integer({ min: 0, max: 60 }), (state, days) => {
        const later = stateOnDay({ ...out, state }, addDays(today, days))
        if (state !== 'MINUTES_OUT') expect(later).toBe(state)
        else if (later === 'MINUTES_APPROVED') {
          expect(stateOnDay({ ...out, state }, addDays(today, days + 1))).toBe('MINUTES_APPROVED')
        }
      }),
    )
  })
})
