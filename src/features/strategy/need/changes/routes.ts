import type { Actor } from '../../../../access/actor.ts'
import { jointGroup } from '../../../../access/joint-group.ts'
import type { Database } from '../../../../database/database.ts'
import type { FormState } from '../../../../http/forms/forms.ts'
import { file, page, redirect } from '../../../../http/pages/answers.ts'
import type { Routes } from '../../../../http/route.ts'
import { csvType } from '../../../ground/table-import/index.ts'
import { changePath, changesCsvPath, changesPath, newChangePath } from '../paths.ts'
import { correctChangePage, newChangePage } from './form-pages.ts'
import { changeAddress, changeForm, changesQuery, correctChangeForm } from './forms.ts'
import { correctChange, tellChange } from './keep-change.ts'
import { changesCsv, changesPage } from './list-page.ts'

const formView = 'layout/form-page'
const ofAll = { right: 'readBody', on: ({ db }: { db: Database }) => jointGroup(db) } as const
const queries = 14

/** Homes that come and go, read by both parties and told by both secretariats. */
export function changeRoutes(route: Routes): void {
  route.get(changesPath, { ...ofAll, query: changesQuery, queries }, ({ actor, query }) =>
    page('need/changes', changesPage(actor, query)),
  )
  route.get(changesCsvPath, { ...ofAll, query: changesQuery, queries: 4 }, ({ actor, query }) => {
    const { name, content } = changesCsv(actor, query)
    return file(content, { name, mediaType: csvType })
  })
  route.get(newChangePath, { right: 'keepNeed', queries }, ({ actor }) => page(formView, newChangePage(actor)))
  route.post(
    newChangePath,
    {
      ...{ right: 'keepNeed', form: changeForm },
      onInvalid: ({ actor }, form) => page(formView, newChangePage(actor, form)),
    },
    async ({ actor, form }) => {
      await tellChange(actor, form)
      return redirect(changesPath, `»${form.name}« er registreret.`)
    },
  )
  const drawn = (actor: Actor, id: number, form?: FormState) => page(formView, correctChangePage(actor, id, form))
  const correcting = { right: 'keepNeed', params: changeAddress } as const
  const at = changePath(':change')
  route.get(at, { ...correcting, queries }, ({ actor, params }) => drawn(actor, params.change))
  route.post(
    at,
    {
      ...{ ...correcting, form: correctChangeForm },
      onInvalid: ({ actor, params }, form) => drawn(actor, params.change, form),
    },
    async ({ actor, params, form }) => {
      await correctChange(actor, { ...form, id: params.change })
      return redirect(changesPath, `»${form.name}« er rettet.`)
    },
  )
}
