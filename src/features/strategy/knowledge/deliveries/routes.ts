import type { Actor } from '../../../../access/actor.ts'
import { jointGroup } from '../../../../access/joint-group.ts'
import { page, redirect } from '../../../../http/pages/answers.ts'
import type { Routes } from '../../../../http/route.ts'
import { brokenRule } from '../../../../kernel/refusal.ts'
import { findKnownPlace } from '../figures/known-places.ts'
import { correctForm, enterForm, indicatorAddress, valueAddress } from '../indicators/forms.ts'
import { foundIndicator } from '../indicators/found.ts'
import { figureQueries } from '../indicators/routes.ts'
import { correctValuePath, deliveriesPath, deliveryPath, enterValuePath, indicatorPath, valuePath } from '../paths.ts'
import { deliveriesPage, deliveryPage } from './deliveries-page.ts'
import { enterValue } from './enter-value.ts'
import { correctPage, enterPage } from './form-pages.ts'
import { deliveriesQuery, deliveryAddress, deliveryQuery } from './forms.ts'
import { foundValue, valuePage } from './value-page.ts'

const formView = 'layout/form-page'
const ofAll = { right: 'readBody', on: ({ db }: { db: Actor['database'] }) => jointGroup(db) } as const
const right = 'keepIndicators'

/** R36: who delivered what when is read by the parties; a single figure by whoever reads its indicator. */
export function deliveryRoutes(route: Routes): void {
  route.get(deliveriesPath, { ...ofAll, query: deliveriesQuery, queries: 4 }, ({ actor, query }) =>
    page('knowledge/deliveries', deliveriesPage(actor, query)),
  )
  route.get(
    deliveryPath(':delivery'),
    { ...ofAll, params: deliveryAddress, query: deliveryQuery, queries: figureQueries },
    ({ actor, params, query }) => page('knowledge/delivery', deliveryPage(actor, params.delivery, query)),
  )
  route.get(
    valuePath(':indicator', ':year', ':place'),
    { right: 'signedIn', params: valueAddress, queries: figureQueries },
    ({ actor, params }) => page('knowledge/value', valuePage(actor, params.indicator, params.year, params.place)),
  )
  enteringRoutes(route)
}

function enteringRoutes(route: Routes): void {
  const entering = { right, params: indicatorAddress } as const
  route.get(enterValuePath(':indicator'), { ...entering, queries: figureQueries }, ({ actor, params }) =>
    page(formView, enterPage(actor, params.indicator)),
  )
  route.post(
    enterValuePath(':indicator'),
    {
      ...entering,
      form: enterForm,
      onInvalid: ({ actor, params }, form) => page(formView, enterPage(actor, params.indicator, form)),
    },
    async ({ actor, params, form: { place: address, ...said } }) => {
      const place = findKnownPlace(actor.database, address)
      if (!place) throw brokenRule('Vælg et sted fra listen.', 'place')
      await enterValue(actor, { indicator: params.indicator, place: place.ref, ...said, corrects: null, reason: '' })
      return redirect(indicatorPath(params.indicator), 'Værdien er registreret.')
    },
  )
  const correcting = { right, params: valueAddress } as const
  const path = correctValuePath(':indicator', ':year', ':place')
  route.get(path, { ...correcting, queries: figureQueries }, ({ actor, params }) =>
    page(formView, correctPage(actor, params)),
  )
  route.post(
    path,
    {
      ...correcting,
      form: correctForm,
      onInvalid: ({ actor, params }, form) => page(formView, correctPage(actor, params, form)),
    },
    async ({ actor, params, form: { version, ...said } }) => {
      const { indicator, year, place } = params
      const found = foundValue(actor, foundIndicator(actor, indicator), year, place)
      await enterValue(actor, { indicator, place: found.place.ref, year, corrects: version, ...said })
      return redirect(valuePath(indicator, year, place), 'Rettelsen er gemt. Den tidligere værdi står nedenfor.')
    },
  )
}
