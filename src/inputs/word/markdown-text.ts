import type { Remarks } from '../remarks.ts'
import { isBlank, type Piece } from './blocks.ts'

/** Words with their looks as Markdown. Every sign that Markdown would take for its own is marked as a plain one. */
export function markdownOf(pieces: readonly Piece[], remarks: Remarks): string {
  const merged = mergedLooks(pieces)
  const written: string[] = []
  merged.forEach((piece, at) => {
    const { before, core, after } = parted(piece.text)
    const following = merged[at + 1]?.text ?? ''
    const last = before || (written.at(-1) ?? '')
    const told = [escaped(before), marked({ ...piece, text: core }, last, after || following, remarks), escaped(after)]
    written.push(...told.filter(part => part !== ''))
  })
  return written.join('')
}

/** Neighbours that look alike are one, and spaces look as what stands before them. */
function mergedLooks(pieces: readonly Piece[]): Piece[] {
  const merged: { piece: Piece; texts: string[] }[] = []
  for (const piece of pieces) {
    if (piece.text === '') continue
    const last = merged.at(-1)
    if (last && (isBlank(piece.text) || sameLook(last.piece, piece))) last.texts.push(piece.text)
    else merged.push({ piece, texts: [piece.text] })
  }
  return merged.map(({ piece, texts }) => ({ ...piece, text: texts.join('') }))
}

const sameLook = (one: Piece, other: Piece): boolean =>
  one.bold === other.bold && one.italic === other.italic && one.struck === other.struck

function parted(text: string): { before: string; core: string; after: string } {
  const tail = text.trimEnd()
  const core = tail.trimStart()
  return { before: tail.slice(0, tail.length - core.length), core, after: text.slice(tail.length) }
}

/** Marks hold only where Markdown sees them: not beside a letter when the marked words begin or end with another sign. */
function marked({ text, bold, italic, struck }: Piece, before: string, after: string, remarks: Remarks): string {
  if (text === '') return ''
  const lines = text.split('\n')
  const plain = lines.map(escaped).join('\n')
  if (!bold && !italic && !struck) return plain
  if (struck) remarks.add('struck', text)
  const holds =
    mayOpen(before, text) && mayClose(text, after) && lines.every(line => line === line.trim() && line !== '')
  if (!holds) {
    if (italic) remarks.add('look', text)
    return struck ? `\\[overstreget: ${plain}\\]` : plain
  }
  const marks = `${struck ? '~~' : ''}${bold ? '**' : ''}${italic ? '*' : ''}`
  const closing = [...marks].reverse().join('')
  return lines.map(line => `${marks}${escaped(line)}${closing}`).join('\n')
}

const isLetter = (sign: string): boolean => /[\p{L}\p{N}]/u.test(sign)
const lastOf = (text: string): string => text.slice(-2).match(/.$/su)?.[0] ?? ''
const firstOf = (text: string): string => text.slice(0, 2).match(/^./su)?.[0] ?? ''

function mayOpen(before: string, text: string): boolean {
  const last = lastOf(before)
  if (last === '*' || last === '~') return false
  return isLetter(firstOf(text)) || last === '' || !isLetter(last)
}

const mayClose = (text: string, after: string): boolean =>
  isLetter(lastOf(text)) || after === '' || !isLetter(firstOf(after))

/** Signs of Markdown as themselves, wherever they stand in a line. */
export const escaped = (text: string): string =>
  text.replace(/[\\`*_[\]<>~|]/g, '\\$&').replace(/&(?=#?\w{1,32};)/g, '\\&')

/** A line that begins like a list, a heading or a rule is none. */
export const guarded = (line: string): string => {
  const numbered = /^(\d{1,9})([.)])(?=\s|$)/.exec(line)
  if (numbered) return `${numbered[1]}\\${line.slice(numbered[1]?.length ?? 0)}`
  return /^(?:#{1,6}(?:\s|$)|[-+](?:\s|$)|-{2,}\s*$|=+\s*$|-[\s-]*$)/.test(line) ? `\\${line}` : line
}
