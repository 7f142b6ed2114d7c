import { strToU8, zipSync } from 'fflate'

/** Word documents by their parts, for tests of what Word writes in them. */

export const w = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const others =
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

export interface WordParts {
  body: string
  styles?: string
  /** What stands in w:numbering. */
  numbering?: string
  footnotes?: string
  endnotes?: string
  header?: string
  /** Parts as they are, by their names. */
  more?: Record<string, string | Uint8Array>
}

const part = (name: string, inner: string) =>
  strToU8(
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:${name} xmlns:w="${w}" ${others}>${inner}</w:${name}>`,
  )

/** As Word packs it: the parts that are told, with their relations. */
export function wordFile({ body, styles, numbering, footnotes, endnotes, header, more = {} }: WordParts): Buffer {
  const parts: Record<string, Uint8Array> = { 'word/document.xml': part('document', `<w:body>${body}</w:body>`) }
  const told: [string, string, string, string | undefined][] = [
    ['styles', 'styles', 'styles', styles],
    ['numbering', 'numbering', 'numbering', numbering],
    ['footnotes', 'footnotes', 'footnotes', footnotes],
    ['endnotes', 'endnotes', 'endnotes', endnotes],
    ['header', 'header1', 'hdr', header],
  ]
  const links: string[] = []
  for (const [type, file, root, inner] of told) {
    if (inner === undefined) continue
    parts[`word/${file}.xml`] = part(root, inner)
    links.push(`<Relationship Id="rId${links.length + 1}" Type="${relations}/${type}" Target="${file}.xml"/>`)
  }
  const packed = Object.fromEntries(
    Object.entries(more).map(([name, text]) => [name, typeof text === 'string' ? strToU8(text) : text]),
  )
  return Buffer.from(
    zipSync({
      '[Content_Types].xml': strToU8(
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
      ),
      '_rels/.rels': relationsPart(
        `<Relationship Id="rId1" Type="${relations}/officeDocument" Target="word/document.xml"/>`,
      ),
      'word/_rels/document.xml.rels': relationsPart(links.join('')),
      ...parts,
      ...packed,
    }),
  )
}

export const relationsPart = (links: string): Uint8Array =>
  strToU8(
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${links}</Relationships>`,
  )

/** A run, with its look. */
export const run = (text: string, look = ''): string =>
  `<w:r>${look === '' ? '' : `<w:rPr>${look}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`

/** A paragraph, with its properties. */
export const para = (inner: string, properties = ''): string =>
  `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${inner.startsWith('<') || inner === '' ? inner : run(inner)}</w:p>`

/** A paragraph of a list. */
export const listed = (text: string, number: number, level = 0): string =>
  para(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${number}"/></w:numPr>`)

export const styled = (text: string, style: string): string => para(text, `<w:pStyle w:val="${style}"/>`)

/** One level of a list. */
export const level = (at: number, format: string, text: string, more = '', start = 1): string =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`

export const abstract = (id: number, ...levels: string[]): string =>
  `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`

export const num = (id: number, list: number, more = ''): string =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${list}"/>${more}</w:num>`

export const startAt = (at: number, start: number): string =>
  `<w:lvlOverride w:ilvl="${at}"><w:startOverride w:val="${start}"/></w:lvlOverride>`

export const style = (id: string, name: string, more = '', type = 'paragraph'): string =>
  `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`

export const headings = ['Title', 'heading 1', 'heading 2', 'heading 3']
  .map((name, at) => style(`H${at}`, name))
  .join('')
