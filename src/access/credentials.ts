import { hash, verify } from '@node-rs/argon2'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import type { Database } from '../database/database.ts'
import { demoPassword } from './sign-in-rules.ts'

// 19 MiB, two passes: OWASP's recommendation for argon2id, the library's default algorithm.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const hashPassword = (password: string): Promise<string> => hash(password, cost)

let unknown: Promise<string> | null = null

interface AccountRow {
  personId: number
  passwordHash: string
  disabledAt: string | null
}

/**
 * The person behind an e-mail and password, or null. An unknown account costs the same time as a known one, and the
 * demo's public password is refused unless this is the demo.
 */
export async function findPersonBy(
  database: Database,
  email: string,
  password: string,
  demo: boolean,
): Promise<number | null> {
  unknown ??= hashPassword('nobody has this password')
  const account = database.sql.get<AccountRow>(
    'SELECT personId, passwordHash, disabledAt FROM Account WHERE email = ?',
    email.trim().toLowerCase(),
  )
  const right = await verify(account?.passwordHash ?? (await unknown), password)
  if (!account || !right || account.disabledAt) return null
  return password === demoPassword && !demo ? null : account.personId
}

const signings = new WeakMap<Database, RateLimiterMemory>()

/**
 * Whether this is the person's own password: asked for again where one signs. Guessing is stopped after eight tries in a
 * quarter of an hour; the demo's public password counts only in the demo.
 */
export async function isOwnPassword(
  database: Database,
  personId: number,
  password: string,
  demo: boolean,
): Promise<'right' | 'wrong' | 'too many'> {
  const limiter = signings.get(database) ?? new RateLimiterMemory({ points: 8, duration: 15 * 60 })
  signings.set(database, limiter)
  const tried = await limiter.consume(personId).catch(() => null)
  if (tried === null) return 'too many'
  const account = database.sql.get<AccountRow>(
    'SELECT personId, passwordHash, disabledAt FROM Account WHERE personId = ?',
    personId,
  )
  if (!account || account.disabledAt || !(await verify(account.passwordHash, password))) return 'wrong'
  if (password === demoPassword && !demo) return 'wrong'
  await limiter.delete(personId)
  return 'right'
}
