import type { Database } from '../database/database.ts'
import type { BodySubject } from './policy.ts'
import { bodiesOf } from './visibility.ts'

/** Mandates and the register are open to both parties, as what the joint group publishes is: its subject is asked. */
export function jointGroup(db: Database): { body: BodySubject } | null {
  const body = bodiesOf(db).find(({ kind }) => kind === 'JOINT_GROUP')
  return body ? { body } : null
}
