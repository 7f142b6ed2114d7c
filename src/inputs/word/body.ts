import type { Remarks } from '../remarks.ts'
import { type Block, isBlank, type Note, type Paragraph, type Piece, type Table, textOfPieces } from './blocks.ts'
import { Counter, type Label } from './counting.ts'
import { Fields } from './fields.ts'
import { deepestLevel, type WordNumbering } from './numbering.ts'
import { chosenOf, isUnfilled, readInline } from './runs.ts'
import { lookOf, type readStyles, type WordStyle } from './styles.ts'
import { childOf, childrenOf, isNode, type Node, numberOf, switchOf, valOf, wordsIn } from './xml.ts'

export interface BodyFacts {
  styles: ReturnType<typeof readStyles>
  numberings: Map<string, WordNumbering>
  remarks: Remarks
  noteOf(reference: Node, mark: string | null): Note | null
}

/** Reads a document's text in its order: paragraphs with their numbers, and tables. */
export class BodyReader {
  readonly #facts: BodyFacts
  readonly #counter = new Counter()
  #fields: Fields
  /** Where in a text box or a table one stands: what is in there is no heading of the document. */
  #inside = 0

  constructor(facts: BodyFacts) {
    this.#facts = facts
    this.#fields = new Fields(facts.remarks)
  }

  blocks(container: Node): Block[] {
    // A field that stands open around a cell or a box is not theirs.
    const around = this.#fields
    this.#fields = new Fields(this.#facts.remarks)
    const blocks: Block[] = []
    const found = this.#partsOf(container)
    /** The words of paragraphs whose end is deleted: they stand first in the next one. */
    let carried: { pieces: Piece[]; notes: Note[] } = { pieces: [], notes: [] }
    found.forEach((part, at) => {
      if (part.name === 'w:tbl') blocks.push(...this.#table(part))
      else if (part.name !== 'w:p') this.#tellLost(part)
      if (part.name !== 'w:p') return
      const joins = isMarkDeleted(part) && found[at + 1]?.name === 'w:p'
      const read = this.#paragraph(part, joins, carried)
      if (!joins) blocks.push(...read.blocks)
      carried = joins ? read.carried : { pieces: [], notes: [] }
    })
    this.#fields = around
    return blocks
  }

  /** Paragraphs and tables, out of whatever holds them, and what is only told of. */
  #partsOf(container: Node): Node[] {
    return container.children.filter(isNode).flatMap((node): Node[] => {
      switch (node.name) {
        case 'w:sdt': {
          const content = childOf(node, 'w:sdtContent')
          return isContents(node) || isUnfilled(node) || !content ? [node] : this.#partsOf(content)
        }
        case 'w:ins':
        case 'w:moveTo':
        case 'w:customXml':
        case 'w:smartTag':
          return this.#partsOf(node)
        case 'mc:AlternateContent': {
          const chosen = chosenOf(node)
          return chosen ? this.#partsOf(chosen) : []
        }
        case 'm:oMathPara':
        case 'm:oMath':
          return [{ name: 'w:p', attributes: {}, children: [node] }]
        default:
          return parts.has(node.name) ? [node] : []
      }
    })
  }

