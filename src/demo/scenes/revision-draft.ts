import {
  closeProposals,
  commentOnAmendment,
  openRound,
  proposeAmendment,
  resolveConflict,
  settleAmendment,
  supportAmendment,
  withdrawAmendment,
} from '../../features/agreement/revision/index.ts'
import { addDays, addWorkdays, type Day, isWorkday, momentOf } from '../../kernel/days.ts'
import type { DemoAmendment, DemoConflict } from '../content/revisions.ts'
import type { Stage } from '../stage.ts'

/** The day, or the next one that people work. */
export const workday = (on: Day): Day => (isWorkday(on) ? on : addWorkdays(on, 1))

/** A round is opened, and the parties propose, support each other and say what they think of it. */
export function playProposals(
  stage: Stage,
  year: number,
  proposals: DemoAmendment[],
  purpose: string,
  opened: Day,
  proposalsUntil: Day,
): void {
  const { timeline, cast } = stage
  timeline.at(momentOf(workday(opened), '09:00'), `open the revision of ${year}`, async at => {
    await openRound(cast.actor('sekretariat.bolig', at), { year, purpose, proposalsUntil })
  })
  proposals.forEach((proposal, index) => {
    const number = index + 1
    const on = workday(addDays(opened, 14 + index * 3))
    timeline.at(momentOf(on, '10:30'), `proposal ${number} of ${year}`, async at => {
      const { by, org, kind, section, heading, words, text, reasons, editorial } = proposal
      await proposeAmendment(cast.actor(by, at), {
        year,
        organisationId: cast.organisation(org),
        kind,
        sectionKey: section ?? null,
        heading: heading ?? '',
        words: words ?? '',
        text: text ?? '',
        reasons,
        editorial: editorial ?? false,
      })
    })
    proposal.support?.forEach(([by, org], nth) => {
      timeline.at(momentOf(workday(addDays(on, 2 + nth)), '11:00'), `${org} supports proposal ${number}`, async at => {
        await supportAmendment(cast.actor(by, at), { year, number, organisationId: cast.organisation(org) })
      })
    })
    proposal.comments?.forEach(([by, text], nth) => {
      timeline.at(momentOf(workday(addDays(on, 3 + nth)), '13:40'), `${by} on proposal ${number}`, async at => {
        await commentOnAmendment(cast.actor(by, at), { year, number, text })
      })
    })
  })
}

/** The deadline is out: the conflict is answered first, then the proposals that have an answer. */
export function playDraft(
  stage: Stage,
  year: number,
  proposals: DemoAmendment[],
  conflict: DemoConflict,
  begun: Day,
): void {
  const { timeline, cast } = stage
  timeline.at(momentOf(workday(begun), '09:10'), `begin the draft of ${year}`, async at => {
    await closeProposals(cast.actor('sekretariat.bolig', at), { year })
  })
  const [first, second] = conflict.pair
  const sides = conflict.oneSided ? ['sekretariat.bolig'] : ['sekretariat.bolig', 'sekretariat.kommune']
  sides.forEach((key, nth) => {
    timeline.at(momentOf(workday(addDays(begun, 3 + nth)), '10:00'), `${key} on a conflict of ${year}`, async at => {
      const { outcome, reason } = conflict
      await resolveConflict(cast.actor(key, at), { year, first, second, outcome, text: '', reason })
    })
  })
  proposals.forEach((proposal, index) => {
    const { answer } = proposal
    if (!answer) return
    const number = index + 1
    timeline.at(momentOf(workday(addDays(begun, 6)), `14:${10 + index * 5}`), `answer proposal ${number}`, async at => {
      if ('withdrawn' in answer) {
        await withdrawAmendment(cast.actor(proposal.by, at), { year, number, reason: answer.withdrawn })
        return
      }
      await settleAmendment(cast.actor('sekretariat.kommune', at), {
        year,
        number,
        version: 1,
        outcome: answer.outcome,
        text: answer.text ?? '',
        byHand: false,
        reason: answer.reason ?? '',
      })
    })
  })
}
