import { letters, roman } from '../numerals.js'
import { attribute, isHidden, isText, styleOf } from './tree.js'

/** Word tells a paragraph's place in a list by a style, and writes its mark as words of the paragraph. */
export function wordLevel(node) {
  const style = styleOf(node, 'mso-list')
  return /^(?:none|skip)/.test(style) ? 0 : Number(/level(\d)/.exec(style)?.[1] ?? 0)
}

/** A paragraph of a list in Word without its mark, and the mark as it is typed; the mark is null where Word gave none. */
export function wordItem(node) {
  let mark = null
  const without = parent => ({
    ...parent,
    children: parent.children.flatMap(child => {
      if (isText(child)) return [child]
      if (/ignore/i.test(styleOf(child, 'mso-list'))) {
        mark ??= wordsOfMark(child)
        return []
      }
      return [without(child)]
    }),
  })
  const words = without(node)
  return { words, mark: mark === null ? null : markTyped(mark) }
}

const wordsOfMark = node => (isText(node) ? node.text : isHidden(node) ? '' : node.children.map(wordsOfMark).join(''))

/** Bullets are letters of a type of their own: what is no number or word is a bullet. */
function markTyped(written) {
  const mark = written.replace(/[\s\u00a0]+/g, ' ').trim()
  return /^\(?[\p{L}\d.]*[\p{L}\d][.)]+$/u.test(mark) || /\d/.test(mark) || mark.length > 2 ? mark : '-'
}

/** The mark stood in the words themselves. */
export const markInWords = text =>
  text.replace(/^[·•§o▪\uf0b7\uf0a7-][\s\u00a0]+/, '- ').replace(/^(\(?[\p{L}\d.]{1,8}[.)])[\s\u00a0]+/u, '$1 ')

const kinds = {
  'lower-alpha': 'a',
  'upper-alpha': 'A',
  'lower-latin': 'a',
  'upper-latin': 'A',
  'lower-roman': 'i',
  'upper-roman': 'I',
}

/** The mark of an item in a list of the web's kind. */
export function markOfItem(number, list, item) {
  if (list.name !== 'OL') return '-'
  const kind =
    kinds[styleOf(item, 'list-style-type')] ?? kinds[styleOf(list, 'list-style-type')] ?? attribute(list, 'type')
  if (/^a$/i.test(kind) && number <= letters.length) return `${cased(letters[number - 1], kind)})`
  if (/^i$/i.test(kind)) return `${cased(roman(number), kind)}.`
  return `${number}.`
}

const cased = (text, like) => (like === like.toUpperCase() ? text.toUpperCase() : text)
