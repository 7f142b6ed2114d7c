import type { Actor } from '../../../access/actor.ts'
import { type PrivacyWords, sideName } from '../../../access/cooperation.ts'
import { requireRight } from '../../../access/policy.ts'
import { event } from '../../../database/events.ts'
import { write } from '../../../database/write.ts'
import { Conflict, notFound, refuseAll } from '../../../kernel/refusal.ts'
import { type CooperationNames, namesFaults } from './cooperation-rules.ts'

type CooperationFacts = Omit<CooperationNames, 'municipality'> & PrivacyWords

/**
 * Corrects what every page says of the cooperation. What is sealed keeps the names that it was sealed with.
 * @throws Conflict with the names as they stand when somebody else saved first
 */
export const changeCooperation = (
  actor: Actor,
  { version, ...names }: CooperationFacts & { version: number },
): Promise<void> =>
  write(actor, async tx => {
    requireRight(actor, 'keepCooperation')
    const found = await tx.cooperation.findUnique({ where: { id: 1 } })
    if (!found) throw notFound()
    const before = namesOf(found)
    if (found.version !== version) throw new Conflict({ ...before }, found.version)
    const municipality = sideName(actor.database, 'MUNICIPALITY')
    // The municipality is called as its organisation is: the other name is the one to be changed here.
    refuseAll(
      namesFaults({ ...names, municipality }).map(told =>
        told.field === 'municipality' ? { ...told, field: 'housing' } : told,
      ),
    )
    await tx.cooperation.update({ where: { id: 1 }, data: { ...names, version: { increment: 1 } } })
    return {
      result: undefined,
      events: [event('cooperationChanged', 'cooperation', 1, { before: lasting(before), after: lasting(names) })],
    }
  })

/** Events stay for good, so that no address of a person is written in them. */
const lasting = ({ contactEmail: _email, contactPhone: _phone, ...rest }: CooperationFacts) => rest

const namesOf = (row: CooperationFacts): CooperationFacts => ({
  name: row.name,
  town: row.town,
  housing: row.housing,
  contactName: row.contactName,
  contactEmail: row.contactEmail,
  contactPhone: row.contactPhone,
  controller: row.controller,
  legalBasis: row.legalBasis,
  retention: row.retention,
  complaint: row.complaint,
})
