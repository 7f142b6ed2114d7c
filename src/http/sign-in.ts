import type { Express, Request } from 'express'
import type { Passport } from 'passport'
import { Strategy } from 'passport-local'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { type Actor, findActor } from '../access/actor.ts'
import { findPersonBy } from '../access/credentials.ts'
import type { Database } from '../database/database.ts'
import type { Settings } from '../settings.ts'
import { json, page, redirect } from './answers.ts'
import { assertNotForged } from './forgery.ts'
import type { Responder } from './respond.ts'
import { type Clock, newToken } from './session.ts'

const quarter = 15 * 60

/** Signing in and out. The answer is the same for a wrong password, an unknown account and a closed one. */
export function setUpSignIn(
  app: Express,
  services: {
    passport: InstanceType<typeof Passport>
    settings: Settings
    database: Database
    responder: Responder
    clock: Clock
  },
): void {
  const { passport, settings, database, responder, clock } = services
  const perAccount = new RateLimiterMemory({ points: 8, duration: quarter })
  const perAddress = new RateLimiterMemory({ points: 200, duration: quarter })

  passport.use(
    new Strategy({ usernameField: 'email', passwordField: 'adgangskode' }, async (email, password, done) => {
      try {
        const person = await findPersonBy(database, email, password, settings.demo)
        done(null, person === null ? false : (findActor(database, person, clock.now()) ?? false))
      } catch (fault) {
        done(fault)
      }
    }),
  )

  app.get('/log-ind', (req, res) => {
    if (req.user) return responder.send(req, res, redirect(ownPath(req.query.videre)))
    return responder.send(req, res, signInPage(ownPath(req.query.videre), '', null, 200))
  })

  // Asked by a page whose session ended while somebody typed in it: who is signed in by now, and what forms must carry.
  // Another site may ask too, but cannot read the answer.
  app.get('/log-ind/hvem', (req, res) => {
    const { person } = responder.actorOf(req)
    const told = person ? { person: person.id, name: person.name, csrf: req.session.csrf ?? '' } : { person: null }
    return responder.send(req, res, json(told))
  })

  app.post('/log-ind', async (req, res, next) => {
    assertNotForged(req, settings)
    const { email, videre } = readTyped(req)
    const account = `${email.toLowerCase()} ${req.ip}`
    const tooMany = await isTooMany(perAccount, perAddress, account, req.ip ?? '')
    if (tooMany) {
      const told = 'Der er forsøgt for mange gange. Vent et kvarter, og prøv igen.'
      return responder.send(req, res, signInPage(videre, email, told, 429))
    }
    const actor = await new Promise<Actor | false>((resolve, reject) => {
      const done = (fault: unknown, found: Actor | false) => (fault ? reject(fault) : resolve(found))
      passport.authenticate('local', done)(req, res, next)
    })
    if (!actor) {
      return responder.send(req, res, signInPage(videre, email, 'E-mail eller adgangskode er forkert.', 401))
    }
    await beginSession(req, actor)
    await perAccount.delete(account)
    return responder.send(req, res, redirect(videre))
  })

  app.post('/log-ud', (req, res, next) => {
    assertNotForged(req, settings)
    req.session.destroy(fault => {
      if (fault) return next(fault)
      res.clearCookie(settings.secureCookies ? '__Host-portal' : 'portal')
      req.user = undefined
      return res.redirect(303, '/log-ind?ud=1')
    })
  })
}

/** A new session id at sign-in: passport's login regenerates it. */
async function beginSession(req: Request, actor: Actor): Promise<void> {
  await new Promise<void>((resolve, reject) => req.login(actor, fault => (fault ? reject(fault) : resolve())))
  req.session.csrf = newToken()
  req.session.signedInAt = Date.now()
}

async function isTooMany(
  perAccount: RateLimiterMemory,
  perAddress: RateLimiterMemory,
  account: string,
  address: string,
): Promise<boolean> {
  try {
    await perAddress.consume(address)
    const used = await perAccount.consume(account)
    // Each further try waits a little longer, so that guessing is slow well before it is stopped.
    if (used.consumedPoints > 3) await new Promise(resolve => setTimeout(resolve, 250 * (used.consumedPoints - 3)))
    return false
  } catch {
    return true
  }
}

const signInPage = (videre: string, email: string, message: string | null, status: number) =>
  page('accounts/sign-in', { title: 'Log ind', videre, email, message }, { status })

function readTyped(req: Request): { email: string; videre: string } {
  const typed = (req.body ?? {}) as Record<string, unknown>
  return { email: typeof typed.email === 'string' ? typed.email.slice(0, 200) : '', videre: ownPath(typed.videre) }
}

/** Only a path of our own: never another site. */
function ownPath(value: unknown): string {
  return typeof value === 'string' && /^\/(?![/\\])[^\\]*$/.test(value) && value.length < 500 ? value : '/'
}
