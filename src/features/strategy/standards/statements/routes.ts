import type { Actor } from '../../../../access/actor.ts'
import { jointGroup } from '../../../../access/joint-group.ts'
import type { Database } from '../../../../database/database.ts'
import type { FormState } from '../../../../http/forms/forms.ts'
import { file, page, redirect } from '../../../../http/pages/answers.ts'
import type { Routes } from '../../../../http/route.ts'
import { textAddress } from '../../../decisions/adoption/index.ts'
import { standardsPath, statementsPath } from '../paths.ts'
import { askPage } from './ask-page.ts'
import { askForStatements } from './ask-statements.ts'
import { askForm, matrixQuery, roundAddress, statementAddress } from './forms.ts'
import { matrixCsv, matrixPage } from './matrix-page.ts'
import { statementPage } from './statement-page.ts'

const path = `${standardsPath}/:text/redegoerelser`
const ofAll = { right: 'readBody', on: ({ db }: { db: Database }) => jointGroup(db) } as const

/** §5: the yearly statements on the standards: asked for by the secretariats, given by each organisation, read by all. */
export function statementRoutes(route: Routes): void {
  const asking = { right: 'prepareTexts', params: textAddress } as const
  const ask = async (actor: Actor, slug: string, form?: FormState) =>
    page('layout/form-page', await askPage(actor, slug, form))
  route.get(`${path}/ny`, { ...asking, queries: 16 }, ({ actor, params }) => ask(actor, params.text))
  route.post(
    `${path}/ny`,
    { ...asking, form: askForm, onInvalid: ({ actor, params }, form) => ask(actor, params.text, form) },
    async ({ actor, params, form }) => {
      const { year } = await askForStatements(actor, { slug: params.text, ...form })
      return redirect(statementsPath(params.text, year), `Organisationerne er bedt om redegørelser for ${year}.`)
    },
  )

  route.get(
    `${path}/:year`,
    { ...ofAll, params: roundAddress, query: matrixQuery, queries: 8 },
    ({ actor, params, query }) => page('standards/matrix', matrixPage(actor, params.text, params.year, query)),
  )
  route.get(
    `${path}/:year/tabel.csv`,
    { ...ofAll, params: roundAddress, query: matrixQuery, queries: 8 },
    ({ actor, params, query }) => {
      const { name, content } = matrixCsv(actor, params.text, params.year, query)
      return file(content, { name, mediaType: 'text/csv; charset=utf-8' })
    },
  )
  route.get(`${path}/:year/:organisation`, { ...ofAll, params: statementAddress, queries: 8 }, ({ actor, params }) =>
    page('standards/statement', statementPage(actor, params.text, params.year, params.organisation)),
  )
}
