import { readFileSync } from 'node:fs'
import type { Server } from 'node:http'
import { fileURLToPath } from 'node:url'
import express, { type Express } from 'express'
import type { Logger } from 'pino'
import { passwordSignIn } from './access/sign-in/password.ts'
import { onCommit } from './database/commits.ts'
import type { Database } from './database/database.ts'
import type { FormStore } from './database/folder/form-store.ts'
import type { SessionStore } from './database/folder/sessions.ts'
import { setUpSetup } from './features/agreement/setup/routes.ts'
import { features } from './features.ts'
import { addressesOf } from './http/feature.ts'
import { readForms } from './http/forms/bodies.ts'
import { setUpDrafts } from './http/forms/drafts.ts'
import { FormKeeper } from './http/forms/form-keeper.ts'
import { FormTokens } from './http/forms/form-tokens.ts'
import { LiveHub } from './http/live/hub.ts'
import { createAssets } from './http/pages/assets.ts'
import { answerFaults, nothingHere } from './http/pages/errors.ts'
import { navigationOf } from './http/pages/navigation.ts'
import { createRenderer } from './http/pages/render.ts'
import { Responder } from './http/pages/respond.ts'
import { Routes } from './http/route.ts'
import { setUpHealth } from './http/server/health.ts'
import { logRequests } from './http/server/log.ts'
import { setUpProtection } from './http/server/protection.ts'
import { serversFor } from './http/server/server.ts'
import { type Clock, setUpSessions } from './http/server/session.ts'
import { setUpSignIn } from './http/server/sign-in.ts'
import type { Settings } from './settings.ts'

export interface Services {
  settings: Settings
  database: Database
  sessions: SessionStore
  forms: FormStore
  clock: Clock
  log: Logger
}

/** The portal's root, whether it runs from src/ or from dist/src/. */
const root = fileURLToPath(new URL(import.meta.url.includes('/dist/') ? '../../' : '../', import.meta.url))

/** Read once: the version of what runs, also when newer files have been put in its place. */
const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { version: string }

/** The request's way, in the order in which it meets each part, and then the features. */
export function createApp(services: Services): {
  app: Express
  routes: Routes
  newServer: () => Server
  setupPath: string | null
} {
  const { settings, database, log } = services
  const app = express()
  const assets = createAssets(`${root}public`)
  const renderer = createRenderer({
    viewsDir: `${root}views`,
    cache: settings.production || settings.demo,
    asset: assets.url,
    to: addressesOf(features),
  })
  const tokens = new FormTokens(settings.sessionSecret)
  const keeper = new FormKeeper({ ...services, tokens })
  const menus = navigationOf(
    features.flatMap(({ navigation }) => navigation ?? []),
    { development: !settings.production },
  )
  const styles = features.flatMap(feature => feature.styles ?? [])
  const live = new LiveHub(services.sessions)
  const responder = new Responder({ ...services, live, renderer, tokens, version, menus, styles })
  const routes = new Routes({ ...services, live, responder, keeper })
  onCommit(database, (events, by) => {
    if (live.size === 0) return
    for (const { changes } of features) for (const change of changes?.(database, events) ?? []) live.tell(change, by)
  })

  setUpProtection(app, settings)
  app.use(logRequests(log))
  setUpHealth(app, { ...services, version })
  app.use(assets.base, assets.handler)
  const signIn = passwordSignIn({ database, demo: settings.demo, now: () => services.clock.now() })
  setUpSessions(app, { ...services, signIn })
  app.use(readForms)
  const setupPath = setUpSetup(app, { ...services, responder })
  setUpSignIn(app, { ...services, signIn, responder })
  setUpDrafts(app, { ...services, keeper, responder, routes })

  for (const feature of features) feature.routes?.(routes, features)
  routes.complete()
  app.use(routes.handler)
  app.use(nothingHere(responder))
  app.use(answerFaults(responder, log))
  return { app, routes, newServer: serversFor(app), setupPath }
}
