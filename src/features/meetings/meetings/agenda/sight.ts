import type { Actor } from '../../../../access/actor.ts'
import { type BodySubject, readsClosedOf } from '../../../../access/policy.ts'
import { openPartOf } from '../../../../access/visibility.ts'
import { caseStandIns } from '../../cases/index.ts'
import { closedAmong, itemOpenness, recusedItems } from './agenda-queries.ts'
import type { Sight } from './agenda-view.ts'
import type { ItemRow } from './load-agenda.ts'

/** What the person may read of a meeting's closed items. `items` are its rows when they have been read already. */
export function sightOf(actor: Actor, body: BodySubject, meetingId: number, items: readonly ItemRow[] | null): Sight {
  const readsClosed = actor.system || readsClosedOf(actor, body)
  const closed = closedAmong(items ?? itemOpenness(actor.database, meetingId))
  const any = closed.closedNow.size > 0
  const recused = any && actor.person ? recusedItems(actor.database, meetingId, actor.person.id) : new Set<number>()
  return { readsClosed, recused, ...closed, cases: caseStandIns(actor) }
}

/** What anyone reads of a meeting's items who belongs to none of its bodies: of the closed ones nothing. */
export const sightFromOutside = (actor: Actor, meetingId: number): Sight => ({
  readsClosed: false,
  recused: new Set(),
  ...closedAmong(itemOpenness(actor.database, meetingId)),
  cases: caseStandIns(actor, openPartOf(actor)),
})
