import type { AgreementText, Origin, TextSection } from './agreement-text.ts'
import { align, unmoved } from './align.ts'
import { readMarkdown, type SourceLine } from './read-markdown.ts'
import { isUnchanged, likeness, type Segment, wordDiff } from './word-diff.ts'

export type ChangeKind = 'same' | 'changed' | 'added' | 'removed'

/** One line of both texts, or of the one that has it. */
export interface RedlineRow {
  kind: ChangeKind
  form: 'heading' | 'item' | 'paragraph'
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
export const redline = (old: AgreementText, now: AgreementText): Redline => ({
  front: rowsBetween(frontOf(old), frontOf(now)),
  sections: sectionsBetween(old.sections, now.sections),
  appendices: sectionsBetween(appendicesOf(old), appendicesOf(now)),
})

const frontOf = ({ title, parties, dateText }: AgreementText): SourceLine[] =>
  [...title, `mellem ${parties}`, dateText].map((text, at) => ({ kind: 'plain', level: 0, text, line: at }))

const appendicesOf = ({ appendices }: AgreementText): TextSection[] =>
  appendices.map(({ heading, body }, at) => ({ key: `bilag-${at + 1}`, number: '', heading, body }))

/** What has become of sections, in the new order; one that is gone stands after what it stood after. */
export function sectionsBetween(old: TextSection[], now: TextSection[]): RedlineSection[] {
  const pairs = pairSections(old, now)
  const kept = now.flatMap(section => (pairs.has(section) ? [old.indexOf(pairs.get(section) as TextSection)] : []))
  const inPlace = unmoved(kept)
  const sections = now.map(section => {
    const before = pairs.get(section)
    return before ? between(before, section, !inPlace.has(old.indexOf(before))) : alone(section, 'added')
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
function pairSections(old: TextSection[], now: TextSection[]): Map<TextSection, TextSection> {
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
  pair((one, other) => likeness(one.body, other.body) >= mostlyTheSame)
  return pairs
}

const mostlyTheSame = 0.6

function between(old: TextSection, now: TextSection, moved: boolean): RedlineSection {
  const heading = wordDiff(old.heading, now.heading)
  const rows = rowsBetween(readMarkdown(old.body), readMarkdown(now.body))
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
  const rows = readMarkdown(section.body).map(({ text, ...line }) => rowOf(line, kind, [{ kind, text }]))
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

/** Lines that are less alike than this are a line gone and a line come. */
const sameLine = 0.4

function rowsBetween(old: SourceLine[], now: SourceLine[]): RedlineRow[] {
  return align(old, now, (one, other) => likeness(one.text, other.text), sameLine).flatMap(pair => {
    const before = pair.old === null ? undefined : old[pair.old]
    const after = pair.now === null ? undefined : now[pair.now]
    if (before && after) {
      const segments = wordDiff(before.text, after.text)
      return [rowOf(after, isUnchanged(segments) ? 'same' : 'changed', segments)]
    }
    if (after) return [rowOf(after, 'added', [{ kind: 'added', text: after.text }])]
    return before ? [rowOf(before, 'removed', [{ kind: 'removed', text: before.text }])] : []
  })
}

const rowOf = (line: Pick<SourceLine, 'kind'>, kind: ChangeKind, segments: Segment[]): RedlineRow => ({
  kind,
  form: line.kind === 'item' ? 'item' : line.kind === 'plain' ? 'paragraph' : 'heading',
  segments,
})
