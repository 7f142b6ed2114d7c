import { strFromU8, unzipSync } from 'fflate'
import { isOn, readNumberings, readStyles, readXml, type WordLevel, type WordStyle } from './docx-parts.ts'

/** Bytes that one part of the document may unpack to: a small file must not fill the memory. */
const largestPart = 20 * 1024 * 1024
const parts = ['word/document.xml', 'word/styles.xml', 'word/numbering.xml']

/** The text of a Word document as Markdown: headings, bold, lists and the numbers that Word writes by itself. Null: it is none. */
export function docxToMarkdown(bytes: Uint8Array): string | null {
  const files = unpack(bytes)
  const body = files?.[parts[0] ?? '']
  if (!files || !body) return null
  const part = (name: string) => (files[name] ? strFromU8(files[name]) : '')
  const styles = readStyles(part('word/styles.xml'))
  const paragraphs = readParagraphs(strFromU8(body), styles)
  return written(paragraphs, readNumberings(part('word/numbering.xml')))
}

function unpack(bytes: Uint8Array): Record<string, Uint8Array> | null {
  try {
    return unzipSync(bytes, { filter: ({ name, originalSize }) => parts.includes(name) && originalSize <= largestPart })
  } catch {
    return null
  }
}

interface Paragraph {
  heading: number | null
  numberId: string | null
  level: number
  runs: { text: string; bold: boolean }[]
}

/** Paragraphs in reading order, those of tables and text boxes among them. What was struck by track changes is left out. */
function readParagraphs(xml: string, styles: Map<string, WordStyle>): Paragraph[] {
  const paragraphs: Paragraph[] = []
  const open: { paragraph: Paragraph; styleBold: boolean }[] = []
  let run: { bold: boolean } | null = null
  let reading = false
  let skipping = 0
  const add = (text: string) => open.at(-1)?.paragraph.runs.push({ text, bold: run?.bold ?? false })
  readXml(xml, {
    open(name, attributes) {
      if (skipped.has(name)) skipping += 1
      if (skipping > 0) return
      const current = open.at(-1)
      const value = attributes['w:val'] ?? ''
      if (name === 'w:p') {
        const paragraph: Paragraph = { heading: null, numberId: null, level: 0, runs: [] }
        paragraphs.push(paragraph)
        open.push({ paragraph, styleBold: false })
      } else if (!current) return
      else if (name === 'w:pStyle') {
        const style = styles.get(value)
        current.paragraph.heading = style?.heading ?? null
        current.paragraph.numberId = style?.numberId ?? null
        current.styleBold = style?.bold ?? false
      } else if (name === 'w:outlineLvl' && Number(value) < 9) current.paragraph.heading = Number(value) + 1
      else if (name === 'w:numId') current.paragraph.numberId = value === '0' ? null : value
      else if (name === 'w:ilvl') current.paragraph.level = Number(value)
      else if (name === 'w:r') run = { bold: current.styleBold }
      else if (name === 'w:b' && run) run.bold = isOn(attributes)
      else if (name === 'w:t') reading = true
      else if (name === 'w:tab') add('\t')
      else if (name === 'w:noBreakHyphen') add('-')
      else if (name === 'w:br' && attributes['w:type'] !== 'page') add('\n')
    },
    text(text) {
      if (reading && skipping === 0) add(text)
    },
    close(name) {
      if (skipped.has(name)) skipping -= 1
      if (skipping > 0) return
      if (name === 'w:t') reading = false
      else if (name === 'w:r') run = null
      else if (name === 'w:p') open.pop()
    },
  })
  return paragraphs
}

/** A drawing's second telling of the same, what was struck, and a paragraph mark's own look. */
const skipped = new Set(['mc:Fallback', 'w:del', 'w:moveFrom', 'w:pPrChange', 'w:rPrChange'])

