import type { Actor } from '../../../access/actor.ts'
import { jointGroup } from '../../../access/joint-group.ts'
import type { Database } from '../../../database/database.ts'
import type { FormState } from '../../../http/forms/forms.ts'
import { file, page, redirect } from '../../../http/pages/answers.ts'
import type { Routes } from '../../../http/route.ts'
import { longDay } from '../../../kernel/days.ts'
import { notFound } from '../../../kernel/refusal.ts'
import { attachmentUpload, storedFile } from '../../ground/documents/index.ts'
import { answerRoutes } from './answer/routes.ts'
import { correctOutward, endOutward, extendDeadline } from './change-outward.ts'
import { findInFull } from './find-outward.ts'
import { closeForm, correctForm, extendForm, listQuery, newOutwardForm, outwardAddress, withdrawForm } from './forms.ts'
import { letterRoutes } from './letter/routes.ts'
import { correctPage, endPage, extendPage, newOutwardPage } from './pages/form-pages.ts'
import { listCsv, listPage } from './pages/list-page.ts'
import { showPage } from './pages/show-page.ts'
import {
  closeOutwardPath,
  correctOutwardPath,
  extendDeadlinePath,
  newOutwardPath,
  outwardCsvPath,
  outwardListPath,
  outwardPath,
  receivedLetterPath,
  withdrawOutwardPath,
} from './paths.ts'
import { registerOutward } from './register-outward.ts'
import { sendingRoutes } from './sending/routes.ts'
import { stanceRoutes } from './stances/routes.ts'

const formView = 'layout/form-page'
const ofAll = { right: 'readBody', on: ({ db }: { db: Database }) => jointGroup(db) } as const
const writing = { right: 'prepareTexts', params: outwardAddress } as const
const at = outwardPath(':text')

/** R24: what the parties say to others: read by all of them, prepared by both secretariats. */
export function outwardRoutes(route: Routes): void {
  route.get(outwardListPath, { ...ofAll, query: listQuery, queries: 8 }, ({ actor, query }) =>
    page('outward/list', listPage(actor, query)),
  )
  route.get(outwardCsvPath, { ...ofAll, query: listQuery, queries: 5 }, ({ actor, query }) => {
    const { name, content } = listCsv(actor, query)
    return file(content, { name, mediaType: 'text/csv; charset=utf-8' })
  })
  route.get(newOutwardPath, { right: 'prepareTexts', queries: 3 }, ({ actor }) => page(formView, newOutwardPage(actor)))
  route.post(
    newOutwardPath,
    {
      right: 'prepareTexts',
      form: newOutwardForm,
      upload: attachmentUpload,
      onInvalid: ({ actor }, form) => page(formView, newOutwardPage(actor, form)),
    },
    async ({ actor, form, files }) => {
      const { slug } = await registerOutward(actor, { ...form, files })
      return redirect(outwardPath(slug), 'Udtalelsen er registreret. Se i planen, hvad der skal ske hvornår.')
    },
  )
  route.get(at, { ...ofAll, params: outwardAddress, queries: 44 }, async ({ actor, params }) =>
    page('outward/show', await showPage(actor, params.text)),
  )
  route.get(
    receivedLetterPath(':text'),
    { ...ofAll, params: outwardAddress, queries: 40 },
    async ({ actor, db, params }) => {
      const { kept } = await findInFull(actor, params.text)
      if (!kept.document) throw notFound()
      return storedFile(db, kept.document, kept.documentName)
    },
  )
  letterRoutes(route)
  factsRoutes(route)
  endRoutes(route)
  stanceRoutes(route)
  sendingRoutes(route)
  answerRoutes(route)
}

function factsRoutes(route: Routes): void {
  const corrected = async (actor: Actor, slug: string, form?: FormState) =>
    page(formView, await correctPage(actor, slug, form))
  const correcting = correctOutwardPath(':text')
  route.get(correcting, { ...writing, queries: 42 }, ({ actor, params }) => corrected(actor, params.text))
  route.post(
    correcting,
    {
      ...writing,
      form: correctForm,
      upload: attachmentUpload,
      onInvalid: ({ actor, params }, form) => corrected(actor, params.text, form),
    },
    async ({ actor, params, form, files }) => {
      await correctOutward(actor, { slug: params.text, ...form, files })
      return redirect(outwardPath(params.text), 'Oplysningerne er rettet. Planen er regnet om.')
    },
  )

  const extended = (actor: Actor, slug: string, form?: FormState) => page(formView, extendPage(actor, slug, form))
  const extending = extendDeadlinePath(':text')
  route.get(extending, { ...writing, queries: 6 }, ({ actor, params }) => extended(actor, params.text))
  route.post(
    extending,
    { ...writing, form: extendForm, onInvalid: ({ actor, params }, form) => extended(actor, params.text, form) },
    async ({ actor, params, form }) => {
      await extendDeadline(actor, { slug: params.text, ...form })
      return redirect(outwardPath(params.text), `Fristen er nu den ${longDay(form.until)}. Planen er regnet om.`)
    },
  )
}

function endRoutes(route: Routes): void {
  const ways = [
    { step: 'CLOSE', path: closeOutwardPath(':text'), form: closeForm, told: 'Udtalelsen er afsluttet.' },
    {
      step: 'WITHDRAW',
      path: withdrawOutwardPath(':text'),
      form: withdrawForm,
      told: 'Udtalelsen er trukket tilbage.',
    },
  ] as const
  for (const { step, path, form: schema, told } of ways) {
    const ended = (actor: Actor, slug: string, form?: FormState) => page(formView, endPage(actor, slug, step, form))
    route.get(path, { ...writing, queries: 4 }, ({ actor, params }) => ended(actor, params.text))
    route.post(
      path,
      { ...writing, form: schema, onInvalid: ({ actor, params }, form) => ended(actor, params.text, form) },
      async ({ actor, params, form }) => {
        await endOutward(actor, { slug: params.text, step, reason: form.reason })
        return redirect(outwardPath(params.text), told)
      },
    )
  }
}
