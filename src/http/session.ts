import { randomBytes } from 'node:crypto'
import type { Application, RequestHandler } from 'express'
import session from 'express-session'
import { Passport } from 'passport'
import { type Actor, findActor } from '../access/actor.ts'
import type { Database } from '../database/database.ts'
import type { SessionStore } from '../database/sessions.ts'
import type { Instant } from '../kernel/days.ts'
import type { Settings } from '../settings.ts'

declare module 'express-session' {
  interface SessionData {
    csrf?: string
    /** The signed-in person's id. */
    passport?: { user: number }
    flash?: string
    /** Milliseconds since 1970, by the server's clock. */
    signedInAt?: number
  }
}

declare global {
  namespace Express {
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
  services: { settings: Settings; database: Database; sessions: SessionStore; clock: Clock },
): { passport: InstanceType<typeof Passport> } {
  const { settings, database, sessions, clock } = services
  app.use(
    session({
      name: settings.secureCookies ? '__Host-portal' : 'portal',
      secret: settings.sessionSecret,
      store: sessions,
      resave: false,
      saveUninitialized: false,
      cookie: { httpOnly: true, sameSite: 'lax', secure: settings.secureCookies, path: '/' },
    }),
  )
  const passport = new Passport()
  passport.serializeUser<number>((user, done) => done(null, user.person?.id ?? 0))
  app.use(readPerson(database, clock))
  return { passport }
}

/**
 * Whose session it is, as passport wrote it at the sign-in. Its own middleware for this runs a strategy at each request,
 * which costs as much as reading the session. However busy it is, a session ends some hours after the sign-in.
 */
const readPerson =
  (database: Database, clock: Clock): RequestHandler =>
  (req, _res, next) => {
    const id = req.session.passport?.user
    if (id === undefined) return next()
    const { signedInAt } = req.session
    if (signedInAt === undefined || Date.now() - signedInAt >= absoluteHours * 3_600_000) {
      req.session.destroy(next)
      return
    }
    req.user = findActor(database, id, clock.now()) ?? undefined
    if (!req.user) delete req.session.passport
    next()
  }
