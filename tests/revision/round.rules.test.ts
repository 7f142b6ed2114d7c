import { describe, expect, test } from 'vitest'
import {
  dueSentences,
  dueStatus,
  dueYears,
  everyText,
  governingRhythms,
  isDueYear,
  nextDueYear,
  type RhythmFacts,
  rhythmFaults,
  rhythmSentences,
} from '../../src/features/agreement/agreement/index.ts'
import { type RoundState, roundStateAfter } from '../../src/features/agreement/agreement/rhythm/round-states.ts'
import type { RoundFacts } from '../../src/features/agreement/revision/rounds/round-conditions.ts'
import { openingObjection } from '../../src/features/agreement/revision/rounds/round-rules.ts'
import { type RoundStep, roundWay } from '../../src/features/agreement/revision/rounds/round-steps.ts'
import { roundStepsPage } from '../../src/features/agreement/revision/rounds/steps-page.ts'
import { day } from '../../src/kernel/days.ts'
import { sentencesOf } from '../../src/kernel/objection.ts'

const today = day('2026-11-25')

/** Every third year, first in 2014, by § 7. */
const everyThird: RhythmFacts = {
  rhythms: [{ inForceFrom: day('2012-05-01'), rhythm: { firstYear: 2014, everyYears: 3, section: '7' } }],
  recordedFrom: day('2012-05-01'),
}

describe('the years of revision', () => {
  test('are every so many years from the first (R81, R82)', () => {
    expect(dueYears(everyThird, day('2013-12-31'))).toEqual([])
    expect(dueYears(everyThird, day('2014-01-01'))).toEqual([2014])
    expect(dueYears(everyThird, today)).toEqual([2014, 2017, 2020, 2023, 2026])
    expect([2012, 2013, 2015].some(year => isDueYear(everyThird, year))).toBe(false)
    expect(nextDueYear(everyThird, today)).toBe(2029)
    expect(nextDueYear(everyThird, day('2012-05-01'))).toBe(2014)
    expect(nextDueYear(everyThird, day('2025-01-01'))).toBe(2026)
  })

  test('show what is missing: the running year as due, the others as overdue', () => {
    const opened = [2014, 2017, 2020]
    expect(dueStatus({ ...everyThird, today, opened })).toMatchObject({ due: 2026, overdue: [2023], next: 2029 })
    expect(dueSentences(dueStatus({ ...everyThird, today, opened }))).toEqual([
      'Revisionen i 2026 er ikke åbnet. Den er påkrævet efter aftalens § 7.',
      'Revisionen i 2023 er ikke åbnet. Den er påkrævet efter aftalens § 7.',
    ])
  })

  test('keep their rhythm when a round is late', () => {
    expect(dueStatus({ ...everyThird, today: day('2027-03-01'), opened: dueYears(everyThird, today) }).next).toBe(2029)
    expect(
      dueStatus({ ...everyThird, today: day('2027-03-01'), opened: dueYears(everyThird, today).slice(0, -1) }),
    ).toMatchObject({
      due: null,
      overdue: [2026],
      next: 2029,
    })
  })

  const everyFourth: RhythmFacts = {
    rhythms: [{ inForceFrom: day('2026-03-12'), rhythm: { firstYear: 2030, everyYears: 4, section: '' } }],
    recordedFrom: day('2026-04-01'),
  }

  test('are as another agreement has them: every fourth year from 2030, and none is missing before', () => {
    expect(dueStatus({ ...everyFourth, today, opened: [] })).toMatchObject({ due: null, overdue: [], next: 2030 })
    expect(dueYears(everyFourth, day('2040-01-01'))).toEqual([2030, 2034, 2038])
    expect(dueSentences(dueStatus({ ...everyFourth, today: day('2031-01-01'), opened: [] }))).toEqual([
      'Revisionen i 2030 er ikke åbnet. Den er påkrævet efter aftalen.',
    ])
  })

  test('of which nothing is claimed before the portal tells what happens', () => {
    const late = { ...everyThird, recordedFrom: day('2025-06-01') }
    expect(dueStatus({ ...late, today, opened: [] })).toMatchObject({ due: 2026, overdue: [] })
  })

  test('follow the version in force: the year that made a new one is the former version’s', () => {
    const versions = governingRhythms([
      { inForceFrom: day('2006-05-01'), rhythm: { firstYear: 2011, everyYears: 3, section: '7' } },
      { inForceFrom: day('2014-05-01'), rhythm: null },
      { inForceFrom: day('2017-11-01'), rhythm: { firstYear: 2020, everyYears: 4, section: '9' } },
    ])
    const facts = { rhythms: versions, recordedFrom: day('2006-05-01') }
    expect(dueYears(facts, day('2030-01-01'))).toEqual([2011, 2014, 2017, 2020, 2024, 2028])
    expect(nextDueYear(facts, day('2026-01-01'))).toBe(2028)
  })

  test('are none where no version says any', () => {
    const none = { rhythms: [], recordedFrom: day('2020-01-01') }
    const status = dueStatus({ ...none, today, opened: [] })
    expect(status).toMatchObject({ due: null, overdue: [], next: null })
    expect(rhythmSentences(status)).toBe('Det er ikke registreret, hvornår aftalen skal tages op til revision.')
  })

  test('are told as one says them', () => {
    expect([1, 2, 3, 4, 12].map(everyText)).toEqual([
      'hvert år',
      'hvert andet år',
      'hvert tredje år',
      'hvert fjerde år',
      'hvert 12. år',
    ])
    expect(rhythmSentences(dueStatus({ ...everyThird, today, opened: [] }))).toBe(
      'Aftalen tages op til revision hvert tredje år, første gang i 2014 (§ 7). Den næste revision er i 2029.',
    )
    expect(rhythmSentences(dueStatus({ ...everyFourth, today, opened: [] }))).toBe(
      'Aftalen tages op til revision hvert fjerde år, første gang i 2030.',
    )
  })

  test('cannot begin before the agreement, or come less than once in twenty years', () => {
    const faults = rhythmFaults({ firstYear: 2011, everyYears: 0, section: '' }, 2012)
    expect(faults.map(({ field }) => field)).toEqual(['firstYear', 'everyYears'])
    expect(rhythmFaults({ firstYear: 2014, everyYears: 2, section: '7' }, 2012)).toEqual([])
  })
})

