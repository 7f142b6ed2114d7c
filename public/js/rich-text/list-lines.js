import { readLine } from '../../vendor/editor-library.js'
import { letters, roman } from '../numerals.js'

/** What a line begins with where it is an item: its indent, its mark, and the space after; null: it is no item. */
export function markOf(text) {
  const { kind, mark, text: body } = readLine(text)
  if (kind !== 'item') return emptyItem(text)
  const before = text.slice(0, text.lastIndexOf(body))
  const indent = /^\s*/.exec(before)[0]
  const shown = before.trim()
  return { indent, shown, space: before.slice(indent.length + shown.length), length: before.length, style: mark.style }
}

/** An item in which nothing is written yet. */
function emptyItem(text) {
  const [found, indent, shown, space] =
    /^(\s*)([•*–—-]|\(?(?:\d{1,3}(?:\.\d{1,3})*|\p{L}|[ivxlc]{2,6})[.)])([ \t\u00a0]+)$/u.exec(text) ?? []
  if (found === undefined) return null
  const filled = readLine(`${found}x`)
  return { indent, shown, space, length: found.length, style: filled.mark?.style ?? shown }
}

/** The mark of the item that follows: »-« again, »2.« after »1.«, »b)« after »a)«, »iv.« after »iii.«, »1.3.« after »1.2.«. */
export function nextMark(shown, before = '') {
  const [, opened = '', number = '', closed = ''] = /^(\(?)([\p{L}\d.]*[\p{L}\d])([.)]?)$/u.exec(shown) ?? []
  if (number === '') return shown
  const levels = number.split('.')
  const last = levels.pop()
  return `${opened}${[...levels, numberAfter(last, before)].join('.')}${closed}`
}

function numberAfter(number, before) {
  if (/^\d+$/.test(number)) return String(Number(number) + 1)
  const lower = number.toLowerCase()
  const place = romanPlace(lower)
  // »i)« after »h)« is a letter; elsewhere it is the first of the Roman ones.
  const letter = letters.indexOf(lower)
  const follows = letter > 0 && bare(before) === letters[letter - 1]
  const isRoman = place > 0 && !follows && (lower.length > 1 || lower === 'i' || bare(before) === roman(place - 1))
  const next = isRoman ? roman(place + 1) : (letters[letter + 1] ?? lower)
  return number === lower ? next : next.toUpperCase()
}

const bare = shown => shown.toLowerCase().replace(/[().]/g, '')

/** 0: it is none. */
function romanPlace(text) {
  for (let place = 1; place <= 120; place += 1) if (roman(place) === text) return place
  return 0
}

/** One step in, as an item below an item stands; and out again. */
export const step = '  '

export function stepOut(text) {
  return /^(?: {1,2}|\t|\u00a0{1,2})/.exec(text)?.[0].length ?? 0
}
