import { listDanish, slugOf } from '../../../../kernel/text.ts'
import type { AgreementText, TextAppendix, TextSection, WrittenDate } from '../version/agreement-text.ts'
import { type ParsedSignature, parseSignatures } from './parse-signatures.ts'
import { promoteSections } from './promote-sections.ts'
import { readMarkdown, type SourceLine } from './read-markdown.ts'
import { follows, numberedHeading, numberText, type SectionNumber, wholeSequence } from './section-numbers.ts'
import { type SideHeadings, sideOfHeading } from './side-headings.ts'
import { dateIn, isDateLine } from './written-date.ts'

/** What was understood of a document, and what was not. */
export interface ParsedAgreement {
  text: AgreementText
  date: WrittenDate | null
  signatures: ParsedSignature[]
  /** What an agreement must have and this one lacks, in Danish. With any of it, the document is not taken in. */
  missing: string[]
  /** Lines that fit nowhere, with what stands before each: whoever imports decides whether they matter. */
  unplaced: { line: number; text: string; after: string }[]
}

/** What is taken for what. An agreement that is not understood one way may be understood another. */
interface Way {
  /** Sections go by their numbers, whatever the levels of their headings. */
  anyLevel?: boolean
  /** Only what is called so is an appendix. */
  appendixByName?: boolean
  /** Numbered lines that are no headings work as such. */
  promoted?: boolean
  /** What the lists of signatures are called. */
  told?: SideHeadings
}

/** From the way of one who sets headings as they are meant, on. */
const ways: Way[] = [
  {},
  { anyLevel: true },
  { appendixByName: true },
  { anyLevel: true, appendixByName: true },
  { promoted: true, anyLevel: true },
  { promoted: true, anyLevel: true, appendixByName: true },
]

/**
 * Reads an agreement: a front page, numbered sections, the two sides' signatures and appendices.
 * Sections keep their own words to the letter, slips and all.
 * @param told what the lists of signatures are called, where it is another thing than usual
 */
export function parseAgreement(source: string, told: SideHeadings = {}): ParsedAgreement {
  const clean = source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  let best: ParsedAgreement | null = null
  for (const way of ways) {
    const parsed = parseIn(clean, { ...way, told })
    if (!best || parsed.missing.length < best.missing.length) best = parsed
    if (best.missing.length === 0) break
  }
  return best as ParsedAgreement
}

function parseIn(given: string, way: Way): ParsedAgreement {
  const clean = way.promoted ? promoteSections(given) : given
  const lines = readMarkdown(clean)
  const found = partsOf(lines, way)
  const front = readFront(found.front)
  const sections = readSections(found.sections, clean, found.sectionsEnd, way)
  const signed = parseSignatures(found.signatures, way.told)
  const level = levelAbove(found.sections[0], found.signatures[0])
  const appendices = readAppendices(found.appendices, level, clean, way)
  const text: AgreementText = {
    title: front.title,
    parties: front.parties,
    dateText: front.dateText,
    sections,
    appendices,
  }
  return {
    text,
    date: front.date,
    signatures: signed.signatures,
    missing: [...missingIn(text, lines, way.told), ...signed.missing],
    unplaced: [...front.unplaced, ...signed.unplaced].map(one => ({
      line: one.line,
      text: one.text,
      after: lines[lines.indexOf(one) - 1]?.text ?? '',
    })),
  }
}

interface Parts {
  front: SourceLine[]
  sections: SourceLine[]
  /** The line where the sections' text ends. */
  sectionsEnd: number
  signatures: SourceLine[]
  appendices: SourceLine[]
}

function partsOf(lines: SourceLine[], way: Way): Parts {
  const isSection = (line: SourceLine) => sectionHeading(line) !== null
  const first = indexFrom(lines, 0, isSection)
  const signed = indexFrom(lines, Math.min(first, lines.length), line => opensSignatures(line, way))
  // An agreement without signatures may still have an appendix.
  const opens = (line: SourceLine) => opensAppendix(line, levelAbove(lines[first], lines[signed]), way)
  const appended = indexFrom(lines, signed < lines.length ? signed + 1 : first, opens)
  const end = Math.min(signed, appended)
  return {
    front: lines.slice(0, Math.min(first, end)),
    sections: lines.slice(first, end),
    sectionsEnd: lines[end]?.line ?? Number.POSITIVE_INFINITY,
    signatures: lines.slice(signed, appended),
    appendices: lines.slice(appended),
  }
}

function indexFrom(lines: SourceLine[], from: number, test: (line: SourceLine) => boolean): number {
  const at = lines.findIndex((line, index) => index >= from && test(line))
  return at === -1 ? lines.length : at
}

/** »12. marts 2026« set as a heading is the agreement's day, not its twelfth section. */
const sectionHeading = (line: SourceLine) =>
  isHeadingLike(line) && !isDateLine(line.text) ? numberedHeading(line.text) : null

const isHeadingLike = ({ kind }: SourceLine): boolean => kind === 'heading' || kind === 'bold'

const opensSignatures = (line: SourceLine, way: Way): boolean =>
  sideOfHeading(line.text, way.told) !== null &&
  (isHeadingLike(line) || line.text.endsWith(':') || (way.promoted === true && isShort(line.text)))

const isShort = (text: string): boolean => text.length <= 90 && !text.endsWith('.')

/** An appendix stands above the sections and above the signatures, whichever has the higher heading. */
const levelAbove = (section: SourceLine | undefined, signatures: SourceLine | undefined): number =>
  Math.min(section?.level ?? 0, signatures?.level ?? Number.POSITIVE_INFINITY)

