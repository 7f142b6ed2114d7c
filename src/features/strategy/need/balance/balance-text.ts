import { counted, thousands } from '../../../../kernel/text.ts'
import { rangeText } from '../estimates/estimate-lines.ts'
import type { Need } from './balance-rules.ts'
import type { Held } from './read-balance.ts'

/** »Der mangler 120 boliger«, »30 boliger mere end behovet«, »Svarer til behovet«: by the middle. */
export function balanceText({ middle }: Need): string {
  if (middle < 0) return `Der mangler ${counted(-middle, 'bolig', 'boliger')}`
  return middle === 0 ? 'Svarer til behovet' : `${counted(middle, 'bolig', 'boliger')} mere end behovet`
}

/** »fra 40 for få til 15 for mange«; nothing where the estimate gives no range. */
export function spanText({ low, high }: Need): string {
  if (low === high) return ''
  if (high <= 0 && low < 0) return `mellem ${thousands(-high)} og ${thousands(-low)} for få`
  if (low >= 0) return `mellem ${thousands(low)} og ${thousands(high)} for mange`
  return `fra ${thousands(-low)} for få til ${thousands(high)} for mange`
}

/** Lacking by every figure, by the likely one alone, or not: a word for it, never a colour alone. */
export function balanceTag({ low, middle, high }: Need) {
  if (high < 0) return { text: 'For få', kind: 'danger' as const }
  if (middle < 0) return { text: 'Nok for få', kind: 'warning' as const }
  if (low < 0) return { text: 'Måske for få', kind: 'neutral' as const }
  return { text: 'Behovet er dækket', kind: 'success' as const }
}

/** A cell of a table: the need, what is lacking by it, and a word for it. */
export const heldCell = (held: Held | null, key: string) =>
  held
    ? {
        [key]: rangeText(held.need),
        [`${key}_soft`]: [balanceText(held.balance), spanText(held.balance)].filter(Boolean).join(', '),
        [`${key}_tag`]: balanceTag(held.balance),
      }
    : { [key]: '' }
