/** Whether a signature is still waited for: neither given, nor released since its organisation left. */
export const isWaitedFor = (row: { signedAt: string | null; releasedAt: string | null }): boolean =>
  row.signedAt === null && row.releasedAt === null

/** The same as SQL. `q` is the alias of the signature that is required. */
export const waitedForSql = (q: string): string => `(${q}.signedAt IS NULL AND ${q}.releasedAt IS NULL)`

/** Whether a signing is under way: neither stopped by one who declined, nor completed by the last signature. */
export const isUnderWay = (signing: { stoppedAt: string | null; completedAt: string | null }): boolean =>
  signing.stoppedAt === null && signing.completedAt === null

/** The same as SQL, and where the ORM reads. `s` is the signing's alias. */
export const underWaySql = (s: string): string => `(${s}.stoppedAt IS NULL AND ${s}.completedAt IS NULL)`
export const underWayWhere = { stoppedAt: null, completedAt: null }
