import { file, page, redirect } from '../../../../http/pages/answers.ts'
import type { Routes } from '../../../../http/route.ts'
import { csvOf } from '../../../../kernel/csv.ts'
import {
  aboutPath,
  allYearsPath,
  editIndicatorPath,
  indicatorCsvPath,
  indicatorPath,
  indicatorsPath,
  newIndicatorPath,
  newVersionPath,
} from '../paths.ts'
import { aboutPage } from './about-page.ts'
import { addVersion } from './add-version.ts'
import { editPage, newPage, versionPage } from './form-pages.ts'
import {
  indicatorAddress,
  indicatorForm,
  listQuery,
  newIndicatorForm,
  newVersionForm,
  yearQuery,
  yearsQuery,
} from './forms.ts'
import { addIndicator, editIndicator } from './keep-indicator.ts'
import { listPage } from './list-page.ts'
import { showPage } from './show-page.ts'
import { valuesTable } from './table.ts'
import { yearsPage } from './years-page.ts'

const formView = 'layout/form-page'
/** What is visible of them is asked of each indicator. */
const reading = { right: 'signedIn' } as const
const right = 'keepIndicators'

/** What a page of figures costs at most: indicators, places and thresholds are kept until anything is committed. */
export const figureQueries = 17

/** R36, R37: what is known, year by year: read by those in the cooperation, kept by the two secretariats. */
export function indicatorRoutes(route: Routes): void {
  const one = indicatorPath(':indicator')
  const ofOne = { ...reading, params: indicatorAddress } as const
  route.get(indicatorsPath, { ...reading, query: listQuery, queries: 4 }, ({ actor, query }) =>
    page('knowledge/list', listPage(actor, query)),
  )
  route.get(one, { ...ofOne, query: yearQuery, queries: figureQueries }, ({ actor, params, query }) =>
    page('knowledge/show', showPage(actor, params.indicator, query)),
  )
  route.get(
    allYearsPath(':indicator'),
    { ...ofOne, query: yearsQuery, queries: figureQueries },
    ({ actor, params, query }) => page('knowledge/years', yearsPage(actor, params.indicator, query)),
  )
  route.get(aboutPath(':indicator'), { ...ofOne, queries: 7 }, ({ actor, params }) =>
    page('knowledge/about', aboutPage(actor, params.indicator)),
  )
  route.get(
    indicatorCsvPath(':indicator'),
    { ...ofOne, query: yearQuery, queries: figureQueries },
    ({ actor, params, query }) => {
      const { head, rows } = valuesTable(actor, params.indicator, query)
      return file(csvOf(head, rows), { name: `${params.indicator}.csv`, mediaType: 'text/csv; charset=utf-8' })
    },
  )
  keepingRoutes(route)
}

function keepingRoutes(route: Routes): void {
  route.get(newIndicatorPath, { right, queries: 2 }, () => page(formView, newPage()))
  route.post(
    newIndicatorPath,
    { right, form: newIndicatorForm, onInvalid: (_, form) => page(formView, newPage(form)) },
    async ({ actor, form }) => {
      const { slug } = await addIndicator(actor, form)
      return redirect(indicatorPath(slug), 'Indikatoren er oprettet. Registrér nu de værdier, der kendes.')
    },
  )
  const keeping = { right, params: indicatorAddress } as const
  route.get(editIndicatorPath(':indicator'), { ...keeping, queries: 5 }, ({ actor, params }) =>
    page(formView, editPage(actor, params.indicator)),
  )
  route.post(
    editIndicatorPath(':indicator'),
    {
      ...keeping,
      form: indicatorForm,
      onInvalid: ({ actor, params }, form) => page(formView, editPage(actor, params.indicator, form)),
    },
    async ({ actor, params, form }) => {
      await editIndicator(actor, { slug: params.indicator, ...form })
      return redirect(aboutPath(params.indicator), 'Oplysningerne om indikatoren er gemt.')
    },
  )
  route.get(newVersionPath(':indicator'), { ...keeping, queries: 5 }, ({ actor, params }) =>
    page(formView, versionPage(actor, params.indicator)),
  )
  route.post(
    newVersionPath(':indicator'),
    {
      ...keeping,
      form: newVersionForm,
      onInvalid: ({ actor, params }, form) => page(formView, versionPage(actor, params.indicator, form)),
    },
    async ({ actor, params, form }) => {
      const { number } = await addVersion(actor, { slug: params.indicator, ...form })
      return redirect(aboutPath(params.indicator), `Version ${number} er oprettet. Nye tal hører til den.`)
    },
  )
}
