import type { Actor } from '../../../../access/actor.ts'
import { jointGroup } from '../../../../access/joint-group.ts'
import { requireRight } from '../../../../access/policy.ts'
import { event } from '../../../../database/events.ts'
import { write } from '../../../../database/write.ts'
import type { Day } from '../../../../kernel/days.ts'
import { refuseAll } from '../../../../kernel/refusal.ts'
import { openCase } from '../../../meetings/cases/index.ts'
import {
  inForceOn,
  isFinished,
  readVersions,
  rhythmFactsOf,
  roundStateAfter,
  type TakenKind,
} from '../../agreement/index.ts'
import { personOf } from './acting-for.ts'
import { foundRound } from './load-round.ts'
import { openingObjection } from './round-rules.ts'
import { recordRoundStep, takeRoundStep } from './take-round-step.ts'

export interface Opening {
  year: number
  /** What the secretariats ask the parties to look at. */
  purpose: string
  proposalsUntil: Day
}

/** §7: opens the year's round upon the version in force, with a case that everything in it is gathered under. */
export async function openRound(actor: Actor, input: Opening): Promise<{ year: number }> {
  const { year, purpose, proposalsUntil } = input
  const roundId = await write(actor, async tx => {
    requireRight(actor, 'runRevision')
    const person = personOf(actor)
    const rounds = await tx.revisionRound.findMany({ include: { steps: { orderBy: { id: 'asc' } } } })
    const underWay = rounds.find(round => !isFinished(roundStateAfter(round.steps.map(step => step.kind as TakenKind))))
    const versions = readVersions(actor.database)
    const basis = inForceOn(versions, actor.today)
    const objection = openingObjection({
      ...rhythmFactsOf(actor.database, versions),
      year,
      today: actor.today,
      opened: rounds.map(round => round.year),
      underWay: underWay?.year ?? null,
      hasVersionInForce: basis !== undefined,
      proposalsUntil,
    })
    refuseAll([objection])
    const round = await tx.revisionRound.create({
      data: { year, basisId: basis?.id ?? 0, purpose, proposalsUntil, openedAt: actor.at, openedById: person.id },
    })
    await recordRoundStep(tx, actor, round.id, 'OPENED', null)
    const after = { year, proposalsUntil, basis: basis?.year }
    return { result: round.id, events: [event('revisionOpened', 'revision', round.id, { after })] }
  })
  await gatherUnderCase(actor, roundId, year)
  return { year }
}

async function gatherUnderCase(actor: Actor, roundId: number, year: number): Promise<void> {
  const body = jointGroup(actor.database)?.body
  if (!body) return
  const opened = await openCase(actor, {
    bodyId: body.id,
    title: `Revision af samarbejdsaftalen i ${year}`,
    summary: `Samarbejdsaftalen tages op til revision. Her samles alt om revisionen i ${year}.`,
  })
  await write(actor, async tx => {
    await tx.revisionRound.update({ where: { id: roundId }, data: { caseId: opened.id } })
    return { result: undefined, events: [] }
  })
}

/** More time to propose, or to answer the hearing. */
export const moveDeadline = (actor: Actor, input: { year: number; until: Day; reason: string }): Promise<void> =>
  write(actor, async tx => {
    const round = await foundRound(tx, input.year)
    const data = round.state === 'HEARING' ? { hearingUntil: input.until } : { proposalsUntil: input.until }
    const taken = await takeRoundStep(tx, actor, round, 'EXTEND', {
      kind: 'DEADLINE_MOVED',
      known: { newDeadline: input.until },
      reason: input.reason,
      data,
    })
    return { result: undefined, events: [taken] }
  })
