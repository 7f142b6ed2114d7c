import type { Request, Response } from 'express'
import { type Actor, anonymousActor } from '../../access/actor.ts'
import { type Cooperation, cooperationOf, unknownCooperation } from '../../access/cooperation.ts'
import { placeOf } from '../../access/sign-in-rules.ts'
import type { Database } from '../../database/database.ts'
import type { FormStore } from '../../database/folder/form-store.ts'
import { longMoment } from '../../kernel/days.ts'
import { headerFileName } from '../../kernel/file-names.ts'
import type { Settings } from '../../settings.ts'
import { draftPath } from '../forms/form-addresses.ts'
import type { FormTokens } from '../forms/form-tokens.ts'
import type { LiveHub } from '../live/hub.ts'
import { openLine } from '../live/open-line.ts'
import type { Clock } from '../server/session.ts'
import type { Answer, PageFacts } from './answers.ts'
import type { Menus, Navigation } from './navigation.ts'

export interface Renderer {
  render(view: string, page: PageFrame, model: Record<string, unknown>): string
}

/** What every template can read as `page`: the frame around a page's own model. */
export interface PageFrame extends PageFacts {
  person: {
    id: number
    name: string
    title: string | null
    organisation: string
    administrator: boolean
  } | null
  menus: Menus
  /** The features' own style sheets, beside the common ones. */
  styles: readonly string[]
  csrf: string
  /** A fresh token for each form on this page: sent twice, it takes effect once. */
  newFormToken(): string
  flash: string | null
  /** What the person has typed in this page's forms and not sent. */
  drafts: { when: string; href: string; discardAction: string }[]
  /** Whose portal this is. */
  cooperation: Cooperation
  path: string
  demo: boolean
  /** Of the portal itself: shown to those who look after it. */
  version: string
  idleMinutes?: number
}

/** For whoever meets a database that is busy: people read the sentence, programs read this. */
const retryAfterSeconds = 5

export interface ResponderServices {
  settings: Settings
  database: Database
  clock: Clock
  renderer: Renderer
  tokens: FormTokens
  version: string
  forms: FormStore
  menus: Navigation
  styles: readonly string[]
  live: LiveHub
}

/** Turns answers into responses: the only place that touches the response. */
export class Responder {
  readonly #services: ResponderServices
  #known: Cooperation = unknownCooperation

  constructor(services: ResponderServices) {
    this.#services = services
  }

  actorOf(req: Request): Actor {
    const { database, clock } = this.#services
    const actor = (req.user as Actor | undefined) ?? anonymousActor(database, clock.now())
    actor.requestId = req.id
    actor.place = placeOf(req.ip)
    return actor
  }

  async send(req: Request, res: Response, answer: Answer): Promise<void> {
    // What keeps the portal from writing passes: whoever waits this long has a fair chance.
    if ('status' in answer && answer.status === 503) res.setHeader('Retry-After', String(retryAfterSeconds))
    switch (answer.kind) {
      case 'page':
        res
          .status(answer.status)
          .type('html')
          .send(this.#page(req, res, answer.view, answer.model))
        return
      case 'html':
        res
          .setHeader('Cache-Control', 'private, no-store')
          .status(answer.status)
          .type('html')
          .send(this.#fragment(req, answer.view, answer.model))
        return
      case 'redirect':
        if (answer.message && req.user) req.session.flash = answer.message
        res.redirect(303, answer.path)
        return
      case 'json':
        res.setHeader('Cache-Control', 'private, no-store')
        res.status(answer.status).json(answer.value)
        return
      case 'file':
        return sendFile(res, answer)
      case 'line':
        return openLine(this.#services.live, req, res, answer.following)
    }
  }

  #page(req: Request, res: Response, view: string, model: PageFacts & Record<string, unknown>): string {
    // What a person may read is nobody else's: no shared cache keeps it.
    res.setHeader('Cache-Control', req.user ? 'private, no-store' : 'no-cache')
    const { renderer } = this.#services
    return renderer.render(view, this.#frame(req, model, isNavigation(req)), model)
  }

  #fragment(req: Request, view: string, model: Record<string, unknown>): string {
    return this.#services.renderer.render(view, this.#frame(req, { title: '' }, false), model)
  }

  #frame(req: Request, facts: PageFacts, takeFlash: boolean): PageFrame {
    const actor = req.user as Actor | undefined
    const { settings, version, menus, styles } = this.#services
    return {
      title: facts.title,
      active: facts.active,
      crumbs: facts.crumbs,
      eventsHref: facts.eventsHref ?? null,
      person: actor?.person
        ? {
            id: actor.person.id,
            name: actor.person.name,
            title: actor.person.title,
            organisation: actor.person.organisationName,
            administrator: actor.administrator,
          }
        : null,
      menus: menus(this.actorOf(req), { path: req.originalUrl, active: facts.active }),
      styles,
      csrf: req.session?.csrf ?? '',
      newFormToken: this.#services.tokens.forPage(actor?.personId ?? null),
      flash: takeFlash ? takeFlashOf(req) : null,
      drafts: takeFlash && req.method === 'GET' && actor?.person ? this.#draftsAt(actor.person.id, req.path) : [],
      cooperation: this.#cooperation(),
      path: req.originalUrl,
      demo: settings.demo,
      version,
    }
  }

  /** What is said of a fault is said also where the database cannot be read. */
  #cooperation(): Cooperation {
    try {
      this.#known = cooperationOf(this.#services.database)
    } catch {
      // The page's own reads tell what is wrong; the frame stands as it was.
    }
    return this.#known
  }

  /** A page is drawn without them where they cannot be read. */
  #draftsAt(personId: number, path: string): PageFrame['drafts'] {
    try {
      return this.#services.forms.draftsAt(personId, path).map(({ form, page, savedAt }) => ({
        when: longMoment(savedAt),
        href: draftPath(form, page),
        discardAction: `/kladder/${form}/kasser`,
      }))
    } catch {
      return []
    }
  }
}

function takeFlashOf(req: Request): string | null {
  const message = req.session?.flash
  if (!message) return null
  delete req.session.flash
  return message
}

function sendFile(res: Response, answer: Extract<Answer, { kind: 'file' }>): void {
  const name = headerFileName(answer.name)
  res.setHeader('Content-Type', answer.mediaType)
  res.setHeader('Content-Disposition', `${answer.inline ? 'inline' : 'attachment'}; filename*=UTF-8''${name}`)
  res.setHeader('X-Content-Type-Options', 'nosniff')
  res.setHeader('Cache-Control', 'private, no-store')
  // What somebody sent stands alone: no script of it runs, and nothing of it reaches the portal.
  res.setHeader('Content-Security-Policy', fileContentPolicy)
  if (typeof answer.content === 'string') res.sendFile(answer.content, { dotfiles: 'allow', cacheControl: false })
  else res.send(answer.content)
}

const fileContentPolicy =
  "sandbox; default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'none'"

/** A page that a script of ours looks at is seen by nobody: what is told once waits for the one that a person opens. */
const isNavigation = (req: Request): boolean => (req.get('sec-fetch-mode') ?? 'navigate') === 'navigate'
