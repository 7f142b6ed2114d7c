import { page, redirect } from '../../../http/pages/answers.ts'
import type { Routes } from '../../../http/route.ts'
import { bodyPage } from './body-page.ts'
import { chartPage } from './chart/chart-page.ts'
import { correctionRoutes } from './correction-routes.ts'
import { bodyAddress, dayQuery, endSeatForm, seatAddress, seatForm } from './forms.ts'
import { endSeat, giveSeat } from './give-seat.ts'
import { bodiesPage } from './pages.ts'
import { bodyPath } from './paths.ts'
import { bodyOf, foundIn } from './route-subjects.ts'
import { endSeatPage, giveSeatPage } from './seat-pages.ts'

const formView = 'layout/form-page'

export function bodyRoutes(route: Routes): void {
  route.get('/organer', { right: 'signedIn', query: dayQuery, queries: 4 }, ({ actor, query }) =>
    page('bodies/list', bodiesPage(actor, query.dag)),
  )

  route.get(
    '/organer/:body',
    { right: 'signedIn', params: bodyAddress, query: dayQuery, queries: 8, on: bodyOf },
    ({ actor, db, params, query }) => page('bodies/show', bodyPage(actor, foundIn(db, params.body), query.dag)),
  )

  route.get('/organisation', { right: 'signedIn', query: dayQuery, queries: 5 }, ({ actor, query }) =>
    page('bodies/chart', chartPage(actor, query.dag)),
  )

  seatRoutes(route)
  correctionRoutes(route)
}

function seatRoutes(route: Routes): void {
  route.get(
    '/organer/:body/pladser/ny',
    { right: 'giveSeat', params: bodyAddress, queries: 7, on: bodyOf },
    ({ actor, db, params }) => page(formView, giveSeatPage(actor, foundIn(db, params.body))),
  )
  route.post(
    '/organer/:body/pladser/ny',
    {
      right: 'giveSeat',
      params: bodyAddress,
      form: seatForm,
      on: bodyOf,
      onInvalid: ({ actor, db, params }, form) => page(formView, giveSeatPage(actor, foundIn(db, params.body), form)),
    },
    async ({ actor, params, form }) => {
      const { person } = await giveSeat(actor, { ...form, body: params.body })
      return redirect(bodyPath(params.body), `${person} er udpeget.`)
    },
  )

  route.get(
    '/organer/:body/pladser/:seat/afslut',
    { right: 'giveSeat', params: seatAddress, queries: 5, on: bodyOf },
    ({ actor, db, params }) => page(formView, endSeatPage(actor, foundIn(db, params.body), params.seat)),
  )
  route.post(
    '/organer/:body/pladser/:seat/afslut',
    {
      right: 'giveSeat',
      params: seatAddress,
      form: endSeatForm,
      on: bodyOf,
      onInvalid: ({ actor, db, params }, form) =>
        page(formView, endSeatPage(actor, foundIn(db, params.body), params.seat, form)),
    },
    async ({ actor, params, form }) => {
      await endSeat(actor, { ...form, body: params.body, seatId: params.seat })
      return redirect(bodyPath(params.body), 'Udpegningen er afsluttet. Den står nu under »Tidligere pladser«.')
    },
  )
}
