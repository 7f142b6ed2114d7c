import type { Database } from '../database/database.ts'
import { column, rowsOf } from '../database/rows.ts'

const countRow = rowsOf({
  n: column.number,
})

export const isEmpty = (database: Database): boolean =>
  database.sql.get(countRow, 'SELECT (SELECT count(*) FROM Organisation) + (SELECT count(*) FROM Account) AS n')?.n ===
  0
