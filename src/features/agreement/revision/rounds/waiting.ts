import { longDay } from '../../../../kernel/days.ts'
import { isPast } from '../../../../kernel/last-day.ts'
import { listDanish } from '../../../../kernel/text.ts'
import type { RoundState } from '../../agreement/index.ts'
import { isHearingOpen } from '../drafts/hearing-open.ts'
import type { RoundFacts } from './round-conditions.ts'
import { type RoundStep, roundWay } from './round-steps.ts'

/** The step that leads on from a state. */
export const stepOnward: Record<RoundState, RoundStep | null> = {
  PROPOSALS: 'CLOSE_PROPOSALS',
  DRAFTING: 'SEND_TO_HEARING',
  HEARING: 'TO_ENDORSEMENT',
  ENDORSEMENT: 'OPEN_SIGNING',
  SIGNING: 'COMPLETE',
  STOPPED: 'REOPEN_SIGNING',
  SIGNED: null,
  CLOSED_WITHOUT_CHANGES: null,
}

/** What a step's own form will tell is taken as told: only what stands in the way beforehand is said. */
export const asIfTold = (facts: RoundFacts): RoundFacts => ({
  ...facts,
  newDeadline: '9999-12-31' as never,
  reason: 'x',
})

/** Why the step cannot be taken yet, whatever is typed; empty: it can. */
export function inTheWayOf(step: RoundStep, facts: RoundFacts): string[] {
  const verdict = roundWay.judge(step, asIfTold(facts))
  return verdict.allowed ? [] : verdict.objections.map(({ sentence }) => sentence)
}

/** Who is waited for, and until when: the same for everybody who reads the round. */
export function waitingFor(facts: RoundFacts): string {
  const { state, today, proposalsUntil, hearingUntil, hearingUnansweredBy, unsignedBy } = facts
  switch (state) {
    case 'PROPOSALS':
      return !isPast(proposalsUntil, today)
        ? `Organisationerne kan stille ændringsforslag til og med den ${longDay(proposalsUntil)}.`
        : `Fristen for ændringsforslag udløb den ${longDay(proposalsUntil)}. Sekretariaterne skal gå i gang med sammenskrivningen.`
    case 'DRAFTING': {
      const reasons = inTheWayOf('SEND_TO_HEARING', facts)
      return `Sekretariaterne skriver udkastet sammen. ${reasons.length > 0 ? reasons.join(' ') : 'Udkastet kan sendes i høring.'}`
    }
    case 'HEARING':
      return hearingUnansweredBy.length > 0 && hearingUntil !== null && isHearingOpen(facts, today)
        ? `Der ventes på høringssvar fra ${listDanish(hearingUnansweredBy)} senest den ${longDay(hearingUntil)}.`
        : 'Høringen er afsluttet. Sekretariaterne skal sætte udkastet på en dagsorden i fælles boligstrategisk gruppe.'
    case 'ENDORSEMENT': {
      const reasons = inTheWayOf('OPEN_SIGNING', facts)
      return reasons.length > 0 ? reasons.join(' ') : 'Udkastet er tiltrådt. Sekretariaterne kan åbne underskrivningen.'
    }
    case 'SIGNING':
      return unsignedBy.length > 0
        ? `Der mangler underskrift fra ${listDanish(unsignedBy)}.`
        : 'Alle har underskrevet. Sekretariaterne skal afslutte underskrivningen.'
    case 'STOPPED':
      return 'Revisionen er stoppet. Sekretariaterne afgør, om underskrivningen åbnes igen, eller om udkastet rettes.'
    case 'SIGNED':
      return 'Alle har underskrevet.'
    case 'CLOSED_WITHOUT_CHANGES':
      return 'Fælles boligstrategisk gruppe har besluttet, at aftalen fortsætter uændret.'
  }
}
