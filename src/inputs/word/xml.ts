import { Parser } from 'htmlparser2'
import { Unreadable } from '../unreadable.ts'
import { damaged, tooLarge } from '../zip.ts'

/** An element of a part. Names carry the prefix that Word itself writes, whatever prefix the document gives them. */
export interface Node {
  name: string
  attributes: Record<string, string>
  children: (Node | string)[]
}

const most = { depth: 200, nodes: 400_000 }

/** By the namespace, in both of the standard's editions; a prefix is only a name for it. */
const known: Record<string, string> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
  'http://schemas.openxmlformats.org/package/2006/relationships': 'rels',
  'http://schemas.openxmlformats.org/package/2006/content-types': 'types',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
  'http://schemas.openxmlformats.org/drawingml/2006/main': 'a',
  'http://purl.oclc.org/ooxml/drawingml/main': 'a',
  'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing': 'wp',
  'http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing': 'wp',
  'http://schemas.openxmlformats.org/drawingml/2006/picture': 'pic',
  'http://purl.oclc.org/ooxml/drawingml/picture': 'pic',
  'http://schemas.openxmlformats.org/drawingml/2006/chart': 'c',
  'http://purl.oclc.org/ooxml/drawingml/chart': 'c',
  'http://schemas.openxmlformats.org/drawingml/2006/diagram': 'dgm',
  'http://purl.oclc.org/ooxml/drawingml/diagram': 'dgm',
  'http://schemas.microsoft.com/office/word/2010/wordprocessingShape': 'wps',
  'http://schemas.microsoft.com/office/word/2010/wordprocessingGroup': 'wpg',
  'http://schemas.microsoft.com/office/word/2010/wordml': 'w14',
  'urn:schemas-microsoft-com:vml': 'v',
  'urn:schemas-microsoft-com:office:office': 'o',
}

/**
 * A part as a tree.
 * @throws Unreadable when it is cut off, not well-formed, too deep or too large
 */
export function readXml(bytes: Uint8Array): Node {
  const root: Node = { name: '', attributes: {}, children: [] }
  const open: Node[] = [root]
  const scopes: Map<string, string>[] = [new Map()]
  const text = textOf(bytes)
  let nodes = 0
  const parser = new Parser(
    {
      onopentag(written, attributes) {
        nodes += 1
        if (nodes > most.nodes || open.length > most.depth) throw new Unreadable(tooLarge)
        const scope = scopeOf(attributes, scopes.at(-1) ?? new Map())
        const node: Node = { name: nameIn(scope, written, true), attributes: {}, children: [] }
        for (const [name, value] of Object.entries(attributes)) node.attributes[nameIn(scope, name, false)] = value
        if (node.name === 'mc:Choice') node.attributes.requires = requiredBy(attributes.Requires ?? '', scope)
        open.at(-1)?.children.push(node)
        open.push(node)
        scopes.push(scope)
      },
      ontext(words) {
        const { children } = open.at(-1) ?? root
        const last = children.at(-1)
        if (typeof last === 'string') children[children.length - 1] = last + words
        else children.push(words)
      },
      onclosetag(_name, implied) {
        // »<w:b/>« closes itself; whatever else closes unsaid was cut off.
        if (implied && text[parser.endIndex - 1] !== '/') throw new Unreadable(damaged)
        open.pop()
        scopes.pop()
      },
      onprocessinginstruction(name) {
        // A document type can name other files, and words that stand for others without end.
        if (name.startsWith('!')) throw new Unreadable(damaged)
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.write(text)
  parser.end()
  return root.children.find(child => typeof child !== 'string') ?? root
}

function textOf(bytes: Uint8Array): string {
  const [first, second] = bytes
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
  return new TextDecoder(encoding).decode(bytes)
}

function scopeOf(attributes: Record<string, string>, outer: Map<string, string>): Map<string, string> {
  let scope = outer
  for (const [name, uri] of Object.entries(attributes)) {
    const prefix = name === 'xmlns' ? '' : name.startsWith('xmlns:') ? name.slice(6) : null
    if (prefix === null) continue
    if (scope === outer) scope = new Map(outer)
    scope.set(prefix, uri)
  }
  return scope
}

function nameIn(scope: Map<string, string>, written: string, element: boolean): string {
  const colon = written.indexOf(':')
  if (colon === -1 && !element) return written
  const prefix = colon === -1 ? '' : written.slice(0, colon)
  const local = written.slice(colon + 1)
  const uri = scope.get(prefix)
  // What nobody declared is taken at its word.
  if (uri === undefined) return written
  return `${known[uri] ?? 'other'}:${local}`
}

/** »ja« when Word of today would understand all that a choice asks for. */
const requiredBy = (prefixes: string, scope: Map<string, string>): string =>
  prefixes
    .split(/\s+/)
    .every(prefix => prefix === '' || /microsoft|openxmlformats|purl\.oclc/.test(scope.get(prefix) ?? ''))
    ? 'ja'
    : 'nej'

export const isNode = (child: Node | string): child is Node => typeof child !== 'string'

export const childrenOf = (node: Node | undefined, name: string): Node[] =>
  node ? node.children.filter((child): child is Node => isNode(child) && child.name === name) : []

export const childOf = (node: Node | undefined, name: string): Node | undefined =>
  node?.children.find((child): child is Node => isNode(child) && child.name === name)

/** An attribute of Word's own, which some programs write without a prefix. */
export const attributeOf = (node: Node | undefined, name: string): string | undefined =>
  node?.attributes[`w:${name}`] ?? node?.attributes[name]

export const valOf = (node: Node | undefined): string | undefined => attributeOf(node, 'val')

/** A whole number, or nothing. */
export function numberOf(text: string | undefined): number | undefined {
  return text !== undefined && /^-?\d{1,9}$/.test(text.trim()) ? Number(text) : undefined
}

/** A switch such as w:b: there and on, there and off, or not there. */
export function switchOf(node: Node | undefined): boolean | undefined {
  return node ? !['0', 'false', 'none', 'off'].includes(valOf(node) ?? '') : undefined
}

/** All words below a node. */
export function wordsIn(node: Node, names: readonly string[]): string {
  let words = ''
  const rest: Node[] = [node]
  while (rest.length > 0) {
    const next = rest.pop() as Node
    if (names.includes(next.name)) words += next.children.filter(child => !isNode(child)).join('')
    for (const child of [...next.children].reverse()) if (isNode(child)) rest.push(child)
  }
  return words
}
