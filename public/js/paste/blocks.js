import { markInWords, markOfItem, wordItem, wordLevel } from './lists.js'
import { losses } from './losses.js'
import { rowsOfTable } from './tables.js'
import { attribute, holds, isHidden, isText } from './tree.js'
import { marked, wordsIn } from './words.js'

/** A page that was copied, as typed text: { text, lost }. Null: it has nothing that its plain text lacks. */
export function textOfTree(body) {
  if (!holds(body, isTelling)) return null
  const { lose, told } = losses()
  const lines = ['']
  blocks(body, lines, { indent: '', lose, inTable: false })
  const text = lines
    .map(line => line.replace(/[ \u00a0]+$/, ''))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+|\n+$/g, '')
  return { text, lost: told() }
}

/** What plain text would lose, in marks or in silence. */
const isTelling = node =>
  /^(?:LI|TABLE|B|STRONG|I|EM|SUP|SUB|S|STRIKE|DEL|U|MARK|IMG|H[1-6])$/.test(node.name) ||
  (node.name === 'A' && attribute(node, 'href') !== '') ||
  /mso-list|mso-highlight|font-weight|font-style|line-through|underline/.test(attribute(node, 'data-style'))

const blockNames =
  /^(?:P|DIV|H[1-6]|UL|OL|LI|TABLE|TR|BLOCKQUOTE|SECTION|ARTICLE|PRE|HR|DL|DT|DD|FIGURE|HEADER|FOOTER|MAIN)$/
const breaksLines = ({ name }) => /^(?:P|DIV|UL|OL|TABLE|BR)$/.test(name) || blockNames.test(name)

/** Writes an element's text into the lines; a block begins a line of its own. */
function blocks(element, lines, place) {
  for (const node of element.children) {
    if (isText(node)) write(lines, wordsIn(node, element, place.lose))
    else if (isHidden(node)) wordsIn(node, element, place.lose)
    else if (node.name === 'BR') lines.push(place.indent)
    else if (node.name === 'TABLE') table(node, lines, place)
    else if (node.name === 'UL' || node.name === 'OL') list(node, lines, place)
    else if (blockNames.test(node.name)) paragraph(node, lines, place)
    else if (holds(node, breaksLines) && !isEmphasis(node)) blocks(node, lines, place)
    else writeLines(node, element, lines, place)
  }
}

/** Bold words over several lines are bold in each of them. */
const isEmphasis = node =>
  /^(?:B|STRONG|I|EM|A|SPAN|FONT)$/.test(node.name) &&
  !holds(node, ({ name }) => name !== 'BR' && breaksLines({ name }))

function writeLines(node, element, lines, { lose, indent }) {
  const [first, ...rest] = linesWithin(node).map(part => wordsIn(part, element, lose))
  write(lines, first)
  for (const text of rest) {
    lines.push(indent)
    write(lines, text)
  }
}

/** An element as one of each of its lines. */
function linesWithin(node) {
  const parts = [[]]
  for (const child of node.children) {
    if (child.name === 'BR') parts.push([])
    else if (isText(child) || !holds(child, ({ name }) => name === 'BR')) parts.at(-1).push(child)
    else {
      const [first, ...rest] = linesWithin(child)
      parts.at(-1).push(first)
      for (const part of rest) parts.push([part])
    }
  }
  return parts.map(children => ({ ...node, children }))
}

function paragraph(node, lines, place) {
  newLine(lines, place.indent)
  const level = wordLevel(node)
  const from = lines.length - 1
  if (level > 0) wordParagraph(node, lines, place, level)
  else blocks(node, lines, place)
  if (isHeading(node) && level === 0) lines[from] = heading(lines[from], place)
  const spaced = /^(?:P|H[1-6]|BLOCKQUOTE|PRE)$/.test(node.name) && level === 0
  if (lines.at(-1).trim() !== '') lines.push(...(spaced ? ['', ''] : ['']))
}

const isHeading = node =>
  /^H[1-6]$/.test(node.name) ||
  attribute(node, 'role') === 'heading' ||
  /^(?:MsoTitle|MsoHeading)/.test(attribute(node, 'class'))

function heading(text, place) {
  if (text.trim() === '') return text
  place.lose('headings')
  return marked(text.replaceAll('**', ''), '**')
}

function wordParagraph(node, lines, place, level) {
  const from = lines.length - 1
  const { words, mark } = wordItem(node)
  blocks(words, lines, { ...place, indent: '' })
  const indent = isHeading(node) ? '' : '  '.repeat(level - 1)
  const [first = '', ...more] = lines.splice(from).filter((line, at) => at === 0 || line.trim() !== '')
  const text = isHeading(node) ? heading(first.trim(), place) : first.trim()
  lines.push(indent + (mark === null ? markInWords(text) : `${mark} ${text}`))
  lines.push(...more.map(line => `${indent}  ${line.trim()}`))
}

function list(node, lines, place) {
  let number = Number(attribute(node, 'start') || 1)
  for (const item of node.children) {
    if (item.name === 'UL' || item.name === 'OL') list(item, lines, { ...place, indent: `${place.indent}  ` })
    if (item.name !== 'LI') continue
    number = Number(attribute(item, 'value') || number)
    const indent = indentOf(item, place.indent)
    newLine(lines, indent)
    const inner = ['']
    blocks(item, inner, { ...place, indent: '' })
    const written = inner.filter(line => line.trim() !== '')
    write(lines, `${markOfItem(number, node, item)} ${written.shift() ?? ''}`)
    lines.push(...written.map(line => `${indent}  ${line}`), '')
    number += 1
  }
}

/** Word on the web puts every item in a list of its own, and tells its level beside it. */
function indentOf(item, indent) {
  const level = Number(attribute(item, 'data-aria-level') || attribute(item, 'aria-level') || 1)
  return indent.length >= (level - 1) * 2 ? indent : '  '.repeat(Math.min(level, 9) - 1)
}

/** Cells parted by tabs, rows by lines: as a sheet is pasted. */
function table(node, lines, place) {
  if (place.inTable) place.lose('nested')
  newLine(lines, '')
  const rows = rowsOfTable(node, cell => cellText(cell, place), place.lose)
  // One column lays a page out: its rows are lines.
  const isLayout = rows.every(cells => cells.length < 2)
  if (isLayout) for (const row of layoutCells(node)) paragraph(row, lines, { ...place, indent: '' })
  else
    for (const cells of rows) {
      lines[lines.length - 1] = cells.join('\t')
      lines.push('')
    }
  lines.push('')
}

const layoutCells = node =>
  node.children.flatMap(child => {
    if (isText(child)) return []
    return child.name === 'TD' || child.name === 'TH' ? [{ ...child, name: 'DIV' }] : layoutCells(child)
  })

function cellText(cell, place) {
  const inner = ['']
  blocks(cell, inner, { ...place, indent: '', inTable: true })
  const written = inner.filter(line => line.trim() !== '')
  if (written.length > 1) place.lose('cellLines')
  return written.join(' ').replace(/\s+/g, ' ').trim()
}

function newLine(lines, indent) {
  if (lines.at(-1).trim() === '') lines[lines.length - 1] = indent
  else lines.push(indent)
}

function write(lines, text) {
  const at = lines.length - 1
  lines[at] += /^\s*$/.test(lines[at]) ? text.replace(/^ +/, '') : text
}
