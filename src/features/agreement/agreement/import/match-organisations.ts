import type { Side } from '../../../../access/actor.ts'
import type { ParsedSignature } from './parse-signatures.ts'

/** One of the portal's organisations, with every name it has had. */
export interface KnownOrganisation {
  id: number
  side: Side | null
  kind: string
  names: string[]
}

export interface NameMatch {
  name: string
  /** The portal's organisation of that name; null: there is none. */
  id: number | null
  /** One of nearly that name, when there is none of just that. */
  near: { id: number; name: string } | null
}

export interface SignatureMatch extends NameMatch {
  administers: NameMatch[]
}

/** Finds the parties of a document among the portal's organisations: by name, whatever the case, on their own side. */
export function matchOrganisations(signatures: ParsedSignature[], known: KnownOrganisation[]): SignatureMatch[] {
  return signatures.map(({ side, organisationName, administers }) => {
    const ofSide = known.filter(one => one.side === side)
    const signing = ofSide.filter(one => maySign(one, side))
    const associations = ofSide.filter(({ kind }) => kind === 'ASSOCIATION')
    return {
      ...matchName(organisationName, signing),
      administers: administers.map(name => matchName(name, associations)),
    }
  })
}

/** R98: departments sign for the municipality; an association is named with its administrator's signature. */
export const maySign = (one: KnownOrganisation, side: Side): boolean =>
  one.side === side && one.kind !== 'ASSOCIATION' && one.kind !== 'MUNICIPALITY'

function matchName(name: string, known: KnownOrganisation[]): NameMatch {
  const wanted = bare(name)
  const exact = known.find(({ names }) => names.some(one => bare(one) === wanted))
  if (exact) return { name, id: exact.id, near: null }
  const likeness = known.flatMap(({ id, names }) =>
    names.map(one => ({ id, name: one, alike: alike(bare(one), wanted) })),
  )
  const best = likeness.reduce((one, other) => (other.alike > one.alike ? other : one), { id: 0, name: '', alike: 0 })
  return { name, id: null, near: best.alike >= nearEnough ? { id: best.id, name: best.name } : null }
}

const nearEnough = 0.7

/** A name without case, spaces and marks. */
const bare = (name: string): string =>
  name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')

/** From 0 to 1: the share of pairs of letters that two names have in common. */
function alike(one: string, other: string): number {
  const [some, others] = [pairs(one), pairs(other)]
  const left = [...others]
  const common = some.filter(pair => {
    const at = left.indexOf(pair)
    if (at === -1) return false
    left.splice(at, 1)
    return true
  })
  return some.length + others.length === 0 ? 0 : (2 * common.length) / (some.length + others.length)
}

const pairs = (text: string): string[] =>
  Array.from({ length: Math.max(0, text.length - 1) }, (_one, at) => text.slice(at, at + 2))
