import type { Day } from '../../../../kernel/days.ts'

interface Dated {
  inForceFrom: Day
}

/** The version in force on a day, among versions with the latest first; undefined: none has come into force by then. */
export const inForceOn = <Version extends Dated>(latestFirst: readonly Version[], on: Day): Version | undefined =>
  latestFirst.find(({ inForceFrom }) => inForceFrom <= on)

/** SQL: the latest first. `v` is the version's alias. */
export const latestFirstSql = (v: string): string => `ORDER BY ${v}.inForceFrom DESC, ${v}.number DESC`

/** SQL: what selects the version in force on a day, which is the one value to bind. */
export const inForceSql = (v: string): string => `WHERE ${v}.inForceFrom <= ? ${latestFirstSql(v)} LIMIT 1`
