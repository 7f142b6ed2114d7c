import MarkdownIt from 'markdown-it'
import { isDateLine } from './written-date.ts'

/** A line of a document as far as the agreement's parser cares: what it is, what it says, and where it stands. */
export interface SourceLine {
  /** A heading, or a line that is bold from end to end and so works as one. */
  kind: 'heading' | 'bold' | 'plain' | 'item'
  /** Of a heading; 7 of a bold line. */
  level: number
  /** Without marks of emphasis. */
  text: string
  /** The first line of its block in the source, from 1. */
  line: number
}

const markdown = new MarkdownIt({ html: false, linkify: false })

/** The lines of a Markdown document. List items are lines of their own; what a browser would hide does not exist. */
export function readMarkdown(source: string): SourceLine[] {
  const tokens = markdown.parse(source, {})
  const lines: SourceLine[] = []
  let depth = 0
  let heading = 0
  let row = 0
  let marker = ''
  for (const token of tokens) {
    if (token.type === 'tr_open') row = token.map?.[0] ?? row
    if (token.type === 'list_item_open') {
      depth += 1
      marker = token.info ? `${token.info}${token.markup} ` : ''
    }
    if (token.type === 'list_item_close') depth -= 1
    else if (token.type === 'heading_open') heading = Number(token.tag.slice(1))
    else if (token.type === 'heading_close') heading = 0
    else if (token.type === 'inline') {
      lines.push(...linesOf(token.content, (token.map?.[0] ?? row) + 1, heading, depth, marker))
      marker = ''
    } else if (token.type === 'fence' || token.type === 'code_block') {
      lines.push({ kind: 'plain', level: 0, text: token.content.trim(), line: (token.map?.[0] ?? 0) + 1 })
    }
  }
  return lines.filter(({ text }) => text !== '')
}

function linesOf(content: string, first: number, heading: number, depth: number, marker: string): SourceLine[] {
  return content.split('\n').map((text, at): SourceLine => {
    const line = first + at
    if (heading > 0) return { kind: 'heading', level: heading, text: withoutMarks(text), line }
    // »12. marts 2026« on a line of its own is a day, not the twelfth point of a list.
    const counted = at === 0 ? `${marker}${text}` : text
    if (depth === 1 && isDateLine(counted)) return { kind: 'plain', level: 0, text: withoutMarks(counted), line }
    if (depth > 0) return { kind: 'item', level: 0, text: withoutMarks(text), line }
    const bold = /^(\*\*|__)(.+)\1\s*\\?$/.test(text.trim())
    return { kind: bold ? 'bold' : 'plain', level: bold ? boldLevel : 0, text: withoutMarks(text), line }
  })
}

const boldLevel = 7

/** »**Strategi**« says »Strategi«. */
export const withoutMarks = (text: string): string =>
  text
    .replace(/\\$/, '')
    .replace(/(\*\*|__)(.+?)\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}])[*_](.+?)[*_](?![\p{L}\p{N}])/gu, '$1')
    .replace(/\\([\\`*_{}[\]()#+\-.!<>~|=&])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()

/** What a section is made of, for the eye of whoever compares it with the source. */
export interface Outline {
  paragraphs: number
  subheadings: string[]
  /** Items of each list. */
  lists: number[]
}

export function outlineOf(body: string): Outline {
  const outline: Outline = { paragraphs: 0, subheadings: [], lists: [] }
  let depth = 0
  let items = 0
  for (const token of markdown.parse(body, {})) {
    if (/^(bullet|ordered)_list_open$/.test(token.type)) {
      depth += 1
      if (depth === 1) items = 0
    } else if (/^(bullet|ordered)_list_close$/.test(token.type)) {
      depth -= 1
      if (depth === 0) outline.lists.push(items)
    } else if (token.type === 'list_item_open') items += 1
    else if (token.type === 'paragraph_open' && depth === 0) outline.paragraphs += 1
  }
  outline.subheadings = readMarkdown(body)
    .filter(({ kind }) => kind === 'heading' || kind === 'bold')
    .map(({ text }) => text)
  return outline
}
