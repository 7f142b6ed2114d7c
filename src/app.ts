import { readFileSync } from 'node:fs'
import type { Server } from 'node:http'
import { fileURLToPath } from 'node:url'
import express, { type Express } from 'express'
import type { Logger } from 'pino'
import { passwordSignIn } from './access/sign-in/password.ts'
import type { Database } from './database/database.ts'
import type { FormStore } from './database/form-store.ts'
import type { SessionStore } from './database/sessions.ts'
import { accountRoutes } from './features/accounts/routes.ts'
import { agreementRoutes } from './features/agreement/routes.ts'
import { areaRoutes } from './features/areas/routes.ts'
import { bodyRoutes } from './features/bodies/routes.ts'
import { caseRoutes } from './features/cases/routes.ts'
import { cooperationRoutes } from './features/cooperation/routes.ts'
import { coverageRoutes } from './features/coverage/routes.ts'
import { decisionRoutes } from './features/decisions/routes.ts'
import { documentRoutes } from './features/documents/routes.ts'
import { earlierRoutes } from './features/earlier/routes.ts'
import { eventRoutes } from './features/events/routes.ts'
import { excerptRoutes } from './features/excerpts/routes.ts'
import { followUpRoutes } from './features/followups/routes.ts'
import { mandateRoutes } from './features/mandates/routes.ts'
import { meetingRoutes } from './features/meetings/routes.ts'
import { minutesRoutes } from './features/minutes/routes.ts'
import { overviewRoutes } from './features/overview/routes.ts'
import { partyRoutes } from './features/parties/routes.ts'
import { addPeopleRoutes } from './features/people/routes.ts'
import { publicRoutes } from './features/public/routes.ts'
import { referralRoutes } from './features/referrals/routes.ts'
import { revisionRoutes } from './features/revision/routes.ts'
import { searchRoutes } from './features/search/routes.ts'
import { setUpSetup } from './features/setup/routes.ts'
import { subjectAreaRoutes } from './features/subject-areas/routes.ts'
import { createAssets } from './http/assets.ts'
import { readForms } from './http/bodies.ts'
import { setUpDrafts } from './http/drafts.ts'
import { answerFaults, nothingHere } from './http/errors.ts'
import { FormKeeper } from './http/form-keeper.ts'
import { FormTokens } from './http/form-tokens.ts'
import { setUpHealth } from './http/health.ts'
import { logRequests } from './http/log.ts'
import { setUpProtection } from './http/protection.ts'
import { createRenderer } from './http/render.ts'
import { Responder } from './http/respond.ts'
import { Routes } from './http/route.ts'
import { serversFor } from './http/server.ts'
import { type Clock, setUpSessions } from './http/session.ts'
import { setUpSignIn } from './http/sign-in.ts'
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
  })
  const tokens = new FormTokens(settings.sessionSecret)
  const keeper = new FormKeeper({ ...services, tokens })
  const responder = new Responder({ ...services, renderer, tokens, version })
  const routes = new Routes({ ...services, responder, keeper })

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

  overviewRoutes(routes)
  publicRoutes(routes)
  accountRoutes(routes)
  cooperationRoutes(routes)
  // Before the parties’ own: »ny« is no person.
  addPeopleRoutes(routes)
  partyRoutes(routes)
  bodyRoutes(routes)
  documentRoutes(routes)
  areaRoutes(routes)
  subjectAreaRoutes(routes)
  caseRoutes(routes)
  earlierRoutes(routes)
  meetingRoutes(routes)
  coverageRoutes(routes)
  mandateRoutes(routes)
  decisionRoutes(routes)
  referralRoutes(routes)
  followUpRoutes(routes)
  excerptRoutes(routes)
  minutesRoutes(routes)
  // Before the agreement’s own: /aftalen/revision is no year.
  revisionRoutes(routes)
  agreementRoutes(routes)
  searchRoutes(routes)
  eventRoutes(routes)

  routes.complete()
  app.use(routes.handler)
  app.use(nothingHere(responder))
  app.use(answerFaults(responder, log))
  return { app, routes, newServer: serversFor(app), setupPath }
}
