import type { Database } from '../../../database/database.ts'
import { column, rowsOf } from '../../../database/rows.ts'
import type { Finding } from '../../../database/verify/finding.ts'
import { dayOf } from '../../../kernel/days.ts'
import { type FlagState, type FlagStepKind, flagState } from './flag-states.ts'
import { flagWay } from './flag-steps.ts'

const stepRow = rowsOf({
  number: column.text,
  places: column.number,
  kind: column.orNull(column.oneOf<FlagStepKind>()),
  until: column.orNull(column.day),
  at: column.orNull(column.moment),
  isWhole: column.flag,
})

/** A flag points at one place, and every step was one that its table has from where the flag stood on that day. */
export function verifyFlags(database: Database): Finding {
  const rows = database.sql.all(
    stepRow,
    `SELECT f.number, (f.areaId IS NOT NULL) + (f.estateId IS NOT NULL) + (f.districtId IS NOT NULL) AS places, s.kind, s.until, s.at,
       coalesce((s.kind = 'FOLLOW') = (s.until IS NOT NULL) AND (s.kind = 'PUT_ON_AGENDA') = (s.itemId IS NOT NULL)
         AND (s.kind = 'JOIN') = (s.joinedToId IS NOT NULL), 1) AS isWhole
     FROM Flag f LEFT JOIN FlagStep s ON s.flagId = f.id ORDER BY f.id, s.id`,
  )
  const wrong: string[] = []
  let last: { number: string; kind: FlagStepKind; until: (typeof rows)[number]['until'] } | null = null
  for (const { number, places, kind, until, at, isWhole } of rows) {
    if (places !== 1) wrong.push(`Flag ${number} points at ${places} places.`)
    if (kind === null || at === null) continue
    const before: FlagState = flagState(last?.number === number ? last : null, dayOf(at))
    if (!flagWay.transitionOf(kind, before)) wrong.push(`Flag ${number}: ${kind} from ${before}.`)
    if (!isWhole) wrong.push(`Flag ${number}: ${kind} lacks what belongs to it, or has more.`)
    last = { number, kind, until }
  }
  return { check: 'Every flag points at one place and has taken its steps in order', wrong }
}
