/**
 * What was copied in Word, Outlook or a browser as plain text with the portal's few marks, so that lists keep their
 * bullets and numbers, tables their columns, and bold and italics their words. Null: it has nothing that plain text lacks.
 */
export function pastedText(html) {
  if (html.length > largest) return null
  const page = new DOMParser().parseFromString(withoutStyles(html), 'text/html')
  if (!page.querySelector(telling)) return null
  const lines = ['']
  blocks(page.body, lines, '')
  return lines
    .map(line => line.replace(/[ \u00a0]+$/, ''))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+|\n+$/g, '')
}

const largest = 2_000_000

/** What plain text would lose. */
const telling =
  'li, table, b, strong, i, em, sup, a[href], s, strike, del, [data-style*="mso-list"], [data-style*="font-weight"], [data-style*="font-style"], [data-style*="line-through"]'

/** The page's policy stops styles, and complains of each; what they say is read from an attribute of another name. */
const withoutStyles = html =>
  html
    .replace(/<style\b[\s\S]*?<\/style>/gi, '')
    .replace(/<[a-z][^<>]*>/gi, tag => tag.replace(/\sstyle\s*=/gi, ' data-style='))

/** One property of an element's own style. */
const styleOf = (node, property) =>
  new RegExp(`(?:^|;)\\s*${property}\\s*:\\s*([^;]*)`, 'i').exec(node?.dataset?.style ?? '')?.[1]?.trim() ?? ''

const unread = new Set(['STYLE', 'SCRIPT', 'HEAD', 'TITLE', 'META', 'LINK', 'TEMPLATE', 'NOSCRIPT'])
const blockNames = /^(P|DIV|H[1-6]|UL|OL|LI|TABLE|TR|BLOCKQUOTE|SECTION|ARTICLE|PRE|HR|DL|DT|DD|FIGURE|HEADER|FOOTER)$/

/** Writes an element's text into the lines; a block begins a line of its own. */
function blocks(element, lines, indent) {
  for (const node of element.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) write(lines, inlineText(node, element))
    else if (node.nodeType !== Node.ELEMENT_NODE || isHidden(node)) continue
    else if (node.nodeName === 'BR') lines.push(indent)
    else if (node.nodeName === 'TABLE') table(node, lines)
    else if (node.nodeName === 'UL' || node.nodeName === 'OL') list(node, lines, indent)
    else if (blockNames.test(node.nodeName)) paragraph(node, lines, indent)
    else if (node.querySelector('p, div, ul, ol, table, br')) blocks(node, lines, indent)
    else write(lines, inlineText(node, element))
  }
}

function paragraph(node, lines, indent) {
  newLine(lines, indent)
  const level = /level(\d)/.exec(styleOf(node, 'mso-list'))?.[1]
  const from = lines.length - 1
  blocks(node, lines, indent)
  // Word writes a list's mark as text, in a type of its own.
  if (level) lines[from] = '  '.repeat(Number(level) - 1) + wordMark(lines[from].trim())
  const spaced = /^(P|H[1-6]|BLOCKQUOTE|PRE)$/.test(node.nodeName) && !level
  lines.push(...(spaced && lines.at(-1).trim() !== '' ? ['', ''] : ['']))
}

const wordMark = text =>
  text.replace(/^[·•§o▪\uf0b7\uf0a7-][\s\u00a0]+/, '- ').replace(/^(\(?[\p{L}\d.]{1,8}[.)])[\s\u00a0]+/u, '$1 ')

function list(node, lines, indent) {
  let number = Number(node.getAttribute('start') ?? 1)
  for (const item of node.children) {
    if (item.nodeName === 'UL' || item.nodeName === 'OL') list(item, lines, `${indent}  `)
    if (item.nodeName !== 'LI') continue
    number = Number(item.getAttribute('value') ?? number)
    newLine(lines, indent)
    write(lines, node.nodeName === 'OL' ? `${numberText(number, node)} ` : '- ')
    const inner = ['']
    blocks(item, inner, '')
    const written = inner.filter(line => line.trim() !== '')
    write(lines, written.shift() ?? '')
    lines.push(...written.map(line => `${indent}  ${line}`), '')
    number += 1
  }
}

