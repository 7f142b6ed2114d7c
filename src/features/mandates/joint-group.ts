import type { BodySubject } from '../../access/policy.ts'
import { bodiesOf } from '../../access/visibility.ts'
import type { Database } from '../../database/database.ts'

/** Mandates and the register are open to both parties, as what the joint group publishes is: its subject is asked. */
export function jointGroup(db: Database): { body: BodySubject } | null {
  const body = bodiesOf(db).find(({ kind }) => kind === 'JOINT_GROUP')
  return body ? { body } : null
}
