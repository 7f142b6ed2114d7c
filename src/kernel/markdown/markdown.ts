import { remembering } from '../remember.ts'
import { escapeHtml, inlineHtml } from './typed-inline.ts'
import { linesIn, type Mark, readLine, type TypedLine } from './typed-lines.ts'

/** HTML that may be printed as it stands: it came out of a renderer here, which escapes or cleans, and nowhere else. */
export type SafeHtml = string & { readonly brand: 'SafeHtml' }

/** A text of more lines is no prose. It is shown line by line, so that the longest field is drawn in a few milliseconds. */
const mostLines = 3000

/**
 * What a person typed or pasted into a field, as HTML: lines stay lines, bullets become lists, columns parted by tabs
 * become tables, and every character stays but bullets and the two marks of emphasis (docs/decisions, »typed text«).
 */
export const renderMarkdown: (text: string) => SafeHtml = remembering(text => {
  const lines = linesIn(text)
  const html = lines.length > mostLines ? asLines(lines) : blocksOf(lines.map(readLine)).join('')
  return html as SafeHtml
}, 500)

/** Lines as they stand, with nothing read in them. */
export const asLines = (lines: string[]): string =>
  lines.length === 0 ? '' : `<p>${lines.map(line => escapeHtml(line)).join('<br>\n')}</p>\n`

function blocksOf(typed: TypedLine[]): string[] {
  const lines = settled(typed)
  const blocks: string[] = []
  let at = 0
  while (at < lines.length) {
    const kind = lines[at]?.kind
    if (kind === 'blank') at += 1
    else {
      const end = kind === 'item' ? endOfItems(lines, at) : endOfText(lines, at)
      const part = lines.slice(at, end).filter(line => line.kind !== 'blank')
      blocks.push(kind === 'item' ? listOf(alike(part)) : textOf(part))
      at = end
    }
  }
  return blocks
}

function endOfText(lines: TypedLine[], from: number): number {
  let end = from
  while (lines[end]?.kind === 'text') end += 1
  return end
}

/** Items with their further lines, which stand indented below them; empty lines between items part nothing. */
function endOfItems(lines: TypedLine[], from: number): number {
  let end = from + 1
  for (let at = end; at < lines.length; at += 1) {
    const { kind, indent } = lines[at] as TypedLine
    if (kind === 'text' && (indent < 2 || lines[at - 1]?.kind === 'blank')) break
    if (kind !== 'blank') end = at + 1
  }
  return end
}

/** Prose may begin with a number: a numbered line is an item where the number before it or after it stands near. */
function settled(lines: TypedLine[]): TypedLine[] {
  const found: TypedLine[] = []
  while (found.length < lines.length) {
    const at = found.length
    const end = lines[at]?.kind === 'item' ? endOfItems(lines, at) : at + 1
    const near = lines.slice(at, end)
    const isItem = itemsAmong(near)
    found.push(...near.map((line): TypedLine => (line.kind !== 'item' || isItem(line) ? line : proseOf(line))))
  }
  return found
}

const proseOf = (line: TypedLine): TypedLine => ({ ...line, kind: 'text', text: line.typed, mark: null })

function itemsAmong(lines: TypedLine[]): (line: TypedLine) => boolean {
  const seen = new Set(lines.flatMap(({ mark }) => mark?.places.map(place => `${mark.style} ${place}`) ?? []))
  const stands = (style: string, place: number) => seen.has(`${style} ${place}`)
  return ({ mark }) =>
    mark !== null &&
    (mark.places.length === 0 ||
      mark.places.some(place => stands(mark.style, place - 1) || stands(mark.style, place + 1)))
}

/** Where one dash of a list may be a minus, all of them are shown as they were typed. */
function alike(list: TypedLine[]): TypedLine[] {
  const saying = new Set(list.flatMap(({ mark }) => (mark && mark.shown !== null ? [mark.style] : [])))
  return list.map(line => {
    const { mark } = line
    return mark && mark.shown === null && saying.has(mark.style)
      ? { ...line, mark: { ...mark, shown: mark.style } }
      : line
  })
}

const deepest = 4

/** One list, with those within it: an item stands deeper where it is indented, or where its mark is another kind. */
function listOf(lines: TypedLine[]): string {
  const open: { indent: number; style: string; end: string }[] = []
  let html = ''
  const close = (depth: number) => {
    while (open.length > depth) html += open.pop()?.end ?? ''
  }
  for (const { indent, mark, text } of lines) {
    if (!mark) {
      html += `<br>\n${inlineHtml(text)}`
      continue
    }
    const same = open.findLastIndex(level => level.indent === indent && level.style === mark.style)
    const top = open.at(-1)
    if (same >= 0) close(same + 1)
    else if (top && indent <= top.indent && !nests(top.style, mark, indent === top.indent)) {
      close(open.findLastIndex(level => level.indent < indent) + 1)
    }
    if (same >= 0) html += '</li>\n<li>'
    else {
      if (open.length >= deepest) close(deepest - 1)
      const [start, end] = listTags(mark)
      html += `${start}\n<li>`
      open.push({ indent, style: mark.style, end: `</li>\n${end}\n` })
    }
    html += `${mark.shown === null ? '' : `<span class="mark">${inlineHtml(mark.shown)}</span> `}${inlineHtml(text)}`
  }
  close(0)
  return html
}

/** Word pastes its second level as »o« in the same column, and bullets below a number belong to the number. */
const nests = (above: string, { style, places }: Mark, level: boolean): boolean =>
  level && (/^[o▪◦○\uf0a7]$/u.test(style) || (/[1aA][.)]?$/.test(above) && (places.length === 0 || above !== style)))

function listTags({ style, shown, places }: Mark): [start: string, end: string] {
  if (places.length > 0) return ['<ol class="as-typed">', '</ol>']
  if (shown !== null) return ['<ul class="as-typed">', '</ul>']
  return [/[–—-]/.test(style) ? '<ul class="dashes">' : '<ul>', '</ul>']
}

const widestTable = 30

/** Lines of a paragraph; columns parted by tabs, as they come from a sheet or a table in Word, are a table. */
function textOf(lines: TypedLine[]): string {
  const least = Math.min(...lines.map(({ indent }) => indent))
  // What stands indented as a whole, as a quotation does, stands so when its lines are broken.
  const [tag, within] = least >= 4 ? ['<p class="indented">', least] : ['<p>', 0]
  return tableOf(lines) ?? `${tag}${lines.map(line => lineHtml(line, within)).join('<br>\n')}</p>\n`
}

function tableOf(lines: TypedLine[]): string | null {
  const parted = lines.some(({ typed }) => typed.includes('\t')) && lines.every(({ columns }) => columns.length > 1)
  if (!parted || lines.length < 2) return null
  const width = Math.max(...lines.map(({ columns }) => columns.length))
  if (width > widestTable) return null
  const cellsOf = ({ columns }: TypedLine) =>
    Array.from({ length: width }, (_, at) => `<td>${inlineHtml((columns[at] ?? '').trim())}</td>`).join('')
  return `<table>\n<tbody>\n${lines.map(line => `<tr>${cellsOf(line)}</tr>\n`).join('')}</tbody>\n</table>\n`
}

const deepestIndent = 16

const lineHtml = ({ indent, text }: TypedLine, within: number): string =>
  `${'&nbsp;'.repeat(Math.min(indent - within, deepestIndent))}${inlineHtml(text)}`
