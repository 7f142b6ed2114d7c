import type { Tx } from '../../../../database/write.ts'
import type { Day } from '../../../../kernel/days.ts'
import { notFound } from '../../../../kernel/refusal.ts'

/** An organisation with those that administer it on a day: they may answer in its place. @throws Refusal when there is none */
export async function organisationWithAdministrators(tx: Tx, slug: string, on: Day) {
  const found = await tx.organisation.findUnique({
    where: { slug },
    include: { administeredBy: { where: { from: { lte: on }, OR: [{ to: null }, { to: { gte: on } }] } } },
  })
  if (!found) throw notFound('Organisationen findes ikke.')
  return { ...found, administrators: found.administeredBy.map(({ administratorId }) => administratorId) }
}
