import type { Oere } from '../../../../kernel/money.ts'
import type { Candidate, CheckedOrganisation } from '../mandate-rules.ts'

/** What a decision means for one organisation. An amount is in øre; none, or 0, is no economic consequence. */
export interface ConsequenceRow {
  organisationId: number
  amount: Oere | null
  legal: string | null
  organisational: string | null
}

export interface OrderedRow {
  row: ConsequenceRow
  organisation: CheckedOrganisation
  /** The mandates that reach the organisation, in preferred order. */
  candidates: Candidate[]
}
