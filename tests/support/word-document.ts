import { strToU8, zipSync } from 'fflate'

/** A paragraph of a Word document as Word writes it. */
export interface WordParagraph {
  text: string
  style?: string
  bold?: boolean
  /** A numbering of the document: 1 is a bulleted list, 2 numbers headings. */
  number?: 1 | 2
}

/** A line break and a tab are elements of their own. */
const broken = (text: string) =>
  escaped(text)
    .replaceAll('\n', '</w:t><w:br/><w:t xml:space="preserve">')
    .replaceAll('\t', '</w:t><w:tab/><w:t xml:space="preserve">')
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const namespaces = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

const style = (id: string, name: string, more = '') =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`
const styles = `<w:styles ${namespaces}>${style('Titel', 'Title')}${style('Overskrift1', 'heading 1')}${style(
  'Overskrift2',
  'heading 2',
)}${style('Afsnit', 'Aftaleafsnit', '<w:basedOn w:val="Overskrift1"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr>')}</w:styles>`

const level = (format: string, text: string) =>
  `<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`
const numbering = `<w:numbering ${namespaces}><w:abstractNum w:abstractNumId="7">${level('bullet', '•')}</w:abstractNum><w:abstractNum w:abstractNumId="8">${level(
  'decimal',
  '%1.',
)}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num></w:numbering>`

function paragraph({ text, style: styleId, bold, number }: WordParagraph): string {
  const properties = [
    styleId ? `<w:pStyle w:val="${styleId}"/>` : '',
    number ? `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${number}"/></w:numPr>` : '',
  ].join('')
  // Word cuts a sentence into runs wherever it likes.
  const half = Math.ceil(text.length / 2)
  const runs = [text.slice(0, half), text.slice(half)]
    .filter(part => part !== '')
    .map(part => `<w:r>${bold ? '<w:rPr><w:b/></w:rPr>' : ''}<w:t xml:space="preserve">${broken(part)}</w:t></w:r>`)
  return `<w:p><w:pPr>${properties}</w:pPr>${runs.join('')}</w:p>`
}

export const wordDocument = (paragraphs: WordParagraph[], extra = ''): Buffer =>
  Buffer.from(
    zipSync({
      '[Content_Types].xml': strToU8('<Types/>'),
      'word/document.xml': strToU8(
        `<?xml version="1.0"?><w:document ${namespaces}><w:body>${paragraphs.map(paragraph).join('')}${extra}</w:body></w:document>`,
      ),
      'word/styles.xml': strToU8(styles),
      'word/numbering.xml': strToU8(numbering),
    }),
  )
