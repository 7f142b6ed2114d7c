import type { Subject } from '../../../access/policy.ts'
import type { Database } from '../../../database/database.ts'
import { notFound } from '../../../kernel/refusal.ts'
import { findOrganisation, type OrganisationInFull } from './queries.ts'

/** The organisation that an address names, as what the right is asked about; null when there is none. */
export function organisationOf(db: Database, params: { organisation: string }): Subject | null {
  const organisation = findOrganisation(db, params.organisation)
  return organisation ? { organisation } : null
}

export function foundIn(db: Database, slug: string): OrganisationInFull {
  const found = findOrganisation(db, slug)
  if (!found) throw notFound()
  return found
}
