import type {
  MeasuredTarget,
  QualitativeTarget,
  StrategyContent,
} from '../../src/features/strategy/strategies/strategy-content.ts'
import { day } from '../../src/kernel/days.ts'

/** A target that lacks nothing. */
export const measured = (given: Partial<MeasuredTarget> = {}): MeasuredTarget => ({
  key: 'd1',
  title: 'Flere er trygge',
  text: '',
  measure: 'INDICATOR',
  year: 2029,
  owner: { id: 4, name: 'En boligforening' },
  indicator: { id: 1, name: 'Tryghed', unit: '%', decimals: 1 },
  place: null,
  baseline: { value: 70, year: 2024, source: 'Undersøgelsen' },
  value: 80,
  ...given,
})

export const inWords = (given: Partial<QualitativeTarget> = {}): QualitativeTarget => ({
  key: 'd2',
  title: 'Beboerne er med',
  text: 'Nået, når de er hørt.',
  measure: 'QUALITATIVE',
  year: 2029,
  owner: { id: 4, name: 'En boligforening' },
  ...given,
})

/** A strategy that could be adopted. */
export const content = (given: Partial<StrategyContent> = {}): StrategyContent => ({
  type: 'STRATEGY',
  title: 'Trygge områder',
  purpose: 'Flere er trygge.',
  from: day('2025-01-01'),
  to: day('2030-12-31'),
  reviewOn: day('2027-06-30'),
  areas: null,
  allAreas: [],
  themes: [],
  responsible: {
    HOUSING: { organisation: { id: 4, name: 'En boligforening' }, who: '' },
    MUNICIPALITY: { organisation: { id: 9, name: 'En forvaltning' }, who: '' },
  },
  sections: [{ key: 'a1', title: 'Baggrund', text: 'Sådan er det.' }],
  stars: [
    {
      key: 'p1',
      title: 'Tryghed',
      text: '',
      goals: [{ key: 'm1', title: 'Flere er trygge', text: '', targets: [measured(), inWords()] }],
    },
  ],
  ...given,
})

/** The same with these targets under its one goal. */
export const withTargets = (...targets: StrategyContent['stars'][number]['goals'][number]['targets']) =>
  content({
    stars: [{ key: 'p1', title: 'Tryghed', text: '', goals: [{ key: 'm1', title: 'Et mål', text: '', targets }] }],
  })
