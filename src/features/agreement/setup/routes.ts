import type { Express, Request, Response } from 'express'
import { isSetUp } from '../../../access/cooperation.ts'
import type { Database } from '../../../database/database.ts'
import { bodyIn } from '../../../http/forms/bodies.ts'
import { receiver } from '../../../http/forms/uploads.ts'
import type { Answer } from '../../../http/pages/answers.ts'
import type { Responder } from '../../../http/pages/respond.ts'
import { assertNotForged } from '../../../http/server/forgery.ts'
import type { Clock } from '../../../http/server/session.ts'
import type { Settings } from '../../../settings.ts'
import { documentPage, notSetUpPage } from './pages.ts'
import { setupPath } from './paths.ts'
import { SetupDoor } from './setup-door.ts'
import { SetupSteps } from './setup-steps.ts'

interface Services {
  settings: Settings
  database: Database
  responder: Responder
  clock: Clock
}

const cookieName = 'opsaetning'
const files = { field: 'fil', maxFiles: 1, maxBytes: 5 * 1024 * 1024 }

/**
 * Until the portal is set up, every address says so, but the one that the server printed at its start: that leads the
 * browser that comes first through the setup. Afterwards none of it is there.
 * @returns the printed address's path; null where the portal is set up
 */
export function setUpSetup(app: Express, services: Services): string | null {
  const { database, clock, responder } = services
  if (isSetUp(database)) return null
  const door = new SetupDoor(clock.now())
  const receive = receiver(files)
  const steps = new SetupSteps(services)
  let done = false
  const send = (req: Request, res: Response, answer: Answer) => {
    res.setHeader('Cache-Control', 'no-store')
    return responder.send(req, res, answer)
  }

  app.get(`${setupPath}/:address`, (req, res, next) => {
    done ||= isSetUp(database)
    // Whoever only looks whether a link is alive, as programs do that show it, must not use it up.
    if (done || req.method === 'HEAD') return next()
    if (isInside(req)) return res.redirect(303, setupPath)
    const secret = door.enter(String(req.params.address), clock.now())
    if (secret === null) return send(req, res, notSetUpPage(usedText, 403))
    res.cookie(cookieName, secret, {
      httpOnly: true,
      sameSite: 'strict',
      secure: services.settings.secureCookies,
      path: setupPath,
    })
    return res.redirect(303, setupPath)
  })

  app.get(setupPath, (req, res, next) => {
    done ||= isSetUp(database)
    if (done) return next()
    return send(req, res, isInside(req) ? documentPage() : notSetUpPage(usedText, 403))
  })

  app.post(setupPath, async (req, res, next) => {
    if (!isInside(req)) {
      done ||= isSetUp(database)
      return done ? next() : send(req, res, notSetUpPage(usedText, 403))
    }
    const sent = req.is('multipart/form-data') ? await receive(req, res) : []
    assertNotForged(req, services.settings)
    return send(req, res, await steps.take(bodyIn(req), sent[0]))
  })

  app.use((req, res, next) => {
    done ||= isSetUp(database)
    return done ? next() : send(req, res, notSetUpPage(closedText))
  })
  return door.path

  function isInside(req: Request): boolean {
    const [, secret] = new RegExp(`(?:^|;\\s*)${cookieName}=([\\w-]+)`).exec(req.headers.cookie ?? '') ?? []
    return door.admits(secret, clock.now())
  }
}

const closedText =
  'Der er endnu ikke noget samarbejde i portalen. Den, der driver den, sætter den op med den adresse, som serveren skrev, da den startede, eller med kommandoen setup.'
const usedText =
  'Adressen kan kun bruges én gang og kun i et døgn. Genstart portalen: Så skriver den en ny adresse, som du kan åbne.'
