import { writtenDay } from '../../../../kernel/days.ts'
import { capitalised } from '../../../../kernel/text.ts'
import { monthNumber, readWrittenDate, type WrittenDate } from '../../../../kernel/written-date.ts'
import type { EarlierKind } from '../labels.ts'

/** What a file's name tells of the document in it: to be looked at and corrected, never taken for certain. */
export interface ProposedRecord {
  date: WrittenDate | null
  /** Null: the name does not say. */
  kind: EarlierKind | null
  number: string
  title: string
}

const separator = '[-._ ]'
const year = String.raw`(?:19|20|21)\d{2}`
const edge = { before: String.raw`(?<![\d\p{L}])`, after: String.raw`(?![\d])` }

/** Ways in which days, months and years stand in names, the most certain first; each gives what readWrittenDate reads. */
const forms: [pattern: RegExp, text: (match: RegExpExecArray) => string][] = [
  [dated(`(${year})${separator}?(\\d{2})${separator}?(\\d{2})`), ([, y, m, d]) => `${d}.${m}.${y}`],
  [dated(`(\\d{1,2})${separator}(\\d{1,2})${separator}(${year})`), ([, d, m, y]) => `${d}.${m}.${y}`],
  [dated(`(\\d{2})(\\d{2})(${year})`), ([, d, m, y]) => `${d}.${m}.${y}`],
  [
    dated(`(?:den |d\\. ?)?(\\d{1,2})[-._ ]{0,2}(\\p{L}{3,9})[-._ ]{0,2}(${year})`),
    ([, d, m, y]) => (monthNumber((m ?? '').toLowerCase()) ? `${d}. ${m} ${y}` : ''),
  ],
  [dated(`(\\d{1,2})\\.(\\d{1,2})\\.(\\d{2})`), ([, d, m, y]) => `${d}.${m}.${y}`],
  [dated(`(\\p{L}{3,9})[-._ ]{1,2}(${year})`), ([, m, y]) => (monthNumber((m ?? '').toLowerCase()) ? `${m} ${y}` : '')],
  [dated(`(${year})${separator}(\\d{2})`), ([, y, m]) => `${y}-${m}`],
  [dated(`(${year})`), ([, y]) => y ?? ''],
]

function dated(pattern: string): RegExp {
  return new RegExp(`${edge.before}${pattern}${edge.after}`, 'giu')
}

const kindWords: [RegExp, EarlierKind][] = [
  [/referat|protokol|mødenotat/i, 'MINUTES'],
  [/dagsorden/i, 'AGENDA'],
  [/beslutning|vedtagelse|tiltrædelse/i, 'DECISION'],
  [/aftale|kontrakt/i, 'AGREEMENT'],
]

/** »2011-03-14 Referat fælles gruppe.docx«: 14 March 2011, minutes, »Referat fælles gruppe«. */
export function proposedFromName(fileName: string): ProposedRecord {
  const bare = fileName.normalize('NFC').replace(/\.[^. ]{1,5}$/, '')
  const found = dateIn(bare)
  const rest = tidied(found ? bare.replace(found.text, ' ') : bare)
  const kind = kindWords.find(([words]) => words.test(bare))?.[1] ?? null
  const number = /(?:^|[^\p{L}])nr\.?[ _]*(\d[\d/-]*)/iu.exec(rest)?.[1]?.replace(/[/-]+$/, '') ?? ''
  return { date: found?.date ?? null, kind, number, title: titleOf(rest, found?.date ?? null) }
}

function dateIn(bare: string): { text: string; date: WrittenDate } | null {
  for (const [pattern, written] of forms)
    for (const match of bare.matchAll(pattern)) {
      const date = readWrittenDate(written(match as RegExpExecArray))
      if (date) return { text: match[0], date }
    }
  return null
}

/** Underscores and doubled spaces are spaces; what parted the date from the rest goes. */
const tidied = (text: string): string =>
  text
    .replace(/_+/g, ' ')
    .replace(/\(\s*\)|\[\s*\]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;.–-]+|[\s,;–-]+$/g, '')
    .replace(/[\s,;–-]+(?:af|fra|den|d)\.?$/i, '')

/** One word alone, as »Referat«, would be many documents' title: the date goes with it. */
function titleOf(rest: string, date: WrittenDate | null): string {
  const title = capitalised(rest).slice(0, 200)
  const told = date ? writtenDay(date.day, date.precision) : ''
  if (title === '') return told === '' ? '' : `Dokument, ${told}`
  return /\s/.test(title) || told === '' ? title : `${title}, ${told}`
}