function written(paragraphs: Paragraph[], numberings: Map<string, WordLevel[]>): string {
  const counters = new Map<string, number[]>()
  const lines: string[] = []
  let inList = false
  for (const paragraph of paragraphs) {
    const raw = inline(paragraph)
    if (raw.trim() === '') continue
    const levels = paragraph.numberId === null ? undefined : numberings.get(paragraph.numberId)
    const level = levels?.[paragraph.level]
    const number = level && !level.bullet ? nextNumber(counters, paragraph, levels ?? []) : ''
    const isHeading = paragraph.heading !== null
    const typed = level === undefined && !isHeading ? typedBullet.exec(raw) : null
    const text = raw.slice(typed?.[0].length ?? 0).replaceAll('\t', ' ')
    const isItem = (level !== undefined && !isHeading && !isBold(text)) || typed !== null
    if (lines.length > 0 && !(isItem && inList)) lines.push('')
    if (paragraph.heading === 0) lines.push(...titleLines(text, number))
    else if (isHeading)
      lines.push(`${'#'.repeat(Math.min((paragraph.heading ?? 0) + 1, 6))} ${spaced(number)}${flat(text)}`)
    else if (isItem) lines.push(`${'  '.repeat(paragraph.level)}- ${spaced(number)}${text.replaceAll('\n', '  \n')}`)
    else if (number !== '') lines.push(text.replace('**', `**${spaced(number)}`))
    else lines.push(guarded(text.replaceAll('\n', '  \n')))
    inList = isItem
  }
  return `${lines.join('\n')}\n`
}

/** A bullet that someone wrote instead of making a list: »•« and its like, or a dash and a tab. */
const typedBullet = /^(?:[•·▪●◦‣][ \t]*|[-–][ ]*\t[ \t]*)(?=\S)/

/** A title may be broken into lines; each is one of the front page's. */
const titleLines = (text: string, number: string): string[] =>
  text
    .split('\n')
    .map(flat)
    .filter(line => line !== '')
    .flatMap((line, at) => (at === 0 ? [`# ${spaced(number)}${line}`] : ['', `# ${line}`]))

const spaced = (number: string): string => (number === '' ? '' : `${number} `)
const flat = (text: string): string => text.replace(/\s+/g, ' ').trim()
const isBold = (text: string): boolean => /^\*\*[^*]+\*\*$/.test(text.trim())

/** The number that Word shows before the paragraph; deeper levels begin anew. */
function nextNumber(counters: Map<string, number[]>, { numberId, level }: Paragraph, levels: WordLevel[]): string {
  const key = numberId ?? ''
  const counts = (counters.get(key) ?? []).slice(0, level + 1)
  for (let at = 0; at <= level; at += 1) counts[at] ??= (levels[at]?.start ?? 1) - (at === level ? 1 : 0)
  counts[level] = (counts[level] ?? 0) + 1
  counters.set(key, counts)
  return (levels[level]?.pattern ?? '%1.').replace(/%(\d)/g, (_all, place) => String(counts[Number(place) - 1] ?? ''))
}

/** The paragraph's words with bold runs in their marks; runs that look alike are one. */
function inline({ runs, heading }: Paragraph): string {
  const merged: { text: string; bold: boolean }[] = []
  for (const { text, bold } of runs) {
    const last = merged.at(-1)
    const look = bold && heading === null
    if (last && (last.bold === look || text.trim() === '')) last.text += text
    else merged.push({ text, bold: look })
  }
  return merged
    .map(({ text, bold }) => {
      const safe = text.replace(/[\\`*_[\]<>]/g, '\\$&')
      return bold
        ? safe.replace(/^(\s*)([\s\S]*?)(\s*)$/, (_all, before, words, after) =>
            words ? `${before}**${words}**${after}` : safe,
          )
        : safe
    })
    .join('')
    .trim()
}

/** A paragraph that begins like a list or a heading is neither. */
const guarded = (text: string): string =>
  text.replace(/^([#+-]|\d+(?=[.)]\s))/, '\\$1').replace(/^\\(\d+)([.)])/, '$1\\$2')
