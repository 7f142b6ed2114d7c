import type { Database } from '../database/database.ts'
import { foundRow } from '../database/rows.ts'
import { type Writer, write } from '../database/write.ts'
import { addDays, dayOf, type Instant } from '../kernel/days.ts'

/** How long records are kept: long enough to look into what is noticed late, and no longer. */
export const recordsKeptDays = 180

/** How long a place counts as one's own after one has signed in there. */
const knownDays = 90

export type SecurityKind =
  | 'SIGNED_IN'
  | 'SIGN_IN_FAILED'
  | 'SIGN_IN_LIMITED'
  | 'SIGNED_OUT'
  | 'CODE_USED'
  | 'PASSWORD_WRONG'
  | 'PASSWORD_LIMITED'
  | 'REFUSED'

export interface NewSecurityRecord {
  kind: SecurityKind
  /** Whose account it is about; null where there is none with what was typed, which is not kept: it may be a password. */
  personId: number | null
  /** The address that the request came from. */
  place: string | null
  /** What was asked for, »POST /konti/3/luk«: never what was typed. */
  detail?: string
}

const lastSweep = new WeakMap<Database, string>()

/** Keeps one record, and once a day throws away those that have been kept long enough. */
export async function recordSecurity(database: Database, at: Instant, record: NewSecurityRecord): Promise<void> {
  const writer: Writer = { database, at, name: 'Systemet', personId: null }
  const swept = lastSweep.get(database) === dayOf(at)
  lastSweep.set(database, dayOf(at))
  await write(writer, async tx => {
    if (!swept) await tx.securityRecord.deleteMany({ where: { at: { lt: oldestKept(at) } } })
    await tx.securityRecord.create({ data: { at, ...record } })
    return { result: undefined, events: [] }
  })
}

/** Nothing older is shown, also where nobody has signed in since. */
export const oldestKept = (at: Instant): string => addDays(dayOf(at), -recordsKeptDays)

/** Whether the person of this account has signed in from this place before. */
export const isKnownPlace = (database: Database, at: Instant, email: string, place: string): boolean =>
  database.sql.get(
    foundRow,
    `SELECT 1 AS found FROM Account a JOIN SecurityRecord r ON r.personId = a.personId
     WHERE a.email = ? AND r.kind = 'SIGNED_IN' AND r.place = ? AND r.at >= ? LIMIT 1`,
    email,
    place,
    addDays(dayOf(at), -knownDays),
  ) !== undefined
