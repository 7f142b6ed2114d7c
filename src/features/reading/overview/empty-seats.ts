import type { Actor } from '../../../access/actor.ts'
import { preparedBodies } from '../../../access/visibility.ts'
import type { WaitingLine, WaitingLines } from '../../../http/feature.ts'
import { bodyPath } from '../../ground/bodies/paths.ts'
import { beginningLines } from './getting-started.ts'
import { type BodyRow, manning } from './queries.ts'

/** The bodies that a secretariat looks after and nobody sits in, or nobody chairs. */
export const emptySeats: WaitingLines = {
  order: 90,
  lines(actor: Actor): WaitingLine[] {
    const bodies = manning(actor.database, preparedBodies(actor), actor.today)
    // Until the first meeting is called, the way there tells what the groups lack.
    const told = beginningLines(actor).length === 0 ? bodies : bodies.filter(({ kind }) => kind === 'SECRETARIAT')
    return told.flatMap(lackingIn)
  },
}

/** R59: without people a secretariat cannot sign off; without a chair nobody can open the meeting. */
function lackingIn(body: BodyRow): WaitingLine[] {
  const href = bodyPath(body.slug)
  if (body.people === 0) return [{ text: `${body.name} er ubesat`, href, by: null, urgent: true }]
  if (body.kind !== 'SECRETARIAT' && body.chairs === 0)
    return [{ text: `${body.name} mangler en formand`, href, by: null, urgent: false }]
  return []
}
