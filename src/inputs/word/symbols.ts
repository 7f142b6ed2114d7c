/** Signs of the fonts that have signs where others have letters, as signs of Unicode. */

// The font Symbol from 20 to 7E and from A1 to FE.
const symbolLow = ' !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼'
const symbolHigh = 'ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪ 〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭'

const wingdings: Record<number, string> = {
  33: '✏',
  34: '✂',
  40: '☎',
  41: '✆',
  42: '✉',
  52: '🕐',
  70: '☞',
  74: '☺',
  76: '☹',
  108: '●',
  109: '❍',
  110: '■',
  111: '□',
  113: '❑',
  114: '❒',
  118: '❖',
  116: '◆',
  159: '•',
  160: '•',
  161: '○',
  164: '◉',
  167: '▪',
  168: '◻',
  171: '★',
  216: '➢',
  223: '←',
  224: '→',
  225: '↑',
  226: '↓',
  232: '➔',
  239: '⇦',
  240: '⇨',
  251: '✗',
  252: '✓',
  253: '☒',
  254: '☑',
}

const wingdings2: Record<number, string> = { 79: '✗', 80: '✓', 81: '☒', 82: '☑', 83: '☒', 163: '☐', 151: '●', 152: '⬤' }

/** The sign that a code stands for in a font of signs; null: it cannot be told. */
export function symbolOf(font: string, code: number): string | null {
  const at = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code
  switch (font.trim().toLowerCase()) {
    case 'symbol':
      return (at >= 0xa1 ? [...symbolHigh][at - 0xa1] : at >= 0x20 ? [...symbolLow][at - 0x20] : undefined) ?? null
    case 'wingdings':
      return wingdings[at] ?? null
    case 'wingdings 2':
      return wingdings2[at] ?? null
    default:
      return code >= 0x20 && !isPrivate(code) && code <= 0x10ffff ? String.fromCodePoint(code) : null
  }
}

/** A font in which letters look like signs. */
export const isSymbolFont = (font: string | undefined): boolean =>
  /^(symbol|wingdings( [23])?|webdings)$/i.test(font?.trim() ?? '')

/** A sign that means something in one font only. */
export const isPrivate = (code: number): boolean => code >= 0xe000 && code <= 0xf8ff

const superscripts: Record<string, string> = {
  '0': '⁰',
  '1': '¹',
  '2': '²',
  '3': '³',
  '4': '⁴',
  '5': '⁵',
  '6': '⁶',
  '7': '⁷',
  '8': '⁸',
  '9': '⁹',
  '+': '⁺',
  '-': '⁻',
  '−': '⁻',
  '=': '⁼',
  '(': '⁽',
  ')': '⁾',
  n: 'ⁿ',
  i: 'ⁱ',
  ' ': ' ',
}
const subscripts: Record<string, string> = {
  '0': '₀',
  '1': '₁',
  '2': '₂',
  '3': '₃',
  '4': '₄',
  '5': '₅',
  '6': '₆',
  '7': '₇',
  '8': '₈',
  '9': '₉',
  '+': '₊',
  '-': '₋',
  '−': '₋',
  '=': '₌',
  '(': '₍',
  ')': '₎',
  ' ': ' ',
}

/** »2« raised is »²«. Null: some sign has no raised or lowered one. */
export function raisedText(text: string, raised: 'superscript' | 'subscript'): string | null {
  const signs = raised === 'superscript' ? superscripts : subscripts
  let written = ''
  for (const sign of text) {
    const other = signs[sign]
    if (other === undefined) return null
    written += other
  }
  return written
}
