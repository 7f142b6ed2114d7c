import type { Actor } from '../../../access/actor.ts'
import { jointGroup } from '../../../access/joint-group.ts'
import { type Feature, relatedFacts } from '../../../http/feature.ts'
import type { FormState } from '../../../http/forms/forms.ts'
import { page, redirect } from '../../../http/pages/answers.ts'
import type { Routes } from '../../../http/route.ts'
import { sessionItemPath } from '../minutes/paths.ts'
import { changeFollowUp, closeFollowUp, noteOnFollowUp } from './change-follow-up.ts'
import { createFollowUp } from './create-follow-up.ts'
import { changeForm, closeForm, followUpAddress, followUpsQuery, newForm, noteForm, originQuery } from './forms.ts'
import { followUpPage, followUpSubject, followUpsPage, newFollowUpPage } from './pages.ts'
import { followUpPath } from './paths.ts'

const numbered = (value: unknown): number | undefined => Number(value) || undefined

export function followUpRoutes(route: Routes, features: readonly Feature[]): void {
  route.get(
    '/opfoelgning',
    { right: 'readBody', query: followUpsQuery, queries: 6, on: ({ db }) => jointGroup(db) },
    ({ actor, query }) => page('followups/list', followUpsPage(actor, query)),
  )

  route.get('/opfoelgning/ny', { right: 'manageOwnSide', query: originQuery, queries: 6 }, ({ actor, query }) =>
    page('followups/new', newFollowUpPage(actor, query)),
  )

  route.post(
    '/opfoelgning/ny',
    {
      right: 'manageOwnSide',
      form: newForm,
      onInvalid: ({ actor }, form) => {
        const { itemId, decisionId, sessionOf } = form.values
        return page(
          'followups/new',
          newFollowUpPage(
            actor,
            { punkt: numbered(itemId), beslutning: numbered(decisionId), moede: numbered(sessionOf) },
            form,
          ),
        )
      },
    },
    async ({ actor, form }) => {
      const { sessionOf, ...draft } = form
      const { id } = await createFollowUp(actor, draft)
      // Whoever writes the minutes goes on where he or she was.
      const back =
        sessionOf && form.itemId ? `${sessionItemPath(sessionOf, form.itemId)}#opfoelgning` : followUpPath(id)
      return redirect(back, 'Opfølgningen er oprettet.')
    },
  )

  /** With what hangs on it in other features. */
  const show = (actor: Actor, id: number, forms: Record<string, FormState> = {}) => {
    const model = followUpPage(actor, id, forms)
    return page('followups/show', {
      ...model,
      facts: [...model.facts, ...relatedFacts(features, actor, { followUp: id })],
    })
  }
  route.get(
    '/opfoelgning/:id',
    { right: 'readBody', params: followUpAddress, queries: 9, on: ({ db }) => jointGroup(db) },
    ({ actor, params }) => show(actor, params.id),
  )

  route.post(
    '/opfoelgning/:id/aendr',
    {
      right: 'followUp',
      params: followUpAddress,
      form: changeForm,
      formName: 'change',
      on: ({ actor, params }) => followUpSubject(actor, params.id),
      onInvalid: ({ actor, params }, change) => show(actor, params.id, { change }),
    },
    async ({ actor, params, form }) => {
      await changeFollowUp(actor, { id: params.id, ...form })
      return redirect(followUpPath(params.id), 'Opfølgningen er ændret.')
    },
  )

  route.post(
    '/opfoelgning/:id/noter',
    {
      right: 'followUp',
      params: followUpAddress,
      form: noteForm,
      formName: 'note',
      on: ({ actor, params }) => followUpSubject(actor, params.id),
      onInvalid: ({ actor, params }, note) => show(actor, params.id, { note }),
    },
    async ({ actor, params, form }) => {
      await noteOnFollowUp(actor, { id: params.id, ...form })
      return redirect(followUpPath(params.id), 'Noten er gemt.')
    },
  )

  route.post(
    '/opfoelgning/:id/afslut',
    {
      right: 'followUp',
      params: followUpAddress,
      form: closeForm,
      formName: 'close',
      on: ({ actor, params }) => followUpSubject(actor, params.id),
      onInvalid: ({ actor, params }, close) => show(actor, params.id, { close }),
    },
    async ({ actor, params, form }) => {
      await closeFollowUp(actor, { id: params.id, ...form })
      return redirect(followUpPath(params.id), 'Opfølgningen er afsluttet.')
    },
  )
}
