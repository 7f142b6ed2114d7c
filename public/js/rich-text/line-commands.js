import { TextSelection } from '../../vendor/editor-library.js'
import { markOf, nextMark, step, stepOut } from './list-lines.js'
import { schema } from './schema.js'

const { line } = schema.nodes

/** A new line. After an item it is the next one, and those that follow it count on; after an empty item the list ends. */
export function newLine(state, dispatch) {
  const { $from } = state.selection
  if ($from.parent.type !== line) return false
  const tr = state.tr.deleteSelection()
  const at = tr.selection.$from
  if (at.parent.type !== line) return false
  const mark = markOf(at.parent.textContent)
  if (mark && mark.length === at.parent.content.size) {
    tr.delete(at.start(), at.end())
  } else {
    const isWithin = mark !== null && at.parentOffset >= mark.length
    const last = mark && isWithin ? nextMark(mark.shown, shownBefore(tr.doc, at.before())) : ''
    const indent = at.parentOffset === 0 ? '' : (/^[ \u00a0\t]*(?=\S)/.exec(at.parent.textContent)?.[0] ?? '')
    const beginning = mark && isWithin ? `${mark.indent}${last}${mark.space}` : mark ? '' : indent
    tr.split(tr.selection.from, 1, [{ type: line, attrs: { source: null, end: '\n' } }])
    const start = tr.selection.$from.start()
    if (beginning !== '') tr.insert(start, schema.text(beginning))
    tr.setSelection(TextSelection.create(tr.doc, start + beginning.length))
    if (mark && isWithin) countOn(tr, tr.selection.$from.before(), mark)
  }
  dispatch?.(tr.scrollIntoView())
  return true
}

/** The mark of the line before one, where it is an item. */
function shownBefore(doc, pos) {
  const before = doc.resolve(pos).nodeBefore
  return before?.type === line ? (markOf(before.textContent)?.shown ?? '') : ''
}

/** After an item that came between, those that had its number and the numbers after it go one up. */
function countOn(tr, pos, { style, indent }) {
  let at = pos
  let shown = markOf(tr.doc.nodeAt(pos).textContent)?.shown ?? ''
  let next = nextMark(shown)
  if (next === shown) return
  for (;;) {
    at += tr.doc.nodeAt(at).nodeSize
    const node = at < tr.doc.content.size ? tr.doc.nodeAt(at) : null
    if (node?.type !== line || node.content.size === 0) return
    const mark = markOf(node.textContent)
    if (!mark || mark.indent.length > indent.length) continue
    if (mark.indent !== indent || mark.style !== style || mark.shown !== shown) return
    const from = at + 1 + indent.length
    tr.replaceWith(from, from + mark.shown.length, schema.text(next))
    shown = next
    next = nextMark(shown)
  }
}

/** At the beginning of an item's words the mark goes first, and then the line's break. */
export function eraseMark(state, dispatch) {
  const { $from, empty } = state.selection
  if (!empty || $from.parent.type !== line) return false
  const mark = markOf($from.parent.textContent)
  if (!mark || $from.parentOffset !== mark.length) return false
  const outdented = mark.indent.length > 0 ? stepOut(mark.indent) : 0
  if (outdented > 0) dispatch?.(state.tr.delete($from.start(), $from.start() + outdented))
  else dispatch?.(state.tr.delete($from.start(), $from.start() + mark.length))
  return true
}

/** Bullets or numbers before the chosen lines; pressed again, they go. */
export const listOf = kind => (state, dispatch) => {
  const lines = chosenLines(state).filter(({ node }, _at, all) => all.length === 1 || node.textContent.trim() !== '')
  if (lines.length === 0) return false
  const isKind = ({ node }) => {
    const mark = markOf(node.textContent)
    return mark !== null && /[\p{L}\d]/u.test(mark.shown) === (kind === 'numbers')
  }
  const off = lines.every(isKind)
  const { tr } = state
  const counted = new Map()
  for (const { node, pos } of lines) {
    const text = node.textContent
    const mark = markOf(text)
    const indent = mark?.indent ?? /^\s*/.exec(text)[0]
    const number = (counted.get(indent) ?? 0) + 1
    counted.set(indent, number)
    const start = tr.mapping.map(pos) + 1
    const from = start + indent.length
    const to = start + (mark?.length ?? indent.length)
    if (off) tr.delete(from, to)
    else tr.replaceWith(from, to, schema.text(kind === 'numbers' ? `${number}. ` : '- '))
  }
  dispatch?.(tr.scrollIntoView())
  return true
}

export const stepIn = (state, dispatch) => {
  const lines = chosenLines(state)
  if (lines.length === 0) return false
  const { tr } = state
  for (const { pos } of lines) tr.insert(tr.mapping.map(pos) + 1, schema.text(step))
  dispatch?.(tr)
  return true
}

export const stepBack = (state, dispatch) => {
  const lines = chosenLines(state).filter(({ node }) => stepOut(node.textContent) > 0)
  if (lines.length === 0) return false
  const { tr } = state
  for (const { node, pos } of lines) {
    const start = tr.mapping.map(pos) + 1
    tr.delete(start, start + stepOut(node.textContent))
  }
  dispatch?.(tr)
  return true
}

function chosenLines(state) {
  const { from, to } = state.selection
  const lines = []
  state.doc.nodesBetween(from, to, (node, pos) => {
    if (node.type === line) lines.push({ node, pos })
    return node.type === schema.nodes.doc
  })
  return lines
}

/** Emphasis counts around whole words, and never the number or bullet of an item. */
export const emphasise = name => (state, dispatch) => {
  const type = schema.marks[name]
  const parts = chosenWords(state)
  const { tr } = state
  if (parts.length === 0) {
    const on = type.isInSet(state.storedMarks ?? state.selection.$from.marks())
    dispatch?.(on ? tr.removeStoredMark(type) : tr.addStoredMark(type.create()))
    return true
  }
  const off = parts.every(
    ({ from, to }) => state.doc.rangeHasMark(from, to, type) && isWhole(state.doc, from, to, type),
  )
  for (const { from, to } of parts) off ? tr.removeMark(from, to, type) : tr.addMark(from, to, type.create())
  dispatch?.(tr)
  return true
}

/** Whether all of what is chosen has the emphasis. */
export function isEmphasised(state, name) {
  const type = schema.marks[name]
  const { empty, $from } = state.selection
  if (empty) return Boolean(type.isInSet(state.storedMarks ?? $from.marks()))
  return chosenWords(state).every(({ from, to }) => isWhole(state.doc, from, to, type))
}

function isWhole(doc, from, to, type) {
  let whole = true
  doc.nodesBetween(from, to, node => {
    if (node.isText && /\S/.test(node.text) && !type.isInSet(node.marks)) whole = false
  })
  return whole
}

function chosenWords(state) {
  const { from, to, empty } = state.selection
  const parts = []
  state.doc.nodesBetween(from, to, (node, pos) => {
    if (!node.isTextblock) return true
    const text = node.textContent
    const least = node.type === line ? (markOf(text)?.length ?? 0) : 0
    let start = Math.max(from - pos - 1, least)
    let end = Math.min(to - pos - 1, text.length)
    while (start > least && isLetter(text[start - 1]) && isLetter(text[start])) start -= 1
    while (end < text.length && end > least && isLetter(text[end]) && isLetter(text[end - 1])) end += 1
    if (start < end && (!empty || (start < from - pos - 1 && end > from - pos - 1)))
      parts.push({ from: pos + 1 + start, to: pos + 1 + end })
    return false
  })
  return parts
}

const isLetter = letter => /[\p{L}\p{N}]/u.test(letter ?? '')
