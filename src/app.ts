import { readFileSync } from 'node:fs'
import type { Server } from 'node:http'
import { fileURLToPath } from 'node:url'
import express, { type Express } from 'express'
import type { Logger } from 'pino'
import { passwordSignIn } from './access/sign-in/password.ts'
import type { Database } from './database/database.ts'
import type { FormStore } from './database/folder/form-store.ts'
import type { SessionStore } from './database/folder/sessions.ts'
import { agreementRoutes } from './features/agreement/agreement/routes.ts'
import { revisionRoutes } from './features/agreement/revision/routes.ts'
import { setUpSetup } from './features/agreement/setup/routes.ts'
import { coverageRoutes } from './features/decisions/coverage/routes.ts'
import { decisionRoutes } from './features/decisions/decisions/routes.ts'
import { excerptRoutes } from './features/decisions/excerpts/routes.ts'
import { followUpRoutes } from './features/decisions/followups/routes.ts'
import { mandateRoutes } from './features/decisions/mandates/routes.ts'
import { minutesRoutes } from './features/decisions/minutes/routes.ts'
import { referralRoutes } from './features/decisions/referrals/routes.ts'
import { accountRoutes } from './features/ground/accounts/routes.ts'
import { areaRoutes } from './features/ground/areas/routes.ts'
import { bodyRoutes } from './features/ground/bodies/routes.ts'
import { cooperationRoutes } from './features/ground/cooperation/routes.ts'
import { documentRoutes } from './features/ground/documents/routes.ts'
import { partyRoutes } from './features/ground/parties/routes.ts'
import { addPeopleRoutes } from './features/ground/people/routes.ts'
import { subjectAreaRoutes } from './features/ground/subject-areas/routes.ts'
import { caseRoutes } from './features/meetings/cases/routes.ts'
import { earlierRoutes } from './features/meetings/earlier/routes.ts'
import { meetingRoutes } from './features/meetings/meetings/routes.ts'
import { eventRoutes } from './features/reading/events/routes.ts'
import { overviewRoutes } from './features/reading/overview/routes.ts'
import { publicRoutes } from './features/reading/public/routes.ts'
import { searchRoutes } from './features/reading/search/routes.ts'
import { readForms } from './http/forms/bodies.ts'
import { setUpDrafts } from './http/forms/drafts.ts'
import { FormKeeper } from './http/forms/form-keeper.ts'
import { FormTokens } from './http/forms/form-tokens.ts'
import { createAssets } from './http/pages/assets.ts'
import { answerFaults, nothingHere } from './http/pages/errors.ts'
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
