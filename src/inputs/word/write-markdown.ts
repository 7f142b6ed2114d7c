import type { Remarks } from '../remarks.ts'
import {
  type Block,
  isBlank,
  isBoldThroughout,
  type Note,
  type Paragraph,
  type Piece,
  type Table,
  textOfPieces,
} from './blocks.ts'
import { escaped, guarded, markdownOf } from './markdown-text.ts'

/** A document's blocks as Markdown. Numbers stand as Word shows them, as words of the text: nothing counts them anew. */
export function writeMarkdown(blocks: readonly Block[], remarks: Remarks): string {
  return new Writer(remarks).write(blocks)
}

const mostColumns = 40

class Writer {
  readonly #remarks: Remarks
  readonly #lines: string[] = []
  /** The levels of the list that stands open; their number is how deep an item lies. */
  #open: number[] = []
  #inList = false
  #notes: Note[] = []

  constructor(remarks: Remarks) {
    this.#remarks = remarks
  }

  write(blocks: readonly Block[]): string {
    this.#remarks.place = ''
    for (const block of blocks) {
      if (block.kind === 'table') this.#table(block)
      else this.#paragraph(block)
    }
    this.#tellNotes()
    return `${this.#lines.join('\n')}\n`.replace(/^\n+/, '')
  }

  #paragraph(paragraph: Paragraph): void {
    const { heading, label, pieces, notes } = paragraph
    const text = textOfPieces(pieces)
    const number = label && !label.bullet ? label.text : ''
    if (isBlank(text) && number === '') return
    if (heading !== null) this.#heading(paragraph, number)
    else if (isBoldThroughout(pieces) && !(label?.bullet ?? false) && !typedBullet.test(text))
      this.#boldLine(pieces, number)
    else if (label !== null && (label.bullet || number !== '')) this.#item(pieces, label.text, paragraph.level)
    else if (typedBullet.test(text)) this.#typedItem(pieces)
    else this.#text(this.#hardBreaks(this.#told(pieces)))
    this.#notes.push(...notes)
  }

  /** A title may be broken into lines; each is one of the front page's. */
  #heading({ heading, pieces }: Paragraph, number: string): void {
    const kept = pieces.filter(({ struck }) => !struck)
    if (kept.length < pieces.length)
      this.#remarks.add('struckHeading', textOfPieces(pieces.filter(({ struck }) => struck)))
    const text = textOfPieces(kept)
    if (isBlank(text)) {
      if (number !== '') this.#remarks.add('emptyHeading', number)
      return
    }
    this.#tellNotes()
    const lines = (heading === 0 ? text.split('\n') : [text]).map(flat).filter(line => line !== '')
    this.#remarks.place = [number, flat(text)].filter(part => part !== '').join(' ')
    const marks = '#'.repeat(Math.min((heading ?? 0) + 1, 6))
    lines.forEach((line, at) => {
      const told = at === 0 && number !== '' ? `${number} ${line}` : line
      this.#block(`${marks} ${escaped(told).replace(/(#+)$/, '\\$1')}`)
    })
  }

  /** Bold from end to end works as a heading. */
  #boldLine(pieces: Piece[], number: string): void {
    this.#tellNotes()
    const lines = textOfPieces(pieces)
      .split('\n')
      .map(flat)
      .filter(line => line !== '')
    if (number !== '') lines[0] = `${number} ${lines[0] ?? ''}`
    this.#block(lines.map(line => `**${escaped(line)}**`).join('  \n'))
  }

  #typedItem(pieces: Piece[]): void {
    const [first] = typedBullet.exec(textOfPieces(pieces)) ?? ['']
    this.#item(withoutFirst(pieces, first.length), '', 0)
  }

  #item(pieces: Piece[], label: string, level: number): void {
    while (this.#open.length > 0 && (this.#open.at(-1) ?? 0) >= level) this.#open.pop()
    const depth = this.#open.length
    this.#open.push(level)
    const text = this.#hardBreaks(this.#told(pieces))
    const told = label === '' ? text : `${escaped(flat(label))} ${text}`.trimEnd()
    if (this.#lines.length > 0 && !this.#inList) this.#lines.push('')
    const open = this.#open
    this.#lines.push(`${'  '.repeat(depth)}- ${guarded(told)}`)
    this.#open = open
    this.#inList = true
  }

  #text(text: string): void {
    this.#block(text)
  }

  #block(text: string): void {
    if (this.#lines.length > 0) this.#lines.push('')
    this.#lines.push(text)
    this.#open = []
    this.#inList = false
  }

  #told(pieces: readonly Piece[]): string {
    const text = textOfPieces(pieces).trim()
    if (/\S\t+\S/.test(text.replace(typedLabel, ''))) this.#remarks.add('tab', text)
    return markdownOf(pieces, this.#remarks).replaceAll('\t', ' ').trim()
  }

  #hardBreaks(text: string): string {
    return text
      .split('\n')
      .map(line => guarded(line.trim()))
      .filter(line => line !== '')
      .join('  \n')
  }

  #tellNotes(): void {
    const notes = this.#notes
    this.#notes = []
    for (const { name, paragraphs } of notes) {
      paragraphs.forEach((pieces, at) => {
        const text = this.#hardBreaks(this.#told(pieces))
        this.#block(at === 0 ? `${escaped(`[${name}]`)} ${text}` : text)
      })
    }
  }

  #table({ rows }: Table): void {
    const cells = rows.map(row => row.map(cell => this.#cell(cell)))
    if ((cells[0]?.length ?? 0) > mostColumns) {
      this.#remarks.add('wideTable')
      for (const row of cells)
        if (row.some(cell => cell !== '')) this.#block(guarded(row.filter(cell => cell !== '').join(' ')))
      return
    }
    if (cells.every(row => row.every(cell => cell === ''))) return
    const lines = cells.map(row => `| ${row.join(' | ')} |`)
    lines.splice(1, 0, `|${' --- |'.repeat(cells[0]?.length ?? 0)}`)
    this.#block(lines.join('\n'))
  }

  /** A cell is one line. */
  #cell(blocks: Block[]): string {
    const lines = blocks.flatMap(block => this.#linesOf(block))
    if (lines.length > 1) this.#remarks.add('cell', lines.join(' / '))
    return lines.join(' / ')
  }

  #linesOf(block: Block): string[] {
    if (block.kind === 'table')
      return block.rows.flatMap(row => row.flatMap(cell => cell.flatMap(one => this.#linesOf(one))))
    const { label, pieces, notes } = block
    this.#notes.push(...notes)
    const told = flat(
      markdownOf(
        pieces.map(piece => ({ ...piece, text: piece.text.replaceAll('\n', ' ') })),
        this.#remarks,
      ),
    )
    const number = label && label.text !== '' ? escaped(flat(label.text)) : ''
    const line = [number, told].filter(part => part !== '').join(' ')
    return line === '' ? [] : [line]
  }
}

/** A bullet that someone wrote instead of making a list: »•« and its like, or a dash and a tab. */
const typedBullet = /^\s{0,100}(?:[•·▪●◦‣➢✓][ \t]{0,100}|[-–][ ]{0,100}\t[ \t]{0,100})(?=\S)/
/** What someone wrote before a tab instead of making a numbered list. */
const typedLabel = /^\S{1,12}\t+/

function withoutFirst(pieces: readonly Piece[], count: number): Piece[] {
  let left = count
  return pieces.map(piece => {
    const cut = Math.min(left, piece.text.length)
    left -= cut
    return { ...piece, text: piece.text.slice(cut) }
  })
}

const flat = (text: string): string => text.replace(/\s+/g, ' ').trim()
