import type { Actor } from '../../../access/actor.ts'
import { jointGroup } from '../../../access/joint-group.ts'
import type { Database } from '../../../database/database.ts'
import type { FormState } from '../../../http/forms/forms.ts'
import { file, page, redirect } from '../../../http/pages/answers.ts'
import type { Routes } from '../../../http/route.ts'
import { longDay } from '../../../kernel/days.ts'
import { acknowledgeBy } from './flag-rules.ts'
import { correctForm, flagAddress, listQuery, newFlagQuery, raiseForm } from './forms.ts'
import { listCsv, listPage } from './pages/list-page.ts'
import { correctFlagPage, newFlagPage } from './pages/raise-page.ts'
import { showPage } from './pages/show-page.ts'
import { correctFlagPath, flagPath, flagsCsvPath, flagsPath, newFlagPath } from './paths.ts'
import { correctFlag, raiseFlag } from './raise-flag.ts'
import { stepRoutes } from './steps/step-routes.ts'

const formView = 'layout/form-page'
const ofAll = { right: 'readBody', on: ({ db }: { db: Database }) => jointGroup(db) } as const
const raising = { right: 'raiseFlag' } as const

/** R39: places that somebody points out, read by both sides, and what becomes of it. */
export function flagRoutes(route: Routes): void {
  route.get(flagsPath, { ...ofAll, query: listQuery, queries: 16 }, ({ actor, query }) =>
    page('flags/list', listPage(actor, query)),
  )
  route.get(flagsCsvPath, { ...ofAll, query: listQuery, queries: 4 }, ({ actor, query }) => {
    const { name, content } = listCsv(actor, query)
    return file(content, { name, mediaType: 'text/csv; charset=utf-8' })
  })
  route.get(newFlagPath, { ...raising, query: newFlagQuery, queries: 14 }, ({ actor, query }) =>
    page(formView, newFlagPage(actor, query.sted)),
  )
  route.post(
    newFlagPath,
    { ...raising, form: raiseForm, onInvalid: ({ actor }, form) => page(formView, newFlagPage(actor, '', form)) },
    async ({ actor, form }) => {
      const { number } = await raiseFlag(actor, form)
      return redirect(
        flagPath(number),
        `Påpegningen er sendt. Begge parter kan se den nu, og der kvitteres senest den ${longDay(acknowledgeBy(actor.today))}.`,
      )
    },
  )
  route.get(flagPath(':flag'), { ...ofAll, params: flagAddress, queries: 20 }, async ({ actor, params }) =>
    page('flags/show', await showPage(actor, params.flag)),
  )
  const corrected = async (actor: Actor, number: string, form?: FormState) =>
    page(formView, await correctFlagPage(actor, number, form))
  route.get(correctFlagPath(':flag'), { ...raising, params: flagAddress, queries: 14 }, ({ actor, params }) =>
    corrected(actor, params.flag),
  )
  route.post(
    correctFlagPath(':flag'),
    {
      ...{ ...raising, params: flagAddress, form: correctForm },
      onInvalid: ({ actor, params }, form) => corrected(actor, params.flag, form),
    },
    async ({ actor, params, form }) => {
      await correctFlag(actor, { ...form, number: params.flag })
      return redirect(flagPath(params.flag), 'Påpegningen er rettet.')
    },
  )
  stepRoutes(route)
}
