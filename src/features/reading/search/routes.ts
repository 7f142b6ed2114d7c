import { z } from 'zod'
import { optionalText } from '../../../http/forms/fields.ts'
import { page } from '../../../http/pages/answers.ts'
import { cursorField } from '../../../http/pages/paging.ts'
import type { Routes } from '../../../http/route.ts'
import { searchPage } from './pages.ts'

const query = z.object({
  q: optionalText(200).default(''),
  i: z.enum(['alt', 'beslutninger', 'punkter', 'moeder', 'sager', 'foer-portalen']).default('alt'),
  efter: cursorField,
})

export function searchRoutes(route: Routes): void {
  route.get('/soeg', { right: 'signedIn', query, queries: 5 }, ({ actor, query }) =>
    page('search/results', searchPage(actor, { typed: query.q, kind: query.i, after: query.efter })),
  )
}
