import { hash, verify } from '@node-rs/argon2'
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
