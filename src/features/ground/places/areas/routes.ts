import type { Actor } from '../../../../access/actor.ts'
import { jointGroup } from '../../../../access/joint-group.ts'
import { type Feature, factsOfPlace, tablesOfPlace } from '../../../../http/feature.ts'
import { type Answer, file, page, redirect } from '../../../../http/pages/answers.ts'
import type { Routes } from '../../../../http/route.ts'
import { notFound } from '../../../../kernel/refusal.ts'
import { areaAddress, closeForm, dayQuery, reopenForm } from '../forms.ts'
import { areaPath, areasCsvPath, areasPath, newAreaPath, partOf } from '../paths.ts'
import { type AreaRow, readPlaces } from '../read-places.ts'
import { areaPage } from './area-page.ts'
import { closePage, newAreaPage, placePage, renamePage, reopenPage } from './form-pages.ts'
import { areasQuery, newAreaForm, placeForm, renameForm } from './forms.ts'
import { addArea, closeArea, placeArea, renameArea, reopenArea } from './keep-area.ts'
import { areasCsv, areasPage } from './list-page.ts'

const formView = 'layout/form-page'

/** R7: the housing areas, read by all of the cooperation and kept by the two secretariats. */
export function areaRoutes(route: Routes, features: readonly Feature[]): void {
  const ofAll = { right: 'readBody', on: ({ db }: { db: Actor['database'] }) => jointGroup(db) } as const
  route.get(areasPath, { ...ofAll, query: areasQuery, queries: placeQueries }, ({ actor, query }) =>
    page('places/areas', areasPage(actor, query)),
  )
  route.get(areasCsvPath, { ...ofAll, query: areasQuery, queries: placeQueries }, ({ actor, query }) => {
    const { name, content } = areasCsv(actor, query)
    return file(content, { name, mediaType: 'text/csv; charset=utf-8' })
  })
  route.get(newAreaPath, { right: 'manageOwnSide', queries: placeQueries }, ({ actor }) =>
    page(formView, newAreaPage(actor)),
  )
  route.post(
    newAreaPath,
    {
      right: 'manageOwnSide',
      form: newAreaForm,
      onInvalid: ({ actor }, form) => page(formView, newAreaPage(actor, form)),
    },
    async ({ actor, form }) => {
      const { slug } = await addArea(actor, form)
      return redirect(areaPath(slug), `${form.name} er tilføjet. Afgræns nu området.`)
    },
  )

  route.get(
    '/boligomraader/:area',
    { ...ofAll, params: areaAddress, query: dayQuery, queries: placeQueries + 17 },
    ({ actor, params, query }) =>
      atArea(actor, params.area, '', area =>
        page('places/area', {
          ...areaPage(actor, area, query.dag, factsOfPlace(features, actor, { area: area.id })),
          tables: tablesOfPlace(features, actor, { area: area.id }, query.dag ?? actor.today),
        }),
      ),
  )
  keepRoutes(route)
}

/** What a page of places costs at most: all that is told of them, kept until anything is committed. */
export const placeQueries = 11

export const keptArea = { right: 'manageOwnSide', params: areaAddress } as const

/**
 * The page of an area. One that is asked for by its number, as areas were before they had names in their addresses, is
 * found at its name.
 */
export function atArea(actor: Actor, given: string, part: string, draw: (area: AreaRow) => Answer): Answer {
  const area = areaBy(actor, given)
  const path = areaPath(area.slug)
  return area.slug === given ? draw(area) : redirect(part === '' ? path : partOf(path, part))
}

export function areaBy(actor: Actor, given: string): AreaRow {
  const { areas } = readPlaces(actor.database)
  const found = areas.find(({ slug }) => slug === given) ?? areas.find(({ id }) => String(id) === given)
  if (!found) throw notFound()
  return found
}

function keepRoutes(route: Routes): void {
  route.get('/boligomraader/:area/ret', { ...keptArea, queries: placeQueries }, ({ actor, params }) =>
    atArea(actor, params.area, 'ret', area => page(formView, renamePage(area))),
  )
  route.post(
    '/boligomraader/:area/ret',
    {
      ...keptArea,
      form: renameForm,
      onInvalid: ({ actor, params }, form) => page(formView, renamePage(areaBy(actor, params.area), form)),
    },
    async ({ actor, params, form }) => {
      const { id, slug } = areaBy(actor, params.area)
      await renameArea(actor, { ...form, id })
      return redirect(areaPath(slug), `${form.name} er gemt.`)
    },
  )

  route.get('/boligomraader/:area/bydel', { ...keptArea, queries: placeQueries }, ({ actor, params }) =>
    atArea(actor, params.area, 'bydel', area => page(formView, placePage(actor, area))),
  )
  route.post(
    '/boligomraader/:area/bydel',
    {
      ...keptArea,
      form: placeForm,
      onInvalid: ({ actor, params }, form) => page(formView, placePage(actor, areaBy(actor, params.area), form)),
    },
    async ({ actor, params, form }) => {
      const { id, slug } = areaBy(actor, params.area)
      await placeArea(actor, { ...form, id })
      return redirect(areaPath(slug), 'Bydelen er gemt.')
    },
  )

  route.get('/boligomraader/:area/luk', { ...keptArea, queries: placeQueries }, ({ actor, params }) =>
    atArea(actor, params.area, 'luk', area => page(formView, closePage(actor, area))),
  )
  route.post(
    '/boligomraader/:area/luk',
    {
      ...keptArea,
      form: closeForm,
      onInvalid: ({ actor, params }, form) => page(formView, closePage(actor, areaBy(actor, params.area), form)),
    },
    async ({ actor, params, form }) => {
      const { id, slug } = areaBy(actor, params.area)
      await closeArea(actor, { ...form, id })
      return redirect(areaPath(slug), 'Boligområdet er lukket.')
    },
  )

  route.get('/boligomraader/:area/genaabn', { ...keptArea, queries: placeQueries }, ({ actor, params }) =>
    atArea(actor, params.area, 'genaabn', area => page(formView, reopenPage(area))),
  )
  route.post(
    '/boligomraader/:area/genaabn',
    {
      ...keptArea,
      form: reopenForm,
      onInvalid: ({ actor, params }, form) => page(formView, reopenPage(areaBy(actor, params.area), form)),
    },
    async ({ actor, params, form }) => {
      const { id, slug } = areaBy(actor, params.area)
      await reopenArea(actor, { ...form, id })
      return redirect(areaPath(slug), 'Boligområdet er genåbnet.')
    },
  )
}
