import { TextSelection } from '../../vendor/editor-library.js'
import { widestTable } from './read-text.js'
import { schema } from './schema.js'

const { line, table, row, cell } = schema.nodes

/** Where in a table the writing is; null: in none. */
export function placeInTable({ selection: { $from } }) {
  if ($from.parent.type !== cell) return null
  const depth = $from.depth - 2
  return {
    table: $from.node(depth),
    pos: $from.before(depth),
    rowAt: $from.index(depth),
    cellAt: $from.index(depth + 1),
  }
}

/** A table of two rows and columns after the line; an empty line gives its place to it. */
export function newTable(state, dispatch) {
  const { $from } = state.selection
  if ($from.parent.type !== line) return false
  const made = table.create(null, [emptyRow(2), emptyRow(2)])
  const { tr } = state
  const isEmpty = $from.parent.content.size === 0
  const after = $from.after()
  // A table is read as one where lines of prose do not run into it, so an empty line stands on either side.
  const before = isEmpty ? $from.index(0) > 0 && needsSpace(state.doc.child($from.index(0) - 1)) : true
  const follows = $from.index(0) + 1 < state.doc.childCount ? state.doc.child($from.index(0) + 1) : null
  const blocks = [...(before ? [line.create()] : []), made]
  if (follows === null || needsSpace(follows)) blocks.push(line.create())
  const from = isEmpty ? $from.before() : after
  tr.replaceWith(from, after, blocks)
  tr.setSelection(TextSelection.create(tr.doc, from + (before ? 2 : 0) + 3))
  dispatch?.(tr.scrollIntoView())
  return true
}

const needsSpace = node => node.type === table || node.textContent.trim() !== ''

const emptyRow = count =>
  row.create(
    null,
    Array.from({ length: count }, () => cell.create()),
  )

export const newRow = inTable((rows, { rowAt }) => {
  const count = Math.max(...rows.map(one => one.length))
  return {
    rows: rows.toSpliced(
      rowAt + 1,
      0,
      Array.from({ length: count }, () => cell.create()),
    ),
    to: [rowAt + 1, 0],
  }
})

export const newColumn = inTable((rows, { rowAt, cellAt }) => {
  if (rows.some(cells => cells.length >= widestTable)) return null
  return {
    rows: rows.map(cells => filled(cells, cellAt).toSpliced(cellAt + 1, 0, cell.create())),
    to: [rowAt, cellAt + 1],
  }
})

/** Of what is fewer than two rows or columns there is no table: it becomes lines. */
export const dropRow = inTable((rows, { rowAt, cellAt }) => ({
  rows: rows.toSpliced(rowAt, 1),
  to: [Math.max(0, rowAt - 1), cellAt],
}))

export const dropColumn = inTable((rows, { rowAt, cellAt }) => ({
  rows: rows.map(cells => (cells.length > cellAt ? cells.toSpliced(cellAt, 1) : cells)),
  to: [rowAt, Math.max(0, cellAt - 1)],
}))

const filled = (cells, at) => [
  ...cells,
  ...Array.from({ length: Math.max(0, at + 1 - cells.length) }, () => cell.create()),
]

/** A change of the rows of the table in which one writes, told as cells. */
function inTable(change) {
  return (state, dispatch) => {
    const place = placeInTable(state)
    if (!place) return false
    const before = []
    for (const one of place.table.children) before.push(one.children)
    const changed = change(before, place)
    if (!changed) return false
    const { rows, to } = changed
    const { tr } = state
    const end = place.pos + place.table.nodeSize
    const isTable = rows.length > 1 && rows.every(cells => cells.length > 1)
    if (isTable) {
      // A row that is as it was is written as it was.
      const made = rows.map(cells => row.create(place.table.maybeChild(before.indexOf(cells))?.attrs ?? null, cells))
      tr.replaceWith(place.pos, end, table.create(null, made))
      tr.setSelection(TextSelection.create(tr.doc, startOfCell(tr.doc, place.pos, to)))
    } else {
      const lines = rows.flatMap(cells => (cells.length > 0 ? [lineOfCells(cells)] : []))
      tr.replaceWith(place.pos, end, lines.length > 0 ? lines : [line.create()])
      tr.setSelection(TextSelection.near(tr.doc.resolve(place.pos + 1)))
    }
    dispatch?.(tr.scrollIntoView())
    return true
  }
}

const lineOfCells = cells => {
  let content = cells[0].content
  for (const one of cells.slice(1))
    content = content.append(line.create(null, schema.text(' ')).content).append(one.content)
  return line.create(null, content)
}

function startOfCell(doc, pos, [rowAt, cellAt]) {
  const found = doc.nodeAt(pos)
  let at = pos + 1
  for (let index = 0; index < Math.min(rowAt, found.childCount - 1); index += 1) at += found.child(index).nodeSize
  const within = doc.nodeAt(at)
  at += 1
  for (let index = 0; index < Math.min(cellAt, within.childCount - 1); index += 1) at += within.child(index).nodeSize
  return at + 1
}

/** To the next cell, or the one before; from the last of all Tab leads out of the field, as elsewhere. */
export const toCell = direction => (state, dispatch) => {
  const place = placeInTable(state)
  if (!place) return false
  const cells = []
  place.table.descendants((node, pos) => {
    if (node.type === cell) cells.push(place.pos + 1 + pos + 1)
    return node.type !== cell
  })
  const here = cells.indexOf(state.selection.$from.start())
  const target = cells[here + direction]
  if (target === undefined) return false
  dispatch?.(state.tr.setSelection(TextSelection.create(state.doc, target)).scrollIntoView())
  return true
}

/** Enter in a table: the cell below, and after the last row the line after the table. */
export function cellBelow(state, dispatch) {
  const place = placeInTable(state)
  if (!place) return false
  const { tr } = state
  if (place.rowAt + 1 < place.table.childCount) {
    tr.setSelection(TextSelection.create(tr.doc, startOfCell(tr.doc, place.pos, [place.rowAt + 1, place.cellAt])))
  } else {
    const after = place.pos + place.table.nodeSize
    if (tr.doc.nodeAt(after)?.type !== line) tr.insert(after, line.create())
    tr.setSelection(TextSelection.create(tr.doc, after + 1))
  }
  dispatch?.(tr.scrollIntoView())
  return true
}
