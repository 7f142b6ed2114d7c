import type { Cell } from '../../../../inputs/sheets/table.ts'
import { fold } from '../../../../kernel/fold.ts'
import type { MissingKind } from './facts.ts'

export type ReadNumber = { number: number; percent: boolean } | { missing: MissingKind } | { reason: string } | null

/** What stands in the place of a number that is not there, as offices of statistics and people write it. */
const missingWords: Record<string, MissingKind> = {
  '.': 'NOT_APPLICABLE',
  '..': 'NOT_DELIVERED',
  '…': 'NOT_DELIVERED',
  '...': 'NOT_DELIVERED',
  'ikke indsamlet': 'NOT_COLLECTED',
  'ikke opgjort': 'NOT_COLLECTED',
  'ikke relevant': 'NOT_APPLICABLE',
  'ikke aktuelt': 'NOT_APPLICABLE',
  hemmeligt: 'WITHHELD',
  hemmelig: 'WITHHELD',
  diskretioneret: 'WITHHELD',
  skjult: 'WITHHELD',
  x: 'WITHHELD',
  'ikke leveret': 'NOT_DELIVERED',
  mangler: 'NOT_DELIVERED',
  'ikke oplyst': 'NOT_DELIVERED',
}

export const missingOf = (text: string): MissingKind | null => missingWords[fold(text.trim())] ?? null

/**
 * A number as it is stored, or as Danes and others type it. »1.250« can be two numbers: it is asked about until the
 * mapping says which. Null: nothing stands there.
 */
export function readNumber(cell: Cell, point: '' | 'decimal' | 'thousands'): ReadNumber {
  if (cell === null) return null
  if (typeof cell === 'number') return { number: cell, percent: false }
  const text = cell.trim()
  if (text === '') return null
  const missing = missingOf(text)
  if (missing) return { missing }
  if (/^#/.test(text)) return { reason: 'Regnearket viser en fejl i cellen. Ret den.' }
  if (/^[-–—]$/.test(text))
    return { reason: 'En streg kan betyde nul eller ingen oplysning. Skriv 0, eller lad cellen være tom.' }
  const percent = /%$/.test(text)
  const bare = text
    .replace(/\s*%$/, '')
    .replace(/^[−–]/, '-')
    .replace(/(?<=\d)[\s\u00a0'’](?=\d{3}(\D|$))/g, '')
  const number = plainNumber(bare, point)
  if (typeof number === 'string') return { reason: number }
  return { number, percent }
}

function plainNumber(text: string, point: '' | 'decimal' | 'thousands'): number | string {
  if (/^-?\d{1,12}$/.test(text)) return Number(text)
  // Both signs: the last of them parts the decimals.
  if (/^-?\d{1,3}(\.\d{3})+,\d+$/.test(text)) return Number(text.replaceAll('.', '').replace(',', '.'))
  if (/^-?\d{1,3}(,\d{3})+\.\d+$/.test(text)) return Number(text.replaceAll(',', ''))
  if (/^-?\d{1,3}(\.\d{3}){2,}$/.test(text)) return Number(text.replaceAll('.', ''))
  if (/^-?[1-9]\d{0,2}\.\d{3}$/.test(text)) {
    if (point === 'thousands') return Number(text.replace('.', ''))
    if (point === 'decimal') return Number(text)
    return `»${text}« kan læses som ${text.replace('.', '')} og som ${text.replace('.', ',')}. Vælg under Overskrifter, hvad et punktum betyder i filen.`
  }
  if (/^-?\d{1,12}\.\d+$/.test(text)) return Number(text)
  if (point === 'decimal' && /^-?\d{1,3}(,\d{3})+$/.test(text)) return Number(text.replaceAll(',', ''))
  if (/^-?\d{1,12},\d+$/.test(text)) return Number(text.replace(',', '.'))
  return 'Det er ikke et tal. Skriv fx 1250 eller 12,5.'
}
