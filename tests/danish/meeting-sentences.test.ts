import { expect, test } from 'vitest'
import { summaryText } from '../../src/features/decisions/coverage/planned-page.ts'
import { documentOf } from '../../src/features/decisions/minutes/document/document-model.ts'
import {
  allOutcomes,
  judgeTreatment,
  whyNotClosed,
} from '../../src/features/decisions/minutes/session/session-rules.ts'
import { sessionWords } from '../../src/features/decisions/minutes/session/session-words.ts'
import { nothingAtStake } from '../../src/features/decisions/minutes/session/stakes-rules.ts'
import { appointedText } from '../../src/features/ground/bodies/body-page.ts'
import { structureWarnings, warningsOf } from '../../src/features/ground/bodies/seat-rules.ts'
import { itemGaps } from '../../src/features/meetings/meetings/agenda/agenda-rules.ts'
import { changeLines } from '../../src/features/meetings/meetings/agenda/version-page.ts'
import { planFaults, questionsAbout } from '../../src/features/meetings/meetings/meeting/plan-rules.ts'
import { writtenHint } from '../../src/features/meetings/meetings/meeting/written-procedure.ts'
import { meetingWay } from '../../src/features/meetings/meetings/steps/meeting-steps.ts'
import type { MeetingFacts } from '../../src/features/meetings/meetings/steps/step-conditions.ts'
import { day } from '../../src/kernel/days.ts'
import { faultsOf } from './faults.ts'

const on = day('2026-11-26')
const names = ['boligorganisationernes sekretariat', 'kommunens sekretariat']
const bodies = ['Fælles boligstrategisk gruppe', 'Kommunens strategigruppe', 'Lunde Byråd']
const typed = ['ejer grunden', 'Ejer grunden.', 'højst 50.000 kr.', 'Skal det ske?', 'tavshedspligt (om en familie)']
const both = [true, false]
const kinds = ['INFORMATION', 'DISCUSSION', 'DECISION'] as const

/** What the supplement brought, to those who read its items and to others. */
function* versions(): Generator<string> {
  const item = { id: 1, position: 4, title: 'Legeplads', closed: true, closedReason: 'tavshedspligt' }
  for (const meeting of [[], ['sted'], ['sted', 'bemærkning']])
    for (const fields of [['titel'], ['titel', 'resumé', 'bilag']])
      for (const mark of ['new', 'changed', 'same'])
        for (const publicTitle of [null, 'Et areal'])
          for (const reads of both) {
            const items = [{ ...item, was: 3, mark, fields }]
            const diff = { meeting, items, removed: [{ ...item, publicTitle }], reordered: reads, same: false }
            yield* changeLines(diff as unknown as Parameters<typeof changeLines>[0], () => reads)
          }
}

function* planned(): Generator<string> {
  const checks = [1, 2, 3].map(position => ({ planned: { position } }))
  for (const count of [1, 2, 5])
    for (const uncovered of [0, 1, 2, 3])
      for (const together of [0, 1, 2]) {
        const args = [count, checks.slice(0, uncovered), checks.slice(0, together)]
        yield summaryText(...(args as unknown as Parameters<typeof summaryText>))
      }
  for (const form of [false, true])
    for (const at of ['2026-11-26', '2026-11-28', '2026-12-24', '2030-01-01', '2027-03-28']) {
      const plan = { day: day(at), startsAt: '02:30', endsAt: form ? '02:00' : '04:00', written: form }
      for (const writtenProcedureAllowed of both)
        yield* planFaults(plan, { today: day('2026-12-01'), writtenProcedureAllowed }).map(({ sentence }) => sentence)
      yield* questionsAbout(plan, on, [{ number: '2026-M04', startsAt: '02:00', endsAt: '03:00' }])
    }
  for (let allowing = 0; allowing <= bodies.length; allowing += 1)
    yield writtenHint(bodies.map((name, index) => ({ name, allowed: index < allowing })))
}

