import type { Actor } from '../../../../access/actor.ts'
import { jointGroup } from '../../../../access/joint-group.ts'
import type { Database } from '../../../../database/database.ts'
import type { FormState } from '../../../../http/forms/forms.ts'
import { page, redirect } from '../../../../http/pages/answers.ts'
import type { Routes } from '../../../../http/route.ts'
import { notFound } from '../../../../kernel/refusal.ts'
import { plural } from '../../../../kernel/text.ts'
import { attachmentUpload, storedFile } from '../../../ground/documents/index.ts'
import { findInFull } from '../find-outward.ts'
import { answerAddress, answerForm, outwardAddress } from '../forms.ts'
import { fileAnswerPath, outwardPath } from '../paths.ts'
import { answerPage } from './answer-page.ts'
import { fileAnswer } from './file-answer.ts'

const ofAll = { right: 'readBody', on: ({ db }: { db: Database }) => jointGroup(db) } as const
const writing = { right: 'prepareTexts', params: outwardAddress } as const

/** What the addressee answered is filed by a secretariat. */
export function answerRoutes(route: Routes): void {
  const filing = async (actor: Actor, slug: string, form?: FormState) =>
    page('outward/answer', await answerPage(actor, slug, form))
  const path = fileAnswerPath(':text')
  route.get(path, { ...writing, queries: 40 }, ({ actor, params }) => filing(actor, params.text))
  route.post(
    path,
    {
      ...writing,
      form: answerForm,
      upload: attachmentUpload,
      onInvalid: ({ actor, params }, form) => filing(actor, params.text, form),
    },
    async ({ actor, params, form, files }) => {
      const { points } = await fileAnswer(actor, { slug: params.text, ...form, files })
      return redirect(
        `${outwardPath(params.text)}#svar`,
        `Svaret er registreret med ${plural(points, 'punkt', 'punkter')}.`,
      )
    },
  )
  route.get(`${path}/:answer/brev`, { ...ofAll, params: answerAddress, queries: 40 }, async ({ actor, db, params }) => {
    const { kept } = await findInFull(actor, params.text)
    const answer = kept.answers.find(({ id }) => id === params.answer)
    if (!answer?.document) throw notFound()
    return storedFile(db, answer.document, answer.documentName)
  })
}
