import { randomBytes } from 'node:crypto'
import type { Application, Request, RequestHandler, Response } from 'express'
import session from 'express-session'
import type { Actor } from '../../access/actor.ts'
import type { PasswordSignIn } from '../../access/sign-in/password.ts'
import type { SessionStore } from '../../database/folder/sessions.ts'
import type { Instant } from '../../kernel/days.ts'
import type { Settings } from '../../settings.ts'

declare module 'express-session' {
  interface SessionData {
    csrf?: string
    /** The signed-in person's id, where passport keeps it. */
    passport?: { user?: number }
    flash?: string
    /** Milliseconds since 1970, by the server's clock. */
    signedInAt?: number
  }
}

declare global {
  namespace Express {
    /** Whoever is signed in, as a request carries them. */
    interface User extends Actor {}
  }
}

export const idleMinutes = 60
export const absoluteHours = 12

export interface Clock {
  now(): Instant
}

export const newToken = (): string => randomBytes(24).toString('base64url')

/** Sessions and who they belong to. None is begun for anonymous readers. */
export function setUpSessions(
  app: Application,
  services: { settings: Settings; sessions: SessionStore; signIn: PasswordSignIn },
): void {
  const { settings, sessions, signIn } = services
  app.use(
    session({
      name: cookieName(settings),
      secret: settings.sessionSecret,
      store: sessions,
      resave: false,
      saveUninitialized: false,
      cookie: cookieOf(settings),
    }),
  )
  app.use(readPerson(signIn))
}

const cookieName = (settings: Settings): string => (settings.secureCookies ? '__Host-portal' : 'portal')

/** A browser keeps and clears a cookie of that name only with these, word for word. */
const cookieOf = (settings: Settings) => ({
  httpOnly: true,
  sameSite: 'lax' as const,
  secure: settings.secureCookies,
  path: '/',
})

/** A new session, with an id that nobody knew before: one planted earlier never becomes a person's. */
export async function beginSession(req: Request, actor: Actor): Promise<void> {
  // passport's login begins another session, and writes who it is of.
  await new Promise<void>((resolve, reject) => req.logIn(actor, fault => (fault ? reject(fault) : resolve())))
  req.session.csrf = newToken()
  req.session.signedInAt = Date.now()
}

/** Here and in the browser. */
export async function endSession(req: Request, res: Response, settings: Settings): Promise<void> {
  await new Promise<void>((resolve, reject) => req.session.destroy(fault => (fault ? reject(fault) : resolve())))
  res.clearCookie(cookieName(settings), cookieOf(settings))
  req.user = undefined
}

/**
 * Whose session it is. However busy it is, a session ends some hours after the sign-in. One without a person costs
 * nothing more.
 */
const readPerson =
  (signIn: PasswordSignIn): RequestHandler =>
  (req, res, next) => {
    if (req.session.passport?.user === undefined) return next()
    const { signedInAt } = req.session
    const age = signedInAt === undefined ? Number.NaN : Date.now() - signedInAt
    // One that is to begin only in some minutes was begun by a clock that went ahead: its end would come too late.
    if (age > -5 * 60_000 && age < absoluteHours * 3_600_000) return signIn.resume(req, res, next)
    req.session.destroy(next)
  }
