import type { Ask } from '../prepared-reader.ts'

/** Where the list of what is left over, which triggers keep, is not what the view says of the same rows. */
export const leftOverFaults = (ask: Ask): string[] => [
  ...itemsIn(ask, 'LeftOverItem', 'LeftOverNow').map(id => `Agenda item ${id} is listed as left over, and is not.`),
  ...itemsIn(ask, 'LeftOverNow', 'LeftOverItem').map(id => `Agenda item ${id} is left over, and is not listed.`),
]

const itemsIn = (ask: Ask, one: string, other: string): number[] =>
  ask<{ itemId: number }>(
    `SELECT itemId FROM "${one}" EXCEPT SELECT itemId FROM "${other}" ORDER BY itemId LIMIT 100`,
  ).map(({ itemId }) => itemId)
