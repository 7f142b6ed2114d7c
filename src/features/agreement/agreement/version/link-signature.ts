import type { Actor } from '../../../../access/actor.ts'
import { requireRight } from '../../../../access/policy.ts'
import { event } from '../../../../database/events.ts'
import { write } from '../../../../database/write.ts'
import { brokenRule, notFound } from '../../../../kernel/refusal.ts'
import { maySign } from '../import/match-organisations.ts'
import { readKnownOrganisations } from '../queries.ts'

/**
 * R103: a signature that was sealed by its name alone is linked to the organisation of the portal whose it is, also when
 * that was registered later. The sealed signature stays as it is; a mistake is corrected by linking again.
 */
export const linkSignature = (
  actor: Actor,
  input: { year: number; signatureId: number; organisationId: number },
): Promise<void> =>
  write(actor, async (tx, at) => {
    requireRight(actor, 'manageOwnSide')
    const signature = await tx.agreementSignature.findFirst({
      where: { id: input.signatureId, agreement: { year: input.year, textKind: 'FULL' } },
    })
    if (!signature || !actor.person) throw notFound()
    const { organisationName, side, versionId } = signature
    if (signature.organisationId !== null) throw brokenRule(`${organisationName} blev knyttet, da aftalen blev gemt.`)
    const organisation = readKnownOrganisations(actor.database).find(({ id }) => id === input.organisationId)
    if (!organisation || !maySign(organisation, side))
      throw brokenRule(`${organisationName} kan ikke være den valgte organisation.`, 'organisationId')
    await tx.signatureLink.create({
      data: { signatureId: signature.id, organisationId: organisation.id, linkedById: actor.person.id, linkedAt: at },
    })
    const after = { year: input.year, signature: organisationName, organisation: organisation.names[0] }
    return { result: undefined, events: [event('signatureLinked', 'agreement', versionId, { after })] }
  })
