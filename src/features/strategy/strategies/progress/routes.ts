import type { Actor } from '../../../../access/actor.ts'
import { jointGroup } from '../../../../access/joint-group.ts'
import { file, page, redirect } from '../../../../http/pages/answers.ts'
import type { Routes } from '../../../../http/route.ts'
import { csvOf } from '../../../../kernel/csv.ts'
import { textAddress } from '../../../decisions/adoption/index.ts'
import { targetAddress } from '../parts/forms.ts'
import { strategyProgressPath } from '../paths.ts'
import { appraisalPage } from './appraisal-page.ts'
import { appraiseTarget } from './appraise-target.ts'
import { appraisalForm, appraisalQuery } from './forms.ts'
import { progressPage } from './progress-page.ts'
import { progressTable } from './progress-table.ts'

const path = strategyProgressPath(':text')
const ofAll = { right: 'readBody', on: ({ db }: { db: Actor['database'] }) => jointGroup(db) } as const

/** Er vi på vej? Worked out of what was measured, and written where a target is judged in words. */
export function progressRoutes(route: Routes): void {
  const ofOne = { ...ofAll, params: textAddress } as const
  route.get(path, { ...ofOne, queries: 20 }, async ({ actor, params }) =>
    page('strategies/progress', await progressPage(actor, params.text)),
  )
  route.get(`${path}/tabel.csv`, { ...ofOne, queries: 20 }, async ({ actor, params }) => {
    const { head, rows } = await progressTable(actor, params.text)
    return file(csvOf(head, rows), { name: `fremdrift-${params.text}.csv`, mediaType: 'text/csv; charset=utf-8' })
  })

  const appraising = { right: 'prepareTexts', params: targetAddress } as const
  route.get(
    `${path}/:target/vurdering`,
    { ...appraising, query: appraisalQuery, queries: 18 },
    async ({ actor, params, query }) =>
      page('layout/form-page', await appraisalPage(actor, params, { year: query.aar })),
  )
  route.post(
    `${path}/:target/vurdering`,
    {
      ...appraising,
      form: appraisalForm,
      onInvalid: async ({ actor, params }, form) =>
        page('layout/form-page', await appraisalPage(actor, params, { form })),
    },
    async ({ actor, params, form: { version, ...said } }) => {
      const { text: slug, target } = params
      const { corrected } = await appraiseTarget(actor, { slug, target, ...said, corrects: version || null })
      return redirect(
        `${strategyProgressPath(slug)}#${target}`,
        corrected ? 'Rettelsen er gemt. Den tidligere vurdering står under den nye.' : 'Vurderingen er gemt.',
      )
    },
  )
}
