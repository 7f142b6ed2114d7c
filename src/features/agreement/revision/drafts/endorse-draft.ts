import type { Actor } from '../../../../access/actor.ts'
import { event } from '../../../../database/events.ts'
import { type Tx, write } from '../../../../database/write.ts'
import { shortHash } from '../../../../kernel/hash.ts'
import { plural } from '../../../../kernel/text.ts'
import { jointMeeting } from '../../../decisions/adoption/index.ts'
import { addItemIn } from '../../../meetings/meetings/index.ts'
import { personOf } from '../rounds/acting-for.ts'
import { decisionsOf, foundRound, type Round, standingDecision } from '../rounds/load-round.ts'
import { takeRoundStep } from '../rounds/take-round-step.ts'
import { standingDraft } from './draft.ts'

/** The hearing is over: the draft becomes an item for decision on the joint group's agenda. */
export const putToJointGroup = (
  actor: Actor,
  input: { year: number; meetingId: number },
): Promise<{ itemId: number }> =>
  write(actor, async tx => {
    const round = await foundRound(tx, input.year)
    const taken = await takeRoundStep(tx, actor, round, 'TO_ENDORSEMENT', { kind: 'PUT_TO_JOINT_GROUP' })
    await jointMeeting(tx, input.meetingId)
    const draft = standingDraft(round)
    const added = await addItemIn(tx, actor, {
      meetingId: input.meetingId,
      title: `Revision af samarbejdsaftalen ${round.year}: tiltrædelse af udkast ${draft.number}`,
      kind: 'DECISION',
      procedural: true,
      caseId: round.caseId,
      summary: `Det sammenskrevne udkast til revideret samarbejdsaftale forelægges til tiltrædelse.`,
      recommendation: [
        'Sekretariaterne indstiller,',
        '',
        `- **at** fælles boligstrategisk gruppe tiltræder udkast ${draft.number} til revideret samarbejdsaftale, og`,
        '- **at** aftalen derefter sendes til underskrift hos alle organisationer.',
      ].join('\n'),
      presentation: presentationOf(round, draft),
      effect: 'Aftalen binder alle organisationer, der underskriver den. Den nye version afløser den gældende aftale.',
      economy: 'Ingen økonomiske konsekvenser.',
      plannedMinutes: 30,
    })
    await keepItem(tx, actor, round, 'ENDORSE', added.result.id, draft.id)
    return { result: { itemId: added.result.id }, events: [taken, ...added.events] }
  })

function presentationOf(round: Round, draft: { number: number; hash: string }): string {
  const taken = round.proposals.filter(({ state }) => state === 'TAKEN_IN' || state === 'ADAPTED').length
  const declined = round.proposals.filter(({ state }) => state === 'DECLINED').length
  return [
    `${countsText(round.proposals.length, taken, declined)} Begge strategigrupper har haft udkastet i høring.`,
    '',
    `Udkast ${draft.number} har kontrolsummen ${shortHash(draft.hash)}. Det er præcis den tekst, der skal underskrives.`,
    `Ændringerne kan læses på siden om revisionen: /aftalen/revision/${round.year}.`,
  ].join('\n')
}

/** What became of the proposals: nothing is said of what there is none of. */
export function countsText(all: number, taken: number, declined: number): string {
  if (all === 0) return 'Der er ikke stillet ændringsforslag.'
  const stated = `Der er stillet ${plural(all, 'ændringsforslag', 'ændringsforslag')}.`
  if (taken === all) return `${stated} ${all === 1 ? 'Forslaget' : 'Alle'} er indarbejdet i udkastet.`
  if (declined === all)
    return `${stated} ${all === 1 ? 'Forslaget' : 'Ingen'} er ${all === 1 ? 'ikke ' : ''}imødekommet.`
  const told = [
    ...(taken > 0 ? [`${taken} er indarbejdet i udkastet`] : []),
    ...(declined > 0 ? [`${declined} er ikke imødekommet`] : []),
  ]
  return told.length === 0 ? stated : `${stated} ${told.join(', og ')}.`
}

const keepItem = (
  tx: Tx,
  actor: Actor,
  round: Round,
  purpose: 'ENDORSE' | 'CLOSE',
  itemId: number,
  draftId: number | null,
) =>
  tx.revisionItem.create({
    data: { roundId: round.id, purpose, itemId, draftId, createdById: personOf(actor).id, createdAt: actor.at },
  })

/** To close a round without changes is a decision of the joint group: it is put on an agenda. */
export const proposeClosing = (
  actor: Actor,
  input: { year: number; meetingId: number; reason: string },
): Promise<{ itemId: number }> =>
  write(actor, async tx => {
    const round = await foundRound(tx, input.year)
    const taken = await takeRoundStep(tx, actor, round, 'PROPOSE_CLOSING', {
      kind: 'CLOSING_PROPOSED',
      reason: input.reason,
    })
    await jointMeeting(tx, input.meetingId)
    const added = await addItemIn(tx, actor, {
      meetingId: input.meetingId,
      title: `Revision af samarbejdsaftalen ${round.year}: lukning uden ændringer`,
      kind: 'DECISION',
      procedural: true,
      caseId: round.caseId,
      summary: 'Samarbejdsaftalen har været taget op til revision. Det indstilles, at den fortsætter uændret.',
      recommendation: `Sekretariaterne indstiller, **at** revisionen i ${round.year} lukkes uden ændringer.`,
      presentation: input.reason,
      economy: 'Ingen økonomiske konsekvenser.',
      plannedMinutes: 10,
    })
    await keepItem(tx, actor, round, 'CLOSE', added.result.id, null)
    return { result: { itemId: added.result.id }, events: [taken, ...added.events] }
  })

/** The joint group has decided so: the agreement goes on as it is, and the round's year is done. */
export const closeWithoutChanges = (actor: Actor, input: { year: number }): Promise<void> =>
  write(actor, async tx => {
    const round = await foundRound(tx, input.year)
    const decision = standingDecision(round, await decisionsOf(tx, round), 'CLOSE')
    const taken = await takeRoundStep(tx, actor, round, 'CLOSE', {
      kind: 'CLOSED_WITHOUT_CHANGES',
      data: decision ? { decisionId: decision.id } : {},
    })
    const open = round.proposals.filter(({ state }) => state === 'OPEN')
    for (const { id } of open) {
      await tx.amendmentProposal.update({
        where: { id },
        data: {
          state: 'DECLINED',
          settledReason: `Revisionen er lukket uden ændringer ved beslutning ${decision?.number ?? ''}.`,
          settledAt: actor.at,
          settledById: personOf(actor).id,
          version: { increment: 1 },
        },
      })
    }
    const settled = open.map(({ id, number }) =>
      event('amendmentSettled', 'amendment', id, { after: { year: round.year, number, outcome: 'DECLINED' } }),
    )
    return { result: undefined, events: [taken, ...settled] }
  })
