import MarkdownIt from 'markdown-it'
import sanitizeHtml from 'sanitize-html'

/** HTML that may be printed as it stands: it came out of the cleaner here, and nowhere else. */
export type SafeHtml = string & { readonly brand: 'SafeHtml' }

// Raw HTML is text. Headings inside an item begin below the page's own.
const markdown = new MarkdownIt({ html: false, linkify: true, breaks: false, typographer: false })

const allowed: sanitizeHtml.IOptions = {
  allowedTags: [
    'p',
    'br',
    'strong',
    'em',
    's',
    'ul',
    'ol',
    'li',
    'a',
    'blockquote',
    'code',
    'pre',
    'hr',
    'h3',
    'h4',
    'h5',
    'h6',
    'table',
    'thead',
    'tbody',
    'tr',
    'th',
    'td',
  ],
  allowedAttributes: { a: ['href', 'rel'], ol: ['start'] },
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

const kept = new Map<string, SafeHtml>()
const most = 500
const longest = 20_000

/** Markdown as cleaned HTML. The texts read most lately are kept, as an agenda is opened by everyone on one day. */
export function renderMarkdown(text: string): SafeHtml {
  if (text === '') return '' as SafeHtml
  const known = kept.get(text)
  if (known !== undefined) {
    kept.delete(text)
    kept.set(text, known)
    return known
  }
  const html = sanitizeHtml(markdown.render(text), allowed) as SafeHtml
  if (text.length <= longest) {
    kept.set(text, html)
    const oldest = kept.keys().next()
    if (kept.size > most && !oldest.done) kept.delete(oldest.value)
  }
  return html
}

/** What Markdown says, without its marks: for search, mail and titles. */
export const plainText = (text: string): string =>
  sanitizeHtml(markdown.render(text), { allowedTags: [], allowedAttributes: {} })
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replace(/\s+/g, ' ')
    .trim()
