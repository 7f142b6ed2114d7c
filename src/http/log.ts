import { randomUUID } from 'node:crypto'
import type { RequestHandler } from 'express'
import { type Logger, pino } from 'pino'
import { pinoHttp } from 'pino-http'

export const createLog = (level: string): Logger =>
  pino({ level, base: undefined, redact: ['req.headers.cookie', 'req.headers.authorization'] })

/** One line a request, with its id; neither headers nor what was typed. */
export const logRequests = (log: Logger): RequestHandler =>
  pinoHttp({
    logger: log,
    genReqId: (_req, res) => {
      const id = randomUUID()
      res.setHeader('X-Request-Id', id)
      return id
    },
    autoLogging: {
      ignore: req => req.url?.startsWith('/health/') === true || req.url?.startsWith('/aktiver/') === true,
    },
    customLogLevel: (_req, res, fault) => (fault || res.statusCode >= 500 ? 'warn' : 'info'),
    serializers: {
      req: (req: { method: string; url: string }) => ({ method: req.method, url: req.url.split('?')[0] }),
      res: (res: { statusCode: number }) => ({ status: res.statusCode }),
    },
    quietReqLogger: true,
  }) as unknown as RequestHandler
