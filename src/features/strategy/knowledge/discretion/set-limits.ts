import { type Actor, personIdOf } from '../../../../access/actor.ts'
import { requireRight } from '../../../../access/policy.ts'
import { event } from '../../../../database/events.ts'
import { rowReaderIn } from '../../../../database/reader.ts'
import { write } from '../../../../database/write.ts'
import { objection } from '../../../../kernel/objection.ts'
import { Conflict, refuseAll } from '../../../../kernel/refusal.ts'
import { readLimits, type StatedLimits } from './read-tied.ts'

/**
 * From which numbers on figures are told in the deliveries that come: both secretariats say it, with their reason. What
 * was decided of earlier ones stands.
 * @param given.version the row that the form was made from; 0: the usual limits
 * @throws Conflict when somebody else has set them meanwhile
 */
export const setLimits = (actor: Actor, given: StatedLimits & { reason: string; version: number }): Promise<void> =>
  write(actor, async (tx, at) => {
    requireRight(actor, 'keepIndicators')
    const { version, reason, ...limits } = given
    const now = await readLimits(rowReaderIn(tx))
    if (now.id !== version)
      throw new Conflict(
        { residents: String(now.residents), households: String(now.households), cell: String(now.cell) },
        now.id,
      )
    const { id: _id, ...before } = now
    const known = new Set(
      (await tx.indicator.findMany({ select: { id: true }, where: { id: { in: idsIn(limits) } } })).map(({ id }) => id),
    )
    refuseAll([
      ...(['residentsId', 'householdsId'] as const).map(field =>
        limits[field] === null || known.has(limits[field]) ? null : objection('Vælg en indikator fra listen.', field),
      ),
      limits.residentsId !== null && limits.residentsId === limits.householdsId
        ? objection('Beboere og husstande kan ikke være den samme indikator.', 'householdsId')
        : null,
    ])
    const { id } = await tx.discretionLimits.create({ data: { ...limits, reason, byId: personIdOf(actor) ?? 0, at } })
    return {
      result: undefined,
      events: [event('discretionSet', 'discretionLimits', id, { before, after: { ...limits, reason } })],
    }
  })

const idsIn = ({ residentsId, householdsId }: StatedLimits): number[] =>
  [residentsId, householdsId].flatMap(id => id ?? [])
