import { type Day, longDay, shortDay } from '../../../kernel/days.ts'
import { kronerInText } from '../../../kernel/money.ts'
import { listDanish } from '../../../kernel/text.ts'
import {
  kindNames,
  lastDayOf,
  type MandateCheck,
  type MandateFacts,
  remainingOf,
  tasksText,
  uncoveredIn,
  uncoveredText,
} from '../mandates/index.ts'
import type { CoverageCell, CoverageState, CoveringMandate } from './coverage-rules.ts'
import type { readLimits } from './queries.ts'

type Tag = 'success' | 'info' | 'warning' | 'danger' | 'neutral'

export const coverageNames: Record<CoverageState, { text: string; tag: Tag }> = {
  COVERED: { text: 'Dækket', tag: 'success' },
  LIMITED: { text: 'Kun i nogle tilfælde', tag: 'info' },
  EXHAUSTED: { text: 'Rammen er brugt', tag: 'warning' },
  GAP: { text: 'Intet mandat', tag: 'warning' },
}

export type Limits = ReturnType<typeof readLimits>

/** »420.000 kr. tilbage af 800.000 kr., højst 200.000 kr. pr. beslutning, kun Koordinering« */
export function mandateText(cell: CoverageCell, { mandate, reach }: CoveringMandate, limits: Limits): string {
  const last = lastDayOf(mandate)
  return [
    ...(cell.kind === 'economic' ? [economyText(mandate)] : []),
    limitText(mandate, limits),
    reach === 1 ? 'kommunens mandat' : '',
    last ? `til og med den ${longDay(last)}` : '',
  ]
    .filter(Boolean)
    .join(', ')
}

function economyText(mandate: MandateFacts): string {
  const remaining = remainingOf(mandate)
  const perDecision =
    mandate.limitPerDecision === null ? '' : `højst ${kronerInText(mandate.limitPerDecision)} pr. beslutning`
  const left = remaining === null ? 'ingen ramme i alt' : `rest ${kronerInText(remaining)}`
  return [left, perDecision, mandate.partialCover ? 'kan dække en del af et beløb' : ''].filter(Boolean).join(', ')
}

/** What a mandate is limited to; empty when it is for whatever a decision is about. */
export function limitText(mandate: MandateFacts, limits: Limits): string {
  const named = (ids: readonly number[], names: Map<number, string>) =>
    listDanish(ids.map(id => names.get(id) ?? '').filter(Boolean))
  return [
    mandate.caseId === null ? '' : 'kun én bestemt sag',
    tasksText(mandate) ? `kun ${tasksText(mandate).toLowerCase()}` : '',
    mandate.subjectAreaIds.length > 0
      ? `kun ${mandate.subjectAreaIds.length === 1 ? 'sagsområdet' : 'sagsområderne'} ${named(mandate.subjectAreaIds, limits.subjectAreas)}`
      : '',
    mandate.areaIds.length > 0 ? `kun ${named(mandate.areaIds, limits.areas)}` : '',
  ]
    .filter(Boolean)
    .join(', ')
}

/** »Rest i alt: 620.000 kr.« */
export const remainingText = (cell: CoverageCell): string =>
  cell.remaining === null || cell.mandates.length < 2 ? '' : `Rest i alt: ${kronerInText(cell.remaining)}`

/** »620.000 kr. tilbage«: what the cell says of money before it is opened. */
export const leftText = (cell: CoverageCell): string =>
  cell.remaining === null || cell.mandates.length === 0 ? '' : `${kronerInText(cell.remaining)} tilbage`

export function gapText(cell: CoverageCell, organisation: string): string {
  if (cell.state === 'EXHAUSTED') return 'Der er intet tilbage på de gældende mandater.'
  // That there is none at all is what the cell says already.
  return cell.why && cell.why.why.reason !== 'NO_MANDATE' ? uncoveredText(cell.why, organisation) : ''
}

/** What is to be obtained before a decision could be adopted, body by body. */
export function obtainText(check: MandateCheck): { body: string; lines: string[] }[] {
  const bodies = new Map<string, string[]>()
  for (const row of check.rows) {
    for (const verdict of uncoveredIn(row)) {
      const what = {
        economic: row.amount === null ? '' : kronerInText(row.amount),
        legal: row.legal ?? '',
        organisational: row.organisational ?? '',
      }[verdict.kind]
      const lacking =
        verdict.missing && verdict.missing !== row.amount ? ` (der mangler ${kronerInText(verdict.missing)})` : ''
      const line = `${row.organisation}, ${kindNames[verdict.kind].toLowerCase()}: ${what}${lacking}`
      bodies.set(verdict.askBody.name, [...(bodies.get(verdict.askBody.name) ?? []), line])
    }
  }
  return [...bodies].map(([body, lines]) => ({ body, lines }))
}

export const itemText = (item: { meetingDay: Day; bodyName: string; position: number; title: string }): string =>
  `${shortDay(item.meetingDay)}, ${item.bodyName}: ${item.position}. ${item.title}`
