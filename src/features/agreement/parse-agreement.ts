import { slugOf } from '../../kernel/text.ts'
import type { AgreementText, TextAppendix, TextSection, WrittenDate } from './agreement-text.ts'
import { type ParsedSignature, parseSignatures } from './parse-signatures.ts'
import { readMarkdown, type SourceLine } from './read-markdown.ts'
import { dateIn, isDateLine } from './written-date.ts'

/** What was understood of a document, and what was not. */
export interface ParsedAgreement {
  text: AgreementText
  date: WrittenDate | null
  signatures: ParsedSignature[]
  /** What an agreement must have and this one lacks, in Danish. With any of it, the document is not taken in. */
  missing: string[]
  /** Lines that fit nowhere: whoever imports decides whether they matter. */
  unplaced: { line: number; text: string }[]
}

const sectionPattern = /^(?:§\s*)?(\d+)\s*[.)]?\s+(\S.*)$/
const partPattern = /^For\s+(?=.*(boligorganisation|kommune))/i

/**
 * Reads an agreement of the kind of 2008's: a front page, numbered sections, the two sides' signatures and appendices.
 * Sections keep their own words to the letter, slips and all.
 */
export function parseAgreement(source: string): ParsedAgreement {
  const clean = source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const lines = readMarkdown(clean)
  const found = partsOf(lines)
  const front = readFront(found.front)
  const sections = readSections(found.sections, clean, found.sectionsEnd)
  const signed = parseSignatures(found.signatures)
  const appendices = readAppendices(found.appendices, levelAbove(found.sections[0], found.signatures[0]), clean)
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
    missing: [...missingIn(text), ...signed.missing],
    unplaced: [...front.unplaced, ...signed.unplaced].map(({ line, text: said }) => ({ line, text: said })),
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

function partsOf(lines: SourceLine[]): Parts {
  const isSection = (line: SourceLine) => isHeadingLike(line) && sectionPattern.test(line.text)
  const first = indexFrom(lines, 0, isSection)
  const signed = indexFrom(lines, Math.min(first, lines.length), opensSignatures)
  // An agreement without signatures may still have an appendix.
  const opens = (line: SourceLine) => opensAppendix(line, levelAbove(lines[first], lines[signed]))
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

const isHeadingLike = ({ kind }: SourceLine): boolean => kind === 'heading' || kind === 'bold'

const opensSignatures = (line: SourceLine): boolean =>
  partPattern.test(line.text) && (isHeadingLike(line) || line.text.endsWith(':'))

/** An appendix stands above the sections and above the signatures, whichever has the higher heading. */
const levelAbove = (section: SourceLine | undefined, signatures: SourceLine | undefined): number =>
  Math.min(section?.level ?? 0, signatures?.level ?? Number.POSITIVE_INFINITY)

/** A heading that says so, or one that stands above the others. */
const opensAppendix = (line: SourceLine, level: number): boolean =>
  isHeadingLike(line) &&
  (/^(bilag\b|organisations\s*oversigt)/i.test(line.text) || (line.level < level && !partPattern.test(line.text)))

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
function readSections(lines: SourceLine[], source: string, end: number): TextSection[] {
  const level = lines[0]?.level ?? 0
  const starts = lines.filter(line => isHeadingLike(line) && line.level <= level && sectionPattern.test(line.text))
  const keys = new Set<string>()
  return starts.map((start, at) => {
    const [, number = '', heading = ''] = sectionPattern.exec(start.text) ?? []
    const until = starts[at + 1]?.line ?? end
    const key = freeKey(slugOf(heading) || `paragraf-${number}`, keys)
    return { key, number, heading, body: bodyBetween(source, start.line, until) }
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

function readAppendices(lines: SourceLine[], level: number, source: string): TextAppendix[] {
  const starts = lines.filter(line => opensAppendix(line, level))
  return starts.map((start, at) => ({
    heading: start.text,
    dateText: dateIn(start.text)?.text ?? '',
    body: bodyBetween(source, start.line, starts[at + 1]?.line ?? Number.POSITIVE_INFINITY),
  }))
}

function missingIn({ title, parties, dateText, sections }: AgreementText): string[] {
  const missing: string[] = []
  if (title.length === 0) missing.push('Titlen mangler. Den skal stå øverst, før »mellem«.')
  if (parties === '') missing.push('Parterne mangler. De skal stå efter ordet »mellem« på forsiden.')
  if (dateText === '')
    missing.push('Datoen mangler. Den skal stå på sin egen linje på forsiden, fx »September 2008« eller »1. maj 2012«.')
  if (sections.length === 0)
    missing.push('Der er ingen nummererede afsnit. Hvert afsnit skal have en overskrift med nummer, fx »1. Parterne«.')
  sections.forEach(({ number, heading, body }, at) => {
    if (Number(number) !== at + 1)
      missing.push(`Afsnittene er ikke nummereret fortløbende: »${number}. ${heading}« skulle være nr. ${at + 1}.`)
    if (body === '') missing.push(`Afsnit ${number}. ${heading} er tomt.`)
  })
  return missing
}
