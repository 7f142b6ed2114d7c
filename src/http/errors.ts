import type { ErrorRequestHandler, RequestHandler } from 'express'
import type { Logger } from 'pino'
import { storageFault } from '../database/storage-faults.ts'
import { SentBefore } from '../database/write.ts'
import { Conflict, Refusal } from '../kernel/refusal.ts'
import { type JsonAnswer, json, page, redirect } from './answers.ts'
import { Unreadable } from './bodies.ts'
import { formOf } from './forms.ts'
import { withQuery } from './paging.ts'
import { recordRefusal } from './record-refusals.ts'
import type { Responder } from './respond.ts'
import { PasswordNeeded, SignInNeeded } from './route.ts'
import { choosePasswordPath } from './sign-in.ts'
import { sentBefore } from './take-form.ts'
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
    if (fault instanceof SignInNeeded) {
      const back = req.method === 'GET' ? req.originalUrl : '/'
      return responder.send(req, res, redirect(withQuery('/log-ind', { videre: back === '/' ? null : back })))
    }
    if (fault instanceof PasswordNeeded) return responder.send(req, res, redirect(choosePasswordPath))
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
        page(view, { title, message: leadUnder(title, fault.message), who: fault.who ?? null }, { status }),
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
      const model = { title: notice?.heading ?? '', message, form: formOf(req.body ?? {}) }
      return responder.send(req, res, page('errors/sent-before', model, { status: 409 }))
    }
    if (isBadRequest(fault)) {
      const model = { title: 'Forespørgslen kunne ikke læses', message: unreadable(fault), who: null }
      return responder.send(req, res, page('errors/refused', model, { status: fault.status }))
    }
    const storage = storageFault(fault)
    if (storage) {
      const { title, message, status, advice } = storage
      log.error({ reqId: req.id, err: fault }, `request failed: ${advice}`)
      return responder.send(req, res, page('errors/unavailable', { title, message, reference: req.id }, { status }))
    }
    log.error({ reqId: req.id, err: fault }, 'request failed')
    const model = { title: 'Der skete en fejl', reference: req.id }
    return responder.send(req, res, page('errors/fault', model, { status: 500 }))
  }

/** The same for a script of ours, which shows the sentence where one writes. */
function told(fault: unknown, reference: string, log: Logger): JsonAnswer {
  if (fault instanceof SignInNeeded) return json({ message: signedOut, signIn: '/log-ind' }, 401)
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
