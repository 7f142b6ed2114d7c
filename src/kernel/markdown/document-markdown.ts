import MarkdownIt from 'markdown-it'
import sanitizeHtml from 'sanitize-html'
import { remembering } from '../remember.ts'
import { labelledLists } from './document-labels.ts'
import { asLines, type SafeHtml } from './markdown.ts'
import { linesIn } from './typed-lines.ts'

/**
 * The agreement's own text: CommonMark as the reader of Word documents writes it, with headings, emphasis, lists and
 * backslashes before characters that are no marks. What documents of this kind never hold, and what people who amend
 * them type without meaning it, is off: underlined headings, code, references, HTML. Lines stay lines.
 */
export const documentMarkdown = new MarkdownIt({ html: false, linkify: true, breaks: true, maxNesting: 20 })
  .disable(['code', 'fence', 'lheading', 'hr', 'reference', 'backticks', 'image', 'autolink', 'entity'])
  .use(labelledLists)

const allowed: sanitizeHtml.IOptions = {
  allowedTags: 'p br strong em s ul ol li span a blockquote h3 h4 h5 h6 table thead tbody tr th td'.split(' '),
  allowedAttributes: { a: ['href', 'rel'], ol: ['start'] },
  allowedClasses: { ul: ['as-typed'], span: ['mark'] },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowProtocolRelative: false,
  transformTags: {
    h1: 'h4',
    h2: 'h5',
    h3: 'h6',
    h4: 'h6',
    h5: 'h6',
    a: (tagName, attribs) => ({ tagName, attribs: { ...attribs, rel: 'noopener noreferrer nofollow' } }),
  },
}

/** Bullets and dashes as people write them are list items, and a plus and »# 5« are no marks. */
export const asDocument = (body: string): string =>
  body.replace(/^([ \t]*)[•·▪●◦‣–—][ \t\u00a0]+(?=\S)/gm, '$1- ').replace(/^([ \t]*)(\+(?=[ \t])|#(?= \d))/gm, '$1\\$2')

/** Marks that cost a reader of Markdown time; an address costs it four times as much. */
const mostMarks = 2000

/** Whether there is more to read in a text than in any document: it is then shown line by line, as it stands. */
export function isOverfull(body: string): boolean {
  const marks = body.match(/[*_[\]<>&|`~\\\n]/g)?.length ?? 0
  const addresses = body.match(/:\/\/|@|www\./g)?.length ?? 0
  return marks + 4 * addresses > mostMarks
}

/** A text of the agreement as cleaned HTML, its own headings below the section's. */
export const renderDocument: (body: string) => SafeHtml = remembering(
  body =>
    (isOverfull(body)
      ? asLines(linesIn(body))
      : sanitizeHtml(documentMarkdown.render(asDocument(body).replace(/^#{1,6}(?=\s)/gm, '#')), allowed)) as SafeHtml,
  200,
)