/** Why a step cannot be taken, for every condition that a step has. */
function* conditions(): Generator<string> {
  for (const written of both)
    for (const missing of [0, 1, 2])
      for (const facts of [
        { late: true, unsentChange: true, day: day('2026-11-01') },
        { late: false, unsentChange: false, day: day('2026-12-24') },
      ])
        for (const { text, fails } of meetingWay.transitions.flatMap(transition => transition.conditions)) {
          yield text
          const told = fails({
            ...facts,
            ...{ state: 'CALLED', today: on, written, unanswered: missing, items: missing, reason: '', recipients: 0 },
            ...{ gaps: [], agendaUnsignedBy: names.slice(0, missing), minutesUnsignedBy: names.slice(0, missing) },
            ...{ itemsWithoutOutcome: [3, 6, 7].slice(0, missing), objectionsUntil: null, approvedAtMeeting: false },
            ...{ objectionsUnanswered: missing, objectionsUpheld: 0 },
          } as MeetingFacts)
          if (told !== null) yield told.sentence
        }
  for (const kind of kinds)
    for (const missing of [0, 1, 2])
      for (const { sentence } of itemGaps({
        ...{ position: 3, kind, standing: null, procedural: false, recommendation: '', closed: true },
        ...{ closedReason: null, publicTitle: null },
        ...{ strategy: false, professionalDevelopment: false, coordination: false },
        involvements: ['Søparken', 'FAB']
          .slice(0, missing)
          .map(organisation => ({ organisation, status: 'MISSING' as const, note: '' })),
      }))
        yield sentence
  for (const written of both) yield* Object.values(sessionWords(written))
}

const allAtStake = {
  recommendation: 'Det indstilles, at 300.000 kr. bevilges.',
  economy: 'Udgiften er 2 mio. kr.',
  prepared: true,
  adopts: true,
  annulled: ['2026/4', '2026/5'],
}

function* treatments(): Generator<string> {
  for (const kind of kinds)
    for (const outcome of [null, ...allOutcomes])
      for (const decisions of [[], [{ subjectToApproval: false }], [{ subjectToApproval: true }]])
        for (const withoutConsequences of both) {
          const stake = withoutConsequences && outcome === 'DECIDED' ? allAtStake : nothingAtStake
          const facts = { position: 2, kind, outcome, note: '', text: '', withoutConsequences, decisions, stake }
          const objection = judgeTreatment(facts)
          if (objection) yield objection.sentence
          const more = [facts, { ...facts, position: 3, outcome: null }, { ...facts, position: 4 }]
          yield* [...whyNotClosed([facts]), ...whyNotClosed(more)].map(({ sentence }) => sentence)
        }
}

function* seats(): Generator<string> {
  const period = { from: day('2020-01-01'), to: null }
  const roles = ['CHAIR', 'VICE_CHAIR', 'MEMBER'] as const
  for (const kind of ['SECRETARIAT', 'STRATEGY_GROUP', 'JOINT_GROUP'] as const)
    for (const side of [null, 'HOUSING', 'MUNICIPALITY'] as const)
      for (const count of [0, 1, 2, 3])
        for (const role of roles) {
          const body = { ...period, id: 1, name: 'Gruppen', kind, side }
          const held = Array.from({ length: count }, (_, id) => ({
            ...period,
            id,
            personId: id,
            role,
            side: 'HOUSING',
          }))
          yield* warningsOf(body, held as Parameters<typeof warningsOf>[1], { housing: 3, municipality: 2 }, on)
          yield* structureWarnings([body, { ...body, id: 2 }], on)
        }
  yield* structureWarnings([], on)
  for (const appointedBy of [null, ...bodies])
    for (const appointedAtDay of [null, on])
      for (const appointedNote of [null, 'Mødet i december 2020'])
        yield appointedText({ appointedBy, appointedAtDay, appointedNote })
}

