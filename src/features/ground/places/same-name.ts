import type { Day } from '../../../kernel/days.ts'
import type { Objection } from '../../../kernel/objection.ts'
import { objection } from '../../../kernel/objection.ts'

interface Named {
  id: number
  name: string
  to: Day | null
}

/** Two of a kind in use by one name could not be told apart where they are chosen. @param kind »et boligområde« */
export function sameNameFault(rows: readonly Named[], name: string, id: number | null, kind: string): Objection | null {
  const sought = name.toLocaleLowerCase('da')
  const same = rows.find(row => row.to === null && row.id !== id && row.name.toLocaleLowerCase('da') === sought)
  return same ? objection(`Der er allerede ${kind}, der hedder ${same.name}.`, 'name') : null
}
