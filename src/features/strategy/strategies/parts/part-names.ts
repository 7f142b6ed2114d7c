import type { StrategyContent } from '../strategy-content.ts'
import { goalsOf, targetsOf } from '../strategy-numbers.ts'
import { kindOfKey, type PartKind, partOf } from './strategy-parts.ts'

export const partWords: Record<PartKind, string> = {
  section: 'Afsnit',
  star: 'Pejlemærke',
  goal: 'Mål',
  target: 'Delmål',
}

/** »Delmål 1.2.3«, by the numbers that the document prints; one that is not there any more has none. */
export function nameInText(content: StrategyContent, key: string): string {
  const kind = kindOfKey(key)
  if (!kind) return ''
  return partOf(content, key) ? `${partWords[kind]} ${numberOf(content, kind, key)}` : partWords[kind]
}

function numberOf(content: StrategyContent, kind: PartKind, key: string): string {
  const place = (list: readonly { key: string }[]) => String(list.findIndex(one => one.key === key) + 1)
  switch (kind) {
    case 'section':
      return place(content.sections)
    case 'star':
      return place(content.stars)
    case 'goal':
      return goalsOf(content).find(({ goal }) => goal.key === key)?.number ?? ''
    case 'target':
      return targetsOf(content).find(({ target }) => target.key === key)?.number ?? ''
  }
}
