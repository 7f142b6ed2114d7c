import type { Actor } from '../../../../access/actor.ts'
import { page, redirect } from '../../../../http/pages/answers.ts'
import { withQuery } from '../../../../http/pages/paging.ts'
import type { Routes } from '../../../../http/route.ts'
import { brokenRule, notFound } from '../../../../kernel/refusal.ts'
import { readWrittenDate } from '../../../../kernel/written-date.ts'
import { bodyOptions } from '../form-pages.ts'
import { batchAddress, filesForm, rowsForm } from '../forms.ts'
import { earlierPath, manyPath } from '../paths.ts'
import { documentsUpload } from '../uploads.ts'
import { enterMany } from './enter-many.ts'
import { filesPage, rowsPage } from './pages.ts'
import { dropBatch, filesIn, keepBatch, type WaitingBatch, waitingBatch } from './waiting-batch.ts'

/** A folder of old minutes at once: the files, what each of them is, and then all of them or none. */
export function manyRoutes(route: Routes): void {
  route.get(manyPath, { right: 'manageOwnSide', queries: 4 }, ({ actor }) => page('layout/form-page', filesPage(actor)))
  route.post(
    manyPath,
    {
      right: 'manageOwnSide',
      form: filesForm,
      upload: documentsUpload,
      onInvalid: ({ actor }, form) => page('layout/form-page', filesPage(actor, form)),
    },
    async ({ actor, form, files }) => {
      if (!bodyOptions(actor).some(({ value }) => value === String(form.bodyId)))
        throw brokenRule('Vælg et organ på listen.', 'bodyId')
      if (files.length === 0) throw brokenRule('Vælg mindst én fil.', 'fil')
      return redirect(`${manyPath}/${await keepBatch(actor, { ...form, files })}`)
    },
  )

  route.get(
    `${manyPath}/:batch`,
    { right: 'manageOwnSide', params: batchAddress, queries: 5 },
    async ({ actor, params }) => page('earlier/many', rowsPage(actor, await found(actor, params.batch))),
  )
  route.post(
    `${manyPath}/:batch`,
    {
      right: 'manageOwnSide',
      params: batchAddress,
      form: rowsForm,
      onInvalid: async ({ actor, params }, form) =>
        page('earlier/many', rowsPage(actor, await found(actor, params.batch), form)),
    },
    async ({ actor, params, form }) => {
      const batch = await found(actor, params.batch)
      const files = await filesIn(actor, batch)
      const { rows, ...common } = form
      // A file that the form says nothing of would be left out without a word.
      if (files.some((_file, at) => rows.filter(row => row.file === at).length !== 1))
        throw brokenRule('Formularen passer ikke til filerne. Genindlæs siden, og prøv igen.')
      const told = rows.flatMap(({ file, ...row }) => {
        const own = files[file]
        return own ? [{ ...row, file: own, date: readWrittenDate(row.date) }] : []
      })
      const count = await enterMany(actor, { ...common, bodyId: batch.bodyId, rows: told })
      await dropBatch(actor, batch.id)
      const message = count === 1 ? 'Dokumentet er registreret.' : `${count} dokumenter er registreret.`
      return redirect(withQuery(earlierPath, { sorter: 'registreret' }), message)
    },
  )
}

async function found(actor: Actor, id: string): Promise<WaitingBatch> {
  const batch = await waitingBatch(actor, id)
  if (!batch) throw notFound('Filerne venter ikke længere. Vælg dem igen.')
  return batch
}
