import { type Day, longDay } from '../../../../kernel/days.ts'
import { hasEnded, isOn, type Period } from '../../../../kernel/periods.ts'

export interface SigningOrganisation extends Period {
  id: number
  name: string
  kind: string
  side: 'HOUSING' | 'MUNICIPALITY' | null
  parentId: number | null
  successorId: number | null
  position: number
}

/** Who signs for the housing side: those who stood in the agreement's list, not the associations they administer. */
const signingKinds = ['HOUSING_ORGANISATION', 'ADMINISTRATOR']

/**
 * R97, R98: the set that must sign, fixed on the day when signing opens: every housing organisation and administrator,
 * and the departments for the municipality, which signs itself only when it has none. In the order of the paper's list.
 */
export function requiredToSign<O extends SigningOrganisation>(organisations: readonly O[], on: Day): O[] {
  const present = organisations.filter(organisation => isOn(organisation, on))
  const departments = present.filter(({ kind }) => kind === 'DEPARTMENT')
  const withDepartments = new Set(departments.map(({ parentId }) => parentId))
  const municipal = present.filter(
    ({ kind, id }) => kind === 'DEPARTMENT' || (kind === 'MUNICIPALITY' && !withDepartments.has(id)),
  )
  const housing = present.filter(({ kind }) => signingKinds.includes(kind))
  const inOrder = (list: O[]) => list.toSorted((one, other) => one.position - other.position || one.id - other.id)
  return [...inOrder(housing), ...inOrder(municipal)]
}

/** R67: a decision binds who must sign when it has a row for it, or for the municipality that it is part of. */
export const unboundAmong = <O extends SigningOrganisation>(
  required: readonly O[],
  legallyBound: readonly number[],
): O[] =>
  required.filter(
    ({ id, parentId }) => !legallyBound.includes(id) && (parentId === null || !legallyBound.includes(parentId)),
  )

export type Release =
  /** It has merged into another since signing opened: the other signs in its place. */
  | { why: 'MERGED'; on: Day; successorId: number; successor: string }
  /** It has left the cooperation since signing opened: nothing is asked of it. */
  | { why: 'LEFT'; on: Day }

/**
 * R4: what became of one that must sign and has ended since; null: it is there, and its signature is waited for. Those
 * that join after signing opened are not in the set: they sign an addendum.
 */
export function releaseOf(
  organisationId: number,
  organisations: readonly SigningOrganisation[],
  today: Day,
): Release | null {
  const organisation = organisations.find(({ id }) => id === organisationId)
  if (!organisation || organisation.to === null || !hasEnded(organisation, today)) return null
  const successor = successorOf(organisation, organisations, today)
  return successor
    ? { why: 'MERGED', on: organisation.to, successorId: successor.id, successor: successor.name }
    : { why: 'LEFT', on: organisation.to }
}

/** The first in the chain of successors that exists today; null: nobody carries on. */
function successorOf(
  organisation: SigningOrganisation,
  organisations: readonly SigningOrganisation[],
  today: Day,
): SigningOrganisation | null {
  const seen = new Set([organisation.id])
  let next = organisation.successorId
  while (next !== null && !seen.has(next)) {
    const found = organisations.find(({ id }) => id === next)
    if (!found) return null
    if (!hasEnded(found, today)) return found
    seen.add(found.id)
    next = found.successorId
  }
  return null
}

export const releaseSentence = (release: Release): string =>
  release.why === 'LEFT'
    ? `Udtrådt den ${longDay(release.on)}.`
    : `Sammenlagt med ${release.successor} den ${longDay(release.on)}. ${release.successor} underskriver i stedet.`

/** R97: in force when all have signed, or on the day agreed upon, whichever is later. */
export const inForceFrom = (agreed: Day | null, lastSigned: Day): Day =>
  agreed !== null && agreed > lastSigned ? agreed : lastSigned
