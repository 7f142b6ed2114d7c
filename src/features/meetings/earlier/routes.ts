import type { Actor } from '../../../access/actor.ts'
import { jointGroup } from '../../../access/joint-group.ts'
import type { Subject } from '../../../access/policy.ts'
import { file, page, redirect } from '../../../http/pages/answers.ts'
import type { Routes } from '../../../http/route.ts'
import { notFound } from '../../../kernel/refusal.ts'
import { storedFile } from '../../ground/documents/index.ts'
import { correctRecord, withdrawRecord } from './change-record.ts'
import { enterRecord } from './enter-record.ts'
import { correctPage, newRecordPage } from './form-pages.ts'
import { correctForm, fileAddress, listQuery, newRecordForm, recordAddress, withdrawForm } from './forms.ts'
import { listCsv, listPage } from './list-page.ts'
import { manyRoutes } from './many/routes.ts'
import { earlierPath, recordPath } from './paths.ts'
import { bodyOf, findRecord, type RecordInFull, readableFile } from './queries.ts'
import { recordPage } from './record-page.ts'
import { recordUpload } from './uploads.ts'
import { withdrawPage } from './withdraw-page.ts'

const formView = 'earlier/form'

/** What is from before the portal: read as its bodies' meetings are, entered by their secretariats. */
export function earlierRoutes(route: Routes): void {
  route.get(
    earlierPath,
    { right: 'readBody', query: listQuery, queries: 6, on: ({ db }) => jointGroup(db) },
    ({ actor, query }) => page('earlier/list', listPage(actor, query)),
  )
  route.get(
    `${earlierPath}.csv`,
    { right: 'readBody', query: listQuery, queries: 4, on: ({ db }) => jointGroup(db) },
    ({ actor, query }) => {
      const { name, content } = listCsv(actor, query)
      return file(content, { name, mediaType: 'text/csv; charset=utf-8' })
    },
  )

  route.get(`${earlierPath}/nyt`, { right: 'manageOwnSide', queries: 5 }, ({ actor }) =>
    page(formView, newRecordPage(actor)),
  )
  route.post(
    `${earlierPath}/nyt`,
    {
      right: 'manageOwnSide',
      form: newRecordForm,
      upload: recordUpload,
      onInvalid: ({ actor }, form) => page(formView, newRecordPage(actor, form)),
    },
    async ({ actor, form, files }) => {
      const { id } = await enterRecord(actor, { ...form, files })
      return redirect(recordPath(id), 'Dokumentet er registreret.')
    },
  )

  manyRoutes(route)
  recordRoutes(route)
}

function recordRoutes(route: Routes): void {
  route.get(`${earlierPath}/:record`, { right: 'signedIn', params: recordAddress, queries: 6 }, ({ actor, params }) =>
    page('earlier/show', recordPage(actor, found(actor, params.record))),
  )
  route.get(
    `${earlierPath}/:record/filer/:file`,
    { right: 'signedIn', params: fileAddress, queries: 3 },
    ({ actor, db, params }) => {
      const readable = readableFile(actor, params.record, params.file)
      if (!readable) throw notFound()
      return storedFile(db, readable, readable.name)
    },
  )

  route.get(`${earlierPath}/:record/ret`, { ...ofRecord, queries: 7 }, ({ actor, params }) =>
    page(formView, correctPage(actor, found(actor, params.record))),
  )
  route.post(
    `${earlierPath}/:record/ret`,
    {
      ...ofRecord,
      form: correctForm,
      upload: recordUpload,
      onInvalid: ({ actor, params }, form) => page(formView, correctPage(actor, found(actor, params.record), form)),
    },
    async ({ actor, params, form, files }) => {
      await correctRecord(actor, { ...form, recordId: params.record, files })
      return redirect(recordPath(params.record), 'Rettelsen er gemt.')
    },
  )

  route.get(`${earlierPath}/:record/traek-tilbage`, { ...ofRecord, queries: 5 }, ({ actor, params }) =>
    page('layout/form-page', withdrawPage(found(actor, params.record))),
  )
  route.post(
    `${earlierPath}/:record/traek-tilbage`,
    {
      ...ofRecord,
      form: withdrawForm,
      onInvalid: ({ actor, params }, form) => page('layout/form-page', withdrawPage(found(actor, params.record), form)),
    },
    async ({ actor, params, form }) => {
      await withdrawRecord(actor, { recordId: params.record, ...form })
      return redirect(earlierPath, 'Dokumentet er trukket tilbage.')
    },
  )
}

/** One that a person may not see does not exist, whatever he or she would do with it. */
function found(actor: Actor, id: number): RecordInFull {
  const row = findRecord(actor, id)
  if (!row) throw notFound()
  return row
}

function recordSubject({ actor, params }: { actor: Actor; params: { record: number } }): Subject | null {
  const row = findRecord(actor, params.record)
  return row ? { body: bodyOf(row) } : null
}

/** What the routes for those who look after a body's documents have in common. */
const ofRecord = { right: 'keepBody', params: recordAddress, on: recordSubject } as const
