import express, { type Request, type RequestHandler, type Router } from 'express'
import { knowsOf, may, type Right } from '../access/policy.ts'
import type { Database } from '../database/database.ts'
import type { FormStore } from '../database/form-store.ts'
import type { SessionStore } from '../database/sessions.ts'
import { forbidden, forbiddenPage, notFound } from '../kernel/refusal.ts'
import type { Settings } from '../settings.ts'
import type { Answer } from './answers.ts'
import { assertNotForged } from './forgery.ts'
import { OnceOnly } from './once-only.ts'
import type { Responder } from './respond.ts'
import type { Common, Context, DeclaredRoute, FormContext, GetSpec, PostSpec, Read, Shape } from './route-specs.ts'
import { sendingOf } from './sending.ts'
import { takeForm } from './take-form.ts'
import { receiver } from './uploads.ts'
import { wantsJson } from './wants-json.ts'

export type { Context, DeclaredRoute, FormContext, GetSpec, PostSpec } from './route-specs.ts'
export type { UploadedFile } from './uploads.ts'

type Method = 'get' | 'post'

export interface RouteServices {
  database: Database
  settings: Settings
  sessions: SessionStore
  forms: FormStore
  responder: Responder
}

/**
 * Where features declare their routes. A route cannot be declared without its right and the schema of its input;
 * access is decided here before a handler runs, and whatever is not declared does not exist.
 */
export class Routes {
  readonly declared: DeclaredRoute[] = []
  readonly #services: RouteServices
  readonly #onceOnly = new OnceOnly()
  readonly #routers = new Map<string, Router>()

  constructor(services: RouteServices) {
    this.#services = services
  }

  /** Asks only the routes whose address begins as the request's: a router tries all it has, one after the other. */
  readonly handler: RequestHandler = (req, res, next) => {
    const router = this.#routers.get(beginningOf(req.path.toLowerCase()))
    if (router) router(req, res, next)
    else next()
  }

  #routerFor(path: string): Router {
    const beginning = beginningOf(path)
    const known = this.#routers.get(beginning)
    if (known) return known
    const made = express.Router()
    this.#routers.set(beginning, made)
    return made
  }

  get<P extends Shape | undefined = undefined, Q extends Shape | undefined = undefined>(
    path: string,
    spec: GetSpec<P, Q>,
    handler: (ctx: Context<P, Q>) => Answer | Promise<Answer>,
  ): void {
    this.#declare('get', path, spec, spec.queries)
    this.#routerFor(path).get(path, async (req, res) => {
      const ctx = this.#context(req, spec.params) as Context<P, Q>
      ctx.query = readQuery(req, spec.query) as Read<Q>
      await this.#admit(ctx, spec, 'get')
      await this.#services.responder.send(req, res, await handler(ctx))
    })
  }

  post<F extends Shape, P extends Shape | undefined = undefined>(
    path: string,
    spec: PostSpec<P, F>,
    handler: (ctx: FormContext<P, F>) => Answer | Promise<Answer>,
  ): void {
    this.#declare('post', path, spec, null)
    const upload = spec.upload ? receiver(spec.upload) : null
    this.#routerFor(path).post(path, async (req, res) => {
      const signOutElsewhere = (person: number) => this.#services.sessions.destroyOf(person, req.sessionID)
      const given = {
        ...this.#context(req, spec.params),
        query: {},
        files: [],
        wantsJson: wantsJson(req),
        signOutElsewhere,
      }
      const ctx = given as unknown as FormContext<P, F>
      await this.#admit(ctx, spec as unknown as Common<P, undefined>, 'post')
      if (upload) ctx.files = await upload(req, res)
      assertNotForged(req, this.#services.settings)
      const sending = sendingOf(req, ctx.actor.personId, ctx.files, spec.repeatable ?? false)
      const take = () => takeForm(req, ctx, spec, sending, this.#services.forms, handler)
      const answer = await this.#onceOnly.answer(sending, `${ctx.actor.personId} ${req.path}`, take)
      await this.#services.responder.send(req, res, answer)
    })
  }

  #declare(method: Method, path: string, spec: { right: Right; on?: unknown }, queries: number | null): void {
    this.declared.push({ method, path, right: spec.right, queries, hasSubject: spec.on !== undefined })
  }

  #context(req: Request, params: Shape | undefined): Context<Shape | undefined, undefined> {
    const actor = this.#services.responder.actorOf(req)
    const parsed = params?.safeParse(req.params)
    if (parsed && !parsed.success) throw notFound()
    return {
      actor,
      db: this.#services.database,
      settings: this.#services.settings,
      params: (parsed?.data ?? {}) as Record<string, never>,
      query: {},
      now: actor.at,
      today: actor.today,
    }
  }

  async #admit<P extends Shape | undefined, Q extends Shape | undefined>(
    ctx: Context<P, Q>,
    spec: Common<P, Q>,
    method: Method,
  ): Promise<void> {
    if (spec.right !== 'public' && !ctx.actor.person) throw new SignInNeeded()
    if (spec.right !== 'public' && ctx.actor.mustChoosePassword && !spec.whileChoosing) throw new PasswordNeeded()
    const subject = spec.on ? await spec.on(ctx) : {}
    if (!subject) throw notFound()
    const verdict = may(ctx.actor, spec.right, subject)
    if (verdict.allowed) return
    if (spec.hidden || isReading(spec.right) || !knowsOf(ctx.actor, subject)) throw notFound()
    throw method === 'get' ? forbiddenPage(verdict.who) : forbidden(verdict.who)
  }
}

/** '/moeder/:meeting/dagsorden' → 'moeder'. */
const beginningOf = (path: string): string => path.split('/', 2)[1] ?? ''

/** Whoever is not signed in is sent to sign in, and back again. */
export class SignInNeeded extends Error {}

/** Whoever is in with a code that somebody else handed over is sent to choose a password, whatever is asked for. */
export class PasswordNeeded extends Error {}

const isReading = (right: Right): boolean => right.startsWith('read')

function readQuery(req: Request, schema: Shape | undefined): Record<string, unknown> {
  if (!schema) return {}
  const parsed = schema.safeParse(req.query)
  // A filter that makes no sense is left out rather than answered with an error: addresses are shared and edited.
  if (parsed.success) return parsed.data
  const kept = { ...req.query }
  for (const issue of parsed.error.issues) delete kept[String(issue.path[0])]
  const again = schema.safeParse(kept)
  return again.success ? again.data : {}
}
