import { diffArrays } from 'diff'
import { align } from './align.ts'
import { type Effort, likeness, wordsIn } from './word-diff.ts'

export interface LinePair {
  old: number | null
  now: number | null
}

/** Lines that are less alike than this are a line gone and a line come. */
const sameLine = 0.4

/**
 * Which line of the new text is which of the old, in reading order. What begins and ends alike is paired at once; the rest
 * by its words where that is affordable, else line by line as they stand.
 */
export function pairLines(old: string[], now: string[], work: Effort): LinePair[] {
  let start = 0
  while (start < old.length && start < now.length && old[start] === now[start]) start += 1
  let ends = 0
  const shorter = Math.min(old.length, now.length) - start
  while (ends < shorter && old[old.length - 1 - ends] === now[now.length - 1 - ends]) ends += 1
  const [oldEnd, nowEnd] = [old.length - ends, now.length - ends]
  const middle = pairMiddle(old.slice(start, oldEnd), now.slice(start, nowEnd), work)
  return [
    ...Array.from({ length: start }, (_, at) => ({ old: at, now: at })),
    ...middle.map(pair => ({
      old: pair.old === null ? null : pair.old + start,
      now: pair.now === null ? null : pair.now + start,
    })),
    ...Array.from({ length: ends }, (_, at) => ({ old: oldEnd + at, now: nowEnd + at })),
  ]
}

function pairMiddle(old: string[], now: string[], work: Effort): LinePair[] {
  if (old.length * now.length > mostPairs) return pairAsTheyStand(old, now, work)
  const [some, others] = [old.map(wordsIn), now.map(wordsIn)]
  const sizeOf = (lines: typeof some) => lines.reduce((sum, { counts }) => sum + counts.size + 1, 0)
  const cost = Math.min(sizeOf(some) * now.length, sizeOf(others) * old.length)
  if (cost <= work.left / 2) {
    work.left -= cost
    return align(some, others, likeness, sameLine)
  }
  return pairAsTheyStand(old, now, work)
}

const mostPairs = 40_000
const mostLines = 100

function pairAsTheyStand(old: string[], now: string[], work: Effort): LinePair[] {
  work.left -= mostLines ** 2
  const runs = (work.left > 0 && diffArrays(old, now, { maxEditLength: mostLines })) || [
    { removed: true, added: false, value: old },
    { removed: false, added: true, value: now },
  ]
  const pairs: LinePair[] = []
  let [at, nowAt] = [0, 0]
  let gone: number[] = []
  const close = () => {
    pairs.push(...gone.map(line => ({ old: line, now: null })))
    gone = []
  }
  for (const { removed, added, value } of runs) {
    for (let line = 0; line < value.length; line += 1) {
      if (removed) {
        gone.push(at)
        at += 1
      } else if (added) {
        pairs.push({ old: gone.shift() ?? null, now: nowAt })
        nowAt += 1
      } else {
        close()
        pairs.push({ old: at, now: nowAt })
        at += 1
        nowAt += 1
      }
    }
  }
  close()
  return pairs
}