/** A heading that says so, or one that stands above the others. */
const opensAppendix = (line: SourceLine, level: number, way: Way): boolean =>
  (isHeadingLike(line) || (way.promoted === true && isShort(line.text) && /^bilag\s+\d/i.test(line.text))) &&
  (/^(bilag\b|organisations\s*oversigt)/i.test(line.text) ||
    (!way.appendixByName && line.level < level && sideOfHeading(line.text, way.told) === null))

interface Front {
  title: string[]
  parties: string
  dateText: string
  date: WrittenDate | null
  unplaced: SourceLine[]
}

/** The title's lines stand before »mellem«, the parties after it, and the date is a line of its own. */
function readFront(lines: SourceLine[]): Front {
  const front: Front = { title: [], parties: '', dateText: '', date: null, unplaced: [] }
  let between = false
  for (const line of lines) {
    const written = isDateLine(line.text) ? dateIn(line.text) : null
    const [, rest] = /^mellem\b\s*(.*)$/i.exec(line.text) ?? []
    if (written && !front.date) {
      front.dateText = written.text
      front.date = { day: written.day, precision: written.precision }
    } else if (rest !== undefined && !between) {
      between = true
      front.parties = rest
    } else if (!between && !front.date) front.title.push(line.text)
    else if (between && front.parties === '') front.parties = line.text
    else front.unplaced.push(line)
  }
  return front
}

/** A section runs from its numbered heading to the next. Deeper headings with a number belong to its text. */
function readSections(lines: SourceLine[], source: string, end: number, way: Way): TextSection[] {
  const level = lines[0]?.level ?? 0
  const numbered = lines.flatMap(line => {
    const read = sectionHeading(line)
    return read ? [{ ...read, level: line.level, line: line.line }] : []
  })
  const starts = (way.anyLevel ? wholeSequence(numbered) : null) ?? numbered.filter(one => one.level <= level)
  const keys = new Set<string>()
  return starts.map((start, at) => {
    const number = numberText(start)
    const key = freeKey(slugOf(start.heading) || `paragraf-${slugOf(number)}`, keys)
    return { key, number, heading: start.heading, body: bodyBetween(source, start.line, starts[at + 1]?.line ?? end) }
  })
}

function freeKey(wanted: string, taken: Set<string>): string {
  let key = wanted
  for (let at = 2; taken.has(key); at += 1) key = `${wanted}-${at}`
  taken.add(key)
  return key
}

/** The source's own lines after one line and before another, both from 1. */
const bodyBetween = (source: string, after: number, before: number): string =>
  source
    .split('\n')
    .slice(after, Math.max(after, before - 1))
    .join('\n')
    .replace(/^\s*\n/, '')
    .trimEnd()
    .trimStart()

function readAppendices(lines: SourceLine[], level: number, source: string, way: Way): TextAppendix[] {
  const starts = lines.filter(line => opensAppendix(line, level, way))
  return starts.map((start, at) => ({
    heading: start.text,
    dateText: dateIn(start.text)?.text ?? '',
    body: bodyBetween(source, start.line, starts[at + 1]?.line ?? Number.POSITIVE_INFINITY),
  }))
}

function missingIn(
  { title, parties, dateText, sections }: AgreementText,
  lines: SourceLine[],
  told?: SideHeadings,
): string[] {
  const missing: string[] = []
  if (title.length === 0) missing.push('Titlen mangler. Den skal stå øverst, før »mellem«.')
  if (parties === '') missing.push('Parterne mangler. De skal stå efter ordet »mellem« på forsiden.')
  if (dateText === '')
    missing.push('Datoen mangler. Den skal stå på sin egen linje på forsiden, fx »1. maj 2012« eller »Maj 2012«.')
  if (sections.length === 0) missing.push(withoutSections(lines, told))
  let before: (SectionNumber & { heading: string }) | null = null
  for (const { number, heading, body } of sections) {
    const read = numberedHeading(`§ ${number}. ${heading}`) ?? { number: Number(number), letter: '', heading }
    if (!follows(before, read)) missing.push(outOfOrder(before, read))
    if (body === '') missing.push(`Bestemmelsen »${number}. ${heading}« har ingen tekst.`)
    before = read
  }
  return missing
}

/** What stands in the place of sections: whoever reads it sees what to number. */
function withoutSections(lines: SourceLine[], headingsTold?: SideHeadings): string {
  const told =
    'Der er ingen nummererede bestemmelser. Hver bestemmelse skal have en overskrift med nummer, fx »1. Parterne«.'
  const headings = lines
    .filter(line => line.kind === 'heading' && sideOfHeading(line.text, headingsTold) === null)
    .map(({ text }) => text)
  const seen = headings.slice(1, 4).map(text => `»${text}«`)
  return seen.length === 0 ? told : `${told} Disse overskrifter har intet nummer: ${listDanish(seen)}.`
}

/** »Bestemmelse 2 og 3 mangler mellem »1. Parterne« og »4. Formålet«.« */
function outOfOrder(
  before: (SectionNumber & { heading: string }) | null,
  found: SectionNumber & { heading: string },
): string {
  const named = (one: SectionNumber & { heading: string }) => `»${numberText(one)}. ${one.heading}«`
  const first = (before?.number ?? 0) + 1
  const gap = found.number - first
  if (gap < 1 || found.letter !== '') {
    const place = before ? `efter ${named(before)}` : 'først'
    return `Bestemmelserne er ikke nummereret fortløbende: ${named(found)} står ${place}.`
  }
  const gone = gap > 2 ? `${first} til ${found.number - 1}` : gap === 2 ? `${first} og ${first + 1}` : `${first}`
  return before
    ? `Bestemmelse ${gone} mangler mellem ${named(before)} og ${named(found)}.`
    : `Bestemmelse ${gone} mangler før ${named(found)}.`
}
