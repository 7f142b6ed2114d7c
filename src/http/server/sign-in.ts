import type { Express, Request } from 'express'
import type { Logger } from 'pino'
import { personWith } from '../../access/credentials.ts'
import { isKnownPlace, type NewSecurityRecord, recordSecurity } from '../../access/security-log.ts'
import type { PasswordSignIn } from '../../access/sign-in/password.ts'
import { SignInGuard } from '../../access/sign-in-guard.ts'
import { normalEmail, placeOf } from '../../access/sign-in-rules.ts'
import type { Database } from '../../database/database.ts'
import type { Settings } from '../../settings.ts'
import { bodyIn, textIn } from '../forms/bodies.ts'
import { json, page, redirect } from '../pages/answers.ts'
import { ownPath } from '../pages/own-path.ts'
import type { Responder } from '../pages/respond.ts'
import { choosePasswordPath, signInPath, signOutPath } from '../paths.ts'
import { assertNotForged } from './forgery.ts'
import { beginSession, type Clock, endSession } from './session.ts'

/**
 * Signing in and out. The answer is the same, and takes as long, for a wrong password, an unknown account and a closed
 * one. What was typed is read from the body alone: addresses are logged and shared.
 */
export function setUpSignIn(
  app: Express,
  services: {
    settings: Settings
    database: Database
    signIn: PasswordSignIn
    responder: Responder
    clock: Clock
    log: Logger
  },
): void {
  const { settings, database, signIn, responder, clock, log } = services
  const guard = new SignInGuard((email, place) => isKnownPlace(database, clock.now(), email, place))
  const record = (entry: NewSecurityRecord) => recordInPassing(recordSecurity(database, clock.now(), entry), log)

  app.get(signInPath, (req, res) => {
    if (req.user) return responder.send(req, res, redirect(ownPath(req.query.videre)))
    return responder.send(
      req,
      res,
      signInPage(ownPath(req.query.videre), '', null, 200, sentBeforehand(req.query.sendt)),
    )
  })

  // Asked by a page whose session ended while somebody typed in it: who is signed in by now, and what forms must carry.
  // Another site may ask too, but cannot read the answer.
  app.get('/log-ind/hvem', (req, res) => {
    const { person } = responder.actorOf(req)
    const told = person ? { person: person.id, name: person.name, csrf: req.session.csrf ?? '' } : { person: null }
    return responder.send(req, res, json(told))
  })

  app.post(signInPath, signIn.prepare, async (req, res) => {
    assertNotForged(req, settings)
    if (settings.secureCookies && !req.secure) return responder.send(req, res, notEncrypted(log))
    const { email, typedEmail, password, videre } = readTyped(req)
    const place = placeOf(req.ip)
    const admission = await guard.admit(email, place)
    if (admission !== 'admitted') {
      // One record tells that it began; a flood of them would hide what else happened.
      if (admission === 'limited anew')
        await record({ kind: 'SIGN_IN_LIMITED', personId: personWith(database, email), place })
      const told = 'Der er forsøgt for mange gange. Vent et kvarter, og prøv igen.'
      return responder.send(req, res, signInPage(videre, typedEmail, told, 429))
    }
    const actor = await signIn.verify({ email, password })
    if (!actor) {
      await guard.failed(email, place)
      await record({ kind: 'SIGN_IN_FAILED', personId: personWith(database, email), place })
      return responder.send(req, res, signInPage(videre, typedEmail, wrong, 401))
    }
    await beginSession(req, actor)
    await guard.succeeded(email, place)
    const byCode = actor.mustChoosePassword
    await record({ kind: byCode ? 'CODE_USED' : 'SIGNED_IN', personId: actor.personId, place })
    return responder.send(req, res, redirect(byCode ? choosePasswordPath : videre))
  })

  app.post(signOutPath, async (req, res) => {
    assertNotForged(req, settings)
    const { person, place = null } = responder.actorOf(req)
    await endSession(req, res, settings)
    if (person) await recordInPassing(record({ kind: 'SIGNED_OUT', personId: person.id, place }), log)
    res.redirect(303, '/log-ind?ud=1')
  })
}

/** A browser keeps the session's cookie only on an encrypted line; that there is one, the proxy must say and be believed. */
function notEncrypted(log: Logger) {
  log.error(
    'BASE_URL is https, but the request came without encryption: nobody can sign in. Does the proxy send X-Forwarded-Proto, and does TRUST_PROXY name it?',
  )
  const message =
    'Portalen er ikke sat rigtigt op: Den kan ikke se, at forbindelsen er krypteret, så ingen kan logge ind. Sig det til den, der driver portalen.'
  return page('errors/refused', { title: 'Login virker ikke lige nu', message, who: null }, { status: 503 })
}

const wrong = 'E-mail eller adgangskode er forkert. En engangskode virker kun én gang, og kun indtil den udløber.'

/** A record is kept in passing: a busy database, or a full disk, shuts nobody out. */
async function recordInPassing(record: Promise<void>, log: Logger): Promise<void> {
  const kept = record.catch(fault => log.error({ err: fault }, 'a sign-in could not be recorded'))
  let timer: NodeJS.Timeout | undefined
  const moment = new Promise(resolve => {
    timer = setTimeout(resolve, 1000)
  })
  await Promise.race([kept, moment])
  clearTimeout(timer)
}

const signInPage = (
  videre: string,
  email: string,
  message: string | null,
  status: number,
  told: string | null = null,
) => page('accounts/sign-in', { title: 'Log ind', videre, email, message, told }, { status })

/** What became of the form that one sent without knowing that the session had ended. */
function sentBeforehand(sent: unknown): string | null {
  if (sent === 'draft')
    return 'Du er logget ud. Det, du skrev, er gemt som kladde, og du får det igen, når du logger ind.'
  if (sent === 'button') return 'Du er logget ud, så der er ikke sket noget. Log ind, og prøv igen.'
  return null
}

function readTyped(req: Request) {
  const body = bodyIn(req)
  const typedEmail = textIn(body, 'email').slice(0, 200)
  const password = textIn(body, 'adgangskode')
  return { email: normalEmail(typedEmail), typedEmail, password, videre: ownPath(textIn(body, 'videre')) }
}
