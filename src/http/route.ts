import express, { type Request, type RequestHandler, type Router } from 'express'
import { knowsOf, may, type Right } from '../access/policy.ts'
import type { Database } from '../database/database.ts'
import type { FormStore } from '../database/folder/form-store.ts'
import type { SessionStore } from '../database/folder/sessions.ts'
import { forbidden, forbiddenPage, notFound, Refusal } from '../kernel/refusal.ts'
import type { Settings } from '../settings.ts'
import { paramsIn } from './forms/form-addresses.ts'
import type { FormKeeper } from './forms/form-keeper.ts'
import { type Asked, type FormRoute, formRoute, type PageRoute } from './forms/form-route.ts'
import { OnceOnly } from './forms/once-only.ts'
import { sendingOf } from './forms/sending.ts'
import { takeForm } from './forms/take-form.ts'
import { receiver, type UploadedFile } from './forms/uploads.ts'
import type { LiveHub } from './live/hub.ts'
import { type Answer, redirect } from './pages/answers.ts'
import type { Responder } from './pages/respond.ts'
import { SignInNeeded } from './pages/sign-in-needed.ts'
import { ofAnotherSession, turnedAway } from './pages/turned-away.ts'
import { wantsJson } from './pages/wants-json.ts'
import { asTried, thoseTaking } from './route-order.ts'
import type { Common, Context, DeclaredRoute, FormContext, GetSpec, PostSpec, Read, Shape } from './route-specs.ts'
import { forged, hasToken, isSameOrigin } from './server/forgery.ts'

export type { UploadedFile } from './forms/uploads.ts'
export type { Context, DeclaredRoute, FormContext, GetSpec, PostSpec } from './route-specs.ts'

type Method = 'get' | 'post'

interface Mount {
  method: Method
  path: string
  handler: RequestHandler
}

export interface RouteServices {
  database: Database
  settings: Settings
  sessions: SessionStore
  forms: FormStore
  keeper: FormKeeper
  responder: Responder
  live: LiveHub
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
  /** Addresses of forms that a page with a parameter would take for its own: they are asked first. */
  readonly #shadowed = express.Router()
  readonly #mounts: Mount[] = []
  #pages: PageRoute[] = []
  #forms: FormRoute[] = []

  constructor(services: RouteServices) {
    this.#services = services
  }

