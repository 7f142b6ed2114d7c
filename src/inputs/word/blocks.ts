import type { Label } from './counting.ts'

/** Words of one look. */
export interface Piece {
  text: string
  bold: boolean
  italic: boolean
  struck: boolean
}

/** A footnote or endnote, named where it belongs and told at the end. */
export interface Note {
  /** »note 1« */
  name: string
  paragraphs: Piece[][]
}

export interface Paragraph {
  kind: 'paragraph'
  /** 0 for the document's title, 1 and up for a heading; null for running text. */
  heading: number | null
  label: Label | null
  level: number
  pieces: Piece[]
  notes: Note[]
}

export interface Table {
  kind: 'table'
  /** Every row has a cell in every column. */
  rows: Block[][][]
}

export type Block = Paragraph | Table

export const textOfPieces = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join('')

export const isBlank = (text: string): boolean => text.trim() === ''

/** Bold from end to end: people make headings so. */
export const isBoldThroughout = (pieces: readonly Piece[]): boolean => {
  const told = pieces.filter(({ text }) => !isBlank(text))
  return told.length > 0 && told.every(({ bold }) => bold)
}
