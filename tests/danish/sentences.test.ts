import { expect, test } from 'vitest'
import { policy } from '../../src/access/policy.ts'
import { roundStateLabels } from '../../src/features/agreement/agreement/rhythm/round-states.ts'
import { countsText } from '../../src/features/agreement/revision/drafts/endorse-draft.ts'
import { roundWay } from '../../src/features/agreement/revision/rounds/round-steps.ts'
import { outcomeLabels, outcomeSentence, outcomeText } from '../../src/features/meetings/cases/index.ts'
import { stateLabels } from '../../src/features/meetings/meetings/steps/meeting-states.ts'
import { meetingWay, stepLabels } from '../../src/features/meetings/meetings/steps/meeting-steps.ts'
import { type NextStepFacts, nextStep } from '../../src/features/meetings/meetings/steps/next-step.ts'
import { waitingFor } from '../../src/features/meetings/meetings/waiting/waiting-rules.ts'
import { day } from '../../src/kernel/days.ts'
import { forbidden, forbiddenPage } from '../../src/kernel/refusal.ts'
import { faultsOf } from './faults.ts'

const keysOf = <Key extends string>(record: Record<Key, unknown>): Key[] => Object.keys(record) as Key[]
const forms = [true, false]

function* sentences(): Generator<string> {
  for (const right of keysOf(policy)) {
    yield forbidden(policy[right].who).message
    yield forbiddenPage(policy[right].who).message
  }
  for (const state of keysOf(stateLabels))
    for (const step of keysOf(stepLabels)) yield meetingWay.wrongState(step, state)
  for (const state of keysOf(roundStateLabels))
    for (const { step } of roundWay.transitions) yield roundWay.wrongState(step, state)
  for (const outcome of keysOf(outcomeLabels))
    for (const typed of ['', 'til mødet i marts', 'næste møde.', 'Punktet er udsat til maj', '50.000,00 kr.'])
      yield outcomeText(outcome, outcomeSentence(outcome, typed))
  for (let all = 0; all <= 3; all += 1)
    for (let taken = 0; taken <= all; taken += 1)
      for (let declined = 0; declined <= all - taken; declined += 1) yield countsText(all, taken, declined)
  yield* meetingSentences()
}

function* meetingSentences(): Generator<string> {
  const secretariats = ['boligorganisationernes sekretariat', 'kommunens sekretariat']
  for (const state of keysOf(stateLabels))
    for (const written of forms)
      for (const both of forms)
        for (const missing of [0, 1, 2]) {
          const facts: NextStepFacts = {
            state,
            startsAt: '14:30',
            day: day('2026-11-26'),
            noticeDay: day('2026-11-20'),
            objectionsUntil: day('2026-12-10'),
            objectionsUnanswered: missing,
            secretariats: both ? secretariats : secretariats.slice(0, 1),
            unsignedBy: secretariats.slice(0, Math.min(missing, both ? 2 : 1)),
            unsentChange: missing > 0,
            written,
          }
          yield nextStep(facts, day('2026-11-26')).what
          for (const bodyName of ['Fælles boligstrategisk gruppe', 'Kommunens strategigruppe', 'Lunde Byråd'])
            for (const { text } of waitingFor(
              {
                id: 1,
                day: day('2026-11-26'),
                noticeDay: day('2026-11-20'),
                state,
                objectionsUntil: day('2026-12-10'),
                bodyName,
                joint: both,
                written,
                signed: missing === 1 ? [{ content: 'AGENDA', side: 'HOUSING' }] : [],
                openQuestions: missing,
                openObjections: missing,
              } as Parameters<typeof waitingFor>[0],
              { prepares: true, secretariatSide: both ? 'HOUSING' : 'MUNICIPALITY', chairs: true, member: true },
              day('2026-11-26'),
            ))
              yield text
        }
}

test('no sentence that is put together comes out wrong, whatever it is about', () => {
  const all = [...new Set(sentences())]
  expect(all.length).toBeGreaterThan(200)
  expect(all.flatMap(faultsOf)).toEqual([])
})

test.each([
  'Oversendt til til byrådet.',
  'Han ejer grunden..',
  'Begrundelse: : tavshedspligt.',
  'Forelagt Lunde Byråd .',
  'Oprettet i Fælles boligstrategisk gruppe',
  '2 er indarbejdet, og 0 er ikke imødekommet.',
  '1 beslutning til mødet. De kan alle tiltrædes.',
])('%j would be found', sentence => expect(faultsOf(sentence)).not.toEqual([]))