  /** Asks only the routes whose address begins as the request's: a router tries all it has, one after the other. */
  readonly handler: RequestHandler = (req, res, next) => {
    const router = this.#routers.get(beginningOf(req.path.toLowerCase()))
    if (router) this.#shadowed(req, res, () => router(req, res, next))
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
    const draw = async (asked: Asked, query: Record<string, unknown>) => {
      const ctx = this.#context(asked, spec.params) as Context<P, Q>
      ctx.query = readQuery(query, spec.query) as Read<Q>
      await this.#admit(ctx, spec, 'get')
      return handler(ctx)
    }
    this.#pages.push({ path, draw: asked => draw(asked, {}) })
    this.#mount('get', path, async (req, res) => {
      await this.#services.responder.send(req, res, await draw(this.#asked(req), req.query))
    })
  }

  post<F extends Shape, P extends Shape | undefined = undefined>(
    path: string,
    spec: PostSpec<P, F>,
    handler: (ctx: FormContext<P, F>) => Answer | Promise<Answer>,
  ): void {
    this.#declare('post', path, spec, null)
    const upload = spec.upload ? receiver(spec.upload) : null
    const context = (asked: Asked, req?: Request) => this.#formContext(asked, spec, req)
    const admit = (ctx: FormContext<P, F>) => this.#admit(ctx, spec as unknown as Common<P, undefined>, 'post')
    const form = formRoute(path, spec, { declared: this.declared, pages: () => this.#pages, context, admit })
    this.#forms.push(form)
    this.#mount('post', path, async (req, res) => {
      const { settings, responder, keeper, forms: store } = this.#services
      const asked = this.#asked(req)
      const sent = { req, res, form, asked, keeper, settings }
      const ctx = await this.#admitted(() => context(asked, req), admit, sent)
      if (upload) await receiveFiles(ctx, upload(req, res))
      if (!isSameOrigin(req, settings)) throw forged()
      if (!hasToken(req)) return responder.send(req, res, await ofAnotherSession(sent))
      const sending = sendingOf(req, asked.actor.personId, ctx.files, spec.repeatable ?? false)
      const take = () => takeForm(req, ctx, { spec, handler, sending, form, asked, store, keeper })
      const answer = await this.#onceOnly.answer(sending, `${asked.actor.personId} ${req.path}`, take)
      await responder.send(req, res, answer)
    })
  }

  /**
   * When all are declared: mounts them in the order in which they are tried, whoever declared them first. Whoever asks
   * for an address that only takes forms is led to the page that the form stands on, with the same right.
   */
  complete(): void {
    for (const { method, path, handler } of asTried(this.#mounts)) this.#routerFor(path)[method](path, handler)
    this.#pages = asTried(this.#pages)
    this.#forms = asTried(this.#forms)
    const pagesAt = thoseTaking(this.#pages)
    for (const form of this.#forms) {
      const pages = pagesAt(form.path)
      if (pages.some(({ path }) => path === form.path)) continue
      const router = pages.length > 0 ? this.#shadowed : this.#routerFor(form.path)
      router.get(form.path, async (req, res) => {
        const asked = this.#asked(req)
        await form.admit(asked)
        await this.#services.responder.send(req, res, redirect(await form.page(asked)))
      })
    }
  }

  /** The form that is sent to this path, and what its address names; null where there is none. */
  formAt(path: string): { form: FormRoute; params: Record<string, string> } | null {
    for (const form of this.#forms) {
      const params = paramsIn(form.path, path)
      if (params) return { form, params }
    }
    return null
  }

  async #admitted<Ctx>(
    context: () => Ctx,
    admit: (ctx: Ctx) => Promise<void>,
    sent: Parameters<typeof turnedAway>[1],
  ): Promise<Ctx> {
    try {
      const ctx = context()
      await admit(ctx)
      return ctx
    } catch (refused) {
      throw await turnedAway(refused, sent)
    }
  }

  #mount(method: Method, path: string, handler: RequestHandler): void {
    this.#mounts.push({ method, path, handler })
  }

  #declare(method: Method, path: string, spec: { right: Right; on?: unknown }, queries: number | null): void {
    this.declared.push({ method, path, right: spec.right, queries, hasSubject: spec.on !== undefined })
  }

  #asked(req: Request): Asked {
    return { actor: this.#services.responder.actorOf(req), params: req.params as Record<string, string> }
  }

  #formContext<P extends Shape | undefined, F extends Shape>(
    asked: Asked,
    spec: PostSpec<P, F>,
    req?: Request,
  ): FormContext<P, F> {
    const signOutElsewhere = (person: number) => this.#services.sessions.destroyOf(person, req?.sessionID)
    const forgetDrafts = (person: number) => this.#services.forms.forget(person)
    const rest = { query: {}, files: [], wantsJson: req ? wantsJson(req) : false, signOutElsewhere, forgetDrafts }
    return { ...this.#context(asked, spec.params), ...rest } as unknown as FormContext<P, F>
  }

  #context({ actor, params: given }: Asked, params: Shape | undefined): Context<Shape | undefined, undefined> {
    const parsed = params?.safeParse(given)
    if (parsed && !parsed.success) throw notFound()
    return {
      actor,
      db: this.#services.database,
      settings: this.#services.settings,
      params: (parsed?.data ?? {}) as Record<string, never>,
      query: {},
      now: actor.at,
      today: actor.today,
      live: this.#services.live,
      draftsOf: person => this.#services.forms.draftsOf(person),
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

/** A file that is refused is told of at its field, once it is known who sent it. */
async function receiveFiles(
  ctx: { files: UploadedFile[]; uploadRefusal?: Refusal },
  received: Promise<UploadedFile[]>,
): Promise<void> {
  try {
    ctx.files = await received
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault
    ctx.uploadRefusal = fault
  }
}

/** '/moeder/:meeting/dagsorden' → 'moeder'. */
const beginningOf = (path: string): string => path.split('/', 2)[1] ?? ''

/** Whoever is in with a code that somebody else handed over is sent to choose a password, whatever is asked for. */
export class PasswordNeeded extends Error {}

const isReading = (right: Right): boolean => right.startsWith('read')

function readQuery(query: Record<string, unknown>, schema: Shape | undefined): Record<string, unknown> {
  if (!schema) return {}
  const parsed = schema.safeParse(query)
  // A filter that makes no sense is left out rather than answered with an error: addresses are shared and edited.
  if (parsed.success) return parsed.data
  const kept = { ...query }
  for (const issue of parsed.error.issues) delete kept[String(issue.path[0])]
  const again = schema.safeParse(kept)
  return again.success ? again.data : {}
}
