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
    // A fault is logged where it is answered, with its stack; here its request's line is as short as any other.
    customLogLevel: () => 'info',
    customErrorObject: (_req, _res, _fault, { err: _err, ...line }: { err: unknown }) => line,
    serializers: {
      req: (req: { method: string; url: string }) => ({ method: req.method, url: req.url.split('?')[0] }),
      res: (res: { statusCode: number }) => ({ status: res.statusCode }),
    },
    quietReqLogger: true,
  }) as unknown as RequestHandler
