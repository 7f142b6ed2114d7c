import { page, redirect } from '../../../http/pages/answers.ts'
import type { Routes } from '../../../http/route.ts'
import { correctBody } from './correct-body.ts'
import { correctSeat } from './correct-seat.ts'
import { correctBodyPage, correctSeatPage, rulesPage } from './correction-pages.ts'
import { bodyAddress, bodyForm, rulesForm, seatAddress, seatCorrectionForm } from './forms.ts'
import { bodyPath } from './paths.ts'
import { bodyOf, foundIn } from './route-subjects.ts'
import { changeRules } from './rules/set-parameters.ts'

const formView = 'layout/form-page'

/** How a body was registered, and the rules that it begins with: corrected by its secretariat. */
export function correctionRoutes(route: Routes): void {
  const kept = { right: 'keepBody', params: bodyAddress, on: bodyOf } as const
  route.get('/organer/:body/ret', { ...kept, queries: 4 }, ({ db, params }) =>
    page(formView, correctBodyPage(foundIn(db, params.body))),
  )
  route.post(
    '/organer/:body/ret',
    {
      ...kept,
      form: bodyForm,
      onInvalid: ({ db, params }, form) => page(formView, correctBodyPage(foundIn(db, params.body), form)),
    },
    async ({ actor, params, form }) => {
      await correctBody(actor, { ...form, body: params.body })
      return redirect(bodyPath(params.body), 'Rettelsen er gemt.')
    },
  )

  route.get('/organer/:body/forretningsorden/ret', { ...kept, queries: 5 }, ({ actor, db, params }) =>
    page(formView, rulesPage(actor, foundIn(db, params.body))),
  )
  route.post(
    '/organer/:body/forretningsorden/ret',
    {
      ...kept,
      form: rulesForm,
      onInvalid: ({ actor, db, params }, form) => page(formView, rulesPage(actor, foundIn(db, params.body), form)),
    },
    async ({ actor, params, form }) => {
      await changeRules(actor, { ...form, body: params.body })
      return redirect(`${bodyPath(params.body)}#forretningsorden`, 'Forretningsordenen er gemt.')
    },
  )

  const seat = { right: 'giveSeat', params: seatAddress, on: bodyOf } as const
  route.get('/organer/:body/pladser/:seat/ret', { ...seat, queries: 5 }, ({ actor, db, params }) =>
    page(formView, correctSeatPage(actor, foundIn(db, params.body), params.seat)),
  )
  route.post(
    '/organer/:body/pladser/:seat/ret',
    {
      ...seat,
      form: seatCorrectionForm,
      onInvalid: ({ actor, db, params }, form) =>
        page(formView, correctSeatPage(actor, foundIn(db, params.body), params.seat, form)),
    },
    async ({ actor, params, form }) => {
      await correctSeat(actor, { ...form, body: params.body, seatId: params.seat })
      return redirect(bodyPath(params.body), 'Rettelsen er gemt.')
    },
  )
}