/** The minutes of a meeting and of a written procedure, where everything happens that may. */
function* minutes(): Generator<string> {
  const person = {
    personId: 1,
    title: 'direktør',
    organisation: 'Søparken',
    side: 'HOUSING',
    standsInFor: null,
    arrivedAtItem: null,
    leftAfterItem: null,
  }
  const stances = ['SUPPORTS', 'WITH_RESERVATION', 'DOES_NOT_SUPPORT'].map(kind => ({ who: 'Lunde Kommune', kind }))
  for (const form of ['ORDINARY', 'WRITTEN'])
    for (const words of typed)
      for (const outcome of [null, ...allOutcomes])
        for (const arrived of [null, 2]) {
          const item = {
            ...{ id: 1, position: 3, title: 'Legeplads', kind: 'DECISION', plannedKind: arrived ? 'DISCUSSION' : null },
            ...{
              caseNumber: '2026-001',
              caseTitle: null,
              presenter: null,
              closed: true,
              closedReason: words,
              text: '',
            },
            ...{ publicTitle: null, moved: arrived ? 'opened' : 'closed', recommendation: '', outcome },
            ...{
              outcomeNote: words,
              withoutConsequences: true,
              recusals: [{ personId: 1, name: 'Ib', reason: words }],
            },
            statements: [{ name: 'Ib', text: words }],
            decisions: [
              {
                ...{ number: '2026/7', title: 'Legeplads', text: words, publicTitle: null, publicText: null },
                ...{ reservation: 'med forbehold for godkendelse i Lunde Byråd', matrix: null, noFollowUp: true },
                stances: stances.map(stance => ({ ...stance, text: arrived ? words : '' })),
              },
            ],
            followUps: [{ text: words, organisation: 'Søparken', person: arrived ? 'Ib Holm' : null, dueDay: on }],
          }
          const document = documentOf(
            {
              meeting: {
                ...{ number: '2026-M04', body: 'Fælles boligstrategisk gruppe', form, day: on, startsAt: '14:30' },
                ...{ endsAt: '16:00', place: 'Rådhuset', openedAt: arrived ? '14:32' : null, closedAt: null },
                ...{ chairedBy: 'Ib Holm', minutedBy: ['Ane', 'Bo'] },
              },
              attendance: [
                { ...person, name: 'Ib', role: 'CHAIR', status: 'PRESENT', arrivedAtItem: arrived, leftAfterItem: 4 },
                { ...person, name: 'Ane', role: 'MEMBER', status: 'APOLOGIES', arrivedAtItem: null },
                { ...person, name: 'Bo', role: 'SUBSTITUTE', status: 'PRESENT', standsInFor: 'Ane' },
                { ...person, name: 'Eva', role: 'MEMBER', status: 'ABSENT', title: null },
              ],
              guests: [{ name: 'Kaj', organisation: 'Fyns Politi', itemPosition: arrived }],
              items: [item],
            } as unknown as Parameters<typeof documentOf>[0],
            [],
            { HOUSING: 'Boligorganisationerne', MUNICIPALITY: 'Lunde Kommune' },
          )
          yield* document.facts.map(({ text }) => text)
          yield* [...document.absences, ...document.movements, ...document.guests]
          yield* document.present.flatMap(({ people }) => people)
          for (const one of document.items) {
            if (!('outcome' in one)) continue
            yield* [one.closedText, one.outcome].filter(text => text !== null)
            yield* [...one.notes, ...one.recusals, ...one.statements, ...one.followUps]
            yield* one.decisions.flatMap(({ reservation, stances: told }) => [reservation ?? '', ...told])
          }
        }
}

test.each([
  ['what a supplement changed', versions, 10],
  ['what is planned', planned, 20],
  ['what is in a step’s way', conditions, 50],
  ['what an item ends with', treatments, 12],
  ['who sits in the bodies', seats, 15],
  ['what happened at a meeting', minutes, 80],
])('no sentence about %s comes out wrong, whatever it is about', (_, sentencesOf, atLeast) => {
  const all = [...new Set(sentencesOf())]
  expect(all.length).toBeGreaterThan(atLeast)
  expect(all.flatMap(faultsOf)).toEqual([])
})
