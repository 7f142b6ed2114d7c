import { diffArrays } from 'diff'
import { sentencesOf, unitsOf } from './units.ts'

/** A run of words that both texts have, or only the new, or only the old. */
export interface Segment {
  kind: 'same' | 'added' | 'removed'
  text: string
}

/** How much may still be compared, in steps: what a whole comparison may cost is bounded, whatever the texts are. */
export interface Effort {
  left: number
}

/** Some ten milliseconds. */
export const effort = (): Effort => ({ left: 120_000 })

/**
 * Word for word: the same and removed segments together are the old text, the same and added ones the new. Changes with
 * nothing but a space between them are one change, so that it reads as one. Where that would cost too much, sentence for
 * sentence, and at last the one text for the other.
 */
export function wordDiff(old: string, now: string, work: Effort = effort()): Segment[] {
  if (old === now) return old === '' ? [] : [{ kind: 'same', text: old }]
  const raw = segmentsBetween(old, now, work)
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

/** A unit is some letters long; with little left, the text is not even taken apart. */
function segmentsBetween(old: string, now: string, work: Effort): Segment[] {
  const affordable = old.length + now.length < 4 * work.left
  const found = affordable
    ? (unitDiff(unitsOf(old), unitsOf(now), work) ?? unitDiff(sentencesOf(old), sentencesOf(now), work))
    : null
  return (
    found ?? [
      { kind: 'removed', text: old },
      { kind: 'added', text: now },
    ]
  )
}

const mostEdits = 250

/** Null: there is more to tell apart than may be spent on it. */
function unitDiff(old: string[], now: string[], work: Effort): Segment[] | null {
  const least = old.length + now.length
  const maxEditLength = Math.min(mostEdits, Math.floor(Math.sqrt(work.left - least)))
  if (!(maxEditLength >= Math.abs(old.length - now.length))) return null
  const found = diffArrays(old, now, { maxEditLength })
  const edits = found?.reduce((sum, { count, added, removed }) => sum + (added || removed ? (count ?? 0) : 0), 0)
  work.left -= least + (edits ?? maxEditLength) ** 2
  return (
    found?.map(({ value, added, removed }) => ({
      kind: added ? 'added' : removed ? 'removed' : 'same',
      text: value.join(''),
    })) ?? null
  )
}

export const isUnchanged = (segments: Segment[]): boolean => segments.every(({ kind }) => kind === 'same')

/** The words of a text, counted. */
export interface Words {
  total: number
  counts: Map<string, number>
}

export function wordsIn(text: string): Words {
  const counts = new Map<string, number>()
  const words =
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return { total: words.length, counts }
}

/** From 0 to 1: the share of words that two texts have in common. */
export function likeness(one: Words, other: Words): number {
  if (one.total + other.total === 0) return 1
  const [few, many] = one.counts.size < other.counts.size ? [one, other] : [other, one]
  let common = 0
  for (const [word, count] of few.counts) common += Math.min(count, many.counts.get(word) ?? 0)
  return (2 * common) / (one.total + other.total)
}
