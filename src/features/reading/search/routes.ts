import { z } from 'zod'
import type { Feature } from '../../../http/feature.ts'
import { optionalText } from '../../../http/forms/fields.ts'
import { page } from '../../../http/pages/answers.ts'
import { cursorField } from '../../../http/pages/paging.ts'
import type { Routes } from '../../../http/route.ts'
import { inOrder } from '../../../kernel/placed.ts'
import { everyKind, searchPage } from './pages.ts'

/** Searches what the features let be found, each kind in one statement. */
export function searchRoutes(route: Routes, features: readonly Feature[]): void {
  const kinds = inOrder(features.flatMap(({ search }) => search ?? []))
  const query = z.object({
    q: optionalText(200).default(''),
    i: z.enum([everyKind, ...kinds.map(({ slug }) => slug)]).default(everyKind),
    efter: cursorField,
  })
  route.get('/soeg', { right: 'signedIn', query, queries: kinds.length }, ({ actor, query }) =>
    page('search/results', searchPage(actor, kinds, { typed: query.q, kind: query.i, after: query.efter })),
  )
}
