import type { Actor } from '../../../../access/actor.ts'
import { jointGroup } from '../../../../access/joint-group.ts'
import { type Feature, factsOfPlace, tablesOfPlace } from '../../../../http/feature.ts'
import { file, page, redirect } from '../../../../http/pages/answers.ts'
import type { Routes } from '../../../../http/route.ts'
import { notFound } from '../../../../kernel/refusal.ts'
import { placeQueries } from '../areas/routes.ts'
import { closeForm, dayQuery, estateAddress, reopenForm } from '../forms.ts'
import { estatePath, estatesCsvPath, estatesPath, newEstatePath } from '../paths.ts'
import { type EstateRow, readPlaces } from '../read-places.ts'
import { estatePage } from './estate-page.ts'
import {
  closeEstatePage,
  correctFactPage,
  editEstatePage,
  newEstatePage,
  reopenEstatePage,
  tellPage,
} from './form-pages.ts'
import { editEstateForm, estatesQuery, factAddress, factForm, homesIn, newEstateForm } from './forms.ts'
import { addEstate, closeEstate, correctEstateFact, editEstate, reopenEstate, tellEstate } from './keep-estate.ts'
import { estatesCsv, estatesPage } from './list-page.ts'

const formView = 'layout/form-page'
const keeping = { right: 'keepEstates', params: estateAddress } as const

/** The estates: read by all of the cooperation, kept by the housing side's secretariat. */
export function estateRoutes(route: Routes, features: readonly Feature[]): void {
  const ofAll = { right: 'readBody', on: ({ db }: { db: Actor['database'] }) => jointGroup(db) } as const
  route.get(estatesPath, { ...ofAll, query: estatesQuery, queries: placeQueries }, ({ actor, query }) =>
    page('places/estates', estatesPage(actor, query)),
  )
  route.get(estatesCsvPath, { ...ofAll, query: estatesQuery, queries: placeQueries }, ({ actor, query }) => {
    const { name, content } = estatesCsv(actor, query)
    return file(content, { name, mediaType: 'text/csv; charset=utf-8' })
  })
  route.get(newEstatePath, { right: 'keepEstates', queries: placeQueries }, ({ actor }) =>
    page(formView, newEstatePage(actor)),
  )
  route.post(
    newEstatePath,
    {
      right: 'keepEstates',
      form: newEstateForm,
      onInvalid: ({ actor }, form) => page(formView, newEstatePage(actor, form)),
    },
    async ({ actor, form }) => {
      const { slug } = await addEstate(actor, { ...form, homes: homesIn(form) })
      return redirect(estatePath(slug), `${form.number} ${form.name} er tilføjet.`)
    },
  )
  route.get(
    '/afdelinger/:estate',
    { ...ofAll, params: estateAddress, query: dayQuery, queries: placeQueries + 17 },
    ({ actor, params, query }) => {
      const estate = estateBy(actor, params.estate)
      return page('places/estate', {
        ...estatePage(actor, estate, query.dag, factsOfPlace(features, actor, { estate: estate.id })),
        tables: tablesOfPlace(features, actor, { estate: estate.id }, query.dag ?? actor.today),
      })
    },
  )
  keepRoutes(route)
  factRoutes(route)
}

function estateBy(actor: Actor, given: string): EstateRow {
  const found = readPlaces(actor.database).estates.find(({ slug }) => slug === given)
  if (!found) throw notFound()
  return found
}

function keepRoutes(route: Routes): void {
  route.get('/afdelinger/:estate/ret', { ...keeping, queries: placeQueries }, ({ actor, params }) =>
    page(formView, editEstatePage(estateBy(actor, params.estate))),
  )
  route.post(
    '/afdelinger/:estate/ret',
    {
      ...keeping,
      form: editEstateForm,
      onInvalid: ({ actor, params }, form) => page(formView, editEstatePage(estateBy(actor, params.estate), form)),
    },
    async ({ actor, params, form }) => {
      const { id, slug } = estateBy(actor, params.estate)
      await editEstate(actor, { ...form, id })
      return redirect(estatePath(slug), 'Stamdata er gemt.')
    },
  )
  route.get('/afdelinger/:estate/ophoer', { ...keeping, queries: placeQueries }, ({ actor, params }) =>
    page(formView, closeEstatePage(actor, estateBy(actor, params.estate))),
  )
  route.post(
    '/afdelinger/:estate/ophoer',
    {
      ...keeping,
      form: closeForm,
      onInvalid: ({ actor, params }, form) =>
        page(formView, closeEstatePage(actor, estateBy(actor, params.estate), form)),
    },
    async ({ actor, params, form }) => {
      const { id, slug } = estateBy(actor, params.estate)
      await closeEstate(actor, { ...form, id })
      return redirect(estatePath(slug), 'Afdelingens ophør er registreret.')
    },
  )
  route.get('/afdelinger/:estate/genaabn', { ...keeping, queries: placeQueries }, ({ actor, params }) =>
    page(formView, reopenEstatePage(estateBy(actor, params.estate))),
  )
  route.post(
    '/afdelinger/:estate/genaabn',
    {
      ...keeping,
      form: reopenForm,
      onInvalid: ({ actor, params }, form) => page(formView, reopenEstatePage(estateBy(actor, params.estate), form)),
    },
    async ({ actor, params, form }) => {
      const { id, slug } = estateBy(actor, params.estate)
      await reopenEstate(actor, { ...form, id })
      return redirect(estatePath(slug), 'Afdelingen er genåbnet.')
    },
  )
}

function factRoutes(route: Routes): void {
  route.get('/afdelinger/:estate/oplysninger', { ...keeping, queries: placeQueries }, ({ actor, params }) =>
    page(formView, tellPage(actor, estateBy(actor, params.estate))),
  )
  route.post(
    '/afdelinger/:estate/oplysninger',
    {
      ...keeping,
      form: factForm,
      onInvalid: ({ actor, params }, form) => page(formView, tellPage(actor, estateBy(actor, params.estate), form)),
    },
    async ({ actor, params, form }) => {
      const { id, slug } = estateBy(actor, params.estate)
      await tellEstate(actor, { ...form, homes: homesIn(form), id })
      return redirect(estatePath(slug), 'Oplysningerne er gemt.')
    },
  )
  const ofFact = { right: 'keepEstates', params: factAddress } as const
  route.get('/afdelinger/:estate/oplysninger/:fact/ret', { ...ofFact, queries: placeQueries }, ({ actor, params }) =>
    page(formView, correctFactPage(actor, estateBy(actor, params.estate), params.fact)),
  )
  route.post(
    '/afdelinger/:estate/oplysninger/:fact/ret',
    {
      ...ofFact,
      form: factForm,
      onInvalid: ({ actor, params }, form) =>
        page(formView, correctFactPage(actor, estateBy(actor, params.estate), params.fact, form)),
    },
    async ({ actor, params, form }) => {
      const { id, slug } = estateBy(actor, params.estate)
      await correctEstateFact(actor, { ...form, homes: homesIn(form), id, factId: params.fact })
      return redirect(estatePath(slug), 'Rettelsen er gemt. Det forkerte står blandt de rettede oplysninger.')
    },
  )
}
