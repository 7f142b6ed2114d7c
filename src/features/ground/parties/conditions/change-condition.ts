import { type Actor, personIdOf } from '../../../../access/actor.ts'
import { requireRight } from '../../../../access/policy.ts'
import { event } from '../../../../database/events.ts'
import { write } from '../../../../database/write.ts'
import type { Day } from '../../../../kernel/days.ts'
import { type Objection, objection } from '../../../../kernel/objection.ts'
import { type Period, periodOf } from '../../../../kernel/periods.ts'
import { notFound, refuseAll } from '../../../../kernel/refusal.ts'
import type { ConditionKind } from '../labels.ts'
import { loadOrganisation } from '../organisations/load-organisation.ts'

/**
 * R63: the political and administrative conditions that an organisation is subject to. They stand beside its mandates
 * for all to see, and never widen one: no rule reads them. What has changed is ended and recorded anew.
 */
export const recordCondition = (
  actor: Actor,
  input: { organisation: string; kind: ConditionKind; title: string; text: string; from: Day; to: Day | null },
): Promise<void> =>
  write(actor, async (tx, at) => {
    const organisation = await loadOrganisation(tx, { slug: input.organisation })
    requireRight(actor, 'keepConditions', { organisation })
    if (organisation.kind === 'EXTERNAL') throw notFound()
    const { kind, title, text, from, to } = input
    refuseAll([
      to !== null && to < from ? objection('»Gælder til og med« kan ikke ligge før »Gælder fra«.', 'to') : null,
    ])
    const { id } = await tx.condition.create({
      data: {
        organisationId: organisation.id,
        kind,
        title,
        text,
        from,
        to,
        recordedById: personIdOf(actor),
        recordedAt: at,
      },
    })
    const after = { organisation: organisation.name, kind, title, text, from, to }
    return { result: undefined, events: [event('conditionRecorded', 'condition', id, { after })] }
  })

export const endCondition = (actor: Actor, input: { organisation: string; id: number; to: Day }): Promise<void> =>
  write(actor, async tx => {
    const organisation = await loadOrganisation(tx, { slug: input.organisation })
    requireRight(actor, 'keepConditions', { organisation })
    const found = await tx.condition.findUnique({ where: { id: input.id } })
    if (!found || found.organisationId !== organisation.id) throw notFound()
    refuseAll([endingFault(periodOf(found), input.to)])
    await tx.condition.update({ where: { id: found.id }, data: { to: input.to, version: { increment: 1 } } })
    const told = { before: { to: found.to }, after: { title: found.title, to: input.to } }
    return { result: undefined, events: [event('conditionEnded', 'condition', found.id, told)] }
  })

function endingFault(period: Period, to: Day): Objection | null {
  if (to < period.from) return objection('»Sidste dag« kan ikke ligge før den dag, vilkåret gælder fra.', 'to')
  return period.to !== null && period.to <= to ? objection('Vilkåret ophører allerede inden den dag.', 'to') : null
}
