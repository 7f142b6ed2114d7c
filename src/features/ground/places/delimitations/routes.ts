import { page, redirect } from '../../../../http/pages/answers.ts'
import type { Routes } from '../../../../http/route.ts'
import { areaBy, atArea, keptArea, placeQueries } from '../areas/routes.ts'
import { areaPath } from '../paths.ts'
import { correctDelimitation, delimitArea } from './delimit-area.ts'
import { correctPage, delimitPage, mergePage, splitPage } from './form-pages.ts'
import { delimitationAddress, delimitForm, mergeForm, splitForm } from './forms.ts'
import { mergeAreas, splitArea } from './reshape-areas.ts'

const delimitView = 'places/delimit'
const splitView = 'places/split'
const formView = 'layout/form-page'

/** Which estates an area consists of, from when, and what it came out of. */
export function delimitationRoutes(route: Routes): void {
  route.get('/boligomraader/:area/afgraens', { ...keptArea, queries: placeQueries }, ({ actor, params }) =>
    atArea(actor, params.area, 'afgraens', area => page(delimitView, delimitPage(actor, area))),
  )
  route.post(
    '/boligomraader/:area/afgraens',
    {
      ...keptArea,
      form: delimitForm,
      onInvalid: ({ actor, params }, form) => page(delimitView, delimitPage(actor, areaBy(actor, params.area), form)),
    },
    async ({ actor, params, form }) => {
      const { id, slug } = areaBy(actor, params.area)
      await delimitArea(actor, { ...form, areaId: id })
      return redirect(areaPath(slug), 'Afgrænsningen er gemt.')
    },
  )

  const corrected = { right: 'manageOwnSide', params: delimitationAddress } as const
  route.get(
    '/boligomraader/:area/afgraensninger/:delimitation/ret',
    { ...corrected, queries: placeQueries },
    ({ actor, params }) => page(delimitView, correctPage(actor, areaBy(actor, params.area), params.delimitation)),
  )
  route.post(
    '/boligomraader/:area/afgraensninger/:delimitation/ret',
    {
      ...corrected,
      form: delimitForm,
      onInvalid: ({ actor, params }, form) =>
        page(delimitView, correctPage(actor, areaBy(actor, params.area), params.delimitation, form)),
    },
    async ({ actor, params, form }) => {
      const { id: areaId, slug } = areaBy(actor, params.area)
      await correctDelimitation(actor, { ...form, areaId, id: params.delimitation })
      return redirect(areaPath(slug), 'Rettelsen er gemt. Den forkerte afgrænsning står blandt de rettede.')
    },
  )

  route.get('/boligomraader/:area/del', { ...keptArea, queries: placeQueries }, ({ actor, params }) =>
    atArea(actor, params.area, 'del', area => page(splitView, splitPage(actor, area))),
  )
  route.post(
    '/boligomraader/:area/del',
    {
      ...keptArea,
      form: splitForm,
      onInvalid: ({ actor, params }, form) => page(splitView, splitPage(actor, areaBy(actor, params.area), form)),
    },
    async ({ actor, params, form: { from, reason, parts, goes } }) => {
      const { id: areaId, slug } = areaBy(actor, params.area)
      const going = (where: string) =>
        Object.entries(goes).flatMap(([estate, to]) => (to === where ? [Number(estate.slice(1))] : []))
      const named = parts.flatMap(({ name }, at) =>
        name === '' ? [] : [{ name, estates: going(String(at)), field: `parts[${at}][name]` }],
      )
      await splitArea(actor, { areaId, from, reason, parts: named, staying: going('stay') })
      return redirect(areaPath(slug), 'Området er delt.')
    },
  )

  route.get('/boligomraader/:area/sammenlaeg', { ...keptArea, queries: placeQueries }, ({ actor, params }) =>
    atArea(actor, params.area, 'sammenlaeg', area => page(formView, mergePage(actor, area))),
  )
  route.post(
    '/boligomraader/:area/sammenlaeg',
    {
      ...keptArea,
      form: mergeForm,
      onInvalid: ({ actor, params }, form) => page(formView, mergePage(actor, areaBy(actor, params.area), form)),
    },
    async ({ actor, params, form }) => {
      const { id: areaId, slug } = areaBy(actor, params.area)
      await mergeAreas(actor, { ...form, areaId })
      return redirect(areaPath(slug), 'Områderne er sammenlagt.')
    },
  )
}
