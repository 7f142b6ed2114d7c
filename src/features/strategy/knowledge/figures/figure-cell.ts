import { numberText } from '../indicators/indicator-rules.ts'
import { missingNames, missingSigns } from '../labels.ts'
import type { MissingKind } from './figure.ts'
import type { ShownFigure } from './shown-figures.ts'

/** A figure as a table prints it: a number, or a sign with its words for those who hear it. */
export interface FigureCell {
  text: string
  /** In words, where the text is a sign. */
  words: string
  kind: 'VALUE' | 'HIDDEN' | 'NONE' | MissingKind
}

const hiddenCell: FigureCell = { text: '·', words: 'skjult af diskretionshensyn', kind: 'HIDDEN' }
const noCell: FigureCell = { text: '', words: 'intet registreret', kind: 'NONE' }

export function cellOf(figure: ShownFigure | undefined): FigureCell {
  if (!figure) return noCell
  if (figure.hidden) return hiddenCell
  if (figure.value !== null) return { text: numberText(figure.value, figure.decimals), words: '', kind: 'VALUE' }
  const kind = figure.missing ?? 'NOT_COLLECTED'
  return { text: missingSigns[kind], words: missingNames[kind].toLowerCase(), kind }
}

/** The same where there is room for words: »34,2 %«, »Ikke leveret«. */
export function figureWords(figure: ShownFigure | undefined, unit: string): string {
  const { text, words, kind } = cellOf(figure)
  if (kind === 'VALUE') return withUnit(text, unit)
  return words.charAt(0).toUpperCase() + words.slice(1)
}

export const withUnit = (text: string, unit: string): string => (unit === '' ? text : `${text} ${unit}`)

/** What the signs among some cells mean, each once: »– ikke indsamlet«. */
export function signsIn(cells: readonly FigureCell[]): { sign: string; words: string }[] {
  const found = new Map(
    cells.filter(({ text, words }) => text !== '' && words !== '').map(cell => [cell.text, cell.words]),
  )
  return [...found].map(([sign, words]) => ({ sign, words }))
}
