import { childOf, childrenOf, type Node, readXml } from '../word/xml.ts'
import type { Zip, ZipEntry } from '../zip.ts'
import { type Meaning, meaningOf } from './number-formats.ts'
import { refusedTable } from './refused-tables.ts'
import { readSharedStrings } from './shared-strings.ts'
import { readSheetCells } from './sheet-cells.ts'
import { type Sheet, tableLimits } from './table.ts'

const largest = tableLimits.unpackedMegabytes * 1024 * 1024

/**
 * A workbook's sheets with their cells as they are stored.
 * @throws Unreadable where it is something else, reaches out of itself, computes, or is larger than the limits
 */
export async function readWorkbook(zip: Zip): Promise<Sheet[]> {
  refuseOthers(zip)
  const unpacked = zip.entries.reduce((sum, { size }) => sum + size, 0)
  if (unpacked > largest) throw refusedTable.bomb(unpacked)
  const relations = relationsOf(zip)
  const main = partOf(zip, 'xl/workbook.xml')
  if (!main) throw refusedTable.other()
  const workbook = readXml(zip.read(main))
  const named = all(childNamed(workbook, 'sheets'), 'sheet')
  if (named.length > tableLimits.sheets) throw refusedTable.tooManySheets(named.length)
  const properties = childNamed(workbook, 'workbookPr')?.attributes.date1904
  const strings = partOf(zip, 'xl/sharedStrings.xml')
  const context = {
    strings: strings ? await readSharedStrings(zip.unpack(strings)) : [],
    meanings: meaningsIn(zip),
    from1904: properties === '1' || properties === 'true',
    counted: { rows: 0, cells: 0 },
  }
  const sheets: Sheet[] = []
  for (const { attributes } of named) {
    const name = (attributes.name ?? '').normalize('NFC').trim()
    const target = relations.get(attributes['r:id'] ?? attributes.id ?? '')
    const part = target === undefined ? undefined : partOf(zip, target)
    // A sheet of a picture or a diagram has no cells.
    if (!part || !/worksheets\//i.test(part.name)) continue
    const hidden = attributes.state === 'hidden' || attributes.state === 'veryHidden'
    sheets.push({ name, hidden, ...(await readSheetCells(zip.unpack(part), { ...context, name })) })
  }
  return sheets
}

function refuseOthers(zip: Zip): void {
  const has = (pattern: RegExp) => zip.entries.some(({ name }) => pattern.test(name))
  if (zip.entries.some(({ encrypted }) => encrypted)) throw refusedTable.protected()
  if (has(/^xl\/workbook\.bin$/i)) throw refusedTable.binaryExcel()
  if (has(/^content\.xml$/i)) throw refusedTable.openDocument()
  if (has(/vbaProject\.bin$|^xl\/(macrosheets|dialogsheets)\//i)) throw refusedTable.macros()
  if (has(/^xl\/externalLinks\//i)) throw refusedTable.externalLinks()
  if (has(/^xl\/connections\.xml$|^xl\/queryTables\/|^customData\//i)) throw refusedTable.connections()
  if (!has(/^xl\/workbook\.xml$/i)) throw refusedTable.other()
}

const partOf = (zip: Zip, name: string): ZipEntry | undefined => zip.find(name)

/** Where each sheet lies, by the number that the workbook gives it. */
function relationsOf(zip: Zip): Map<string, string> {
  const part = partOf(zip, 'xl/_rels/workbook.xml.rels')
  if (!part) throw refusedTable.damaged()
  return new Map(
    childrenOf(readXml(zip.read(part)), 'rels:Relationship')
      .filter(({ attributes }) => attributes.TargetMode !== 'External')
      .map(({ attributes: { Id = '', Target = '' } }) => [
        Id,
        Target.startsWith('/') ? Target.slice(1) : `xl/${Target.replace(/^\.\//, '')}`,
      ]),
  )
}

function meaningsIn(zip: Zip): Meaning[] {
  const part = partOf(zip, 'xl/styles.xml')
  if (!part) return []
  const styles = readXml(zip.read(part))
  const codes = new Map(
    all(childNamed(styles, 'numFmts'), 'numFmt').map(({ attributes: { numFmtId = '', formatCode = '' } }) => [
      Number(numFmtId),
      formatCode,
    ]),
  )
  return all(childNamed(styles, 'cellXfs'), 'xf').map(({ attributes }) => {
    const id = Number(attributes.numFmtId ?? 0)
    return meaningOf(id, codes.get(id))
  })
}

/** A workbook's own names have one namespace, whose prefix is the reader's word for »another than Word's«. */
const childNamed = (node: Node | undefined, name: string): Node | undefined =>
  childOf(node, `other:${name}`) ?? childOf(node, name)
const all = (node: Node | undefined, name: string): Node[] => [
  ...childrenOf(node, `other:${name}`),
  ...childrenOf(node, name),
]
