import { formatKroner } from '../../../../kernel/money.ts'
import { organisationPath } from '../../../ground/parties/paths.ts'
import { checkText, consequenceColumns, kindNames, verdictNames } from '../labels.ts'
import type { ConsequenceKind } from '../mandate-rules.ts'
import { mandatePath } from '../paths.ts'
import type { CheckedRow, MandateCheck } from './mandate-check.ts'
import type { Verdict } from './mandate-verdict.ts'
import { stepText, verdictText } from './verdict-text.ts'

export interface MatrixCell {
  kind: string
  /** What the consequence is; empty where there is none. */
  what: string
  verdict: string
  tag: 'success' | 'warning' | 'neutral'
  sentence: string
  /** The one step that would help, where it is not covered. */
  step: string | null
  /** Every mandate that covers, or the one that came nearest. */
  mandates: { text: string; href: string }[]
}

/** The matrix organisation × consequence, ready to print: on a draft, on the decision's page and in the minutes. */
export interface Matrix {
  summary: string
  summaryKind: 'success' | 'warning' | 'info'
  columns: readonly { text: string }[]
  rows: { organisation: string; href: string | null; cells: MatrixCell[] }[]
}

/** @param slugs organisations' addresses by their id; without them the names are no links */
export function matrixOf(check: MandateCheck, slugs: ReadonlyMap<number, string> = new Map()): Matrix {
  return {
    summary: checkText(check),
    summaryKind: check.rows.length === 0 ? 'info' : check.adoptable ? 'success' : 'warning',
    columns: consequenceColumns,
    rows: check.rows.map(row => {
      const slug = slugs.get(row.organisationId)
      return { organisation: row.organisation, href: slug ? organisationPath(slug) : null, cells: cellsOf(row) }
    }),
  }
}

const cellsOf = (row: CheckedRow): MatrixCell[] => [
  cell('economic', row.amount === null ? '' : formatKroner(row.amount), row.economicVerdict, row),
  cell('legal', row.legal ?? '', row.legalVerdict, row),
  cell('organisational', row.organisational ?? '', row.organisationalVerdict, row),
]

const tags = { COVERED: 'success', NOT_COVERED: 'warning', NOT_NEEDED: 'neutral' } as const

const cell = (kind: ConsequenceKind, what: string, verdict: Verdict, row: CheckedRow): MatrixCell => ({
  kind: kindNames[kind],
  what,
  verdict: verdictNames[verdict.state],
  tag: tags[verdict.state],
  sentence: verdictText(verdict, row.organisation),
  step: verdict.state === 'NOT_COVERED' ? stepText(verdict) : null,
  mandates: mandatesIn(verdict).map(({ id, number }) => ({ text: `Se mandat ${number}`, href: mandatePath(id) })),
})

function mandatesIn(verdict: Verdict): { id: number; number: string | null }[] {
  if (verdict.state === 'NOT_NEEDED') return []
  if (verdict.state === 'COVERED' && verdict.parts)
    return verdict.parts.map(({ mandateId, mandate }) => ({ id: mandateId, number: mandate }))
  return verdict.mandateId === null ? [] : [{ id: verdict.mandateId, number: verdict.mandate }]
}
