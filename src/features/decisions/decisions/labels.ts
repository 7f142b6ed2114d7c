import { listDanish } from '../../../kernel/text.ts'
import { decisionStateLabels } from '../../meetings/cases/index.ts'
import type { DecisionState } from './register/register-queries.ts'

type TagKind = 'success' | 'warning' | 'neutral' | 'danger'

export const decisionStates: Record<DecisionState, { text: string; kind: TagKind }> = {
  EFFECTIVE: { text: decisionStateLabels.EFFECTIVE, kind: 'success' },
  CONDITIONAL: { text: decisionStateLabels.CONDITIONAL, kind: 'warning' },
  LAPSED: { text: decisionStateLabels.LAPSED, kind: 'neutral' },
  SUPERSEDED: { text: decisionStateLabels.SUPERSEDED, kind: 'neutral' },
  ANNULLED: { text: decisionStateLabels.ANNULLED, kind: 'danger' },
}

export const stanceNames = {
  SUPPORTS: 'Støtter',
  WITH_RESERVATION: 'Støtter med forbehold',
  DOES_NOT_SUPPORT: 'Støtter ikke',
} as const

export const decisionPath = ({ year, serial }: { year: number; serial: number }): string =>
  `/beslutninger/${year}/${serial}`

/**
 * The housing areas that a decision is about, as a fact of it; nothing when it names none.
 * @param names JSON: a list
 */
export function areaFacts(names: string): { term: string; text: string }[] {
  const areas = JSON.parse(names) as string[]
  return areas.length === 0
    ? []
    : [{ term: areas.length === 1 ? 'Boligområde' : 'Boligområder', text: listDanish(areas) }]
}
