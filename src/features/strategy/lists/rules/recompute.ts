import type { Day } from '../../../../kernel/days.ts'
import { type CategoryVerdict, type Figures, judgeCategory, type References } from './judge-area.ts'
import { type CriterionKey, type ListKind, ruleOf, transformationOn } from './statutory-rules.ts'

/** An entry as the list has it. */
export interface IssuedEntry {
  areaId: number
  residents: number | null
  figures: Figures
  /** The criteria that the list itself says are met; null: it does not say. */
  met: readonly CriterionKey[] | null
}

/** How what the portal works out stands to what was issued. */
export type Agreement =
  | { kind: 'AGREES' }
  | { kind: 'DISAGREES'; why: Disagreement[] }
  /** It cannot be worked out, and why not. */
  | { kind: 'UNKNOWN'; why: 'NO_RULE' | 'MISSING_FIGURES' | 'HISTORY' | 'NO_YEARS' }

export type Disagreement =
  | 'TOO_FEW_RESIDENTS'
  | 'TOO_FEW_CRITERIA'
  | 'BESIDES_NOT_MET'
  | 'OTHER_CRITERIA'
  | 'TOO_FEW_YEARS'
  | 'NOT_ISSUED'

/** In how many years in a row, this one the last, an area was on a list: at least so many, or exactly. */
export interface InARow {
  count: number
  exact: boolean
}

/** What is recomputed of one entry: its verdict by the rules of its list, and whether the list says the same. */
export function recompute(
  list: { kind: ListKind; rule: string; issuedOn: Day },
  entry: IssuedEntry,
  references: References,
  inARow: InARow,
): { verdict: CategoryVerdict | null; agreement: Agreement } {
  const kind = list.kind === 'TRANSFORMATION' ? 'PARALLEL' : list.kind
  const rule = ruleOf(list.rule)?.categories.find(category => category.kind === kind)
  if (!rule) return { verdict: null, agreement: { kind: 'UNKNOWN', why: 'NO_RULE' } }
  const verdict = judgeCategory(rule, entry, references)
  const why: Disagreement[] = []
  if (verdict.tooFew) why.push('TOO_FEW_RESIDENTS')
  if (verdict.met + openIn(verdict) < verdict.needed) why.push('TOO_FEW_CRITERIA')
  if (verdict.and.some(one => one.verdict === 'NOT_MET')) why.push('BESIDES_NOT_MET')
  if (entry.met !== null && differs(verdict, entry.met)) why.push('OTHER_CRITERIA')
  const asked = list.kind === 'TRANSFORMATION' ? (transformationOn(list.issuedOn)?.years ?? null) : 0
  const short = asked !== null && inARow.count < asked
  if (short && inARow.exact) why.push('TOO_FEW_YEARS')
  if (why.length > 0) return { verdict, agreement: { kind: 'DISAGREES', why } }
  if (asked === null) return { verdict, agreement: { kind: 'UNKNOWN', why: 'NO_YEARS' } }
  if (short) return { verdict, agreement: { kind: 'UNKNOWN', why: 'HISTORY' } }
  if (verdict.isOn === null) return { verdict, agreement: { kind: 'UNKNOWN', why: 'MISSING_FIGURES' } }
  return { verdict, agreement: { kind: 'AGREES' } }
}

const openIn = (verdict: CategoryVerdict): number => verdict.criteria.filter(one => one.verdict === 'UNKNOWN').length

/** A criterion that the list says is met and the portal says is not, or the reverse; of what is missing nothing is said. */
function differs(verdict: CategoryVerdict, met: readonly CriterionKey[]): boolean {
  return [...verdict.criteria, ...verdict.and].some(one => {
    if (one.verdict === 'UNKNOWN') return false
    return (one.verdict === 'MET') !== met.includes(one.key)
  })
}

/**
 * How many years in a row, this one the last, an area was on a list that was recorded for each of them. A year of which no
 * list is recorded ends the count, and so does a delimitation that is another: before it the area was another area.
 * @param issued the years whose list is recorded
 * @param on the years in which the area was on it
 * @param since the first year of the area's present delimitation
 */
export function yearsInARow(year: number, issued: ReadonlySet<number>, on: ReadonlySet<number>, since: number): InARow {
  let count = 0
  for (let at = year; ; at -= 1) {
    if (!issued.has(at) || at < since) return { count, exact: false }
    if (!on.has(at)) return { count, exact: true }
    count += 1
  }
}
