import { z } from 'zod'
import { jointGroup } from '../../../../access/joint-group.ts'
import type { Database } from '../../../../database/database.ts'
import { optionalId } from '../../../../http/forms/fields.ts'
import { file, page, redirect } from '../../../../http/pages/answers.ts'
import type { Routes } from '../../../../http/route.ts'
import { criterionKeys } from '../labels.ts'
import { warningCsvPath, warningPath, warningSourcesPath } from '../paths.ts'
import { chooseSources } from './choose-source.ts'
import { measuredKeys, sourcesPage, warningCsv, warningPage } from './pages.ts'

const ofAll = { right: 'readBody', on: ({ db }: { db: Database }) => jointGroup(db) } as const
const keeping = { right: 'keepLists' } as const
const queries = 22

const warningQuery = z.object({
  q: z.string().trim().max(100).optional().catch('').default(''),
  liste: z.enum(['', 'VULNERABLE', 'PREVENTION']).optional().catch('').default(''),
})
const sourcesForm = z.object(
  Object.fromEntries(['RESIDENTS', ...criterionKeys].map(key => [key, optionalId.optional()])),
)

/** R40: early warning by the rules of today, on what the portal has measured itself. */
export function warningRoutes(route: Routes): void {
  route.get(warningPath, { ...ofAll, query: warningQuery, queries }, ({ actor, query }) =>
    page('lists/warning', warningPage(actor, query)),
  )
  route.get(warningCsvPath, { ...ofAll, queries }, ({ actor }) => {
    const { name, content } = warningCsv(actor)
    return file(content, { name, mediaType: 'text/csv; charset=utf-8' })
  })
  route.get(warningSourcesPath, { ...keeping, queries: 8 }, ({ actor }) => page('layout/form-page', sourcesPage(actor)))
  route.post(
    warningSourcesPath,
    {
      ...{ ...keeping, form: sourcesForm, repeatable: true as const },
      onInvalid: ({ actor }, form) => page('layout/form-page', sourcesPage(actor, form)),
    },
    async ({ actor, form }) => {
      await chooseSources(
        actor,
        measuredKeys.map(key => ({ key, indicatorId: form[key] ?? null })),
      )
      return redirect(warningPath, 'Valgene er gemt, og varslingen er regnet om.')
    },
  )
}
