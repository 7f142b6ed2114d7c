import type { Actor } from '../../../../access/actor.ts'
import { jointGroup } from '../../../../access/joint-group.ts'
import { file, page, redirect } from '../../../../http/pages/answers.ts'
import type { Routes } from '../../../../http/route.ts'
import { csvOf } from '../../../../kernel/csv.ts'
import { indicatorPath, indicatorsPath, valuePath } from '../paths.ts'
import { enterValue } from './enter-value.ts'
import { correctPage, editPage, enterPage, newPage } from './form-pages.ts'
import {
  correctForm,
  enterForm,
  indicatorAddress,
  indicatorForm,
  listQuery,
  newIndicatorForm,
  valueAddress,
} from './forms.ts'
import { addIndicator, editIndicator } from './keep-indicator.ts'
import { listPage } from './list-page.ts'
import { foundIndicator, foundValue, showPage, valuePage, valuesTable } from './show-page.ts'

const formView = 'layout/form-page'
const ofAll = { right: 'readBody', on: ({ db }: { db: Actor['database'] }) => jointGroup(db) } as const
const right = 'keepIndicators'

/** R36, R37: what is known, year by year: read by all of the cooperation, kept by the two secretariats. */
export function indicatorRoutes(route: Routes): void {
  const ofOne = { ...ofAll, params: indicatorAddress } as const
  route.get(indicatorsPath, { ...ofAll, query: listQuery, queries: 4 }, ({ actor, query }) =>
    page('knowledge/list', listPage(actor, query)),
  )
  route.get(`${indicatorsPath}/:indicator`, { ...ofOne, queries: 6 }, ({ actor, params }) =>
    page('knowledge/show', showPage(actor, params.indicator)),
  )
  route.get(`${indicatorsPath}/:indicator/tabel.csv`, { ...ofOne, queries: 5 }, ({ actor, params }) => {
    const { head, rows } = valuesTable(actor, params.indicator)
    return file(csvOf(head, rows), { name: `${params.indicator}.csv`, mediaType: 'text/csv; charset=utf-8' })
  })
  route.get(
    `${indicatorsPath}/:indicator/vaerdi/:year/:place`,
    { ...ofAll, params: valueAddress, queries: 6 },
    ({ actor, params }) => page('knowledge/value', valuePage(actor, params.indicator, params.year, params.place)),
  )
  keepingRoutes(route)
  valueRoutes(route)
}

function keepingRoutes(route: Routes): void {
  route.get(`${indicatorsPath}/ny`, { right, queries: 2 }, () => page(formView, newPage()))
  route.post(
    `${indicatorsPath}/ny`,
    { right, form: newIndicatorForm, onInvalid: (_, form) => page(formView, newPage(form)) },
    async ({ actor, form }) => {
      const { slug } = await addIndicator(actor, form)
      return redirect(indicatorPath(slug), 'Indikatoren er oprettet. Registrér nu de værdier, der kendes.')
    },
  )
  const keeping = { right, params: indicatorAddress } as const
  route.get(`${indicatorsPath}/:indicator/ret`, { ...keeping, queries: 4 }, ({ actor, params }) =>
    page(formView, editPage(actor, params.indicator)),
  )
  route.post(
    `${indicatorsPath}/:indicator/ret`,
    {
      ...keeping,
      form: indicatorForm,
      onInvalid: ({ actor, params }, form) => page(formView, editPage(actor, params.indicator, form)),
    },
    async ({ actor, params, form }) => {
      await editIndicator(actor, { slug: params.indicator, ...form })
      return redirect(indicatorPath(params.indicator), 'Oplysningerne om indikatoren er gemt.')
    },
  )
}

function valueRoutes(route: Routes): void {
  const entering = { right, params: indicatorAddress } as const
  route.get(`${indicatorsPath}/:indicator/vaerdi`, { ...entering, queries: 5 }, ({ actor, params }) =>
    page(formView, enterPage(actor, params.indicator)),
  )
  route.post(
    `${indicatorsPath}/:indicator/vaerdi`,
    {
      ...entering,
      form: enterForm,
      onInvalid: ({ actor, params }, form) => page(formView, enterPage(actor, params.indicator, form)),
    },
    async ({ actor, params, form }) => {
      await enterValue(actor, { indicator: params.indicator, ...form, corrects: null, reason: '' })
      return redirect(indicatorPath(params.indicator), 'Værdien er registreret.')
    },
  )
  const correcting = { right, params: valueAddress } as const
  const path = `${indicatorsPath}/:indicator/vaerdi/:year/:place/ret`
  route.get(path, { ...correcting, queries: 6 }, ({ actor, params }) => page(formView, correctPage(actor, params)))
  route.post(
    path,
    {
      ...correcting,
      form: correctForm,
      onInvalid: ({ actor, params }, form) => page(formView, correctPage(actor, params, form)),
    },
    async ({ actor, params, form: { version, ...said } }) => {
      const { indicator, year, place } = params
      const { standing } = foundValue(actor, foundIndicator(actor, indicator), year, place)
      await enterValue(actor, { indicator, areaId: standing.areaId, year, corrects: version, ...said })
      return redirect(valuePath(indicator, year, place), 'Rettelsen er gemt. Den tidligere værdi står nedenfor.')
    },
  )
}
