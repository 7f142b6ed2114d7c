import type { Database } from '../database/database.ts'

export const isEmpty = (database: Database): boolean =>
  database.sql.get<{ n: number }>('SELECT (SELECT count(*) FROM Organisation) + (SELECT count(*) FROM Account) AS n')
    ?.n === 0
