import type { Actor } from '../../../access/actor.ts'
import { type View, viewOf } from '../../../access/visibility.ts'
import { withheldCases } from '../../../access/withheld-case.ts'

/** By number, the titles that stand in for those of closed cases which this person may not read. */
export type CaseStandIns = ReadonlyMap<string, string>

/** What was sent before a case was closed keeps its title; whoever may not read it any more is shown the other one. */
export function caseStandIns(actor: Actor, view: View = viewOf(actor)): CaseStandIns {
  const hidden = withheldCases(actor.database).filter(found => !view.readsCase(found))
  return new Map(hidden.map(({ number, standIn }) => [number, standIn]))
}
