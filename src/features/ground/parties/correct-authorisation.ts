import type { Actor } from '../../../access/actor.ts'
import { requireRight } from '../../../access/policy.ts'
import { event } from '../../../database/events.ts'
import { type Tx, write } from '../../../database/write.ts'
import { type Day, dayInRow, dayOf, momentInRow } from '../../../kernel/days.ts'
import { Conflict, notFound, refuseAll } from '../../../kernel/refusal.ts'
import { loadOrganisation } from './organisations/load-organisation.ts'
import { authorisationFacts } from './people/authorise.ts'
import { correctAuthorisationFaults } from './people/people-rules.ts'

/**
 * Corrects from when somebody keeps an organisation's mandates or signs for it. Who does, and on what, is not
 * corrected: that is another authorisation.
 * @throws Conflict with the day that stands when somebody else saved first
 */
export const correctAuthorisation = (
  actor: Actor,
  input: { organisation: string; id: number; version: number; from: Day; reason: string },
): Promise<void> =>
  write(actor, async tx => {
    const organisation = await loadOrganisation(tx, { slug: input.organisation })
    requireRight(actor, 'nameAuthorised', { organisation })
    const found = await tx.authorisation.findUnique({ where: { id: input.id }, include: { person: true } })
    if (!found || found.organisationId !== organisation.id) throw notFound()
    if (found.version !== input.version) throw new Conflict({ from: found.from }, found.version)
    const { kind, person } = found
    const { from, reason } = input
    const period = { from, to: dayInRow(found.to) }
    const facts = await authorisationFacts(tx, organisation, person, { kind, ...period }, found.id)
    const used = await firstUse(tx, organisation.id, person.id, { kind, since: found.from })
    refuseAll(correctAuthorisationFaults(facts, period, used))
    await tx.authorisation.update({ where: { id: found.id }, data: { from, version: { increment: 1 } } })
    const after = { kind, person: person.name, organisation: organisation.name, from, reason }
    const change = { before: { from: found.from }, after }
    return { result: undefined, events: [event('authorisationCorrected', 'authorisation', found.id, change)] }
  })

/** The municipality's keeper keeps its departments' mandates too (R67). */
async function firstUse(
  tx: Tx,
  organisationId: number,
  personId: number,
  { kind, since }: { kind: string; since: string },
): Promise<Day | null> {
  const of = { organisation: { OR: [{ id: organisationId }, { parentId: organisationId }] } }
  const days =
    kind === 'SIGNATORY'
      ? (await tx.requiredSignature.findMany({ where: { organisationId, personId }, select: { signedAt: true } })).map(
          ({ signedAt }) => signedAt,
        )
      : [
          ...(await tx.mandate.findMany({ where: { ...of, registeredById: personId } })).map(row => row.registeredAt),
          ...(await tx.referral.findMany({ where: { ...of, answeredById: personId } })).map(row => row.answeredAt),
        ]
  const [first = null] = days
    .filter(at => at !== null)
    .map(at => dayOf(momentInRow(at)))
    .filter(day => day >= since)
    .sort()
  return first
}
