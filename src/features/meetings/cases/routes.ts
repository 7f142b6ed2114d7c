import type { Actor } from '../../../access/actor.ts'
import type { Subject } from '../../../access/policy.ts'
import { type Feature, relatedFacts } from '../../../http/feature.ts'
import { emptyForm } from '../../../http/forms/fields.ts'
import type { FormState } from '../../../http/forms/forms.ts'
import { page, redirect } from '../../../http/pages/answers.ts'
import type { Cursor } from '../../../http/pages/paging.ts'
import type { Routes } from '../../../http/route.ts'
import { notFound } from '../../../kernel/refusal.ts'
import { closeCase, editCase, forwardCase, openCase } from './change-case.ts'
import {
  caseAddress,
  caseQuery,
  casesQuery,
  closeCaseForm,
  editCaseForm,
  newCaseForm,
  withholdCaseForm,
} from './forms.ts'
import { casePage, casesPage, editCasePage, newCasePage, subjectOf, withholdCasePage } from './pages.ts'
import { casePath } from './paths.ts'
import { type CaseRow, findCase } from './queries.ts'
import { unveilCase, withholdCase } from './withhold-case.ts'

export function caseRoutes(route: Routes, features: readonly Feature[]): void {
  const shown = (actor: Actor, row: CaseRow, ...more: [form?: FormState, after?: Cursor | null]) => {
    const model = casePage(actor, row, ...more)
    return page('cases/show', { ...model, facts: [...model.facts, ...relatedFacts(features, actor, { case: row.id })] })
  }
  route.get('/sager', { right: 'signedIn', query: casesQuery, queries: 2 }, async ({ actor, query }) =>
    page('cases/list', await casesPage(actor, query)),
  )

  route.get('/sager/ny', { right: 'manageOwnSide', queries: 3 }, ({ actor }) => page('cases/edit', newCasePage(actor)))

  route.post(
    '/sager',
    {
      right: 'manageOwnSide',
      form: newCaseForm,
      standsOn: '/sager/ny',
      onInvalid: ({ actor }, form) => page('cases/edit', newCasePage(actor, form)),
    },
    async ({ actor, form }) => {
      const { number } = await openCase(actor, form)
      return redirect(casePath(number), 'Sagen er oprettet.')
    },
  )

  route.get(
    '/sager/:number',
    { right: 'signedIn', params: caseAddress, query: caseQuery, queries: 11 },
    ({ actor, params, query }) => shown(actor, found(actor, params.number), undefined, query.efter),
  )

  route.get('/sager/:number/rediger', { ...onCase, queries: 3 }, ({ actor, params }) =>
    page('cases/edit', editCasePage(found(actor, params.number))),
  )

  route.post(
    '/sager/:number/rediger',
    {
      ...onCase,
      form: editCaseForm,
      onInvalid: ({ actor, params }, form) => page('cases/edit', editCasePage(found(actor, params.number), form)),
    },
    async ({ actor, params, form }) => {
      await editCase(actor, { caseId: found(actor, params.number).id, ...form })
      return redirect(casePath(params.number), 'Sagen er rettet.')
    },
  )

  route.get('/sager/:number/luk', { ...onCase, queries: 3 }, ({ actor, params }) =>
    page('layout/form-page', withholdCasePage(found(actor, params.number))),
  )

  route.post(
    '/sager/:number/luk',
    {
      ...onCase,
      form: withholdCaseForm,
      onInvalid: ({ actor, params }, form) =>
        page('layout/form-page', withholdCasePage(found(actor, params.number), form)),
    },
    async ({ actor, params, form }) => {
      await withholdCase(actor, { caseId: found(actor, params.number).id, ...form })
      return redirect(casePath(params.number), 'Sagen er lukket. Andre ser den offentlige titel.')
    },
  )

  route.post('/sager/:number/aabn', { ...onCase, form: emptyForm }, async ({ actor, params }) => {
    await unveilCase(actor, { caseId: found(actor, params.number).id })
    return redirect(casePath(params.number), 'Sagen er åbnet igen.')
  })

  route.post(
    '/sager/:number/afslut',
    {
      ...onCase,
      form: closeCaseForm,
      onInvalid: ({ actor, params }, form) => shown(actor, found(actor, params.number), form),
    },
    async ({ actor, params, form }) => {
      await closeCase(actor, { caseId: found(actor, params.number).id, reason: form.reason })
      return redirect(casePath(params.number), 'Sagen er afsluttet.')
    },
  )

  route.post('/sager/:number/oversend', { ...onCase, form: emptyForm }, async ({ actor, params }) => {
    await forwardCase(actor, { caseId: found(actor, params.number).id })
    return redirect(casePath(params.number), 'Sagen er oversendt til fælles boligstrategisk gruppe.')
  })
}

/** A case that one may not see does not exist, whatever one would do with it. */
function found(actor: Actor, number: string): CaseRow {
  const row = findCase(actor.database, actor, number)
  if (!row) throw notFound()
  return row
}

/** What is written in a case is for those who read it: for the others a closed one does not exist there. */
function caseSubject({ actor, params }: { actor: Actor; params: { number: string } }): Subject | null {
  const row = findCase(actor.database, actor, params.number)
  return row?.inside ? { body: subjectOf(row) } : null
}

/** What the routes for those who prepare the case's body have in common. */
const onCase = { right: 'prepareMeeting', params: caseAddress, on: caseSubject } as const
