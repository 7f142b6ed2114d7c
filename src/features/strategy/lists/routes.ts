import type { Actor } from '../../../access/actor.ts'
import { jointGroup } from '../../../access/joint-group.ts'
import { mayDo } from '../../../access/policy.ts'
import type { Database } from '../../../database/database.ts'
import type { FormState } from '../../../http/forms/forms.ts'
import { file, page, redirect } from '../../../http/pages/answers.ts'
import type { Routes } from '../../../http/route.ts'
import { notFound } from '../../../kernel/refusal.ts'
import { attachmentUpload, storedFile } from '../../ground/documents/index.ts'
import {
  areaAddress,
  correctListForm,
  entryAddress,
  entryForm,
  listAddress,
  listsQuery,
  newListForm,
  referenceForm,
  withdrawForm,
} from './forms.ts'
import { areaListsPage } from './pages/area-page.ts'
import { correctListPage, entryPage, newListPage, referencesPage, withdrawEntryPage } from './pages/form-pages.ts'
import { findList, listCsv, listPageOf } from './pages/list-page.ts'
import { listsPage } from './pages/lists-page.ts'
import {
  areaListsPath,
  correctListPath,
  entryPath,
  listCsvPath,
  listFilePath,
  listPath,
  listsPath,
  newEntryPath,
  newListPath,
  referencesPath as referencesAddress,
  withdrawEntryPath,
} from './paths.ts'
import {
  correctEntry,
  correctList,
  type EntryDraft,
  enterReferences,
  recordEntry,
  recordList,
  withdrawEntry,
} from './record-list.ts'
import { warningRoutes } from './warning/routes.ts'

const formView = 'layout/form-page'
const ofAll = { right: 'readBody', on: ({ db }: { db: Database }) => jointGroup(db) } as const
const keeping = { right: 'keepLists' } as const
/** All that is recorded of lists and told of places, kept until anything is committed. */
const queries = 16

/** R35: the lists that authorities issue, as they were issued, and the areas on them through the years. */
export function listRoutes(route: Routes): void {
  route.get(listsPath, { ...ofAll, query: listsQuery, queries }, ({ actor, query }) =>
    page('lists/lists', listsPage(actor, query)),
  )
  route.get(newListPath, { ...keeping, queries }, () => page(formView, newListPage()))
  route.post(
    newListPath,
    {
      ...keeping,
      form: newListForm,
      upload: attachmentUpload,
      onInvalid: (_, form) => page(formView, newListPage(form)),
    },
    async ({ actor, form, files }) => {
      const { slug } = await recordList(actor, { ...form, files, entries: [] })
      return redirect(listPath(slug), 'Listen er registreret. Tilføj nu de boligområder, der står på den.')
    },
  )
  route.get(areaListsPath(':area'), { ...ofAll, params: areaAddress, queries }, ({ actor, params }) =>
    page('lists/area', areaListsPage(actor, params.area)),
  )
  const at = listPath(':list')
  route.get(at, { ...ofAll, params: listAddress, queries }, ({ actor, params }) =>
    page('lists/list', listPageOf(actor, params.list)),
  )
  route.get(listCsvPath(':list'), { ...ofAll, params: listAddress, queries }, ({ actor, params }) => {
    const { name, content } = listCsv(actor, params.list)
    return file(content, { name, mediaType: 'text/csv; charset=utf-8' })
  })
  route.get(listFilePath(':list'), { ...ofAll, params: listAddress, queries }, async ({ actor, db, params }) => {
    const list = findList(actor, params.list)
    const kept = await db.prisma.publicList.findUnique({ where: { id: list.id }, include: { document: true } })
    if (!kept?.document) throw notFound()
    return storedFile(db, kept.document, kept.documentName)
  })
  const corrected = (actor: Actor, slug: string, form?: FormState) => page(formView, correctListPage(actor, slug, form))
  route.get(correctListPath(':list'), { ...keeping, params: listAddress, queries }, ({ actor, params }) =>
    corrected(actor, params.list),
  )
  route.post(
    correctListPath(':list'),
    {
      ...{ ...keeping, params: listAddress, form: correctListForm, upload: attachmentUpload },
      onInvalid: ({ actor, params }, form) => corrected(actor, params.list, form),
    },
    async ({ actor, params, form, files }) => {
      await correctList(actor, { ...form, slug: params.list, files })
      return redirect(listPath(params.list), 'Oplysningerne er rettet.')
    },
  )
  entryRoutes(route)
  referenceRoutes(route)
  warningRoutes(route)
}

function entryRoutes(route: Routes): void {
  const drawn = (actor: Actor, slug: string, id: number | null, form?: FormState) =>
    page('lists/entry', entryPage(actor, slug, id, form))
  const draftOf = ({ saysMet, met, version: _, ...draft }: ReturnType<typeof entryForm.parse>): EntryDraft => ({
    ...draft,
    met: saysMet === 'YES' ? met : null,
  })
  const added = newEntryPath(':list')
  route.get(added, { ...keeping, params: listAddress, queries }, ({ actor, params }) => drawn(actor, params.list, null))
  route.post(
    added,
    {
      ...{ ...keeping, params: listAddress, form: entryForm },
      onInvalid: ({ actor, params }, form) => drawn(actor, params.list, null, form),
    },
    async ({ actor, params, form }) => {
      await recordEntry(actor, params.list, draftOf(form))
      return redirect(listPath(params.list), 'Området er tilføjet til listen.')
    },
  )
  const at = entryPath(':list', ':entry')
  route.get(at, { ...keeping, params: entryAddress, queries }, ({ actor, params }) =>
    drawn(actor, params.list, params.entry),
  )
  route.post(
    at,
    {
      ...{ ...keeping, params: entryAddress, form: entryForm },
      onInvalid: ({ actor, params }, form) => drawn(actor, params.list, params.entry, form),
    },
    async ({ actor, params, form }) => {
      const { version } = form
      await correctEntry(actor, { slug: params.list, entry: params.entry, version, draft: draftOf(form) })
      return redirect(listPath(params.list), 'Området på listen er rettet.')
    },
  )
  const withdrawn = (actor: Actor, slug: string, id: number, form?: FormState) =>
    page(formView, withdrawEntryPage(actor, slug, id, form))
  const off = withdrawEntryPath(':list', ':entry')
  route.get(off, { ...keeping, params: entryAddress, queries }, ({ actor, params }) =>
    withdrawn(actor, params.list, params.entry),
  )
  route.post(
    off,
    {
      ...{ ...keeping, params: entryAddress, form: withdrawForm },
      onInvalid: ({ actor, params }, form) => withdrawn(actor, params.list, params.entry, form),
    },
    async ({ actor, params, form }) => {
      await withdrawEntry(actor, { slug: params.list, entry: params.entry, reason: form.reason })
      return redirect(listPath(params.list), 'Området er fjernet fra listen.')
    },
  )
}

function referenceRoutes(route: Routes): void {
  const drawn = (actor: Actor, form?: FormState) =>
    page('lists/references', referencesPage(actor, mayDo(actor, 'keepLists'), form))
  route.get(referencesAddress, { ...ofAll, queries }, ({ actor }) => drawn(actor))
  route.post(
    referencesAddress,
    { ...keeping, form: referenceForm, onInvalid: ({ actor }, form) => drawn(actor, form) },
    async ({ actor, form }) => {
      await enterReferences(actor, [{ key: 'CONVICTED_NATION', ...form }])
      return redirect(referencesAddress, `Referenceværdien for ${form.year} er gemt, og listerne er regnet om.`)
    },
  )
}
