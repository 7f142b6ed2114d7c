import { isOnSql } from '../kernel/periods.ts'
import type { Actor } from './actor.ts'

type Representing = Pick<Actor, 'person' | 'seats'>

/** The organisations that a person answers for: his or her own, and those that he or she has a seat for. */
export const representedBy = ({ person, seats }: Representing): number[] => [
  ...new Set([...(person ? [person.organisationId] : []), ...seats.map(seat => seat.organisationId)]),
]

/** An organisation, with those that administer it on the day. */
export interface Administered {
  id: number
  administrators: readonly number[]
}

/**
 * As whom the person answers for an organisation: `own` where he or she represents it, else the administrator of the
 * association that he or she represents. Null: as nobody.
 */
export function answersAs(actor: Representing, { id, administrators }: Administered): 'own' | number | null {
  const represented = representedBy(actor)
  if (represented.includes(id)) return 'own'
  return administrators.find(administrator => represented.includes(administrator)) ?? null
}

/** Whether `answersAs` finds somebody, as an SQL condition on the column with the organisation: two values, the day twice. */
export function answeredForSql(actor: Representing, organisationId: string): string {
  const represented = representedBy(actor).join(',')
  return `(${organisationId} IN (${represented}) OR ${organisationId} IN (
    SELECT aa.associationId FROM Administration aa WHERE aa.administratorId IN (${represented}) AND ${isOnSql('aa')}))`
}
