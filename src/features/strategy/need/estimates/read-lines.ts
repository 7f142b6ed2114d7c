import type { Day } from '../../../../kernel/days.ts'
import { yearOf } from '../../../../kernel/days.ts'
import { fold } from '../../../../kernel/fold.ts'
import { hasEnded } from '../../../../kernel/periods.ts'
import { brokenRule } from '../../../../kernel/refusal.ts'
import { plural } from '../../../../kernel/text.ts'
import { homeTypeNames, homeTypes, type Places } from '../../../ground/places/index.ts'
import { readTable, type TableRow } from '../../../ground/table-import/index.ts'
import type { NeedSize, NeedType } from '../balance/balance-rules.ts'
import { needSizeNames, needTypeNames, wholeTown } from '../labels.ts'
import { type LineColumn, lineColumns, lineTable } from './line-columns.ts'
import { type LineFault, lineFaults } from './line-rules.ts'
import type { StatedLine } from './need-content.ts'

/** So many faults are named at once: more are seldom of different kinds. */
const mostNamed = 12

/** The field of the form in which the table is pasted. */
export const tableField = 'source'

/**
 * The table of an estimate as it was pasted from a spreadsheet. No district: the whole town; no type or size: all of them;
 * neither low nor high: the middle alone is known, and is both.
 * @throws Refusal at the field, with every row that cannot be taken and why
 */
export function readLines(source: string, places: Places, today: Day): StatedLine[] {
  const { rows } = readTable(lineTable, source, tableField)
  const faults: LineFault[] = []
  const read = rows.flatMap(row => lineIn(row, places, today, faults) ?? [])
  faults.push(...lineFaults(read, yearOf(today)))
  if (faults.length > 0) throw brokenRule(faultsText(faults), tableField)
  return read.map(({ row: _, ...line }) => line)
}

function lineIn(
  row: TableRow<LineColumn>,
  places: Places,
  today: Day,
  faults: LineFault[],
): (StatedLine & { row: number }) | null {
  const before = faults.length
  const fault = (column: LineColumn, reason: string) => void faults.push({ row: row.line, column, reason })
  const district = districtIn(row.told('district'), places, today)
  if (typeof district === 'string') fault('district', district)
  const type = among(row.told('type'), needTypeWords)
  if (type === null) fault('type', `Skriv ${homeTypes.map(one => homeTypeNames[one].many).join(', ')} eller alle.`)
  const size = among(row.told('size'), needSizeWords)
  if (size === null) fault('size', 'Skriv et antal rum fra 1 til 5, eller alle.')
  const year = /^\d{4}$/.test(row.told('year')) ? Number(row.told('year')) : null
  if (year === null) fault('year', 'Skriv året med fire cifre, fx 2030.')
  const middle = countIn(row.told('middle'))
  if (middle === null) fault('middle', wholeHomes)
  const bound = (column: 'low' | 'high') => (row.told(column) === '' ? middle : countIn(row.told(column)))
  const low = bound('low')
  const high = bound('high')
  if (low === null && middle !== null) fault('low', wholeHomes)
  if (high === null && middle !== null) fault('high', wholeHomes)
  if (faults.length > before || typeof district === 'string') return null
  return {
    ...{ row: row.line, districtId: district.id, district: district.name, type: type as NeedType },
    ...{ size: size as NeedSize, year: year as number, low: low as number, middle: middle as number },
    high: high as number,
  }
}

const wholeHomes = 'Skriv et helt antal boliger, fx 1.240.'

/** »1.240« is a thousand two hundred and forty: homes are counted whole. */
function countIn(text: string): number | null {
  const bare = text.replace(
    /^(\d{1,3})((?:\.\d{3})+)$/,
    (_, first: string, rest: string) => first + rest.replaceAll('.', ''),
  )
  return /^\d{1,6}$/.test(bare) ? Number(bare) : null
}

const bare = (text: string): string => fold(text).replace(/[^a-z0-9]/g, '')

const wordsOf = (names: Record<string, readonly string[]>): ReadonlyMap<string, string> =>
  new Map(Object.entries(names).flatMap(([key, words]) => words.map((word): [string, string] => [bare(word), key])))

const needTypeWords = wordsOf({
  all: ['', 'alle', needTypeNames.all, 'i alt'],
  ...Object.fromEntries(homeTypes.map(type => [type, [homeTypeNames[type].one, homeTypeNames[type].many]])),
})

const needSizeWords = wordsOf({
  all: ['', 'alle', needSizeNames.all, 'i alt'],
  one: ['1', needSizeNames.one, '1 værelse'],
  two: ['2', needSizeNames.two, '2 værelser'],
  three: ['3', needSizeNames.three, '3 værelser'],
  four: ['4', needSizeNames.four, '4 værelser'],
  five: ['5', needSizeNames.five, '5 rum', '5 værelser', '5 værelser eller flere'],
})

const among = (text: string, words: ReadonlyMap<string, string>): string | null => words.get(bare(text)) ?? null

function districtIn(text: string, { districts }: Places, today: Day): { id: number | null; name: string } | string {
  if (text === '' || bare(text) === bare(wholeTown)) return { id: null, name: '' }
  const named = districts.filter(row => !hasEnded(row, today) && fold(row.name) === fold(text))
  const [district] = named
  if (district && named.length === 1) return { id: district.id, name: district.name }
  return district
    ? 'Flere bydele hedder sådan, i hver sin inddeling. Luk den, der ikke bruges længere.'
    : `Ingen bydel hedder »${text}«. Skriv navnet, som det står under Bydele, eller »${wholeTown}«.`
}

function faultsText(faults: readonly LineFault[]): string {
  const named = faults
    .toSorted((one, other) => one.row - other.row)
    .slice(0, mostNamed)
    .map(({ row, column, reason }) => `Række ${row}, ${lineColumns[column].label}: ${reason}`)
  const rest = faults.length - named.length
  return [...named, rest > 0 ? `${plural(rest, 'fejl', 'fejl')} mere er ikke vist.` : ''].filter(Boolean).join(' ')
}
