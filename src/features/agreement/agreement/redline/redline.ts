import type { AgreementText, Origin, TextSection } from '../version/agreement-text.ts'
import { unmoved } from './align.ts'
import { pairLines } from './pair-lines.ts'
import { type PrintedLine, printedLines } from './printed-lines.ts'
import { type Effort, effort, isUnchanged, likeness, type Segment, type Words, wordDiff, wordsIn } from './word-diff.ts'

export type ChangeKind = 'same' | 'changed' | 'added' | 'removed'

/** One line of both texts, or of the one that has it. */
export interface RedlineRow {
  kind: ChangeKind
  form: PrintedLine['form']
  segments: Segment[]
}

export interface RedlineSection {
  key: string
  kind: ChangeKind
  /** It stands elsewhere among the sections that both texts have. */
  moved: boolean
  /** The words are the same, their setting is not: bold, a list that has become paragraphs. */
  onlySetting: boolean
  oldNumber: string | null
  number: string | null
  heading: Segment[]
  rows: RedlineRow[]
  /** Who proposed the change, as far as it came by a revision here. */
  origins: Origin[]
}

export interface Redline {
  front: RedlineRow[]
  sections: RedlineSection[]
  appendices: RedlineSection[]
}

/** Everything between two texts of the agreement, section by section, in the new one's order. */
export function redline(old: AgreementText, now: AgreementText): Redline {
  const work = effort()
  return {
    front: rowsBetween(frontOf(old), frontOf(now), work),
    sections: sectionsBetween(old.sections, now.sections, work),
    appendices: sectionsBetween(appendicesOf(old), appendicesOf(now), work),
  }
}

const frontOf = ({ title, parties, dateText }: AgreementText): PrintedLine[] =>
  [...title, `mellem ${parties}`, dateText].map(text => ({ form: 'paragraph', number: '', text }))

const appendicesOf = ({ appendices }: AgreementText): TextSection[] =>
  appendices.map(({ heading, body }, at) => ({ key: `bilag-${at + 1}`, number: '', heading, body }))

/** What has become of sections, in the new order; one that is gone stands after what it stood after. */
export function sectionsBetween(old: TextSection[], now: TextSection[], work: Effort = effort()): RedlineSection[] {
  const pairs = pairSections(old, now, work)
  const kept = now.flatMap(section => (pairs.has(section) ? [old.indexOf(pairs.get(section) as TextSection)] : []))
  const inPlace = unmoved(kept)
  const sections = now.map(section => {
    const before = pairs.get(section)
    return before ? between(before, section, !inPlace.has(old.indexOf(before)), work) : alone(section, 'added')
  })
  const paired = new Set(pairs.values())
  // What is gone stands after what it stood after.
  old.forEach((section, at) => {
    if (paired.has(section)) return
    const previous = sections.findIndex(({ key }) => key === keyAfter(old[at - 1], pairs))
    sections.splice(previous + 1, 0, alone(section, 'removed'))
  })
  return sections
}

const keyAfter = (previous: TextSection | undefined, pairs: Map<TextSection, TextSection>): string | null => {
  if (!previous) return null
  const now = [...pairs].find(([, before]) => before === previous)
  return now?.[0].key ?? previous.key
}

/** The same section is known by its key, else by its heading, else by words that are mostly the same. */
function pairSections(old: TextSection[], now: TextSection[], work: Effort): Map<TextSection, TextSection> {
  const pairs = new Map<TextSection, TextSection>()
  const free = new Set(old)
  const pair = (test: (one: TextSection, other: TextSection) => boolean) => {
    for (const section of now) {
      if (pairs.has(section)) continue
      const found = [...free].find(one => test(one, section))
      if (!found) continue
      pairs.set(section, found)
      free.delete(found)
    }
  }
  pair((one, other) => one.key === other.key)
  pair((one, other) => one.heading.toLowerCase() === other.heading.toLowerCase())
  const known = new Map<TextSection, Words>()
  const wordsOf = (section: TextSection) => {
    const words = known.get(section) ?? wordsIn(section.body)
    known.set(section, words)
    return words
  }
  pair((one, other) => {
    const [words, others] = [wordsOf(one), wordsOf(other)]
    work.left -= Math.min(words.counts.size, others.counts.size)
    return work.left > 0 && likeness(words, others) >= mostlyTheSame
  })
  return pairs
}

const mostlyTheSame = 0.6

function between(old: TextSection, now: TextSection, moved: boolean, work: Effort): RedlineSection {
  const heading = wordDiff(old.heading, now.heading, work)
  const rows = rowsBetween(printedLines(old.body), printedLines(now.body), work)
  const sameWords = isUnchanged(heading) && rows.every(({ kind }) => kind === 'same')
  return {
    key: now.key,
    kind: sameWords ? 'same' : 'changed',
    moved,
    onlySetting: sameWords && old.body !== now.body,
    oldNumber: old.number,
    number: now.number,
    heading,
    rows,
    origins: sameWords ? [] : (now.origins ?? []),
  }
}

function alone(section: TextSection, kind: 'added' | 'removed'): RedlineSection {
  const rows = printedLines(section.body).map(line => rowOf(line, kind, [{ kind, text: printed(line) }]))
  return {
    key: section.key,
    kind,
    moved: false,
    onlySetting: false,
    oldNumber: kind === 'removed' ? section.number : null,
    number: kind === 'added' ? section.number : null,
    heading: [{ kind, text: section.heading }],
    rows,
    origins: kind === 'added' ? (section.origins ?? []) : [],
  }
}

function rowsBetween(old: PrintedLine[], now: PrintedLine[], work: Effort): RedlineRow[] {
  const pairs = pairLines(
    old.map(({ text }) => text),
    now.map(({ text }) => text),
    work,
  )
  return pairs.flatMap(pair => {
    const before = pair.old === null ? undefined : old[pair.old]
    const after = pair.now === null ? undefined : now[pair.now]
    if (before && after) {
      const segments = wordDiff(printed(before), printed(after), work)
      return [rowOf(after, isUnchanged(segments) ? 'same' : 'changed', segments)]
    }
    if (after) return [rowOf(after, 'added', [{ kind: 'added', text: printed(after) }])]
    return before ? [rowOf(before, 'removed', [{ kind: 'removed', text: printed(before) }])] : []
  })
}

const printed = ({ number, text }: PrintedLine): string => number + text

const rowOf = ({ form }: PrintedLine, kind: ChangeKind, segments: Segment[]): RedlineRow => ({ kind, form, segments })
