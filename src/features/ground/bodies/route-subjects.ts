import type { Subject } from '../../../access/policy.ts'
import type { Database } from '../../../database/database.ts'
import { notFound } from '../../../kernel/refusal.ts'
import { type BodyRow, findBody } from './queries.ts'

/** The body that an address names, as what the right is asked about: all in the cooperation know that it is there. */
export function bodyOf({ db, params }: { db: Database; params: { body: string } }): Subject | null {
  const body = findBody(db, params.body)
  return body ? { body, known: true } : null
}

export function foundIn(db: Database, slug: string): BodyRow {
  const found = findBody(db, slug)
  if (!found) throw notFound()
  return found
}
