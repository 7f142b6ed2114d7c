import { brokenRule } from '../../kernel/refusal.ts'
import { docxToMarkdown } from './docx-to-markdown.ts'

export const largestDocument = 5 * 1024 * 1024

/**
 * A document's text as Markdown, by its own content: a Word document is a packed one, Markdown is plain text.
 * @throws Refusal on the field »fil« when it is neither
 */
export function readDocument(file: { name: string; buffer: Buffer }): string {
  const { name, buffer } = file
  if (buffer.length === 0) throw brokenRule(`Filen »${name}« er tom.`, 'fil')
  if (buffer.length > largestDocument) throw brokenRule(`Filen »${name}« er for stor. Den må højst fylde 5 MB.`, 'fil')
  if (buffer.subarray(0, 2).toString('latin1') === 'PK') {
    const markdown = docxToMarkdown(buffer)
    if (markdown === null) throw brokenRule(`Filen »${name}« er ikke et Word-dokument, der kan læses.`, 'fil')
    return markdown
  }
  const text = plainTextOf(buffer)
  if (text === null) throw brokenRule(`Filen »${name}« er hverken Markdown eller et Word-dokument (.docx).`, 'fil')
  return text
}

function plainTextOf(buffer: Buffer): string | null {
  if (buffer.includes(0)) return null
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(buffer).replace(/\r\n?/g, '\n')
  } catch {
    return null
  }
}
