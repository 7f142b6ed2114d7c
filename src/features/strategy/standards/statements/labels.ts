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
