import type { ImplementationState } from './implementation-rules.ts'

export const stateNames: Record<ImplementationState, string> = {
  NOT_STARTED: 'Ikke startet',
  PLANNED: 'Planlagt',
  IN_PROGRESS: 'I gang',
  DONE: 'Gennemført',
  OPTED_OUT: 'Fravalgt',
}

export const stateKinds: Record<ImplementationState, 'success' | 'warning' | 'danger' | 'info' | 'neutral'> = {
  NOT_STARTED: 'warning',
  PLANNED: 'neutral',
  IN_PROGRESS: 'info',
  DONE: 'success',
  OPTED_OUT: 'danger',
}
