import { attribute, isText } from './tree.js'

const widest = 30

/**
 * The rows of a table, each as texts of cells, by what `cellText` makes of one. A cell over several columns or rows stands
 * in the first, and the others are empty.
 */
export function rowsOfTable(table, cellText, lose) {
  const reaching = []
  const rows = rowsIn(table).map(row => {
    const cells = []
    const skip = () => {
      while (reaching[cells.length] > 0) {
        reaching[cells.length] -= 1
        cells.push('')
      }
    }
    for (const cell of row.children.filter(({ name }) => name === 'TD' || name === 'TH')) {
      skip()
      const [columns, down] = [span(cell, 'colspan'), span(cell, 'rowspan')]
      if (columns > 1 || down > 1) lose('merged')
      for (let at = 0; at < columns; at += 1) {
        reaching[cells.length] = down - 1
        cells.push(at === 0 ? cellText(cell) : '')
      }
    }
    skip()
    return cells
  })
  if (rows.some(cells => cells.length > widest)) lose('wide')
  // A whole empty row would part the table in two.
  return rows.filter(cells => cells.some(text => text !== ''))
}

const span = (cell, name) => Math.min(widest, Math.max(1, Number(attribute(cell, name)) || 1))

/** Those of the table itself, not of a table in one of its cells. */
const rowsIn = node =>
  node.children.flatMap(child => {
    if (isText(child)) return []
    if (child.name === 'TR') return [child]
    return /^(?:THEAD|TBODY|TFOOT)$/.test(child.name) ? rowsIn(child) : []
  })
