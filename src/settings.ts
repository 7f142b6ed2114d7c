import { resolve } from 'node:path'
import { z } from 'zod'

const environment = z.object({
  NODE_ENV: z.string().default('development'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  DATA_DIR: z.string().default('data'),
  DATABASE_URL: z.string().startsWith('file:').optional(),
  BASE_URL: z.url().optional(),
  SESSION_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  SMTP_URL: z.string().optional(),
  MAIL_FROM: z.string().optional(),
  TRUST_PROXY: z.string().default(''),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  ACCESSIBILITY_STATEMENT_URL: z.url().optional(),
})

export interface Settings {
  production: boolean
  /** The public demo password works, and pages say that the content is invented. */
  demo: boolean
  port: number
  host: string
  dataDir: string
  databaseFile: string
  sessionFile: string
  /** Drafts, and what forms were answered. */
  formFile: string
  documentsDir: string
  baseUrl: string
  sessionSecret: string
  secureCookies: boolean
  trustProxy: string
  logLevel: string
  accessibilityStatementUrl: string | null
}

/** What keeps the server from starting, each line naming the setting. */
export class SettingsError extends Error {}

/**
 * The environment, parsed once. In production every secret must be given; in the demo and in development a fixed
 * secret stands in, since nothing there is secret.
 */
export function readSettings(env: Record<string, string | undefined>, mode: { demo?: boolean } = {}): Settings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = environment.safeParse(given)
  if (!parsed.success) {
    throw new SettingsError(parsed.error.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`).join('\n'))
  }
  const e = parsed.data
  const demo = mode.demo ?? false
  const production = e.NODE_ENV === 'production' && !demo
  if (production && !e.SESSION_SECRET) {
    throw new SettingsError('SESSION_SECRET: is missing. Give at least 32 random characters.')
  }
  const dataDir = resolve(e.DATA_DIR)
  const databaseFile = e.DATABASE_URL ? resolve(e.DATABASE_URL.slice('file:'.length)) : resolve(dataDir, 'portal.db')
  const baseUrl = (e.BASE_URL ?? `http://localhost:${e.PORT}`).replace(/\/$/, '')
  return {
    production,
    demo,
    port: e.PORT,
    host: e.HOST,
    dataDir,
    databaseFile,
    sessionFile: resolve(dataDir, 'sessions.db'),
    formFile: resolve(dataDir, 'forms.db'),
    // Beside the database: an act, which knows only the database, finds them.
    documentsDir: resolve(databaseFile, '..', 'documents'),
    baseUrl,
    sessionSecret: e.SESSION_SECRET ?? 'only-for-demo-and-development-never-secret',
    secureCookies: baseUrl.startsWith('https:'),
    trustProxy: e.TRUST_PROXY,
    logLevel: e.LOG_LEVEL,
    accessibilityStatementUrl: e.ACCESSIBILITY_STATEMENT_URL ?? null,
  }
}
