import type { Feature } from '../../../http/feature.ts'
import { file, page } from '../../../http/pages/answers.ts'
import type { Routes } from '../../../http/route.ts'
import { logOf } from './event-log.ts'
import { eventAddress, eventsQuery } from './forms.ts'
import { eventsCsv, eventsPage } from './list-page.ts'
import { eventPage } from './show-page.ts'

export function eventRoutes(route: Routes, features: readonly Feature[]): void {
  const log = logOf(features)

  route.get('/haendelser', { right: 'followEvents', query: eventsQuery, queries: 6 }, async ({ actor, query }) => {
    const model = await eventsPage(log, actor, query)
    return page('events/list', model, { status: model.faults.length > 0 ? 422 : 200 })
  })

  route.get('/haendelser.csv', { right: 'followEvents', query: eventsQuery, queries: 8 }, async ({ actor, query }) => {
    const { name, content } = await eventsCsv(log, actor, query)
    return file(content, { name, mediaType: 'text/csv; charset=utf-8' })
  })

  route.get('/haendelser/:id', { right: 'followEvents', params: eventAddress, queries: 2 }, ({ actor, params }) =>
    page('events/show', eventPage(log, actor, params.id)),
  )
}
