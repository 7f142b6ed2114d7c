import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Actor, ActorSeat } from '../../src/access/actor.ts'
import type { Right, Subject } from '../../src/access/policy.ts'
import { possibleSteps, requireStep } from '../../src/access/steps.ts'
import { roundStateLabels } from '../../src/features/agreement/agreement/rhythm/round-states.ts'
import type { RoundFacts } from '../../src/features/agreement/revision/rounds/round-conditions.ts'
import { roundWay } from '../../src/features/agreement/revision/rounds/round-steps.ts'
import { textStateLabels } from '../../src/features/decisions/adoption/text-states.ts'
import { type TextFacts, textWay } from '../../src/features/decisions/adoption/text-steps.ts'
import { stateLabels } from '../../src/features/meetings/meetings/steps/meeting-states.ts'
import { meetingWay } from '../../src/features/meetings/meetings/steps/meeting-steps.ts'
import type { MeetingFacts } from '../../src/features/meetings/meetings/steps/step-conditions.ts'
import { flagStateLabels } from '../../src/features/strategy/flags/flag-states.ts'
import { type FlagFacts, flagWay } from '../../src/features/strategy/flags/flag-steps.ts'
import { outwardStateLabels } from '../../src/features/strategy/outward/outward-states.ts'
import { type OutwardFacts, outwardWay } from '../../src/features/strategy/outward/outward-steps.ts'
import { addDays, day } from '../../src/kernel/days.ts'
import { Refusal } from '../../src/kernel/refusal.ts'
import { type Steps, stepsOf } from '../../src/kernel/steps/steps.ts'
import { runs } from '../support/runs.ts'

const today = day('2026-11-20')
const days = fc.integer({ min: -2, max: 2 }).map(off => addDays(today, off))
const names = fc.subarray(['boligorganisationernes sekretariat', 'kommunens sekretariat'])
const fewOrNone = fc.constantFrom(0, 1, 2)
const reason = fc.constantFrom('', '  ', 'Sygdom')
const standing = fc.constantFrom('EFFECTIVE' as const, 'CONDITIONAL' as const, null)
const statesOf = <State extends string>(labels: Record<State, string>) =>
  fc.constantFrom(...(Object.keys(labels) as State[]))

const meetings = fc.record<MeetingFacts>({
  ...{ state: statesOf(stateLabels), day: days, today: fc.constant(today), written: fc.boolean() },
  ...{ unanswered: fewOrNone, items: fewOrNone, recipients: fewOrNone, unsentChange: fc.boolean(), late: fc.boolean() },
  gaps: fc.subarray([{ sentence: 'Punkt 3 mangler en opgave.' }, { sentence: 'Punkt 4 mangler en indstilling.' }]),
  ...{ agendaUnsignedBy: names, minutesUnsignedBy: names, reason, itemsWithoutOutcome: fc.subarray([3, 6]) },
  ...{ objectionsUntil: fc.option(days), objectionsUnanswered: fewOrNone, objectionsUpheld: fewOrNone },
  approvedAtMeeting: fc.boolean(),
})

const rounds = fc.record<RoundFacts>({
  ...{ state: statesOf(roundStateLabels), today: fc.constant(today), proposalsUntil: days },
  ...{ hearingUntil: fc.option(days), newDeadline: fc.option(days), reason, openProposals: fc.subarray([1, 2]) },
  ...{ conflicts: fewOrNone, draftDiffers: fc.boolean(), draftUnsignedBy: names, hearingUnansweredBy: names },
  ...{ endorsement: standing, closing: standing, unsignedBy: names, unboundOrganisations: fc.subarray(['FAB']) },
})

const texts = fc.record<TextFacts>({
  state: statesOf(textStateLabels),
  lacking: fc.subarray([{ sentence: 'Standardens formål mangler.' }, { sentence: 'Standarden har ingen punkter.' }]),
  unsignedBy: names,
  today: fc.constant(today),
  hearing: fc.option(fc.record({ isClosed: fc.boolean(), until: days })),
  newDeadline: fc.option(days),
})

const letters = fc.record<OutwardFacts>({
  state: statesOf(outwardStateLabels),
  notAdopted: fc.constantFrom(null, 'Brevet er ikke vedtaget.'),
  ...{ hasSections: fc.boolean(), putForward: fc.boolean(), newDay: fc.option(days), today: fc.constant(today) },
  deadline: days,
})

