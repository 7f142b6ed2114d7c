import type { PreparedReader } from '../prepared-reader.ts'

/** Where the list of what is left over, which triggers keep, is not what the view says of the same rows. */
export const leftOverFaults = (sql: Pick<PreparedReader, 'all'>): string[] => [
  ...itemsIn(sql, 'LeftOverItem', 'LeftOverNow').map(id => `Agenda item ${id} is listed as left over, and is not.`),
  ...itemsIn(sql, 'LeftOverNow', 'LeftOverItem').map(id => `Agenda item ${id} is left over, and is not listed.`),
]

const itemsIn = (sql: Pick<PreparedReader, 'all'>, one: string, other: string): number[] =>
  sql
    .all<{ itemId: number }>(
      `SELECT itemId FROM "${one}" EXCEPT SELECT itemId FROM "${other}" ORDER BY itemId LIMIT 100`,
    )
    .map(({ itemId }) => itemId)