function numberText(number, list) {
  const kind =
    list.getAttribute('type') ??
    {
      'lower-alpha': 'a',
      'upper-alpha': 'A',
      'lower-latin': 'a',
      'upper-latin': 'A',
      'lower-roman': 'i',
      'upper-roman': 'I',
    }[styleOf(list, 'list-style-type')]
  if (/^a$/i.test(kind ?? '') && number <= 29) return `${cased('abcdefghijklmnopqrstuvwxyzæøå'[number - 1], kind)})`
  if (/^i$/i.test(kind ?? '')) return `${cased(roman(number), kind)}.`
  return `${number}.`
}

const cased = (text, like) => (like === like.toUpperCase() ? text.toUpperCase() : text)

function roman(number) {
  const letters = [
    [100, 'c'],
    [90, 'xc'],
    [50, 'l'],
    [40, 'xl'],
    [10, 'x'],
    [9, 'ix'],
    [5, 'v'],
    [4, 'iv'],
    [1, 'i'],
  ]
  let [left, text] = [number, '']
  for (const [worth, letter] of letters) for (; left >= worth; left -= worth) text += letter
  return text
}

/** Cells parted by tabs, rows by lines: as a sheet is pasted. */
function table(node, lines) {
  newLine(lines, '')
  for (const row of node.rows) {
    const cells = [...row.cells].flatMap(cell => {
      const inner = ['']
      blocks(cell, inner, '')
      const text = inner.join(' ').replace(/\s+/g, ' ').trim()
      return [text, ...Array.from({ length: Math.min(cell.colSpan, 30) - 1 }, () => '')]
    })
    lines[lines.length - 1] = cells.join('\t')
    lines.push('')
  }
  lines.push('')
}

function newLine(lines, indent) {
  if (lines.at(-1).trim() === '') lines[lines.length - 1] = indent
  else lines.push(indent)
}

function write(lines, text) {
  const at = lines.length - 1
  lines[at] += /^\s*$/.test(lines[at]) ? text.replace(/^ +/, '') : text
}

/** The words of a node within a line, with their marks. */
function inlineText(node, parent) {
  if (node.nodeType === Node.TEXT_NODE) {
    return /pre/.test(styleOf(parent, 'white-space')) ? node.data : node.data.replace(/[ \t\r\n]+/g, ' ')
  }
  if (node.nodeType !== Node.ELEMENT_NODE || isHidden(node)) return ''
  const text = [...node.childNodes].map(child => inlineText(child, node)).join('')
  const [fontWeight, fontStyle] = [styleOf(node, 'font-weight'), styleOf(node, 'font-style')]
  if (/^(S|STRIKE|DEL)$/.test(node.nodeName) || /line-through/.test(styleOf(node, 'text-decoration')))
    return text.trim() ? `[slettet: ${text.trim()}]` : text
  if (node.nodeName === 'SUP' && /^\d+$/.test(text)) return text.replace(/\d/g, digit => '⁰¹²³⁴⁵⁶⁷⁸⁹'[digit])
  if (node.nodeName === 'A') return linked(text, node.getAttribute('href') ?? '')
  const normal = fontWeight === 'normal' || fontWeight === '400'
  if ((/^(B|STRONG)$/.test(node.nodeName) && !normal) || fontWeight === 'bold' || Number(fontWeight) >= 600)
    return marked(text, '**')
  if ((/^(I|EM)$/.test(node.nodeName) && fontStyle !== 'normal') || fontStyle === 'italic') return marked(text, '_')
  return text
}

const isHidden = node =>
  unread.has(node.nodeName) || styleOf(node, 'display') === 'none' || styleOf(node, 'mso-hide') === 'all'

/** The address follows the words that led to it, unless they are the address. */
function linked(text, href) {
  const bare = address =>
    address
      .replace(/^(mailto:|https?:\/\/)/i, '')
      .replace(/\/$/, '')
      .trim()
  return /^(https?:|mailto:)/i.test(href) && bare(href) !== bare(text) && text.trim() !== ''
    ? `${text} (${href.replace(/^mailto:/i, '')})`
    : text
}

/** Marks stand at the words, not at the spaces around them, and not within a mark of the same kind. */
export function marked(text, mark) {
  const [, before, words, after] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text)
  return /[\p{L}\p{N}]/u.test(words) && !words.includes(mark) ? `${before}${mark}${words}${mark}${after}` : text
}
