import type { ReadClient } from '../../../../database/database.ts'
import { dayInRow, momentInRow } from '../../../../kernel/days.ts'
import { namesIn, roundStateAfter, type TakenKind } from '../../agreement/index.ts'

/** A round with all that hangs on it, as the ORM gives it: a number of statements that is the same however much it is. */
export const findStored = (reads: Pick<ReadClient, 'revisionRound'>, year: number) =>
  reads.revisionRound.findUnique({
    where: { year },
    include: {
      steps: { orderBy: { id: 'asc' } },
      basis: { include: { sections: { orderBy: { position: 'asc' } }, appendices: { orderBy: { position: 'asc' } } } },
      case: { select: { id: true, number: true } },
      proposals: {
        orderBy: { number: 'asc' },
        include: {
          organisation: true,
          section: { select: { key: true, number: true, heading: true } },
          support: { where: { takenBackAt: null }, include: { organisation: true }, orderBy: { id: 'asc' } },
        },
      },
      conflicts: { orderBy: { id: 'asc' } },
      drafts: { orderBy: { number: 'desc' }, take: 1, include: { signOffs: { orderBy: { id: 'asc' } } } },
      answers: { orderBy: { id: 'asc' }, include: { organisation: { select: { name: true } } } },
      items: {
        orderBy: { id: 'asc' },
        include: { item: { include: { meeting: { select: { id: true, number: true, day: true, state: true } } } } },
      },
      signings: {
        orderBy: { id: 'desc' },
        include: { required: { orderBy: { position: 'asc' } } },
      },
      result: { select: { id: true, year: true, inForceFrom: true } },
    },
  })

type Stored = NonNullable<Awaited<ReturnType<typeof findStored>>>

/** With its days, moments and lists of names as what they are. */
export function roundOf(round: Stored) {
  const steps = round.steps.map(step => ({ ...step, kind: step.kind as TakenKind, at: momentInRow(step.at) }))
  return {
    ...round,
    steps,
    state: roundStateAfter(steps.map(({ kind }) => kind)),
    proposalsUntil: dayInRow(round.proposalsUntil),
    hearingUntil: dayInRow(round.hearingUntil),
    basis: { ...round.basis, date: dayInRow(round.basis.date) },
    proposals: round.proposals.map(proposal => ({
      ...proposal,
      proposedAt: momentInRow(proposal.proposedAt),
      settledAt: momentInRow(proposal.settledAt),
    })),
    conflicts: round.conflicts.map(answer => ({ ...answer, at: momentInRow(answer.at) })),
    drafts: round.drafts.map(draftOf),
    answers: round.answers.map(answer => ({ ...answer, at: momentInRow(answer.at) })),
    items: round.items.map(row => ({
      ...row,
      item: { ...row.item, meeting: { ...row.item.meeting, day: dayInRow(row.item.meeting.day) } },
    })),
    signings: round.signings.map(signing => ({
      ...signing,
      openedAt: momentInRow(signing.openedAt),
      inForceFrom: dayInRow(signing.inForceFrom),
      required: signing.required.map(row => ({
        ...row,
        administers: namesIn(row.administers),
        onBehalfOf: namesIn(row.onBehalfOf),
        signedAt: momentInRow(row.signedAt),
        declinedAt: momentInRow(row.declinedAt),
      })),
    })),
    result: round.result && { ...round.result, inForceFrom: dayInRow(round.result.inForceFrom) },
  }
}

export const draftOf = (draft: Stored['drafts'][number]) => ({
  ...draft,
  createdAt: momentInRow(draft.createdAt),
  signOffs: draft.signOffs.map(signOff => ({ ...signOff, at: momentInRow(signOff.at) })),
})