const flags = fc.record<FlagFacts>({
  ...{ state: statesOf(flagStateLabels), isOwn: fc.boolean(), until: fc.option(days), today: fc.constant(today) },
  item: fc.constantFrom('AWAITS' as const, 'TREATED' as const, 'GONE' as const, null),
  notJoinable: fc.constantFrom(null, 'Den anden påpegning er afsluttet.'),
})

const body = { id: 1, kind: 'JOINT_GROUP', side: null } as const
const organisation = { id: 7, side: 'HOUSING', kind: 'HOUSING_ORGANISATION', parentId: null } as const
const seat = (given: Partial<ActorSeat>) => ({ bodyId: body.id, bodyKind: body.kind, bodySide: null, ...given })
/** Prepares, chairs and signs: has every right that a step of the tables asks for. */
const everything = {
  person: { id: 1, side: 'HOUSING' },
  seats: [
    seat({ role: 'CHAIR' }),
    seat({ bodyId: 2, bodyKind: 'SECRETARIAT', bodySide: 'HOUSING', role: 'MEMBER' }),
    seat({ bodyId: 3, bodyKind: 'SECRETARIAT', bodySide: 'MUNICIPALITY', role: 'MEMBER' }),
  ],
  authorisations: [{ kind: 'SIGNATORY', organisationId: organisation.id }],
} as unknown as Actor
const nothing = { person: null, seats: [], authorisations: [] } as unknown as Actor
const subject: Subject = { body, organisation }

function holds<Step extends string, State extends string, Facts extends { state: State }>(
  way: Steps<Step, State, Facts, Right>,
  facts: fc.Arbitrary<Facts>,
): void {
  const steps = Object.keys(way.refused) as Step[]
  fc.assert(
    fc.property(fc.constantFrom(...steps), facts, (step, given) => {
      const rows = way.transitions.filter(row => row.step === step && row.from.includes(given.state))
      const broken = rows.flatMap(row => row.conditions.flatMap(({ fails }) => fails(given)?.sentence ?? []))
      const possible = possibleSteps(way, everything, given, subject).filter(
        ({ transition }) => transition.step === step,
      )
      const told = refusalOf(() => requireStep(way, everything, step, given, subject))

      expect(way.judge(step, given).allowed).toBe(rows.length === 1 && broken.length === 0)
      expect(possible.map(({ transition }) => transition.label)).toEqual(rows.map(({ label }) => label))
      expect(possible.flatMap(({ objections }) => objections.map(({ sentence }) => sentence))).toEqual(broken)
      expect(told).toEqual(rows.length === 0 ? [way.wrongState(step, given.state)] : broken)
      if (told.length === 0) expect(requireStep(way, everything, step, given, subject)).toBe(rows[0]?.to)
      expect(possibleSteps(way, nothing, given, subject)).toEqual([])
      expect(refusalOf(() => requireStep(way, nothing, step, given, subject))).not.toEqual([])
    }),
    runs(400, 20_000),
  )
}

function refusalOf(act: () => unknown): string[] {
  try {
    act()
    return []
  } catch (refused) {
    if (refused instanceof Refusal) return refused.told.map(({ sentence }) => sentence)
    throw refused
  }
}

describe('a step is taken exactly where its table has it and all holds, by who may, and every reason is told', () => {
  test('of a meeting', () => holds(meetingWay, meetings))
  test('of a revision', () => holds(roundWay, rounds))
  test('of a text that is adopted', () => holds(textWay, texts))
  test('of a statement to somebody outside', () => holds(outwardWay, letters))
  test('of a flag on a place', () => holds(flagWay, flags))
})

test('a table where one step leads two ways from a state is none', () => {
  const row = {
    step: 'OPEN',
    from: ['SHUT'],
    to: 'OPEN',
    right: 'public',
    who: 'alle',
    label: 'Åbn',
    conditions: [],
  } as const
  const table = { of: 'Døren', states: { SHUT: 'Lukket', OPEN: 'Åben' }, refused: { OPEN: 'døren ikke åbnes' } }
  expect(() => stepsOf({ ...table, transitions: [row, { ...row, to: 'SHUT' }] })).toThrow('OPEN from SHUT')
})
