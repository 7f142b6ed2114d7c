import type { Database } from '../../src/database/database.ts'

/** What an address names: something of both sides, of one, or of nobody in particular. */
export type Owner = 'joint' | 'draft' | 'housing' | 'municipal' | 'none'

export type Values = Record<string, string | number>

export interface Sample {
  owner: Owner
  values: Values
}

/** What the addresses of some routes can name. Each feature's tests say it of its own, in tests/<feature>/samples.ts. */
export interface RouteSamples {
  /** How the routes' addresses begin. Of several that fit, the longest counts. */
  of: string
  /** A parameter that they hold besides: then this counts before what only begins so. */
  holding?: string
  /** In the demo: one for every kind of owner that there is something of. */
  inDemo?(db: Database, route: string): Sample[]
  /** SQL: the rows that such an address can name in any world, with its parameters as columns. */
  anywhere?: string
  /** What a page without parameters must be told in its query, in the demo. */
  query?(db: Database): string
}

/** The first row. @throws Error where the demo has none */
export function one(db: Database, text: string, ...values: (string | number)[]): Values {
  const row = db.sql.asStored<Values>(text, ...values)[0]
  if (!row) throw new Error(`The demo has nothing for: ${text}`)
  return row
}
