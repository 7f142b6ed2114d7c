import type { Database } from '../database/database.ts'
import { untilCommit } from '../database/until-commit.ts'
import type { Side } from './actor.ts'

/** A case that is closed as an item can be, with what decides who reads it (`View.readsCase`). */
export interface WithheldCase {
  number: string
  /** What the others read instead of its title. */
  standIn: string
  bodyId: number
  sideInternal: Side | null
  /** Persons who are recused from an item under it. */
  recused: readonly number[]
}

/** SQL: what stands in for a closed case's title. `c` is the case's alias. */
export const standInTitleSql = (c: string): string => `COALESCE(NULLIF(TRIM(${c}.publicTitle), ''), 'Lukket sag')`

/** The closed cases, which are few: for texts in which a case stands by its number, as it was when they were sent. */
export const withheldCases = (database: Database): WithheldCase[] => kept(database, 'all')

const kept = untilCommit<'all', WithheldCase[]>(1, database =>
  database.sql
    .all<Omit<WithheldCase, 'recused'> & { recused: string }>(
      `SELECT c.number, ${standInTitleSql('c')} AS standIn, c.bodyId, c.sideInternal,
              (SELECT json_group_array(r.personId) FROM AgendaItem i JOIN Recusal r ON r.itemId = i.id
               WHERE i.caseId = c.id AND r.endedAt IS NULL) AS recused
       FROM "Case" c WHERE c.withheld = 1`,
    )
    .map(row => ({ ...row, recused: JSON.parse(row.recused) as number[] })),
)
