import { closesBefore, opensAfter, readLine } from '../../vendor/editor-library.js'
import { cellsOf, wordsOf } from './read-text.js'

/** Nodes never change: what one is written as is worked out once, and typing costs a line and not the whole text. */
const written = new WeakMap()

/** What the editor holds, as the field stores it: what nobody has edited is as it was, to the character. */
export function writeText(doc) {
  const lines = []
  for (const block of doc.children) {
    if (block.type.name === 'table') lines.push(...block.children)
    else lines.push(block)
  }
  return lines.map((node, at) => lineText(node) + (at < lines.length - 1 ? node.attrs.end : '')).join('')
}

function lineText(node) {
  if (!written.has(node)) written.set(node, isAsItWas(node) ? node.attrs.source : newText(node))
  return written.get(node)
}

function isAsItWas(node) {
  const { source } = node.attrs
  if (source === null) return false
  if (node.type.name === 'line') return node.content.eq(wordsOf(source))
  const cells = cellsOf(source)
  return cells.length === node.childCount && cells.every((cell, at) => cell.content.eq(node.child(at).content))
}

function newText(node) {
  if (node.type.name === 'line') return markedText(node)
  // A tab within a cell would be a column of its own.
  return node.children.map(cell => markedText(cell).replaceAll('\t', ' ').trim()).join('\t')
}

/**
 * The words of a line, with marks where they are read: around whole words, after the item's number or bullet. A mark that
 * would not be read as it is meant is left out, and never shown as stars.
 */
export function markedText(node) {
  const text = node.textContent
  const ranges = rangesOf(node, text)
  for (let count = ranges.length; count > 0; count -= 1) {
    const marked = withMarks(text, ranges.slice(0, count))
    if (wordsAlone(marked) === wordsAlone(text)) return marked
  }
  return text
}

/** Marks that were typed as characters are read as marks, here and next time. */
function wordsAlone(text) {
  const words = wordsOf(text)
  return words.textBetween(0, words.size)
}

function rangesOf(node, text) {
  const { kind, text: body } = readLine(text)
  const first = kind === 'item' ? text.lastIndexOf(body) : 0
  const strong = stretched(runsOf(node, 'strong'), text, first)
  // Pairs never cross: where one would, it ends and begins anew.
  const em = stretched(runsOf(node, 'em'), text, first).flatMap(run => parted(run, strong))
  return [...strong.map(run => ({ ...run, mark: '**' })), ...bare(em, text).map(run => ({ ...run, mark: '_' }))]
}

function runsOf(node, name) {
  const runs = []
  node.forEach((child, offset) => {
    if (!child.marks.some(({ type }) => type.name === name)) return
    const last = runs.at(-1)
    if (last?.to === offset) last.to = offset + child.nodeSize
    else runs.push({ from: offset, to: offset + child.nodeSize })
  })
  return runs
}

/** Over whole words, and at words: a mark in the middle of a word, or at a space, is not read. */
function stretched(runs, text, first) {
  const found = []
  for (const { from, to } of bare(runs, text, first)) {
    const run = { from, to }
    while (run.from > first && !opensAfter(text[run.from - 1])) run.from -= 1
    while (run.to < text.length && !closesBefore(text.slice(run.to))) run.to += 1
    const last = found.at(-1)
    if (last && run.from <= last.to) last.to = Math.max(last.to, run.to)
    else found.push(run)
  }
  return found
}

/** Without the space at their ends, and without those that hold no word. */
function bare(runs, text, first = 0) {
  return runs
    .map(run => {
      const from = Math.max(run.from, first)
      const part = text.slice(from, run.to)
      const words = part.trim()
      const start = from + Math.max(0, part.search(startOfWords))
      return { from: start, to: from + part.indexOf(words) + words.length }
    })
    .filter(({ from, to }) => /[\p{L}\p{N}]/u.test(text.slice(from, to)))
}

const startOfWords = /[\p{L}\p{N}§([«»"'“”„‘–+]/u

function parted({ from, to }, others) {
  const cuts = others.flatMap(other => {
    const apart = other.to <= from || other.from >= to
    const within = other.from >= from && other.to <= to
    const around = other.from <= from && other.to >= to
    return apart || within || around ? [] : [other.from > from ? other.from : other.to]
  })
  const points = [from, ...cuts.toSorted((one, other) => one - other), to]
  return points.slice(1).map((end, at) => ({ from: points[at], to: end }))
}

/** Of two that begin at one place the longer stands outside, and of two that end there. */
function withMarks(text, ranges) {
  const signs = ranges.flatMap(({ from, to, mark }) => [
    { at: from, mark, size: from - to },
    { at: to, mark, size: to - from },
  ])
  const outside = ({ size, mark }) => size + (mark === '**' ? 0.5 : 0) * Math.sign(size)
  signs.sort(
    (one, other) => one.at - other.at || Number(other.size > 0) - Number(one.size > 0) || outside(one) - outside(other),
  )
  let out = ''
  let from = 0
  for (const { at, mark } of signs) {
    out += text.slice(from, at) + mark
    from = at
  }
  return out + text.slice(from)
}
