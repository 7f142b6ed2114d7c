import type { Request, RequestHandler } from 'express'
import { Passport } from 'passport'
import { Strategy as LocalStrategy } from 'passport-local'
import type { Database } from '../../database/database.ts'
import type { Instant } from '../../kernel/days.ts'
import { type Actor, findActor, personIdOf } from '../actor.ts'
import { findPersonBy, spendCode } from '../credentials.ts'

export interface PasswordSignIn {
  /** Gives a request what a session is begun with: `req.logIn`. */
  prepare: RequestHandler
  /** Who is let in by these words, as a person types them; null: nobody. A one-time code is spent by it. */
  verify(typed: { email: string; password: string }): Promise<Actor | null>
  /** Reads from a session who is signed in, as they are now, into `req.user`. */
  resume: RequestHandler
}

/** Signing in with e-mail and password, by passport. Only who it is lies in the session; what they may is read anew. */
export function passwordSignIn(portal: { database: Database; demo: boolean; now: () => Instant }): PasswordSignIn {
  const { database, demo, now } = portal
  const passport = new Passport()

  passport.use(
    new LocalStrategy({ usernameField: 'email', passwordField: 'adgangskode' }, (email, password, done) => {
      letIn(email, password).then(actor => done(null, actor ?? false), done)
    }),
  )
  passport.serializeUser<number>((actor, done) => done(null, personIdOf(actor)))
  passport.deserializeUser<number>((id, done) => done(null, findActor(database, id, now()) ?? false))

  async function letIn(email: string, password: string): Promise<Actor | null> {
    const at = now()
    const { person, byCode } = await findPersonBy(database, { email, password, at, demo })
    const actor = person === null ? null : findActor(database, person, at)
    return actor && (!byCode || (await spendCode(database, at, actor))) ? actor : null
  }

  return {
    prepare: passport.initialize({ compat: false }),
    verify: ({ email, password }) =>
      new Promise((resolve, reject) => {
        const done = (fault: unknown, actor?: Actor | false) => (fault ? reject(fault) : resolve(actor || null))
        passport.authenticate('local', done)(formWith(email, password), undefined, reject)
      }),
    resume: passport.session(),
  }
}

/**
 * The strategy would also look into the address of a request, which is logged and shared, and take lists for texts: it
 * is given the two texts and nothing else.
 */
const formWith = (email: string, adgangskode: string) =>
  ({ body: { email, adgangskode }, query: {} }) as Pick<Request, 'body' | 'query'>
