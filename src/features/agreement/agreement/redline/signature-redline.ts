import type { Side } from '../../../../access/actor.ts'
import { isUnchanged, type Segment, wordDiff } from '../../../../kernel/redline/word-diff.ts'
import type { SealedSignature } from '../version/agreement-text.ts'

export interface SignatureChange {
  kind: 'same' | 'changed' | 'added' | 'removed'
  side: Side
  organisation: Segment[]
  /** With the title, where there is one. */
  signatory: Segment[]
  /** The associations that are named with the signature, each the same, come or gone. */
  associations: Segment[]
}

/**
 * Who stands in the list of signatures of two versions: organisations, signatories and associations that came or went.
 * In the new list's order; those that are gone stand last on their side.
 */
export function signatureChanges(old: readonly SealedSignature[], now: readonly SealedSignature[]): SignatureChange[] {
  const free = new Set(old)
  const changes = now.map(signature => {
    const before = [...free].find(one => isSame(one, signature))
    if (before) free.delete(before)
    return changeOf(before, signature)
  })
  const gone = [...free].map(signature => changeOf(signature, undefined))
  return (['HOUSING', 'MUNICIPALITY'] as const).flatMap(side =>
    [...changes, ...gone].filter(change => change.side === side),
  )
}

/** The portal's organisation keeps its number through a change of name; others are known by name. */
const isSame = (one: SealedSignature, other: SealedSignature): boolean =>
  one.side === other.side &&
  ((one.organisationId !== null && one.organisationId === other.organisationId) ||
    bare(one.organisationName) === bare(other.organisationName))

function changeOf(before: SealedSignature | undefined, after: SealedSignature | undefined): SignatureChange {
  const organisation = wordDiff(before?.organisationName ?? '', after?.organisationName ?? '')
  const signatory = wordDiff(signedBy(before), signedBy(after))
  const associations = listDiff(before?.administers ?? [], after?.administers ?? [])
  const same = [organisation, signatory, associations].every(isUnchanged)
  return {
    kind: !before ? 'added' : !after ? 'removed' : same ? 'same' : 'changed',
    side: (after ?? before)?.side ?? 'HOUSING',
    organisation,
    signatory,
    associations,
  }
}

const signedBy = (signature: SealedSignature | undefined): string =>
  signature ? [signature.signatory, signature.title].filter(Boolean).join(', ') : ''

function listDiff(old: readonly string[], now: readonly string[]): Segment[] {
  const has = (list: readonly string[], name: string) => list.some(one => bare(one) === bare(name))
  return [
    ...now.map((text): Segment => ({ kind: has(old, text) ? 'same' : 'added', text })),
    ...old.filter(name => !has(now, name)).map((text): Segment => ({ kind: 'removed', text })),
  ]
}

const bare = (name: string): string =>
  name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
