import { diffWordsWithSpace } from 'diff'

/** A run of words that both texts have, or only the new, or only the old. */
export interface Segment {
  kind: 'same' | 'added' | 'removed'
  text: string
}

/**
 * Word for word: the same and removed segments together are the old text, the same and added ones the new. Changes with
 * nothing but a space between them are one change, so that it reads as one.
 */
export function wordDiff(old: string, now: string): Segment[] {
  const raw = diffWordsWithSpace(old, now).map(
    ({ value, added, removed }): Segment => ({ kind: added ? 'added' : removed ? 'removed' : 'same', text: value }),
  )
  const segments: Segment[] = []
  let change = { removed: '', added: '' }
  const close = () => {
    // A space that ends both is no part of the change: »[ ]‹, forebyggende ›« would be hard to read.
    const space = change.removed.endsWith(' ') && change.added.endsWith(' ') ? ' ' : ''
    const parted = (text: string) => text.slice(0, text.length - space.length)
    if (parted(change.removed) !== '') segments.push({ kind: 'removed', text: parted(change.removed) })
    if (parted(change.added) !== '') segments.push({ kind: 'added', text: parted(change.added) })
    if (space !== '') segments.push({ kind: 'same', text: space })
    change = { removed: '', added: '' }
  }
  raw.forEach(({ kind, text }, at) => {
    const betweenChanges = at > 0 && at < raw.length - 1 && text.trim() === ''
    if (kind === 'same' && !betweenChanges) {
      close()
      segments.push({ kind, text })
      return
    }
    if (kind !== 'added') change.removed += text
    if (kind !== 'removed') change.added += text
  })
  close()
  return segments
}

export const isUnchanged = (segments: Segment[]): boolean => segments.every(({ kind }) => kind === 'same')

/** From 0 to 1: the share of words that two texts have in common. */
export function likeness(one: string, other: string): number {
  const [some, others] = [wordsOf(one), wordsOf(other)]
  if (some.length + others.length === 0) return 1
  const left = new Map<string, number>()
  for (const word of others) left.set(word, (left.get(word) ?? 0) + 1)
  let common = 0
  for (const word of some) {
    const count = left.get(word) ?? 0
    if (count === 0) continue
    common += 1
    left.set(word, count - 1)
  }
  return (2 * common) / (some.length + others.length)
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
