import { unmoved } from './align.ts'
import { pairLines } from './pair-lines.ts'
import { type PrintedLine, printedLines } from './printed-lines.ts'
import { type Effort, effort, isUnchanged, likeness, type Segment, type Words, wordDiff, wordsIn } from './word-diff.ts'

/** A part of a text, as it is compared with the same part of another. */
export interface ComparedSection {
  /** The same section in every text, whatever its number and heading. */
  key: string
  /** As printed: »7«; empty: it has none. */
  number: string
  heading: string
  /** Markdown. */
  body: string
}

export type ChangeKind = 'same' | 'changed' | 'added' | 'removed'

/** One line of both texts, or of the one that has it. */
export interface RedlineRow {
  kind: ChangeKind
  form: PrintedLine['form']
  segments: Segment[]
}

export interface RedlineSection<Section extends ComparedSection = ComparedSection> {
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
  /** As the new text has it; of one that is gone, as the old had it. */
  section: Section
}

/** What has become of sections, in the new order; one that is gone stands after what it stood after. */
export function sectionsBetween<Section extends ComparedSection>(
  old: readonly Section[],
  now: readonly Section[],
  work: Effort = effort(),
): RedlineSection<Section>[] {
  const pairs = pairSections(old, now, work)
  const kept = now.flatMap(section => (pairs.has(section) ? [old.indexOf(pairs.get(section) as Section)] : []))
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

const keyAfter = <Section extends ComparedSection>(
  previous: Section | undefined,
  pairs: ReadonlyMap<Section, Section>,
): string | null => {
  if (!previous) return null
  const now = [...pairs].find(([, before]) => before === previous)
  return now?.[0].key ?? previous.key
}

/** The same section is known by its key, else by its heading, else by words that are mostly the same. */
function pairSections<Section extends ComparedSection>(
  old: readonly Section[],
  now: readonly Section[],
  work: Effort,
): Map<Section, Section> {
  const pairs = new Map<Section, Section>()
  const free = new Set(old)
  const pair = (test: (one: Section, other: Section) => boolean) => {
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
  const known = new Map<Section, Words>()
  const wordsOf = (section: Section) => {
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

function between<Section extends ComparedSection>(
  old: Section,
  now: Section,
  moved: boolean,
  work: Effort,
): RedlineSection<Section> {
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
    section: now,
  }
}

function alone<Section extends ComparedSection>(section: Section, kind: 'added' | 'removed'): RedlineSection<Section> {
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
    section,
  }
}

/** What has become of lines, in the new order. */
export function rowsBetween(old: PrintedLine[], now: PrintedLine[], work: Effort): RedlineRow[] {
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
