import { hash, verify } from '@node-rs/argon2'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import type { Database } from '../database/database.ts'
import { event } from '../database/events.ts'
import { column, type RowOf, rowsOf } from '../database/rows.ts'
import { write } from '../database/write.ts'
import type { Instant } from '../kernel/days.ts'
import { type Actor, personIdOf } from './actor.ts'
import { recordSecurity } from './security-log.ts'
import { demoPassword, longestTried, normalEmail, normalPassword } from './sign-in-rules.ts'

// 19 MiB, two passes: OWASP's recommendation for argon2id, the library's default algorithm.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const hashPassword = (password: string): Promise<string> => hash(normalPassword(password), cost)

/** What an unknown account is tried against. Made before anybody asks, or the first unknown one would take longer. */
const nobodys = hashPassword('nobody has this password')

const accountRow = rowsOf({
  personId: column.number,
  passwordHash: column.text,
  disabledAt: column.orNull(column.moment),
  codeExpiresAt: column.orNull(column.moment),
  codeUsedAt: column.orNull(column.moment),
})
type AccountRow = RowOf<typeof accountRow>

const columns = 'personId, passwordHash, disabledAt, codeExpiresAt, codeUsedAt'

export interface Tried {
  email: string
  password: string
  at: Instant
  demo: boolean
}

export interface Found {
  /** Who may come in; null: nobody. */
  person: number | null
  /** What opened it is a one-time code, which opens nothing else. */
  byCode: boolean
}

/**
 * Who is behind an e-mail and password. An unknown account costs the same time as a known one; a one-time code opens
 * once and until it expires; the demo's public password is refused unless this is the demo.
 */
export async function findPersonBy(database: Database, { email, password, at, demo }: Tried): Promise<Found> {
  const row = database.sql.get(accountRow, `SELECT ${columns} FROM Account WHERE email = ?`, normalEmail(email))
  const right = await matches(row, password)
  if (!row) return { person: null, byCode: false }
  const byCode = row.codeExpiresAt !== null
  const spent = row.codeExpiresAt !== null && (row.codeUsedAt !== null || row.codeExpiresAt <= at)
  const open = right && row.disabledAt === null && !spent && (demo || password !== demoPassword)
  return { person: open ? row.personId : null, byCode }
}

const ofPersonRow = rowsOf({ personId: column.number })

/** Whose account has this e-mail, in its normal form. */
export const personWith = (database: Database, email: string): number | null =>
  database.sql.get(ofPersonRow, 'SELECT personId FROM Account WHERE email = ?', email)?.personId ?? null

async function matches(row: AccountRow | undefined, password: string): Promise<boolean> {
  const tried = password.length > longestTried ? '' : normalPassword(password)
  return (await verify(row?.passwordHash ?? (await nobodys), tried)) && tried !== ''
}

/**
 * Takes the one-time code: it opens this once. From then on only the page where a password is chosen does anything.
 * @returns false when it was taken meanwhile
 */
export const spendCode = (database: Database, at: Instant, actor: Actor): Promise<boolean> =>
  write({ database, at, name: actor.name, personId: actor.personId }, async tx => {
    const personId = personIdOf(actor)
    const account = await tx.account.findUnique({ where: { personId } })
    const { count } = await tx.account.updateMany({ where: { personId, codeUsedAt: null }, data: { codeUsedAt: at } })
    const events = count === 1 && account ? [event('codeUsed', 'account', account.id)] : []
    return { result: count === 1, events }
  })

/** Whether these are the words that an account opens with now, for a person who is in already. */
export const isPassword = (database: Database, personId: number, password: string): Promise<boolean> =>
  matches(accountOf(database, personId), password)

const accountOf = (database: Database, personId: number): AccountRow | undefined =>
  database.sql.get(accountRow, `SELECT ${columns} FROM Account WHERE personId = ?`, personId)

export const tooManyTries = 'Der er forsøgt for mange gange. Vent et kvarter, og prøv igen.'

const limiters = new WeakMap<Database, RateLimiterMemory>()

/** Why a password given again does not count: it is wrong, tried too often, or one that somebody else has set. */
export type PasswordVerdict = 'right' | 'wrong' | 'too many' | 'not own'

/**
 * Whether this is the person's own password: asked for again where one signs, or chooses another. Guessing is stopped
 * after eight tries in a quarter of an hour, whichever of the two they were at; what fails is recorded.
 */
export async function isOwnPassword(
  actor: Actor,
  password: string,
  asked: { demo: boolean; detail: string },
): Promise<PasswordVerdict> {
  const { database, at, place = null } = actor
  const personId = personIdOf(actor)
  const limiter = limiters.get(database) ?? new RateLimiterMemory({ points: 8, duration: 15 * 60 })
  limiters.set(database, limiter)
  if (!(await limiter.consume(personId).catch(() => null))) {
    await recordSecurity(database, at, { kind: 'PASSWORD_LIMITED', personId, place, detail: asked.detail })
    return 'too many'
  }
  const row = accountOf(database, personId)
  const right = await matches(row, password)
  if (!row || row.disabledAt !== null || !right || (password === demoPassword && !asked.demo)) {
    await recordSecurity(database, at, { kind: 'PASSWORD_WRONG', personId, place, detail: asked.detail })
    return 'wrong'
  }
  await limiter.delete(personId)
  return row.codeExpiresAt === null ? 'right' : 'not own'
}
