import type { Tx } from '../../../../database/write.ts'
import type { Day } from '../../../../kernel/days.ts'
import { periodOf } from '../../../../kernel/periods.ts'
import { notFound } from '../../../../kernel/refusal.ts'
import type { OrganisationFacts } from './organisation-rules.ts'

export interface StoredOrganisation extends OrganisationFacts {
  slug: string
  shortName: string
  about: string
  website: string | null
  parentId: number | null
  version: number
}

/** @throws Refusal when there is no such organisation */
export async function loadOrganisation(tx: Tx, where: { id: number } | { slug: string }): Promise<StoredOrganisation> {
  const found = await tx.organisation.findUnique({ where })
  if (!found) throw notFound('Organisationen findes ikke.')
  return { ...found, ...periodOf(found) }
}

/** What must have somewhere to go before an organisation ends on a day. */
export async function whatRestsOn(
  tx: Tx,
  id: number,
  to: Day,
): Promise<{ administers: { id: number; name: string }[]; seated: string[] }> {
  const after = { OR: [{ to: null }, { to: { gt: to } }] }
  const administrations = await tx.administration.findMany({
    where: { administratorId: id, ...after },
    include: { association: true },
    orderBy: { association: { position: 'asc' } },
  })
  const seats = await tx.seat.findMany({
    where: { organisationId: id, ...after },
    include: { person: true },
    orderBy: { id: 'asc' },
  })
  return {
    administers: administrations.map(({ association }) => ({ id: association.id, name: association.name })),
    seated: [...new Set(seats.map(({ person }) => person.name))],
  }
}
