import compression from 'compression'
import type { Express, Request, Response } from 'express'
import helmet from 'helmet'
import type { Settings } from '../../settings.ts'

/** What every response carries, and which proxies are believed. */
export function setUpProtection(app: Express, settings: Settings): void {
  app.disable('x-powered-by')
  app.set('query parser', 'simple')
  // Pages are never the same twice, since each carries a token of its own. Styles and scripts keep their tags.
  app.set('etag', false)
  if (settings.trustProxy !== 0) app.set('trust proxy', settings.trustProxy)
  const headers = headersOf(
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          'default-src': ["'none'"],
          'script-src': ["'self'"],
          'style-src': ["'self'"],
          'img-src': ["'self'"],
          'font-src': ["'self'"],
          'connect-src': ["'self'"],
          'form-action': ["'self'"],
          'frame-ancestors': ["'none'"],
          'base-uri': ["'none'"],
        },
      },
      strictTransportSecurity: settings.secureCookies ? { maxAge: 31_536_000, includeSubDomains: true } : false,
      referrerPolicy: { policy: 'same-origin' },
      // For browsers and plug-ins that are no more, or said by the policy above.
      dnsPrefetchControl: false,
      ieNoOpen: false,
      permittedCrossDomainPolicies: false,
      xssFilter: false,
    }),
  )
  app.use((_req, res, next) => {
    for (const [name, value] of headers) res.setHeader(name, value)
    next()
  })
  app.use(compression())
}

/** Helmet sets the same headers on every answer, one middleware for each: it is asked for them once. */
function headersOf(protect: (req: Request, res: Response, next: () => void) => void): [string, string][] {
  const headers: [string, string][] = []
  const answer = { setHeader: (name: string, value: string) => headers.push([name, value]), removeHeader: () => {} }
  protect({} as Request, answer as unknown as Response, () => {})
  return headers
}
