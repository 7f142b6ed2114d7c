import { Remarks } from '../remarks.ts'
import { Unreadable } from '../unreadable.ts'
import type { Note } from './blocks.ts'
import { BodyReader } from './body.ts'
import { formatNumber } from './number-format.ts'
import { readNumberings } from './numbering.ts'
import { WordPackage } from './package.ts'
import { readStyles } from './styles.ts'
import { writeMarkdown } from './write-markdown.ts'
import { attributeOf, childOf, childrenOf, type Node, numberOf, valOf, wordsIn } from './xml.ts'

/** A document's text as Markdown, and what is not carried over as it stood. */
export interface ReadText {
  text: string
  /** Whole sentences in Danish: what does not come along. */
  lost: string[]
  /** What comes along but stands otherwise. */
  changed: string[]
}

/**
 * Reads a Word document as Word shows it with all tracked changes accepted: its words, and the numbers that Word writes
 * by itself.
 * @throws Unreadable with the reason in Danish
 */
export function readWord(bytes: Buffer): ReadText {
  const file = new WordPackage(bytes)
  const document = file.document
  const body = childOf(document, 'w:body')
  if (!body) throw new Unreadable('Dokumentet er tomt. Vælg et dokument med tekst.')
  const remarks = new Remarks()
  const stylesPart = file.part('styles')
  const styles = readStyles(stylesPart)
  const numberings = readNumberings(file.part('numbering'), stylesPart)
  const notes = new Notes(file, document)
  const reader = new BodyReader({
    styles,
    numberings,
    remarks,
    noteOf: (reference, mark) => {
      const note = notes.take(reference, mark)
      if (note) {
        remarks.add('note')
        note.paragraphs = notes.paragraphsOf(
          reference,
          new BodyReader({ styles, numberings, remarks, noteOf: () => null }),
        )
      }
      return note
    },
  })
  const text = writeMarkdown(reader.blocks(body), remarks)
  tellMargins(file, remarks)
  return { text: text.normalize('NFC'), lost: remarks.lost, changed: remarks.changed }
}

/** The words above and below the text of each page, unless they only number it. */
function tellMargins(file: WordPackage, remarks: Remarks): void {
  remarks.place = ''
  for (const margin of [...file.parts('header'), ...file.parts('footer')]) {
    const words = wordsIn(margin, ['w:t']).replace(/\s+/g, ' ').trim()
    if (/\p{L}/u.test(words.replace(/\b(side|af|page|of)\b/giu, ''))) remarks.add('header', words)
  }
}

/** Footnotes and endnotes, numbered as they are met. */
class Notes {
  readonly #kinds: Record<string, { word: string; format: string; next: number; texts: Map<string, Node> }>

  constructor(file: WordPackage, document: Node) {
    const section = childrenOf(childOf(document, 'w:body'), 'w:sectPr').at(-1)
    const kind = (word: string, part: string, name: string, format: string) => {
      const properties = childOf(section, `${name}Pr`)
      return {
        word,
        format: valOf(childOf(properties, 'w:numFmt')) ?? format,
        next: numberOf(valOf(childOf(properties, 'w:numStart'))) ?? 1,
        texts: new Map(childrenOf(file.part(part), name).map(note => [attributeOf(note, 'id') ?? '', note])),
      }
    }
    this.#kinds = {
      'w:footnoteReference': kind('note', 'footnotes', 'w:footnote', 'decimal'),
      'w:endnoteReference': kind('slutnote', 'endnotes', 'w:endnote', 'lowerRoman'),
    }
  }

  /** Names the note with the number that Word shows, or with its own mark. Null: the file lacks it. */
  take(reference: Node, mark: string | null): Note | null {
    const kind = this.#kinds[reference.name]
    if (!kind?.texts.has(attributeOf(reference, 'id') ?? '')) return null
    const number = mark ?? formatNumber(kind.format, kind.next) ?? String(kind.next)
    if (mark === null) kind.next += 1
    return { name: `${kind.word} ${number}`, paragraphs: [] }
  }

  paragraphsOf(reference: Node, reader: BodyReader): Note['paragraphs'] {
    const text = this.#kinds[reference.name]?.texts.get(attributeOf(reference, 'id') ?? '')
    if (!text) return []
    const told = reader.blocks(text).flatMap(block => (block.kind === 'paragraph' ? [block.pieces] : []))
    const first = told.find(pieces => pieces.length > 0)
    return first ? told.filter(pieces => pieces.length > 0) : []
  }
}
