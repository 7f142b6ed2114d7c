import { expect, test } from 'vitest'
import { dueSentences } from '../../src/features/agreement/agreement/rhythm/revision-rhythm.ts'
import { roundStateLabels } from '../../src/features/agreement/agreement/rhythm/round-states.ts'
import { runsOnText } from '../../src/features/agreement/revision/addenda/running-addenda.ts'
import type { RoundFacts } from '../../src/features/agreement/revision/rounds/round-conditions.ts'
import { roundWay } from '../../src/features/agreement/revision/rounds/round-steps.ts'
import { waitingFor } from '../../src/features/agreement/revision/rounds/waiting.ts'
import { releaseSentence } from '../../src/features/agreement/revision/signing/signing-rules.ts'
import { standingText } from '../../src/features/ground/parties/index.ts'
import { namingText } from '../../src/features/ground/parties/people/naming-text.ts'
import { day, instant } from '../../src/kernel/days.ts'
import { faultsOf } from './faults.ts'

const on = day('2026-11-26')
const at = instant('2026-11-26T09:15:00Z')
const secretariats = ['boligorganisationernes sekretariat', 'kommunens sekretariat']
const groups = ['boligorganisationernes strategigruppe', 'kommunens strategigruppe']
const organisations = ['Boligforeningen Højstrup', 'FAB', 'By- og Kulturforvaltningen']
const counts = [0, 1, 2, 3]

/** Every fact of a round by how many it is about, before and after its deadlines. */
function* facts(): Generator<Omit<RoundFacts, 'state'>> {
  for (const count of counts)
    for (const today of [day('2026-10-01'), on])
      for (const endorsement of [null, 'CONDITIONAL', 'EFFECTIVE'] as const)
        yield {
          ...{
            today,
            proposalsUntil: day('2026-10-31'),
            hearingUntil: day('2026-10-31'),
            newDeadline: null,
            reason: '',
          },
          ...{ openProposals: [1, 2, 3].slice(0, count), conflicts: count, draftDiffers: count > 0 },
          ...{ draftUnsignedBy: secretariats.slice(0, count), hearingUnansweredBy: groups.slice(0, count) },
          ...{ endorsement, closing: endorsement, unboundOrganisations: organisations.slice(0, count) },
          unsignedBy: organisations.slice(0, count),
        }
}

function* rounds(): Generator<string> {
  for (const state of Object.keys(roundStateLabels) as RoundFacts['state'][])
    for (const given of facts()) {
      yield waitingFor({ ...given, state })
      for (const { step } of roundWay.transitions) {
        const verdict = roundWay.judge(step, { ...given, state })
        if (!verdict.allowed) yield* verdict.objections.map(({ sentence }) => sentence)
      }
    }
  yield* roundWay.transitions.flatMap(({ conditions }) => conditions.map(({ text }) => text))
  for (const due of [null, 2026])
    for (const overdue of [[], [2024], [2022, 2024]])
      for (const section of [null, '', '7']) {
        const rhythm = section === null ? null : { firstYear: 2030, everyYears: 4, section }
        yield* dueSentences({ due, overdue, next: 2028, rhythm })
      }
}

function* signing(): Generator<string> {
  yield releaseSentence({ why: 'LEFT', on })
  yield releaseSentence({ why: 'MERGED', on, successorId: 2, successor: 'Søparken' })
  for (const kind of ['ACCESSION', 'WITHDRAWAL'] as const) {
    yield runsOnText({ number: 1, year: 2024, organisation: 'Søparken', kind })
    for (const signatures of [0, 1, 2, 3])
      for (const from of [null, on])
        for (const droppedAt of [null, at])
          for (const declinedAt of [null, at]) {
            const addendum = { kind, organisation: 'Søparken', signatures, from, droppedAt, declinedAt }
            yield standingText(addendum as Parameters<typeof standingText>[0], day('2026-06-01'))
          }
  }
}

function* namings(): Generator<string> {
  for (const namedAs of [null, 'SIGNATORY', 'CHAIR', 'SECRETARIAT'])
    for (const namedBy of [null, 'Ib Holm'])
      for (const sourceBody of [null, 'Bestyrelsen i Søparken', 'Lunde Byråd'])
        for (const sourceDay of [null, on])
          for (const sourceDocument of [null, 'Protokol, punkt 7'])
            yield namingText({ namedAs, namedBy, sourceBody, sourceDay, sourceDocument } as Parameters<
              typeof namingText
            >[0])
}

test.each([
  ['a round', rounds, 30],
  ['signing and addenda', signing, 8],
  ['who was named by whom', namings, 12],
])('no sentence about %s comes out wrong, whatever it is about', (_, sentencesOf, atLeast) => {
  const all = [...new Set(sentencesOf())]
  expect(all.length).toBeGreaterThan(atLeast)
  expect(all.flatMap(faultsOf)).toEqual([])
})
