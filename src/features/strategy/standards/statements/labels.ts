import type { StatementState } from './statement-rules.ts'

export const stateNames: Record<StatementState, string> = {
  FULL: 'Lever op til',
  PARTLY: 'Delvist',
  NOT: 'Ikke',
  NOT_RELEVANT: 'Ikke relevant',
}

export const stateKinds: Record<StatementState, 'success' | 'warning' | 'danger' | 'neutral'> = {
  FULL: 'success',
  PARTLY: 'warning',
  NOT: 'danger',
  NOT_RELEVANT: 'neutral',
}

/** How old an answer is: in days for a month, then in months, and in years after two. */
export function ageText(days: number): string {
  if (days <= 0) return 'fra i dag'
  if (days < 31) return days === 1 ? '1 dag gammelt' : `${days} dage gammelt`
  const months = Math.floor(days / 30.44)
  if (months < 24) return months <= 1 ? '1 måned gammelt' : `${months} måneder gammelt`
  return `${Math.floor(days / 365.25)} år gammelt`
}
