import type { Subject } from '../../../access/policy.ts'
import type { Database } from '../../../database/database.ts'
import type { Day } from '../../../kernel/days.ts'
import { notFound } from '../../../kernel/refusal.ts'
import { findOrganisation, type OrganisationInFull, readAdministrationsOn } from './queries.ts'

/** The organisation that an address names, as what the right is asked about; null when there is none. */
export function organisationOf(db: Database, params: { organisation: string }): Subject | null {
  const organisation = findOrganisation(db, params.organisation)
  return organisation ? { organisation } : null
}

/** The organisation, with those that administer it today: they may answer for an association. */
export function administeredOrganisation({
  db,
  today,
  params,
}: {
  db: Database
  today: Day
  params: { organisation: string }
}): Subject | null {
  const organisation = findOrganisation(db, params.organisation)
  if (!organisation) return null
  const administrations = readAdministrationsOn(db, today).filter(
    ({ associationId }) => associationId === organisation.id,
  )
  return { organisation, administrators: administrations.map(({ administratorId }) => administratorId) }
}

export function foundIn(db: Database, slug: string): OrganisationInFull {
  const found = findOrganisation(db, slug)
  if (!found) throw notFound()
  return found
}
