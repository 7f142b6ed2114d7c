import { z } from 'zod'
import type { Actor } from '../../../../access/actor.ts'
import { jointGroup } from '../../../../access/joint-group.ts'
import { page } from '../../../../http/pages/answers.ts'
import type { Routes } from '../../../../http/route.ts'
import { statusPath } from '../paths.ts'
import { statusPage } from './status-page.ts'

const statusQuery = z.object({ leverandoer: z.string().trim().max(200).optional().catch('').default('') })

/** R36: what is late, and from whom. */
export function statusRoutes(route: Routes): void {
  route.get(
    statusPath,
    {
      right: 'readBody',
      on: ({ db }: { db: Actor['database'] }) => jointGroup(db),
      query: statusQuery,
      queries: 4,
    },
    ({ actor, query }) => page('knowledge/status', statusPage(actor, query)),
  )
}
