import { asDocument, documentMarkdown, isOverfull } from '../markdown/document-markdown.ts'
import { linesIn } from '../markdown/typed-lines.ts'

/** A line as a reader sees it: with the number that the list gives it, without marks. */
export interface PrintedLine {
  form: 'heading' | 'item' | 'numbered' | 'paragraph'
  /** »3. «, as the list prints it; else empty. */
  number: string
  text: string
}

type Token = ReturnType<typeof documentMarkdown.parse>[number]

/**
 * The lines that the page prints of a text, read by the very renderer that draws it: an item that was »2.« and is »3.«
 * has changed, whatever its source says.
 */
export function printedLines(body: string): PrintedLine[] {
  if (isOverfull(body)) return asTheyStand(linesIn(body).filter(line => line.trim() !== ''))
  const lines: PrintedLine[] = []
  const lists: (number | null)[] = []
  let mark = ''
  let heading = false
  for (const token of documentMarkdown.parse(asDocument(body), {})) {
    if (token.type === 'ordered_list_open') lists.push(Number(token.attrGet('start') ?? 1))
    else if (token.type === 'bullet_list_open') lists.push(null)
    else if (token.type.endsWith('_list_close')) lists.pop()
    else if (token.type === 'list_item_open') {
      const number = lists.at(-1) ?? null
      mark = number === null ? '' : `${number}. `
      if (number !== null) lists[lists.length - 1] = number + 1
    } else if (token.type === 'heading_open') heading = true
    else if (token.type === 'heading_close') heading = false
    else if (token.type === 'inline') {
      const inList = lists.length > 0
      const counted = lists.at(-1) !== null || token.children?.[0]?.type === 'label_open'
      for (const { text, bold } of inlineLines(token)) {
        const form = heading || (bold && !inList) ? 'heading' : !inList ? 'paragraph' : counted ? 'numbered' : 'item'
        lines.push({ form, number: mark, text })
        mark = ''
      }
    }
  }
  return lines
}

const mostLines = 300

/** What is no document is compared in at most so many pieces. */
function asTheyStand(lines: string[]): PrintedLine[] {
  const size = Math.ceil(lines.length / mostLines)
  return Array.from({ length: size === 0 ? 0 : Math.ceil(lines.length / size) }, (_, at) => ({
    form: 'paragraph',
    number: '',
    text: lines.slice(at * size, (at + 1) * size).join('\n'),
  }))
}

/** The words of an inline token, line by line, and whether all of a line is bold. */
function inlineLines(token: Token): { text: string; bold: boolean }[] {
  const lines = [{ text: '', bold: true }]
  let bold = 0
  for (const child of token.children ?? []) {
    const line = lines.at(-1) as { text: string; bold: boolean }
    if (child.type === 'softbreak' || child.type === 'hardbreak') lines.push({ text: '', bold: true })
    else if (child.type === 'strong_open') bold += 1
    else if (child.type === 'strong_close') bold -= 1
    else if (child.content !== '') {
      line.text += child.content
      if (bold === 0 && child.content.trim() !== '') line.bold = false
    }
  }
  return lines
    .map(({ text, bold: isBold }) => ({ text: text.normalize('NFC').replace(/\s+/g, ' ').trim(), bold: isBold }))
    .filter(({ text }) => text !== '')
}
