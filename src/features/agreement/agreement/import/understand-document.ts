import { readDocument } from '../../../../inputs/read-document.ts'
import { Unreadable } from '../../../../inputs/unreadable.ts'
import { renderDocument } from '../../../../kernel/markdown/document-markdown.ts'
import type { SafeHtml } from '../../../../kernel/markdown/markdown.ts'
import { type ParsedAgreement, parseAgreement } from './parse-agreement.ts'
import { type Outline, outlineOf } from './read-markdown.ts'
import type { SideHeadings } from './side-headings.ts'

/** What is to be understood: a file as it came, or a text. */
export type DocumentGiven = ({ name: string; bytes: Uint8Array } | { text: string }) & { headings?: SideHeadings }

/** A document as it was understood, with what a page shows of it. */
export interface Understood {
  /** As Markdown. */
  source: string
  /** Whole sentences in Danish: what does not come along from the file, and what stands otherwise. */
  lost: string[]
  changed: string[]
  parsed: ParsedAgreement
  sections: { html: SafeHtml; outline: Outline }[]
  appendices: { outline: Outline }[]
}

/** All reading of a document, for the process that reads: see understand.ts. */
export default function understandDocument(given: DocumentGiven): Understood | { refused: string } {
  try {
    const read =
      'text' in given
        ? { text: given.text.replace(/\r\n?/g, '\n').normalize('NFC'), lost: [], changed: [] }
        : readDocument({ name: given.name, bytes: Buffer.from(given.bytes) })
    const parsed = parseAgreement(read.text, given.headings)
    return {
      source: read.text,
      lost: read.lost,
      changed: read.changed,
      parsed,
      sections: parsed.text.sections.map(({ body }) => ({ html: renderDocument(body), outline: outlineOf(body) })),
      appendices: parsed.text.appendices.map(({ body }) => ({ outline: outlineOf(body) })),
    }
  } catch (fault) {
    if (fault instanceof Unreadable) return { refused: fault.message }
    throw fault
  }
}
