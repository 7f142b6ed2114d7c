import { z } from 'zod'
import type { Database } from '../database/database.ts'
import { column, type RowOf, rowsOf } from '../database/rows.ts'
import { untilCommit } from '../database/until-commit.ts'
import type { Side } from './actor.ts'

const withheldRow = rowsOf({
  number: column.text,
  /** What the others read instead of its title. */
  standIn: column.text,
  bodyId: column.number,
  sideInternal: column.orNull(column.oneOf<Side>()),
  /** Persons who are recused from an item under it. */
  recused: column.json(z.array(z.number())),
})

/** A case that is closed as an item can be, with what decides who reads it (`View.readsCase`). */
export type WithheldCase = RowOf<typeof withheldRow>

/** SQL: what stands in for a closed case's title. `c` is the case's alias. */
export const standInTitleSql = (c: string): string => `COALESCE(NULLIF(TRIM(${c}.publicTitle), ''), 'Lukket sag')`

/** The closed cases, which are few: for texts in which a case stands by its number, as it was when they were sent. */
export const withheldCases = (database: Database): WithheldCase[] => kept(database, 'all')

const kept = untilCommit<'all', WithheldCase[]>(1, database =>
  database.sql.all(
    withheldRow,
    `SELECT c.number, ${standInTitleSql('c')} AS standIn, c.bodyId, c.sideInternal,
            (SELECT json_group_array(r.personId) FROM AgendaItem i JOIN Recusal r ON r.itemId = i.id
             WHERE i.caseId = c.id AND r.endedAt IS NULL) AS recused
     FROM "Case" c WHERE c.withheld = 1`,
  ),
)
