import { longDay } from '../../../kernel/days.ts'
import { listDanish } from '../../../kernel/text.ts'
import type { TextSection } from '../../decisions/adoption/index.ts'
import { numberText } from '../knowledge/index.ts'
import {
  type Goal,
  type Named,
  type Responsible,
  type StrategyContent,
  strategyTypes,
  type Target,
} from './strategy-content.ts'

/** What a text says of itself as a whole. */
export const headFacts = ({ type, from, to, reviewOn, themes, responsible, areas, allAreas }: StrategyContent) => [
  { term: 'Type', text: strategyTypes[type] },
  { term: 'Periode', text: `${longDay(from)} til ${longDay(to)}` },
  { term: 'Næste gennemgang', text: reviewOn ? `Senest den ${longDay(reviewOn)}` : 'Ikke fastsat' },
  { term: 'Boligområder', text: areasText(areas, allAreas) },
  ...(themes.length > 0 ? [{ term: 'Temaer', text: themes.join(', ') }] : []),
  { term: 'Ansvarlig hos boligorganisationerne', text: responsibleText(responsible.HOUSING) },
  { term: 'Ansvarlig hos kommunen', text: responsibleText(responsible.MUNICIPALITY) },
]

const areasText = (areas: readonly Named[] | null, allAreas: readonly Named[]): string => {
  const names = listDanish((areas ?? allAreas).map(({ name }) => name))
  return areas === null ? ['Alle', names].filter(Boolean).join(': ') : names
}

const responsibleText = ({ organisation, who }: Responsible): string =>
  [organisation?.name, who].filter(Boolean).join(', ') || 'Ikke fastsat'

/** All that a text says, part by part: what is compared between two drafts, and what a hearing is answered about. */
export function sectionsOf(content: StrategyContent): TextSection[] {
  const { purpose, sections, stars } = content
  const facts = headFacts(content).map(({ term, text }) => `- ${term}: ${text}`)
  return [
    { key: 'formaal', heading: 'Formål', text: [purpose, facts.join('\n')].join('\n\n') },
    ...sections.map(({ key, title, text }, at) => ({ key, heading: `${at + 1}. ${title}`, text })),
    ...stars.flatMap(({ key, title, text, goals }, at) => [
      { key, heading: `Pejlemærke ${at + 1}: ${title}`, text },
      ...goals.map((goal, nth) => goalSection(goal, `${at + 1}.${nth + 1}`)),
    ]),
  ]
}

const goalSection = ({ key, title, text, targets }: Goal, number: string): TextSection => ({
  key,
  heading: `Mål ${number}: ${title}`,
  text: [text, ...targets.map((target, at) => targetText(target, `${number}.${at + 1}`))].filter(Boolean).join('\n\n'),
})

const missing = 'mangler'

/** A target in words, a line for each thing that it says. */
function targetText(target: Target, number: string): string {
  const { title, text, year, owner } = target
  return [
    `**Delmål ${number}: ${title}**`,
    ...(text ? ['', text, ''] : []),
    ...(target.measure === 'INDICATOR' ? measuredLines(target) : ['- Vurderes i ord én gang om året']),
    `- Målår: ${year ?? missing}`,
    `- Ansvarlig: ${owner?.name ?? missing}`,
  ].join('\n')
}

function measuredLines({ indicator, place, baseline, value }: Extract<Target, { measure: 'INDICATOR' }>): string[] {
  const written = (one: number | null) => (one === null ? missing : valueText(one, indicator))
  return [
    `- Indikator: ${indicator?.name ?? missing}`,
    `- Sted: ${place?.name ?? 'Hele byen'}`,
    `- Udgangspunkt: ${written(baseline.value)}${baseline.year === null ? '' : ` i ${baseline.year}`}${baseline.source ? `. Kilde: ${baseline.source}` : ''}`,
    `- Målværdi: ${written(value)}`,
  ]
}

/** »12,5 %«, with the decimals that the indicator had when the text was written. */
export const valueText = (value: number, indicator: { unit: string; decimals: number } | null): string =>
  indicator ? `${numberText(value, indicator.decimals)}\u00a0${indicator.unit}`.trim() : String(value).replace('.', ',')
