import type { Actor } from '../../../access/actor.ts'
import { jointGroup } from '../../../access/joint-group.ts'
import type { FormState } from '../../../http/forms/forms.ts'
import { file, page, redirect } from '../../../http/pages/answers.ts'
import type { Routes } from '../../../http/route.ts'
import { askImplementation } from './ask-implementation.ts'
import { askForm, matrixQuery, organisationRoundAddress, roundAddress } from './forms.ts'
import { halfText } from './half-year.ts'
import { matrixCsv } from './matrix/matrix-csv.ts'
import { matrixPage } from './matrix/matrix-page.ts'
import { organisationPage } from './matrix/organisation-page.ts'
import { askImplementationPath, implementationPath, roundPath } from './paths.ts'
import { askPage, roundsPage } from './round-pages.ts'

const ofAll = { right: 'readBody', on: ({ db }: { db: Actor['database'] }) => jointGroup(db) } as const
const ofRound = `${implementationPath}/:half`

/** §5, R52: how far each organisation is with the shared strategies, a half-year at a time. */
export function implementationRoutes(route: Routes): void {
  route.get(implementationPath, { ...ofAll, queries: 3 }, ({ actor }) => page('implementation/list', roundsPage(actor)))
  const ask = async (actor: Actor, form?: FormState) => page('layout/form-page', await askPage(actor, form))
  route.get(askImplementationPath, { right: 'prepareTexts', queries: 4 }, ({ actor }) => ask(actor))
  route.post(
    askImplementationPath,
    { right: 'prepareTexts', form: askForm, onInvalid: ({ actor }, form) => ask(actor, form) },
    async ({ actor, form }) => {
      const { key } = await askImplementation(actor, form)
      return redirect(roundPath(key), `Runden for ${halfText(form.half)} er åbnet.`)
    },
  )
  route.get(ofRound, { ...ofAll, params: roundAddress, query: matrixQuery, queries: 8 }, ({ actor, params, query }) =>
    page('implementation/matrix', matrixPage(actor, params.half, query)),
  )
  route.get(
    `${ofRound}/tabel.csv`,
    { ...ofAll, params: roundAddress, query: matrixQuery, queries: 8 },
    ({ actor, params, query }) => {
      const { name, content } = matrixCsv(actor, params.half, query)
      return file(content, { name, mediaType: 'text/csv; charset=utf-8' })
    },
  )
  route.get(
    `${ofRound}/:organisation`,
    { ...ofAll, params: organisationRoundAddress, queries: 8 },
    ({ actor, params }) =>
      page('implementation/organisation', organisationPage(actor, params.half, params.organisation)),
  )
}
