import { emphasisIn, Fragment, readLine } from '../../vendor/editor-library.js'
import { schema } from './schema.js'

const { doc, line, table, row, cell } = schema.nodes

/** A wider table is not shown as one, and so is none here (kernel/markdown). */
export const widestTable = 30

/** The text of a field as the editor holds it. Every text can be held: what is odd in it stands as its characters. */
export function readText(text) {
  const lines = brokenLines(text)
  const blocks = []
  for (let at = 0; at < lines.length; ) {
    const end = endOfTable(lines, at)
    if (end > at) blocks.push(table.create(null, lines.slice(at, end).map(rowOf)))
    else blocks.push(lineOf(lines[at]))
    at = Math.max(end, at + 1)
  }
  return doc.create(null, blocks)
}

/** The words of a line with their emphasis; the space at its ends is no part of what marks are read in. */
export function wordsOf(typed) {
  const words = typed.trim()
  const from = words === '' ? typed.length : typed.indexOf(words)
  return joined([plain(typed.slice(0, from)), ...emphasised(words), plain(typed.slice(from + words.length))])
}

/** As in kernel/markdown, but for what stands for a break: it is kept. */
function brokenLines(text) {
  const parts = text.split(/(\r\n?|[\n\v\f\u0085\u2028\u2029])/)
  const lines = []
  for (let at = 0; at < parts.length; at += 2) {
    const source = parts[at]
    lines.push({ source, end: parts[at + 1] ?? '\n', kind: readLine(source).kind, columns: source.split('\t').length })
  }
  return lines
}

const lineOf = ({ source, end }) => line.create({ source, end }, wordsOf(source))

const rowOf = ({ source, end }) => row.create({ source, end }, cellsOf(source))

export const cellsOf = source => source.split('\t').map(text => cell.create(null, wordsOf(text.trim())))

/** Lines of text that all have columns, and stand together: the end of such a table that begins here, or `from`. */
function endOfTable(lines, from) {
  if (lines[from].kind !== 'text' || lines[from - 1]?.kind === 'text') return from
  let end = from
  while (lines[end]?.kind === 'text') end += 1
  const rows = lines.slice(from, end)
  return rows.length > 1 && rows.every(({ columns }) => columns > 1 && columns <= widestTable) ? end : from
}

function emphasised(words) {
  const nodes = []
  const open = new Set()
  let from = 0
  const copyTo = to => {
    nodes.push(plain(words.slice(from, to), [...open]))
    from = to
  }
  for (const { at, length, tag } of emphasisIn(words)) {
    copyTo(at)
    const mark = schema.mark(tag.replace(/[</>]/g, ''))
    if (tag.startsWith('</')) for (const one of open) one.eq(mark) && open.delete(one)
    else open.add(mark)
    from = at + length
  }
  copyTo(words.length)
  return nodes
}

const plain = (text, marks = []) => (text === '' ? null : schema.text(text, marks))

const joined = nodes => Fragment.fromArray(nodes.filter(node => node !== null))
