import type { Actor } from '../../../../access/actor.ts'
import { requireRight } from '../../../../access/policy.ts'
import { event } from '../../../../database/events.ts'
import { type Tx, write } from '../../../../database/write.ts'
import type { Day } from '../../../../kernel/days.ts'
import { brokenRule, notFound } from '../../../../kernel/refusal.ts'
import { standingDraft } from '../drafts/draft.ts'
import { personOf, requireState } from '../rounds/acting-for.ts'
import {
  allOrganisations,
  decisionsOf,
  foundRound,
  latestSigning,
  type Round,
  standingDecision,
} from '../rounds/load-round.ts'
import { takeRoundStep } from '../rounds/take-round-step.ts'
import { releaseOf, releaseSentence, requiredToSign, type SigningOrganisation } from './signing-rules.ts'

export interface OpenedSigning {
  year: number
  /** The first day that the new version can be in force; null: as soon as all have signed. */
  inForceFrom: Day | null
  /** Told when a signing that was stopped is opened again. */
  reason: string
}

/** R97: who must sign is fixed now, and exactly this draft is what is signed. */
export const openSigning = (actor: Actor, input: OpenedSigning): Promise<{ required: number }> =>
  write(actor, async (tx, at) => {
    const round = await foundRound(tx, input.year)
    const decision = standingDecision(round, await decisionsOf(tx, round), 'ENDORSE')
    const again = round.state === 'STOPPED'
    const taken = await takeRoundStep(tx, actor, round, again ? 'REOPEN_SIGNING' : 'OPEN_SIGNING', {
      kind: 'SIGNING_OPENED',
      reason: input.reason,
      data: decision ? { decisionId: decision.id } : {},
    })
    const draft = standingDraft(round)
    const signing = await tx.signing.create({
      data: {
        roundId: round.id,
        draftId: draft.id,
        textHash: draft.hash,
        inForceFrom: input.inForceFrom ?? actor.today,
        openedById: personOf(actor).id,
        openedAt: at,
      },
    })
    const required = requiredToSign(await allOrganisations(tx), actor.today)
    for (const [index, organisation] of required.entries()) {
      await require(tx, signing.id, organisation, index + 1, actor.today)
    }
    const after = { year: round.year, textHash: draft.hash, required: required.map(({ name }) => name) }
    return {
      result: { required: required.length },
      events: [taken, event('requiredSignaturesFixed', 'signing', signing.id, { after })],
    }
  })

async function require(
  tx: Tx,
  signingId: number,
  { id, name, side }: SigningOrganisation,
  position: number,
  on: Day,
): Promise<void> {
  const administered = await tx.administration.findMany({
    where: { administratorId: id, from: { lte: on }, OR: [{ to: null }, { to: { gte: on } }] },
    include: { association: true },
    orderBy: { association: { position: 'asc' } },
  })
  await tx.requiredSignature.create({
    data: {
      signingId,
      organisationId: id,
      organisationName: name,
      side: side ?? 'HOUSING',
      position,
      administers: JSON.stringify(administered.map(({ association }) => association.name)),
    },
  })
}

/** @throws Refusal when signing is not going on, or this organisation is not in the set */
export function requiredIn(round: Round, organisationId: number) {
  requireState(round, ['SIGNING'])
  const signing = latestSigning(round)
  const required = signing?.required.find(row => row.organisationId === organisationId)
  if (!signing || !required) throw notFound('Organisationen er ikke blandt dem, der skal underskrive.')
  return { signing, required }
}

/**
 * R4: one that must sign has left, or merged into another, since signing opened: it is released, and a successor that is
 * not in the set already is asked in its place.
 */
export const releaseSignatory = (actor: Actor, input: { year: number; organisationId: number }): Promise<void> =>
  write(actor, async (tx, at) => {
    requireRight(actor, 'runRevision')
    const round = await foundRound(tx, input.year)
    const { signing, required } = requiredIn(round, input.organisationId)
    if (required.signedAt || required.releasedAt) throw brokenRule('Der ventes ikke på organisationens underskrift.')
    const organisations = await allOrganisations(tx)
    const release = releaseOf(input.organisationId, organisations, actor.today)
    if (!release) throw brokenRule(`${required.organisationName} er fortsat med i samarbejdet og skal underskrive.`)
    await tx.requiredSignature.update({
      where: { id: required.id },
      data: {
        releasedAt: at,
        releasedById: personOf(actor).id,
        releaseReason: releaseSentence(release),
        version: { increment: 1 },
      },
    })
    const successor = release.why === 'MERGED' ? organisations.find(({ id }) => id === release.successorId) : undefined
    if (successor && !signing.required.some(row => row.organisationId === successor.id)) {
      await require(tx, signing.id, successor, signing.required.length + 1, actor.today)
    }
    const after = { year: round.year, organisation: required.organisationName, reason: releaseSentence(release) }
    return { result: undefined, events: [event('signatoryReleased', 'signing', signing.id, { after })] }
  })
