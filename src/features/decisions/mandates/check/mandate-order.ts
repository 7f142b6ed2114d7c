import { lastDayOf } from '../mandate-period.ts'
import type { Candidate, MandateFacts } from '../mandate-rules.ts'
import { compareScopes } from '../mandate-scope.ts'

/**
 * Where several mandates cover: the narrowest scope first, then the earliest to expire (or to be superseded), then the
 * lowest number, read as numbers. See docs/decisions.
 */
export function inPreferredOrder(a: Candidate, b: Candidate): number {
  return (
    compareScopes(a, b) ||
    compareText(lastDay(a.mandate), lastDay(b.mandate)) ||
    compareNumbers(a.mandate.number, b.mandate.number)
  )
}

const lastDay = (mandate: MandateFacts): string => lastDayOf(mandate) ?? '9999-12-31'
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const byNumber = new Intl.Collator('en', { numeric: true })
const compareNumbers = (a: string, b: string): number => byNumber.compare(a, b) || compareText(a, b)
