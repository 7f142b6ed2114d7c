import type { Day } from '../../kernel/days.ts'

export type AddendumKind = 'ACCESSION' | 'WITHDRAWAL'
/** The organisation's signatory, and each side's secretariat. */
export type AddendumCapacity = 'ORGANISATION' | 'HOUSING' | 'MUNICIPALITY'

/** R4: an organisation joins or leaves between revisions by an addendum signed by it and by both secretariats. */
export const addendumCapacities: readonly AddendumCapacity[] = ['ORGANISATION', 'HOUSING', 'MUNICIPALITY']

export interface AddendumFacts {
  effectiveOn: Day
  /** Signatures over the addendum's own text. */
  signatures: readonly { capacity: AddendumCapacity; day: Day }[]
  today: Day
}

export type AddendumStatus =
  | { state: 'UNSIGNED'; missing: AddendumCapacity[] }
  | { state: 'AWAITS_DAY'; from: Day }
  | { state: 'IN_FORCE'; from: Day }

/** The state follows from the signatures and the day. */
export function addendumStatus({ effectiveOn, signatures, today }: AddendumFacts): AddendumStatus {
  const from = holdsFrom(effectiveOn, signatures)
  if (from === null) return { state: 'UNSIGNED', missing: missingFrom(signatures) }
  return { state: from <= today ? 'IN_FORCE' : 'AWAITS_DAY', from }
}

type Signatures = AddendumFacts['signatures']

/** The day agreed upon, or that of the last signature when it is later; null: not all have signed. */
export function holdsFrom(effectiveOn: Day, signatures: Signatures): Day | null {
  if (missingFrom(signatures).length > 0) return null
  return [...signatures.map(({ day }) => day), effectiveOn].sort().at(-1) ?? effectiveOn
}

const missingFrom = (signatures: Signatures): AddendumCapacity[] =>
  addendumCapacities.filter(capacity => !signatures.some(signature => signature.capacity === capacity))

/**
 * R4, R98: whether an addendum goes over to a later version of the agreement. Whoever must sign that version was fixed on
 * the day its signing opened; an addendum that held by then is taken into account there, and one that was still running
 * holds for the later version as well.
 */
export const goesOver = (addendum: { droppedAt: string | null; from: Day | null }, signersFixedOn: Day): boolean =>
  addendum.droppedAt === null && (addendum.from === null || addendum.from > signersFixedOn)

export const addendumSentence: Record<AddendumKind, string> = { ACCESSION: 'tiltræder', WITHDRAWAL: 'udtræder' }

export const capacityNames = (organisation: string): Record<AddendumCapacity, string> => ({
  ORGANISATION: organisation,
  HOUSING: 'boligorganisationernes sekretariat',
  MUNICIPALITY: 'kommunens sekretariat',
})
