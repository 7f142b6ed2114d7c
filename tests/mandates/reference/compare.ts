import type { CheckedRow, MandateCheck } from '../../../src/features/decisions/mandates/check/mandate-check.ts'
import type { Verdict } from '../../../src/features/decisions/mandates/check/mandate-verdict.ts'
import { type Kind, type ModelCell, type ModelMandate, reaches } from './model-check.ts'

export interface Part {
  mandateId: number
  amount: number
}

/** A cell of the portal's check, in the reference model's words. */
export interface ObservedCell {
  organisation: number
  kind: Kind
  /** What each mandate gives, 0 where no amount is asked about; null: uncovered. */
  parts: Part[] | null
}

const kinds: Kind[] = ['economic', 'legal', 'organisational']

export const observedCells = (check: MandateCheck, placeOf: (organisationId: number) => number): ObservedCell[] =>
  check.rows.flatMap(row =>
    kinds.flatMap((kind): ObservedCell[] => {
      const verdict = verdictOf(row, kind)
      if (verdict.state === 'NOT_NEEDED') return []
      const amount = kind === 'economic' ? (row.amount ?? 0) : 0
      return [{ organisation: placeOf(row.organisationId), kind, parts: partsOf(verdict, amount) }]
    }),
  )

function verdictOf(row: CheckedRow, kind: Kind): Verdict {
  if (kind === 'economic') return row.economicVerdict
  return kind === 'legal' ? row.legalVerdict : row.organisationalVerdict
}

function partsOf(verdict: Verdict, amount: number): Part[] | null {
  if (verdict.state !== 'COVERED') return null
  return verdict.parts ?? [{ mandateId: verdict.mandateId, amount }]
}

/** Where the portal's check and the reference model's differ, in words; empty: they agree. */
export function disagreements(observed: ObservedCell[], cells: ModelCell[], mandates: ModelMandate[]): string[] {
  const found: string[] = []
  for (const cell of cells) {
    const same = observed.filter(one => one.organisation === cell.row.organisation.id && one.kind === cell.kind)
    const difference =
      same.length === 1 && same[0] ? compareCell(same[0], cell, mandates) : `found ${same.length} times`
    if (difference !== null) found.push(`organisation ${cell.row.organisation.id}, ${cell.kind}: ${difference}`)
  }
  if (observed.length !== cells.length) found.push(`the check has ${observed.length} cells, not ${cells.length}`)
  return found
}

function compareCell({ parts }: ObservedCell, { way, row, kind }: ModelCell, mandates: ModelMandate[]): string | null {
  const says = parts === null ? 'uncovered' : `by ${parts.map(part => `${part.mandateId} (${part.amount})`).join(', ')}`
  const amount = kind === 'economic' ? row.amount : 0
  if (way === 'uncovered') return parts === null ? null : `${says}, but nothing covers`
  if (way !== 'together') {
    const alone = parts?.length === 1 && parts[0]?.mandateId === way.id && parts[0].amount === amount
    return alone ? null : `${says}, not by ${way.id}`
  }
  if (parts === null) return `${says}, but several cover it together`
  const givers = parts.map(part => mandates.find(({ id }) => id === part.mandateId))
  const lawful = givers.every(one => one?.partial && one.covers.includes('economic') && reaches(one, row.organisation))
  const distinct = new Set(givers).size === parts.length && parts.length > 1 && parts.every(part => part.amount > 0)
  const whole = parts.reduce((sum, part) => sum + part.amount, 0) === amount
  return lawful && distinct && whole ? null : `${says}, not by several together`
}

/** Mandates of which more is given than there is room for; what is left is told by mandate. */
export function overdrawn(
  observed: ObservedCell[],
  mandates: ModelMandate[],
  left: (mandate: ModelMandate) => number,
): string[] {
  const parts = observed.flatMap(cell => cell.parts ?? [])
  return mandates.flatMap(mandate => {
    const given = parts.filter(({ mandateId }) => mandateId === mandate.id).reduce((sum, { amount }) => sum + amount, 0)
    const room = Math.max(0, Math.min(mandate.limit, left(mandate)))
    return given > room ? [`mandate ${mandate.id} gives ${given} of ${room}`] : []
  })
}
