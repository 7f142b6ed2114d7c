import { attribute, isHidden, isText, styleOf } from './tree.js'

/** The words of a node within a line, with their marks; `lose` is told what a line cannot hold. */
export function wordsIn(node, parent, lose) {
  if (isText(node))
    return /pre/.test(styleOf(parent, 'white-space')) ? node.text : node.text.replace(/[ \t\r\n]+/g, ' ')
  if (isComment(node)) lose('comments')
  if (isComment(node) || isHidden(node)) return ''
  noteLooks(node, parent, lose)
  const text = node.children.map(child => wordsIn(child, node, lose)).join('')
  if (isPicture(node)) return text
  if (/^(?:S|STRIKE|DEL)$/.test(node.name) || /line-through/.test(styleOf(node, 'text-decoration')))
    return text.trim() ? `[slettet: ${text.trim()}]` : text
  const raised = node.name === 'SUP' || styleOf(node, 'vertical-align') === 'super'
  const lowered = node.name === 'SUB' || styleOf(node, 'vertical-align') === 'sub'
  if (raised || lowered) return smallDigits(text, raised ? '⁰¹²³⁴⁵⁶⁷⁸⁹' : '₀₁₂₃₄₅₆₇₈₉', lose)
  if (node.name === 'A') return linked(text, attribute(node, 'href'))
  return emphasised(node, text)
}

function emphasised(node, text) {
  const [weight, slant] = [styleOf(node, 'font-weight'), styleOf(node, 'font-style')]
  const bold = weight === 'bold' || weight === 'bolder' || Number(weight) >= 600
  const normal = weight === 'normal' || Number(weight) <= 500
  const inner = (/^(?:I|EM)$/.test(node.name) && slant !== 'normal') || slant === 'italic' ? marked(text, '_') : text
  return (/^(?:B|STRONG)$/.test(node.name) && !(weight !== '' && normal)) || bold ? marked(inner, '**') : inner
}

const isPicture = ({ name }) => /^(?:IMG|SVG|CANVAS|VIDEO|V:IMAGEDATA|PICTURE)$/.test(name)

const isComment = node =>
  /^comment/.test(styleOf(node, 'mso-element')) || /MsoCommentReference|msocomanchor/.test(attribute(node, 'class'))

function noteLooks(node, parent, lose) {
  // A link underlines itself, and a mail's counting picture is nobody's.
  if (isPicture(node) && Number(attribute(node, 'width') || 99) > 2) lose('pictures')
  if (/^(?:IFRAME|OBJECT|EMBED|AUDIO|M:OMATH)$/.test(node.name)) lose('objects')
  const isLink = node.name === 'A' || parent.name === 'A'
  if (!isLink && (node.name === 'U' || /underline/.test(styleOf(node, 'text-decoration')))) lose('underlined')
  if (/^(?!auto|windowtext|transparent|white|none|inherit|initial|#fff)./i.test(backgroundOf(node))) lose('colours')
}

const backgroundOf = node =>
  node.name === 'MARK'
    ? 'yellow'
    : styleOf(node, 'mso-highlight') ||
      (node.name === 'SPAN' ? styleOf(node, 'background') || styleOf(node, 'background-color') : '')

function smallDigits(text, digits, lose) {
  if (/^\d+$/.test(text.trim())) return text.trim().replace(/\d/g, digit => digits[digit])
  if (text.trim() !== '') lose('raised')
  return text
}

/** The address follows the words that led to it, unless they are the address. */
function linked(text, href) {
  const bare = address =>
    address
      .replace(/^(?:mailto:|tel:|https?:\/\/)/i, '')
      .replace(/\/$/, '')
      .trim()
  return /^(?:https?:|mailto:)/i.test(href) && bare(href) !== bare(text) && text.trim() !== ''
    ? `${text} (${href.replace(/^mailto:/i, '')})`
    : text
}

/** Marks stand at the words, not at the spaces around them, and not within a mark of the same kind. */
export function marked(text, mark) {
  const [, before, words, after] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text)
  return /[\p{L}\p{N}]/u.test(words) && !words.includes(mark) ? `${before}${mark}${words}${mark}${after}` : text
}
