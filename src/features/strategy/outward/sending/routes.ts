import type { Actor } from '../../../../access/actor.ts'
import { jointGroup } from '../../../../access/joint-group.ts'
import type { Database } from '../../../../database/database.ts'
import type { FormState } from '../../../../http/forms/forms.ts'
import { page, redirect } from '../../../../http/pages/answers.ts'
import type { Routes } from '../../../../http/route.ts'
import { outwardAddress, sendForm } from '../forms.ts'
import { letterPath, outwardPath, sendLetterPath } from '../paths.ts'
import { letterPage, sendPage } from './letter-page.ts'
import { sendLetter } from './send-letter.ts'

const ofAll = { right: 'readBody', on: ({ db }: { db: Database }) => jointGroup(db) } as const
const writing = { right: 'prepareTexts', params: outwardAddress } as const

/** The adopted letter is sent by a secretariat, and read as it went by all parties. */
export function sendingRoutes(route: Routes): void {
  const sending = async (actor: Actor, slug: string, form?: FormState) =>
    page('outward/send', await sendPage(actor, slug, form))
  route.get(sendLetterPath(':text'), { ...writing, queries: 46 }, ({ actor, params }) => sending(actor, params.text))
  route.post(
    sendLetterPath(':text'),
    { ...writing, form: sendForm, onInvalid: ({ actor, params }, form) => sending(actor, params.text, form) },
    async ({ actor, params, form: { hash, ...said } }) => {
      await sendLetter(actor, { slug: params.text, shownHash: hash, ...said })
      return redirect(outwardPath(params.text), 'Brevet er registreret som sendt. Teksten er låst.')
    },
  )
  route.get(letterPath(':text'), { ...ofAll, params: outwardAddress, queries: 40 }, async ({ actor, params }) =>
    page('outward/letter-page', await letterPage(actor, params.text)),
  )
}
