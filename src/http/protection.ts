import compression from 'compression'
import express, { type Express } from 'express'
import helmet from 'helmet'
import type { Settings } from '../settings.ts'

/** What every response carries, and how requests are read. */
export function setUpProtection(app: Express, settings: Settings): void {
  app.disable('x-powered-by')
  app.set('query parser', 'simple')
  // Pages are never the same twice, since each carries a token of its own. Styles and scripts keep their tags.
  app.set('etag', false)
  if (settings.trustProxy) app.set('trust proxy', settings.trustProxy)
  app.use(
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
    }),
  )
  app.use(compression())
}

export const readForms = express.urlencoded({ extended: true, limit: '2mb', parameterLimit: 5000 })