describe('a round is opened', () => {
  const facts = {
    ...everyThird,
    year: 2026,
    today,
    opened: [2020, 2023],
    underWay: null,
    hasVersionInForce: true,
    proposalsUntil: day('2027-01-15'),
  }

  test('in a year that is due', () => {
    expect(openingObjection(facts)).toBeNull()
    expect(openingObjection({ ...facts, year: 2027 })?.sentence).toContain('ingen revision i 2027')
    expect(openingObjection({ ...facts, year: 2029 })?.sentence).toContain('tidligst åbnes den 1. januar 2029')
  })

  test('late, but once', () => {
    expect(openingObjection({ ...facts, today: day('2027-02-01'), proposalsUntil: day('2027-04-01') })).toBeNull()
    expect(openingObjection({ ...facts, opened: [2026] })?.sentence).toContain('allerede åbnet')
  })

  test('one at a time, upon a version in force, with time to propose', () => {
    expect(openingObjection({ ...facts, underWay: 2023 })?.sentence).toContain('2023 er ikke afsluttet')
    expect(openingObjection({ ...facts, hasVersionInForce: false })?.sentence).toContain('ingen gældende aftale')
    expect(openingObjection({ ...facts, proposalsUntil: today })?.field).toBe('proposalsUntil')
  })
})

const ready: RoundFacts = {
  state: 'PROPOSALS',
  today,
  proposalsUntil: day('2026-10-01'),
  hearingUntil: day('2026-11-01'),
  newDeadline: day('2026-12-20'),
  reason: 'fordi',
  openProposals: [],
  conflicts: 0,
  draftDiffers: true,
  draftUnsignedBy: [],
  hearingUnansweredBy: [],
  endorsement: 'EFFECTIVE',
  unboundOrganisations: [],
  unsignedBy: [],
  closing: 'EFFECTIVE',
}
const judge = (step: RoundStep, given: Partial<RoundFacts>) => roundWay.judge(step, { ...ready, ...given })
const because = (step: RoundStep, given: Partial<RoundFacts>): string => {
  const verdict = judge(step, given)
  return verdict.allowed ? 'allowed' : sentencesOf(verdict.objections)
}

