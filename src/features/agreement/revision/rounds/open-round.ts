import type { Actor } from '../../../../access/actor.ts'
import { jointGroup } from '../../../../access/joint-group.ts'
import { requireRight } from '../../../../access/policy.ts'
import { event, type NewEvent } from '../../../../database/events.ts'
import { type Tx, write } from '../../../../database/write.ts'
import type { Day } from '../../../../kernel/days.ts'
import { refuseAll } from '../../../../kernel/refusal.ts'
import { openCaseIn } from '../../../meetings/cases/index.ts'
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
export const openRound = (actor: Actor, input: Opening): Promise<{ year: number }> =>
  write(actor, async tx => {
    const { year, purpose, proposalsUntil } = input
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
    if (!basis) throw new Error('A round that nothing stands against has no version to be about.')
    const gathered = await caseOf(tx, actor, year)
    const round = await tx.revisionRound.create({
      data: {
        year,
        basisId: basis.id,
        purpose,
        proposalsUntil,
        openedAt: actor.at,
        openedById: person.id,
        caseId: gathered.id,
      },
    })
    await recordRoundStep(tx, actor, round.id, 'OPENED', null)
    const after = { year, proposalsUntil, basis: basis.year }
    return {
      result: { year },
      events: [...gathered.events, event('revisionOpened', 'revision', round.id, { after })],
    }
  })

async function caseOf(tx: Tx, actor: Actor, year: number): Promise<{ id: number | null; events: NewEvent[] }> {
  const body = jointGroup(actor.database)?.body
  if (!body) return { id: null, events: [] }
  const { result, events } = await openCaseIn(tx, actor, {
    bodyId: body.id,
    title: `Revision af samarbejdsaftalen i ${year}`,
    summary: `Samarbejdsaftalen tages op til revision. Her samles alt om revisionen i ${year}.`,
  })
  return { id: result.id, events }
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
