import { resolve } from 'node:path'
import { z } from 'zod'
import type { VirusScanner } from './inputs/virus-scan.ts'
import { readTrustProxy, type TrustProxy } from './trust-proxy.ts'

const environment = z.object({
  // Whoever starts the program by hand says nothing of where: then it is the real thing.
  NODE_ENV: z.string().default('production'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  DATA_DIR: z.string().default('data'),
  DATABASE_URL: z.string().startsWith('file:').optional(),
  BASE_URL: z.url().refine(isOrigin, 'must be http:// or https:// and a host, without a path').optional(),
  SESSION_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  SMTP_URL: z.string().optional(),
  MAIL_FROM: z.string().optional(),
  TRUST_PROXY: z
    .string()
    .default('')
    .transform((text, ctx): TrustProxy => {
      const read = readTrustProxy(text)
      if (read !== null) return read
      ctx.addIssue({
        code: 'custom',
        message: `»${text}« is neither a number of proxies (1) nor addresses (10.0.0.4, 10.0.0.0/8, loopback).`,
      })
      return z.NEVER
    }),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  ACCESSIBILITY_STATEMENT_URL: z.url().optional(),
  VIRUS_SCANNER: z.string().default('').transform(wordsOf),
  VIRUS_SCANNER_SECONDS: z.coerce.number().int().min(1).max(300).default(30),
})

/** »clamdscan --fdpass«, or as a list where a word has spaces: »["/opt/scan it", "-q"]«. */
function wordsOf(text: string, ctx: z.RefinementCtx): string[] {
  if (!text.trim().startsWith('[')) return text.split(/\s+/).filter(word => word !== '')
  try {
    return z.array(z.string().min(1)).min(1).parse(JSON.parse(text))
  } catch {
    ctx.addIssue({ code: 'custom', message: 'must be a command, or a list of its words: ["/opt/scan it", "-q"].' })
    return z.NEVER
  }
}

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
  trustProxy: TrustProxy
  logLevel: string
  accessibilityStatementUrl: string | null
  /** What looks through each file that is sent in; null: nothing does. */
  virusScanner: VirusScanner | null
}

/** What keeps the server from starting, each line naming the setting. */
export class SettingsError extends Error {}

const noSecret = 'only-for-demo-and-development-never-secret'

/** Where nothing is secret, and a fixed secret stands in for a real one. Whatever else it is called is production. */
const notReal = new Set(['development', 'test'])

/**
 * The environment, parsed once. A server in production must be given every secret, and settings with which people can
 * sign in; the operator's commands serve nobody, and need neither.
 */
export function readSettings(
  env: Record<string, string | undefined>,
  mode: { demo?: boolean; command?: boolean } = {},
): Settings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = environment.safeParse(given)
  if (!parsed.success) {
    throw new SettingsError(parsed.error.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`).join('\n'))
  }
  const e = parsed.data
  const demo = mode.demo ?? false
  const production = !notReal.has(e.NODE_ENV) && !demo
  const dataDir = resolve(e.DATA_DIR)
  const databaseFile = e.DATABASE_URL ? resolve(e.DATABASE_URL.slice('file:'.length)) : resolve(dataDir, 'portal.db')
  const baseUrl = (e.BASE_URL ?? `http://localhost:${e.PORT}`).replace(/\/$/, '')
  const secureCookies = baseUrl.startsWith('https:')
  if (production && !mode.command) refuseUnusable(e, baseUrl)
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
    sessionSecret: e.SESSION_SECRET ?? noSecret,
    secureCookies,
    trustProxy: e.TRUST_PROXY,
    logLevel: e.LOG_LEVEL,
    accessibilityStatementUrl: e.ACCESSIBILITY_STATEMENT_URL ?? null,
    virusScanner: e.VIRUS_SCANNER.length > 0 ? { command: e.VIRUS_SCANNER, seconds: e.VIRUS_SCANNER_SECONDS } : null,
  }
}

/** @throws SettingsError that names all that would keep people from signing in, or let others in */
function refuseUnusable(e: z.output<typeof environment>, baseUrl: string): void {
  const faults: string[] = []
  if (e.SESSION_SECRET === noSecret)
    faults.push('SESSION_SECRET: is the one of the demo, which everybody can read. Give at least 32 random characters.')
  if (!e.SESSION_SECRET)
    faults.push(
      'SESSION_SECRET: is missing. Give at least 32 random characters: openssl rand -base64 48. (To try the portal, use npm run demo; to work on it, set NODE_ENV=development.)',
    )
  faults.push(...addressFaults(e, baseUrl))
  if (faults.length > 0) throw new SettingsError(faults.join('\n'))
}

/** What of address, host and proxy cannot be true at once. */
function addressFaults({ TRUST_PROXY, HOST }: z.output<typeof environment>, baseUrl: string): string[] {
  const { protocol, hostname } = new URL(baseUrl)
  const behindProxy = TRUST_PROXY !== 0
  if (protocol === 'https:') {
    if (behindProxy) return []
    return [
      'TRUST_PROXY: is missing. BASE_URL is https, so a proxy stands in front; unless it is trusted to say so, no cookie is set and nobody can sign in. Give TRUST_PROXY=1 for one proxy, or its address.',
    ]
  }
  if (isThisMachine(hostname)) {
    if (!behindProxy) return []
    return [
      `BASE_URL: is ${baseUrl}, which nobody on another machine can open, though TRUST_PROXY says that a proxy stands in front. Give the address that people use, BASE_URL=https://portal.example; without a proxy, leave TRUST_PROXY out.`,
    ]
  }
  if (behindProxy) return []
  if (!isThisMachine(HOST)) return []
  return [
    `HOST: ${HOST} is this machine alone, and no proxy stands in front, so nobody reaches ${baseUrl}. Put a proxy with TLS before the portal, and give TRUST_PROXY=1 and BASE_URL=https://${hostname}.`,
  ]
}

const isThisMachine = (host: string): boolean =>
  host === 'localhost' || host.endsWith('.localhost') || /^127\.|^\[?::1\]?$/.test(host)

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, pathname, search, hash } = new URL(text)
  return /^https?:$/.test(protocol) && pathname === '/' && search === '' && hash === ''
}
