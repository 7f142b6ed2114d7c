import { expect, test } from 'vitest'
import { type MeetingState, stateLabels } from '../../src/features/meetings/meetings/steps/meeting-states.ts'
import { type NextStepFacts, nextStep } from '../../src/features/meetings/meetings/steps/next-step.ts'
import { day } from '../../src/kernel/days.ts'

const secretariats = ['boligorganisationernes sekretariat', 'kommunens sekretariat']
const facts = (some: Partial<NextStepFacts>): NextStepFacts => ({
  state: 'PLANNED',
  startsAt: '14:30',
  day: day('2026-11-26'),
  noticeDay: day('2026-11-20'),
  objectionsUntil: null,
  objectionsUnanswered: 0,
  secretariats,
  unsignedBy: secretariats,
  unsentChange: false,
  written: false,
  ...some,
})

test('a planned meeting waits for its agenda, by the last day of notice', () => {
  expect(nextStep(facts({}), day('2026-11-02'))).toEqual({
    what: 'Dagsordenen skal forberedes og udsendes.',
    who: 'boligorganisationernes sekretariat og kommunens sekretariat',
    by: '2026-11-20',
    overdue: false,
  })
})

test('one sign-off waits for the other secretariat alone', () => {
  const step = nextStep(
    facts({ state: 'AGENDA_IN_PREPARATION', unsignedBy: ['kommunens sekretariat'] }),
    day('2026-11-23'),
  )
  expect(step).toMatchObject({ who: 'kommunens sekretariat', overdue: true })
  expect(step.what).toBe('Dagsordenen afventer godkendelse fra kommunens sekretariat.')
})

test('an unsent change comes before the meeting', () => {
  const change = facts({ state: 'CALLED', unsentChange: true, unsignedBy: [] })
  expect(nextStep(change, day('2026-11-24')).what).toBe('Ændringen er godkendt og skal udsendes som tillæg.')
})

test('on its day it is the chair who opens it', () => {
  expect(nextStep(facts({ state: 'CALLED' }), day('2026-11-26'))).toMatchObject({
    who: 'formanden',
    what: 'Mødet skal åbnes.',
  })
})

test('a called meeting waits for its day, and says when that is and who opens it', () => {
  expect(nextStep(facts({ state: 'CALLED' }), day('2026-11-20'))).toEqual({
    what: 'Mødet afholdes den 26. november 2026 kl. 14.30. Formanden åbner det.',
    who: null,
    by: null,
    overdue: false,
  })
})

test('every state says what happens next, and only the ends and a called meeting wait for nobody', () => {
  for (const state of Object.keys(stateLabels) as MeetingState[]) {
    const step = nextStep(facts({ state, objectionsUntil: day('2026-12-04') }), day('2026-11-20'))
    expect(step.what).toMatch(/\.$/)
    expect(step.who === null).toBe(['CALLED', 'MINUTES_APPROVED', 'CANCELLED'].includes(state))
  }
})
