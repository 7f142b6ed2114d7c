import { z } from 'zod'
import { file, page } from '../../../../http/pages/answers.ts'
import type { Routes } from '../../../../http/route.ts'
import { csvOf } from '../../../../kernel/csv.ts'
import { placeField, seriesAddress } from '../indicators/forms.ts'
import { figureQueries } from '../indicators/routes.ts'
import { placePath as pathOfPlace, placeCsvPath, placesPath, seriesPath } from '../paths.ts'
import { placePage, placeTable } from './place-page.ts'
import { placesPage, placesQuery } from './places-page.ts'
import { seriesPage } from './series-page.ts'

const placeAddress = z.object({ place: placeField })
const placeQuery = z.object({
  aar: z
    .preprocess(
      value => (typeof value === 'string' && /^\d{4}$/.test(value) ? Number(value) : null),
      z.number().nullable(),
    )
    .optional()
    .default(null),
  tema: z.string().trim().max(100).optional().catch('').default(''),
})

/** R37: what is known of a place: all indicators of one year, and one indicator's years. */
export function seriesRoutes(route: Routes): void {
  const reading = { right: 'signedIn' } as const
  route.get(placesPath, { ...reading, query: placesQuery, queries: figureQueries }, ({ actor, query }) =>
    page('knowledge/places', placesPage(actor, query)),
  )
  const ofPlace = { ...reading, params: placeAddress, query: placeQuery, queries: figureQueries } as const
  route.get(pathOfPlace(':place'), ofPlace, ({ actor, params, query }) =>
    page('knowledge/place', placePage(actor, params.place, query)),
  )
  route.get(placeCsvPath(':place'), ofPlace, ({ actor, params, query }) => {
    const { head, rows } = placeTable(actor, params.place, query)
    return file(csvOf(head, rows), { name: `tal-${params.place}.csv`, mediaType: 'text/csv; charset=utf-8' })
  })
  route.get(
    seriesPath(':indicator', ':place'),
    { ...reading, params: seriesAddress, queries: figureQueries },
    ({ actor, params }) => page('knowledge/series', seriesPage(actor, params.indicator, params.place)),
  )
}
