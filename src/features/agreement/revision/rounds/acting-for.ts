import type { Actor } from '../../../../access/actor.ts'
import { type Right, requireRight } from '../../../../access/policy.ts'
import type { Tx } from '../../../../database/write.ts'
import { brokenRule, notFound } from '../../../../kernel/refusal.ts'
import { sideOf } from '../../../ground/sealed/index.ts'
import { type RoundState, roundStateLabels } from '../../agreement/index.ts'
import type { Round, RoundProposal } from './load-round.ts'

/** A proposal, an answer and a signature are a person's: the system gives none. */
export function personOf(actor: Actor) {
  if (!actor.person) throw brokenRule('Kun en bruger, der er logget ind, kan gøre dette.')
  return actor.person
}

/** The organisation that the person acts for, when the person may. */
export async function actingFor(tx: Tx, actor: Actor, organisationId: number, right: Right) {
  const organisation = await tx.organisation.findUnique({ where: { id: organisationId } })
  if (!organisation) throw notFound('Organisationen findes ikke.')
  requireRight(actor, right, { organisation })
  return organisation
}

/** The side of the secretariat where the person has a seat. */
export function secretariatSide(actor: Actor): 'HOUSING' | 'MUNICIPALITY' {
  const side = sideOf(actor, { side: null })
  if (side === null) throw brokenRule('Du kan kun handle for dit eget sekretariat.')
  return side
}

export function requireState(round: Round, states: readonly RoundState[]): void {
  if (!states.includes(round.state)) {
    throw brokenRule(
      `Revisionen har status »${roundStateLabels[round.state]}«. Derfor kan ændringsforslag og udkast ikke ændres.`,
    )
  }
}

export function proposalIn(round: Round, number: number): RoundProposal {
  const proposal = round.proposals.find(found => found.number === number)
  if (!proposal) throw notFound('Ændringsforslaget findes ikke.')
  return proposal
}
