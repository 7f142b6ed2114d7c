import type { Actor } from '../../../../access/actor.ts'
import { isOwnPassword } from '../../../../access/credentials.ts'
import { event } from '../../../../database/events.ts'
import { write } from '../../../../database/write.ts'
import { refuseAll } from '../../../../kernel/refusal.ts'
import { type AddendumCapacity, inTheWayOfDeclining } from '../../../ground/parties/index.ts'
import { actingFor, personOf } from '../rounds/acting-for.ts'
import { refusePassword } from '../signing/refuse-password.ts'
import { loadAddendum } from './standing-addendum.ts'

export interface AddendumDeclining {
  year: number
  number: number
  reason: string
  password: string
}

/**
 * R4: the organisation that an addendum concerns will not sign it. Its signatory declines as it would sign, with the
 * password given again; the addendum stays to be read with the reason, and nothing follows from it.
 */
export async function declineAddendum(actor: Actor, input: AddendumDeclining, { demo }: { demo: boolean }) {
  const person = personOf(actor)
  const given = await isOwnPassword(actor, input.password, { demo, detail: 'afvisning af et tillæg' })
  return write(actor, async (tx, at) => {
    const addendum = await loadAddendum(tx, input)
    const { name } = await actingFor(tx, actor, addendum.organisationId, 'signAgreement')
    refusePassword(given, 'Intet er afvist.', 'declinePassword')
    const signed = addendum.signatures.map(({ capacity }) => capacity as AddendumCapacity)
    refuseAll([inTheWayOfDeclining({ ...addendum, organisation: name, signed })])
    await tx.addendum.update({
      where: { id: addendum.id },
      data: { declinedAt: at, declinedById: person.id, declineReason: input.reason, version: { increment: 1 } },
    })
    const { year, number, reason } = input
    const after = { year, number, organisation: name, signatory: person.name, title: person.title, reason }
    return { result: undefined, events: [event('addendumDeclined', 'addendum', addendum.id, { after })] }
  })
}
