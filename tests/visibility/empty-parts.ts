import { parseDocument } from 'htmlparser2'

interface Node {
  name?: string
  attribs?: Record<string, string>
  children?: Node[]
  data?: string
}

const containers = new Set(['ul', 'ol', 'dl', 'tbody', 'table', 'section', 'fieldset', 'figure'])
const speaking = new Set(['input', 'select', 'textarea', 'button', 'img', 'svg'])

/** What of a page stands over nothing: headings that nothing follows, lists and tables without a row. */
export function emptyParts(html: string): string[] {
  const flat: { level: number; text: string }[] = []
  const found: string[] = []
  walk(parseDocument(html) as unknown as Node, node => {
    const heading = /^h([1-6])$/.exec(node.name ?? '')
    if (heading) {
      flat.push({ level: Number(heading[1]), text: textOf(node) })
      return false
    }
    if (containers.has(node.name ?? '') && !says(node)) found.push(`<${node.name}> without content`)
    if ((node.data ?? '').trim() !== '' || speaking.has(node.name ?? '')) flat.push({ level: 0, text: '' })
    return true
  })
  flat.forEach(({ level, text }, at) => {
    const next = flat[at + 1]
    if (level > 0 && (!next || (next.level > 0 && next.level <= level))) found.push(`nothing under »${text}«`)
  })
  return found
}

/** The main part of a page: what is said of the subject, without the frame around it. */
export const mainOf = (html: string): string => /<main[\s\S]*?<\/main>/.exec(html)?.[0] ?? ''

const says = (node: Node): boolean =>
  (node.data ?? '').trim() !== '' || speaking.has(node.name ?? '') || (node.children ?? []).some(says)

const textOf = (node: Node): string =>
  (node.data ?? (node.children ?? []).map(textOf).join('')).replace(/\s+/g, ' ').trim()

function walk(node: Node, see: (node: Node) => boolean): void {
  if (node.name === 'script' || node.name === 'style') return
  if (see(node)) for (const child of node.children ?? []) walk(child, see)
}
