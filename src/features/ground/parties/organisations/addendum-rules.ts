import type { Day, Instant } from '../../../../kernel/days.ts'
import { type Objection, objection } from '../../../../kernel/objection.ts'

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

/** An addendum ends when a secretariat gives it up, or when the organisation that it concerns declines to sign it. */
export interface AddendumEnd {
  droppedAt: Instant | null
  declinedAt: Instant | null
}

/** Whether it can still come to hold, or holds: nothing follows from one that was given up or declined (R4). */
export const stands = ({ droppedAt, declinedAt }: AddendumEnd): boolean => droppedAt === null && declinedAt === null

/** The same as a condition of SQL. */
export const standsSql = (addendum: string): string =>
  `${addendum}.droppedAt IS NULL AND ${addendum}.declinedAt IS NULL`

/** What is in the way of signing and of declining; null: it stands. */
export function addendumOver(end: AddendumEnd, organisation: string): Objection | null {
  if (end.droppedAt !== null) return objection('Tillægget er annulleret.')
  if (end.declinedAt === null) return null
  return objection(`${organisation} har afvist tillægget, så det kan ikke underskrives.`)
}

export interface Declining extends AddendumEnd {
  organisation: string
  /** Who has signed. */
  signed: readonly AddendumCapacity[]
}

/** R4: without the organisation's own signature there is no addendum about it; once it has signed, it is bound. */
export function inTheWayOfDeclining({ organisation, signed, ...end }: Declining): Objection | null {
  if (end.droppedAt === null && end.declinedAt !== null)
    return objection(`${organisation} har allerede afvist tillægget.`)
  if (signed.includes('ORGANISATION'))
    return objection(`${organisation} har underskrevet tillægget. Derfor kan det ikke afvises.`)
  return addendumOver(end, organisation)
}

/**
 * R4, R98: whether an addendum goes over to a later version of the agreement. Whoever must sign that version was fixed on
 * the day its signing opened; an addendum that held by then is taken into account there, and one that was still running
 * holds for the later version as well.
 */
export const goesOver = (addendum: AddendumEnd & { from: Day | null }, signersFixedOn: Day): boolean =>
  stands(addendum) && (addendum.from === null || addendum.from > signersFixedOn)

export const addendumSentence: Record<AddendumKind, string> = { ACCESSION: 'tiltræder', WITHDRAWAL: 'udtræder' }

export const capacityNames = (organisation: string): Record<AddendumCapacity, string> => ({
  ORGANISATION: organisation,
  HOUSING: 'boligorganisationernes sekretariat',
  MUNICIPALITY: 'kommunens sekretariat',
})
