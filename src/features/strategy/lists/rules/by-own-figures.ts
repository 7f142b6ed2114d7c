import { type CategoryVerdict, type Figures, judgeCategory, type References } from './judge-area.ts'
import type { CategoryRule } from './statutory-rules.ts'

/** What the portal's own figures come to about an area and a list: the same, the opposite, or nothing. */
export type OwnVerdict = 'SAME' | 'NOT_ON_LIST' | 'ON_LIST' | 'UNKNOWN'

export interface OwnJudgement {
  verdict: OwnVerdict
  judged: CategoryVerdict
}

/**
 * R37: an area held against the list's rules by what the portal itself has measured, whatever the list says of it.
 * @param isListed whether the list has it
 */
export function judgeByOwn(
  rule: CategoryRule,
  area: { residents: number | null; figures: Figures },
  references: References,
  isListed: boolean,
): OwnJudgement {
  const judged = judgeCategory(rule, area, references)
  if (judged.isOn === null) return { verdict: 'UNKNOWN', judged }
  if (judged.isOn === isListed) return { verdict: 'SAME', judged }
  return { verdict: isListed ? 'NOT_ON_LIST' : 'ON_LIST', judged }
}