describe('a round’s way', () => {
  test('is told by the steps taken: the latest that changes it', () => {
    expect(roundStateAfter(['OPENED'])).toBe('PROPOSALS')
    expect(roundStateAfter(['OPENED', 'DEADLINE_MOVED'])).toBe('PROPOSALS')
    expect(roundStateAfter(['OPENED', 'PROPOSALS_CLOSED', 'DRAFT_SIGNED_OFF', 'HEARING_OPENED', 'SENT_BACK'])).toBe(
      'DRAFTING',
    )
  })

  test('leads from proposals to signed, one step after the other', () => {
    const way: [RoundStep, RoundState, RoundState][] = [
      ['CLOSE_PROPOSALS', 'PROPOSALS', 'DRAFTING'],
      ['SEND_TO_HEARING', 'DRAFTING', 'HEARING'],
      ['TO_ENDORSEMENT', 'HEARING', 'ENDORSEMENT'],
      ['OPEN_SIGNING', 'ENDORSEMENT', 'SIGNING'],
      ['SIGN', 'SIGNING', 'SIGNING'],
      ['COMPLETE', 'SIGNING', 'SIGNED'],
    ]
    for (const [step, state, to] of way) expect(judge(step, { state })).toEqual({ allowed: true, to })
  })

  test('has no step out of its end', () => {
    const ends = roundWay.transitions.flatMap(({ from }) => from).filter(state => /SIGNED|CLOSED/.test(state))
    expect(ends).toEqual([])
    expect(because('SIGN', { state: 'SIGNED' })).toBe(
      'Revisionen har status »Underskrevet«. Derfor kan aftalen ikke underskrives.',
    )
  })

  test('never has two transitions for one step from one state', () => {
    const keys = roundWay.transitions.flatMap(({ step, from }) => from.map(state => `${step} ${state}`))
    expect(new Set(keys).size).toBe(keys.length)
  })

  test('waits for the deadline of the proposals', () => {
    expect(because('CLOSE_PROPOSALS', { proposalsUntil: today })).toContain('ikke udløbet')
    expect(because('EXTEND', { newDeadline: today })).toContain('efter i dag')
  })

  test('asks for an answer to every proposal, no conflict, a change, and both secretariats', () => {
    const state = 'DRAFTING' as const
    expect(because('SEND_TO_HEARING', { state, openProposals: [2, 3] })).toBe('Ændringsforslag 2 og 3 mangler svar.')
    expect(because('SEND_TO_HEARING', { state, conflicts: 1 })).toBe(
      '1 par modstridende ændringsforslag er ikke afgjort.',
    )
    expect(because('SEND_TO_HEARING', { state, draftDiffers: false })).toContain('uden ændringer')
    expect(because('SEND_TO_HEARING', { state, draftUnsignedBy: ['kommunens sekretariat'] })).toBe(
      'Udkastet mangler godkendelse fra kommunens sekretariat.',
    )
  })

  test('hears both strategy groups, or waits for the deadline', () => {
    const missing = { state: 'HEARING' as const, hearingUnansweredBy: ['kommunens strategigruppe'] }
    expect(because('TO_ENDORSEMENT', { ...missing, hearingUntil: today })).toContain('kommunens strategigruppe')
    expect(because('TO_ENDORSEMENT', { ...missing, hearingUntil: day('2026-11-24') })).toBe('allowed')
  })

  test('opens signing only upon a decision in effect that binds all', () => {
    const state = 'ENDORSEMENT' as const
    expect(because('OPEN_SIGNING', { state, endorsement: null })).toContain('ikke tiltrådt')
    expect(because('OPEN_SIGNING', { state, endorsement: 'CONDITIONAL' })).toContain('betinget')
    expect(because('OPEN_SIGNING', { state, unboundOrganisations: ['FAB'] })).toContain('binder ikke FAB')
    expect(because('TAKE_BACK', { state })).toContain('omgøres')
  })

  test('stops at a decline with a reason, and begins anew or goes back to the draft', () => {
    expect(because('DECLINE', { state: 'SIGNING', reason: ' ' })).toContain('Begrundelse')
    expect(judge('DECLINE', { state: 'SIGNING' })).toEqual({ allowed: true, to: 'STOPPED' })
    expect(because('SIGN', { state: 'STOPPED' })).toContain('»Stoppet«')
    expect(judge('REOPEN_SIGNING', { state: 'STOPPED' })).toEqual({ allowed: true, to: 'SIGNING' })
    expect(because('REOPEN_SIGNING', { state: 'STOPPED', endorsement: null })).toContain('ikke tiltrådt')
    expect(judge('TAKE_BACK', { state: 'STOPPED' })).toEqual({ allowed: true, to: 'DRAFTING' })
  })

  test('is complete when all have signed', () => {
    expect(because('COMPLETE', { state: 'SIGNING', unsignedBy: ['FAB', 'Højstrup'] })).toBe(
      'Der mangler underskrift fra FAB og Højstrup.',
    )
  })

  test('closes without changes by a decision only, and never during signing', () => {
    expect(because('CLOSE', { closing: null })).toContain('ikke besluttet')
    expect(judge('CLOSE', { state: 'DRAFTING' })).toEqual({ allowed: true, to: 'CLOSED_WITHOUT_CHANGES' })
    expect(because('CLOSE', { state: 'SIGNING' })).toContain('»Til underskrift«')
  })
})

test('docs/revision-steps.md is the table of steps', async () => {
  await expect(roundStepsPage()).toMatchFileSnapshot('../../docs/revision-steps.md')
})
