import { strToU8, zipSync } from 'fflate'
import { columnName } from '../../src/inputs/sheets/table.ts'

/** A cell as Excel keeps it; an object says its own XML, for what is rarely written. */
export type GivenCell = string | number | null | { xml: string }

export interface GivenSheet {
  name: string
  rows: GivenCell[][]
  merged?: string[]
  hidden?: boolean
}

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships'
const r = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

/** The styles that a cell can have by its number: plain, a day, a year alone, and per cent with a decimal. */
export const cellStyles = { plain: 0, day: 1, year: 2, percent: 3 } as const
const styles = `<styleSheet ${main}><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy"/><numFmt numFmtId="165" formatCode="0.0%"/></numFmts>
  <cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>`

export const styled = (value: number, style: keyof typeof cellStyles): GivenCell => ({
  xml: `<c s="${cellStyles[style]}"><v>${value}</v></c>`,
})

/** A workbook as Excel writes one, with its words in a part of their own. @param more parts besides */
export function workbookFile(sheets: GivenSheet[], more: Record<string, string> = {}): Buffer {
  const words: string[] = []
  const numbers = new Map<string, number>()
  const shared = (text: string): number => {
    const known = numbers.get(text)
    if (known !== undefined) return known
    numbers.set(text, words.length)
    return words.push(text) - 1
  }
  const cellXml = (cell: GivenCell, column: number, line: number): string => {
    const place = `r="${columnName(column)}${line}"`
    if (cell === null) return ''
    if (typeof cell === 'number') return `<c ${place}><v>${cell}</v></c>`
    if (typeof cell === 'string') return `<c ${place} t="s"><v>${shared(cell)}</v></c>`
    return cell.xml.includes(' r="') ? cell.xml : cell.xml.replace('<c', `<c ${place}`)
  }
  const sheetXml = ({ rows, merged = [] }: GivenSheet): string =>
    `<worksheet ${main}><sheetData>${rows
      .map(
        (cells, at) =>
          `<row r="${at + 1}">${cells.map((cell, column) => cellXml(cell, column, at + 1)).join('')}</row>`,
      )
      .join(
        '',
      )}</sheetData>${merged.length > 0 ? `<mergeCells>${merged.map(ref => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>` : ''}</worksheet>`
  const parts: Record<string, string> = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'xl/workbook.xml': `<workbook ${main} ${r}><sheets>${sheets
      .map(
        ({ name, hidden }, at) =>
          `<sheet name="${escaped(name)}" sheetId="${at + 1}" ${hidden ? 'state="hidden"' : ''} r:id="rId${at + 1}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${relations}">${sheets
      .map((_one, at) => `<Relationship Id="rId${at + 1}" Type="x/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`)
      .join('')}</Relationships>`,
    'xl/styles.xml': styles,
    ...Object.fromEntries(sheets.map((sheet, at) => [`xl/worksheets/sheet${at + 1}.xml`, sheetXml(sheet)])),
  }
  parts['xl/sharedStrings.xml'] = `<sst ${main}>${words.map(one => `<si><t>${escaped(one)}</t></si>`).join('')}</sst>`
  return Buffer.from(
    zipSync(Object.fromEntries(Object.entries({ ...parts, ...more }).map(([name, text]) => [name, strToU8(text)]))),
  )
}
