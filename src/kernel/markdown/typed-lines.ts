/** A line as a person typed it, and what it could be a part of. */
export interface TypedLine {
  kind: 'blank' | 'text' | 'item'
  /** Width of what stands before the first letter; a tab counts four. */
  indent: number
  text: string
  mark: Mark | null
  /** The whole line without the space around it, and with the tabs that part its columns, also when the last is empty. */
  typed: string
  columns: string[]
}

export interface Mark {
  /** Items of one list are marked alike: »-«, »1.«, »a)«. */
  style: string
  /** The mark itself where it may say something: a number, a letter, a dash that could be a minus. Null: a bullet. */
  shown: string | null
  /** Of a numbered item: the places that its number may stand for. »i)« is the ninth letter and the Roman one. */
  places: number[]
}

/** Line breaks of every kind that Word, Outlook and browsers write: Shift+Enter is a vertical tab. */
const breaks = /\r\n?|[\n\v\f\u0085\u2028\u2029]/

export const linesIn = (text: string): string[] => text.split(breaks)

export function readLine(typed: string): TypedLine {
  const text = typed.trim()
  const columns = typed.includes('\t') ? typed.split('\t') : noColumns
  if (text === '') return { kind: 'blank', indent: 0, text, mark: null, typed: text, columns }
  const indent = text === typed ? 0 : widthOf(typed.slice(0, typed.indexOf(text)))
  const found = columns.length < 3 ? (bulleted(text) ?? numbered(text)) : null
  return found
    ? { kind: 'item', indent, ...found, typed: text, columns }
    : { kind: 'text', indent, text, mark: null, typed: text, columns }
}

const noColumns: string[] = []

const widthOf = (space: string): number => [...space].reduce((width, letter) => width + (letter === '\t' ? 4 : 1), 0)

const bullets = '•·▪●◦‣∙⁃■□○◆❖\uf0b7\uf0a7\uf0d8\uf076\uf0fc'
const bulletPattern = new RegExp(`^([${bullets}*–—-]|[►➢➤→✓✔☐☒]|o(?=\\t))[ \\t\\u00a0]+(\\S.*)$`, 'u')

function bulleted(text: string): { text: string; mark: Mark } | null {
  if (/^[\p{L}\p{N}]/u.test(text) && !text.startsWith('o\t')) return null
  const [, mark = '', rest = ''] = bulletPattern.exec(text) ?? []
  if (mark === '' || !/[\p{L}\p{N}]/u.test(rest)) return null
  const isDash = /[–—-]/.test(mark)
  // »- 20.000 kr.« is less than nothing, and »* ekskl. moms« explains a star: both keep their mark.
  const says = isDash ? /^(?:(?:kr\.?|DKK|ca\.?|[€$£(])\s*)*[\p{N}.,]/iu.test(rest) : !`${bullets}o`.includes(mark)
  return { text: rest, mark: { style: mark, shown: says ? mark : null, places: [] } }
}

const numberPattern =
  /^(\(?)(\d{1,3}(?:\.\d{1,3})*|\p{L}|[ivxlc]{2,6}|[IVXLC]{2,6})([.)]|(?<=\.\d{1,3}))[ \t\u00a0]+(\S.*)$/u
const months =
  /^(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december|(?:jan|feb|mar|apr|jun|jul|aug|sep|sept|okt|nov|dec)\b)/i

function numbered(text: string): { text: string; mark: Mark } | null {
  if (!/^\(?[\p{L}\d]{1,6}[.)]/u.test(text)) return null
  const [, opened = '', number = '', closed = '', rest = ''] = numberPattern.exec(text) ?? []
  if (number === '' || months.test(rest)) return null
  const levels = number.split('.')
  const last = levels.pop() ?? ''
  const kind = /\d/.test(last) ? '1' : last === last.toLowerCase() ? 'a' : 'A'
  const style = `${opened}${levels.map(level => `${level}.`).join('')}${kind}${closed}`
  return { text: rest, mark: { style, shown: `${opened}${number}${closed}`, places: placesOf(last) } }
}

function placesOf(number: string): number[] {
  if (/\d/.test(number)) return [Number(number)]
  const letter = number.length === 1 ? [alphabet.indexOf(number.toLowerCase()) + 1] : []
  // Letters stand after the Roman numbers, so that neither is taken for the other.
  return [...letter.map(place => place + 1000), ...romanPlace(number)]
}

const alphabet = 'abcdefghijklmnopqrstuvwxyzæøå'
const romans: Record<string, number> = { i: 1, v: 5, x: 10, l: 50, c: 100 }

function romanPlace(number: string): number[] {
  const values = [...number.toLowerCase()].map(letter => romans[letter] ?? Number.NaN)
  const place = values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0)
  return Number.isNaN(place) ? [] : [place]
}
