import type { ErrorRequestHandler, Request, RequestHandler } from 'express'
import type { Logger } from 'pino'
import { storageFault } from '../../database/storage-faults.ts'
import { SentBefore } from '../../database/write.ts'
import { Conflict, Refusal } from '../../kernel/refusal.ts'
import { bodyIn, Unreadable } from '../forms/bodies.ts'
import { formOf, typedTexts } from '../forms/forms.ts'
import { recordRefusal } from '../forms/record-refusals.ts'
import { contentOf } from '../forms/sending.ts'
import { sentBefore } from '../forms/take-form.ts'
import { choosePasswordPath, signInPath } from '../paths.ts'
import { PasswordNeeded } from '../route.ts'
import { type Answer, type JsonAnswer, json, page, redirect } from './answers.ts'
import { withQuery } from './paging.ts'
import type { Responder } from './respond.ts'
import { SignInNeeded } from './sign-in-needed.ts'
import { wantsJson } from './wants-json.ts'

const statusOf = { forbidden: 403, rule: 422, notFound: 404 } as const

export const nothingHere =
  (responder: Responder): RequestHandler =>
  (req, res) =>
    responder.send(req, res, page('errors/not-found', { title: 'Siden findes ikke', message: null }, { status: 404 }))

/**
 * The one place where what was thrown becomes a page. A refusal says why and who may; a fault is logged once, with the
 * number that the page shows, and tells nothing of its insides.
 */
export const answerFaults =
  (responder: Responder, log: Logger): ErrorRequestHandler =>
  async (fault: unknown, req, res, next) => {
    if (res.headersSent) return next(fault)
    if (fault instanceof Refusal && fault.code === 'forbidden') await recordRefusal(req, log)
    if (wantsJson(req)) return responder.send(req, res, told(fault, req.id, log))
    if (fault instanceof SignInNeeded) return responder.send(req, res, toSignIn(req, fault))
    if (fault instanceof PasswordNeeded) return responder.send(req, res, redirect(choosePasswordPath))
    const texts = textsOf(req)
    if (fault instanceof Refusal) {
      const status = statusOf[fault.code]
      const view = fault.code === 'notFound' ? 'errors/not-found' : 'errors/refused'
      const title =
        fault.code === 'notFound'
          ? 'Siden findes ikke'
          : fault.code === 'forbidden'
            ? 'Ingen adgang'
            : 'Handlingen kan ikke udføres'
      return responder.send(
        req,
        res,
        page(view, { title, message: leadUnder(title, fault.message), who: fault.who ?? null, texts }, { status }),
      )
    }
    if (fault instanceof Conflict) {
      const { current, version, message } = fault
      const form = { ...formOf(req.body ?? {}), conflict: { current, version, message } }
      const model = { title: 'En anden har gemt imens', message, form }
      return responder.send(req, res, page('errors/conflict', model, { status: 409 }))
    }
    if (fault instanceof SentBefore) {
      const { message, notice } = sentBefore(fault.at, undefined)
      const model = { title: notice?.heading ?? '', message, texts }
      return responder.send(req, res, page('errors/sent-before', model, { status: 409 }))
    }
    if (isBadRequest(fault)) {
      const model = { title: 'Forespørgslen kunne ikke læses', message: unreadable(fault), who: null, texts }
      return responder.send(req, res, page('errors/refused', model, { status: fault.status }))
    }
    const storage = storageFault(fault)
    if (storage) {
      const { title, message, status, advice } = storage
      log.error({ reqId: req.id, err: fault }, `request failed: ${advice}`)
      return responder.send(
        req,
        res,
        page('errors/unavailable', { title, message, reference: req.id, texts }, { status }),
      )
    }
    log.error({ reqId: req.id, err: fault }, 'request failed')
    const model = { title: 'Der skete en fejl', reference: req.id, texts }
    return responder.send(req, res, page('errors/fault', model, { status: 500 }))
  }

/** What was typed stands on the page that could not take it, to be copied. */
const textsOf = (req: Request): string[] => (req.method === 'POST' ? typedTexts(contentOf(bodyIn(req))) : [])

/** To sign in, and back: to the page that was asked for, or to the form that was sent. */
function toSignIn(req: Request, { goOn, sent }: SignInNeeded): Answer {
  const asked = req.method === 'GET' ? req.originalUrl : (goOn ?? '/')
  const videre = asked === '/' ? null : asked
  if (sent !== 'unkept') return redirect(withQuery(signInPath, { videre, sendt: sent }))
  const model = { title: 'Du er logget ud', texts: textsOf(req), signIn: withQuery(signInPath, { videre }) }
  return page('errors/signed-out', model, { status: 401 })
}

/** The same for a script of ours, which shows the sentence where one writes. */
function told(fault: unknown, reference: string, log: Logger): JsonAnswer {
  if (fault instanceof SignInNeeded) return json({ message: signedOut, signIn: signInPath }, 401)
  if (fault instanceof PasswordNeeded) return json({ message: passwordNeeded }, 403)
  if (fault instanceof Refusal) return json({ message: fault.message }, statusOf[fault.code])
  if (fault instanceof Conflict) {
    const { current, version, message } = fault
    return json({ message, current, version }, 409)
  }
  if (isBadRequest(fault)) return json({ message: unreadable(fault) }, fault.status)
  const storage = storageFault(fault)
  log.error({ reqId: reference, err: fault }, storage ? `request failed: ${storage.advice}` : 'request failed')
  if (storage) return json({ message: storage.message, reference }, storage.status)
  return json({ message: 'Der skete en fejl, og det seneste er ikke gemt.', reference }, 500)
}

const signedOut =
  'Du er logget ud, og det seneste er ikke gemt. Log ind i et nyt vindue, og gem så her. Teksten står her endnu.'

const passwordNeeded = 'Vælg din egen adgangskode, før du fortsætter.'

/** No lead that only says the heading again. */
const leadUnder = (title: string, message: string): string | null => (message === `${title}.` ? null : message)

const unreadable = (fault: unknown): string =>
  fault instanceof Unreadable ? fault.message : 'Siden kunne ikke læse det, der blev sendt. Gå tilbage, og prøv igen.'

/** What Express itself throws at a body too large or an address it cannot decode. */
function isBadRequest(fault: unknown): fault is { status: number } {
  if (typeof fault !== 'object' || fault === null || !('status' in fault)) return false
  const { status } = fault as { status: unknown }
  return typeof status === 'number' && status >= 400 && status < 500
}
