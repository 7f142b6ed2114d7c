import { z } from 'zod'
import { column } from '../../../database/rows.ts'
import { listDanish } from '../../../kernel/text.ts'
import { decisionStateLabels } from '../../meetings/cases/index.ts'
import type { DecisionState } from './decision-state.ts'

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

/** The names of the housing areas that a decision is about, as its statement lists them. */
export const areaNames = column.json(z.array(z.string()))

/** They as a fact of the decision; nothing when it names none. */
export function areaFacts(areas: string[]): { term: string; text: string }[] {
  return areas.length === 0
    ? []
    : [{ term: areas.length === 1 ? 'Boligområde' : 'Boligområder', text: listDanish(areas) }]
}