  #tellLost(node: Node): void {
    const { remarks } = this.#facts
    if (node.name === 'w:del' || node.name === 'w:moveFrom') remarks.add('deleted', wordsIn(node, ['w:delText', 'w:t']))
    else if (node.name !== 'w:sdt') remarks.add('chunk')
    else if (isContents(node)) remarks.add('contents')
    else if (isUnfilled(node)) remarks.add('placeholder', wordsIn(node, ['w:t']))
  }

  #paragraph(node: Node, joins: boolean, carried: { pieces: Piece[]; notes: Note[] }) {
    const { styles, remarks } = this.#facts
    const properties = childOf(node, 'w:pPr')
    const styleId = valOf(childOf(properties, 'w:pStyle'))
    const style = styleId === undefined ? styles.paragraph : styles.of(styleId)
    const mark = childOf(properties, 'w:rPr')
    const read = readInline(node, style.look, { ...this.#facts, fields: this.#fields })
    this.#fields.endParagraph()
    const pieces = [...carried.pieces, ...read.pieces]
    const notes = [...carried.notes, ...read.notes]
    const boxes = this.#boxes(read.boxes)
    if (joins) {
      remarks.add('joined')
      // What hangs on a joined paragraph stands after it.
      return { blocks: boxes, carried: { pieces, notes } }
    }
    if (switchOf(childOf(mark, 'w:ins'))) remarks.add('inserted')
    const text = textOfPieces(pieces)
    const gone = isBlank(text) && (isMarkDeleted(node) || this.#isHidden(mark, style, read.hidden))
    if (style.contents) {
      if (!isBlank(text)) remarks.add('contents')
      return { blocks: boxes, carried }
    }
    const heading = headingOf(properties, style)
    const { numbering, level } = this.#numberingOf(properties, style)
    const label = numbering && !gone ? this.#labelOf(numbering, level) : null
    if (!isBlank(text)) this.#tellPlace(text, heading, label)
    const paragraph: Paragraph = { kind: 'paragraph', heading, label, level, pieces, notes }
    return { blocks: [...(gone ? [] : [paragraph]), ...boxes], carried }
  }

  /** A paragraph that is hidden with its mark is neither shown nor counted. */
  #isHidden(mark: Node | undefined, style: WordStyle, hidWords: boolean): boolean {
    const look = { ...style.look, ...lookOf(mark) }
    return (look.hidden ?? false) && hidWords
  }

  #tellPlace(text: string, heading: number | null, label: Label | null): void {
    const told = label && label.text !== '' ? `${label.text} ${text.trim()}` : text
    if (this.#inside === 0 && (heading !== null || this.#facts.remarks.place === '')) this.#facts.remarks.place = told
  }

  #labelOf(numbering: WordNumbering, level: number): Label {
    const label = this.#counter.next(numbering, level)
    if (label.unknownFormat !== null) this.#facts.remarks.add('format', label.unknownFormat)
    return label
  }

  /** A paragraph's own numbering, or its style's; a style's level is the one that names the style. */
  #numberingOf(properties: Node | undefined, style: WordStyle): { numbering: WordNumbering | null; level: number } {
    const own = childOf(properties, 'w:numPr')
    const ownId = valOf(childOf(own, 'w:numId'))
    const numbering = this.#facts.numberings.get(ownId ?? style.numberId ?? '0') ?? null
    if (!numbering || numbering.id === '0') return { numbering: null, level: 0 }
    const told = numberOf(valOf(childOf(own, 'w:ilvl')))
    if (told !== undefined) return { numbering, level: withinLevels(told) }
    const linked = style.lineage
      .map(id => numbering.levels.findIndex(level => level?.style === id))
      .find(at => at !== -1)
    return { numbering, level: linked ?? (ownId === undefined ? withinLevels(style.numberLevel ?? 0) : 0) }
  }

  #boxes(contents: Node[]): Block[] {
    return contents.flatMap(content => {
      if (isBlank(wordsIn(content, ['w:t']))) return []
      this.#facts.remarks.add('textBox')
      return this.#within(() => this.blocks(content))
    })
  }

  #within<Result>(read: () => Result): Result {
    this.#inside += 1
    try {
      return read()
    } finally {
      this.#inside -= 1
    }
  }

  /** A table of one column is a frame around its text. */
  #table(node: Node): Block[] {
    const rows = this.#within(() => this.#rows(node))
    const columns = rows.reduce((most, row) => Math.max(most, row.length), 0)
    if (columns === 0) return []
    if (columns === 1) return rows.flatMap(([cell]) => cell ?? [])
    const whole = rows.map(row => [...row, ...Array.from({ length: columns - row.length }, (): Block[] => [])])
    const table: Table = { kind: 'table', rows: whole }
    return [table]
  }

  #rows(table: Node): Block[][][] {
    const { remarks } = this.#facts
    const held = (node: Node, name: string): Node[] =>
      node.children.filter(isNode).flatMap(child => {
        if (child.name === name) return [child]
        const inner =
          child.name === 'w:sdt'
            ? childOf(child, 'w:sdtContent')
            : /^w:(customXml|ins|moveTo)$/.test(child.name)
              ? child
              : undefined
        return inner ? held(inner, name) : []
      })
    return held(table, 'w:tr').flatMap(row => {
      const properties = childOf(row, 'w:trPr')
      if (childOf(properties, 'w:del')) {
        remarks.add('deleted', wordsIn(row, ['w:delText', 'w:t']))
        return []
      }
      if (childOf(properties, 'w:ins')) remarks.add('inserted')
      const cells = held(row, 'w:tc').flatMap(cell => this.#cell(cell))
      const before = emptyCells(numberOf(valOf(childOf(properties, 'w:gridBefore'))))
      const after = emptyCells(numberOf(valOf(childOf(properties, 'w:gridAfter'))))
      return [[...before, ...cells, ...after]]
    })
  }

  #cell(cell: Node): Block[][] {
    const properties = childOf(cell, 'w:tcPr')
    const span = numberOf(valOf(childOf(properties, 'w:gridSpan'))) ?? 1
    const merge = childOf(properties, 'w:vMerge')
    const continued = merge !== undefined && (valOf(merge) ?? 'continue') !== 'restart'
    if (span > 1 || merge !== undefined) this.#facts.remarks.add('merged')
    if (childOf(properties, 'w:cellDel')) {
      this.#facts.remarks.add('deleted', wordsIn(cell, ['w:delText', 'w:t']))
      return [[], ...emptyCells(span - 1)]
    }
    return [continued ? [] : this.blocks(cell), ...emptyCells(span - 1)]
  }
}

const parts = new Set(['w:p', 'w:tbl', 'w:altChunk', 'w:subDoc', 'w:del', 'w:moveFrom'])

const isContents = (control: Node): boolean => {
  const gallery = childOf(childOf(childOf(control, 'w:sdtPr'), 'w:docPartObj'), 'w:docPartGallery')
  return /^tables? of (contents|figures)$/i.test(valOf(gallery) ?? '')
}

const withinLevels = (level: number): number => Math.min(Math.max(level, 0), deepestLevel)

const mostSpan = 63
const emptyCells = (count = 0): Block[][] => Array.from({ length: Math.min(Math.max(count, 0), mostSpan) }, () => [])

function headingOf(properties: Node | undefined, style: WordStyle): number | null {
  const own = childOf(properties, 'w:outlineLvl')
  const level = numberOf(valOf(own))
  if (level === undefined || level < 0) return style.heading
  return level < 9 ? level + 1 : null
}

function isMarkDeleted(paragraph: Node): boolean {
  const mark = childOf(childOf(paragraph, 'w:pPr'), 'w:rPr')
  return childrenOf(mark, 'w:del').length > 0 || childrenOf(mark, 'w:moveFrom').length > 0
}
