import type { Actor } from '../../../../access/actor.ts'
import { jointGroup } from '../../../../access/joint-group.ts'
import { type Feature, factsOfPlace, tablesOfPlace } from '../../../../http/feature.ts'
import { file, page, redirect } from '../../../../http/pages/answers.ts'
import type { Routes } from '../../../../http/route.ts'
import { notFound } from '../../../../kernel/refusal.ts'
import { placeQueries } from '../areas/routes.ts'
import { closeForm, dayQuery, districtAddress, reopenForm } from '../forms.ts'
import { districtPath, districtsCsvPath, districtsPath, newDistrictPath } from '../paths.ts'
import { type DistrictRow, readPlaces } from '../read-places.ts'
import { districtOn, districtPage } from './district-page.ts'
import { closeDistrictPage, editDistrictPage, newDistrictPage, reopenDistrictPage } from './form-pages.ts'
import { districtsQuery, editDistrictForm, newDistrictForm } from './forms.ts'
import { addDistrict, closeDistrict, editDistrict, reopenDistrict } from './keep-district.ts'
import { districtsCsv, districtsPage } from './list-page.ts'

const formView = 'layout/form-page'
const keeping = { right: 'manageOwnSide', params: districtAddress } as const

/** The districts that areas and estates lie in: read by all of the cooperation, kept by the two secretariats. */
export function districtRoutes(route: Routes, features: readonly Feature[]): void {
  const ofAll = { right: 'readBody', on: ({ db }: { db: Actor['database'] }) => jointGroup(db) } as const
  route.get(districtsPath, { ...ofAll, query: districtsQuery, queries: placeQueries }, ({ actor, query }) =>
    page('places/districts', districtsPage(actor, query)),
  )
  route.get(districtsCsvPath, { ...ofAll, query: districtsQuery, queries: placeQueries }, ({ actor, query }) => {
    const { name, content } = districtsCsv(actor, query)
    return file(content, { name, mediaType: 'text/csv; charset=utf-8' })
  })
  route.get(newDistrictPath, { right: 'manageOwnSide', queries: placeQueries }, ({ actor }) =>
    page(formView, newDistrictPage(actor)),
  )
  route.post(
    newDistrictPath,
    {
      right: 'manageOwnSide',
      form: newDistrictForm,
      onInvalid: ({ actor }, form) => page(formView, newDistrictPage(actor, form)),
    },
    async ({ actor, form }) => {
      const { slug } = await addDistrict(actor, form)
      return redirect(districtPath(slug), `${form.name} er tilføjet.`)
    },
  )
  route.get(
    '/bydele/:district',
    { ...ofAll, params: districtAddress, query: dayQuery, queries: placeQueries + 12 },
    ({ actor, params, query }) => {
      const district = districtBy(actor, params.district)
      const { areas } = districtOn(actor, district, query.dag ?? actor.today)
      const of = { district: district.id, areas: areas.map(({ id }) => id) }
      return page('places/district', {
        ...districtPage(actor, district, query.dag, factsOfPlace(features, actor, of)),
        tables: tablesOfPlace(features, actor, of, query.dag ?? actor.today),
      })
    },
  )

  route.get('/bydele/:district/ret', { ...keeping, queries: placeQueries }, ({ actor, params }) =>
    page(formView, editDistrictPage(districtBy(actor, params.district))),
  )
  route.post(
    '/bydele/:district/ret',
    {
      ...keeping,
      form: editDistrictForm,
      onInvalid: ({ actor, params }, form) =>
        page(formView, editDistrictPage(districtBy(actor, params.district), form)),
    },
    async ({ actor, params, form }) => {
      const { id, slug } = districtBy(actor, params.district)
      await editDistrict(actor, { ...form, id })
      return redirect(districtPath(slug), `${form.name} er gemt.`)
    },
  )
  route.get('/bydele/:district/luk', { ...keeping, queries: placeQueries }, ({ actor, params }) =>
    page(formView, closeDistrictPage(actor, districtBy(actor, params.district))),
  )
  route.post(
    '/bydele/:district/luk',
    {
      ...keeping,
      form: closeForm,
      onInvalid: ({ actor, params }, form) =>
        page(formView, closeDistrictPage(actor, districtBy(actor, params.district), form)),
    },
    async ({ actor, params, form }) => {
      const { id, slug } = districtBy(actor, params.district)
      await closeDistrict(actor, { ...form, id })
      return redirect(districtPath(slug), 'Bydelen er lukket.')
    },
  )
  route.get('/bydele/:district/genaabn', { ...keeping, queries: placeQueries }, ({ actor, params }) =>
    page(formView, reopenDistrictPage(districtBy(actor, params.district))),
  )
  route.post(
    '/bydele/:district/genaabn',
    {
      ...keeping,
      form: reopenForm,
      onInvalid: ({ actor, params }, form) =>
        page(formView, reopenDistrictPage(districtBy(actor, params.district), form)),
    },
    async ({ actor, params, form }) => {
      const { id, slug } = districtBy(actor, params.district)
      await reopenDistrict(actor, { ...form, id })
      return redirect(districtPath(slug), 'Bydelen er genåbnet.')
    },
  )
}

function districtBy(actor: Actor, given: string): DistrictRow {
  const found = readPlaces(actor.database).districts.find(({ slug }) => slug === given)
  if (!found) throw notFound()
  return found
}
