import { randomUUID } from 'node:crypto'
import type { RequestHandler } from 'express'
import { type Logger, pino } from 'pino'

declare global {
  namespace Express {
    interface Request {
      /** Stands in the answer, in the log and on the page of a fault. */
      id: string
    }
  }
}

/** A write for each line would cost more than the line: some are written together, at the latest after this time. */
const linesWaitMs = 250

export const createLog = (level: string): Logger =>
  pino(
    { level, base: undefined, redact: ['req.headers.cookie', 'req.headers.authorization'] },
    // Whatever waits is written when the process ends, also by a fault.
    pino.destination({ dest: 1, sync: false, minLength: 8192, periodicFlush: linesWaitMs }),
  )

/**
 * One line a request, with its id; neither headers nor what was typed. A fault is logged where it is answered. Lines are
 * written once a turn of the event loop has sent all its answers: until then somebody would wait for them, and whoever
 * is answered last can ask again before the next turn begins.
 */
export const logRequests =
  (log: Logger): RequestHandler =>
  (req, res, next) => {
    req.id = randomUUID()
    res.setHeader('X-Request-Id', req.id)
    if (isLogged(req.url)) {
      const { method, url } = req
      const begun = performance.now()
      res.once('close', () => {
        const ms = Math.round(performance.now() - begun)
        // The reader went away before the answer was there.
        const left = res.writableFinished ? undefined : true
        const line = { reqId: req.id, method, url: url.split('?')[0], status: res.statusCode, ms, left }
        setImmediate(() => log.info(line, 'request'))
      })
    }
    next()
  }

const isLogged = (url: string): boolean => !url.startsWith('/health/') && !url.startsWith('/aktiver/')
