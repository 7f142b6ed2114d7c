import type { DecisionState } from './register-queries.ts'

type TagKind = 'success' | 'warning' | 'neutral' | 'danger'

export const decisionStates: Record<DecisionState, { text: string; kind: TagKind }> = {
  EFFECTIVE: { text: 'Trådt i kraft', kind: 'success' },
  CONDITIONAL: { text: 'Afventer forelæggelse', kind: 'warning' },
  LAPSED: { text: 'Bortfaldet', kind: 'neutral' },
  SUPERSEDED: { text: 'Afløst', kind: 'neutral' },
  ANNULLED: { text: 'Annulleret', kind: 'danger' },
}

export const stanceNames = {
  SUPPORTS: 'Støtter',
  WITH_RESERVATION: 'Støtter med bemærkning',
  DOES_NOT_SUPPORT: 'Støtter ikke',
} as const

export const sideNames = { HOUSING: 'Boligorganisationerne', MUNICIPALITY: 'Odense Kommune' } as const

export const decisionPath = ({ year, serial }: { year: number; serial: number }): string =>
  `/beslutninger/${year}/${serial}`
