/** How Word writes a number of a list. Null: a format that is not known here. */
export function formatNumber(format: string, value: number): string | null {
  switch (format) {
    case 'decimal':
      return String(value)
    case 'decimalZero':
      return String(value).padStart(2, '0')
    case 'lowerLetter':
      return letters(value)
    case 'upperLetter':
      return letters(value).toUpperCase()
    case 'lowerRoman':
      return roman(value)
    case 'upperRoman':
      return roman(value).toUpperCase()
    // As in Danish: »1.«
    case 'ordinal':
      return `${value}.`
    case 'numberInDash':
      return `- ${value} -`
    case 'chicago':
      return signs(value)
    case 'decimalEnclosedParen':
      return `(${value})`
    case 'decimalEnclosedFullstop':
      return `${value}.`
    case 'hex':
      return value.toString(16).toUpperCase()
    case 'none':
      return ''
    default:
      return custom(format, value)
  }
}

/** The letters go round: z is followed by aa and bb. */
function letters(value: number): string {
  if (value < 1) return ''
  const letter = String.fromCharCode(97 + ((value - 1) % 26))
  return letter.repeat(Math.min(Math.ceil(value / 26), mostLetters))
}

const mostLetters = 30

const romans: [number, string][] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

/** Beyond what roman numerals are used for, the number is told plainly. */
function roman(value: number): string {
  if (value < 1 || value > 32_767) return value === 0 ? '' : String(value)
  let rest = value
  let text = ''
  for (const [size, sign] of romans) {
    text += sign.repeat(Math.floor(rest / size))
    rest %= size
  }
  return text
}

const signs = (value: number): string =>
  value < 1 ? '' : ('*†‡§'[(value - 1) % 4] ?? '').repeat(Math.min(Math.ceil(value / 4), mostLetters))

/** »001, 002, 003, …«: numbers of at least so many digits. */
function custom(format: string, value: number): string | null {
  const first = /^(0+)1,/.exec(format)
  return first ? String(value).padStart((first[1]?.length ?? 0) + 1, '0') : null
}
