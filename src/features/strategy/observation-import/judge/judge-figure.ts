import type { Cell } from '../../../../inputs/sheets/table.ts'
import { listDanish } from '../../../../kernel/text.ts'
import type { FigureNumbers, KnownIndicator, KnownPlace, MissingKind, StandingFigure } from './facts.ts'
import { isThereIn } from './find-place.ts'
import type { Remark } from './judged-figure.ts'
import { missingOf, readNumber } from './read-number.ts'

/** The cells that tell one figure, each with its heading. */
export interface ToldCells {
  value: ToldCell | null
  numerator: ToldCell | null
  denominator: ToldCell | null
  missing: ToldCell | null
}

export interface ToldCell {
  heading: string
  letter: string
  cell: Cell
}

export interface FigureContext {
  indicator: KnownIndicator
  place: KnownPlace
  year: number
  point: '' | 'decimal' | 'thousands'
  standing: StandingFigure | undefined
  /** The figure of the year before. */
  last: StandingFigure | undefined
}

export interface Judgement {
  /** Null: it is rejected. */
  numbers: FigureNumbers | null
  faults: Remark[]
  warnings: Remark[]
}

export const textOf = (cell: Cell): string => (typeof cell === 'number' ? danish(cell) : (cell ?? ''))

/** What the cells say of a place in a year, and whether it can be so. */
export function judgeFigure(cells: ToldCells, context: FigureContext): Judgement {
  const { indicator, place, year } = context
  const faults: Remark[] = []
  const warnings: Remark[] = []
  const at = (told: ToldCell | null, reason: string): Remark => ({
    column: told?.heading ?? '',
    value: textOf(told?.cell ?? null),
    reason,
  })
  let missing: MissingKind | null = null
  const read = (told: ToldCell | null): number | null => {
    const found = told ? readNumber(told.cell, context.point) : null
    if (found === null || !told) return null
    if ('reason' in found) faults.push(at(told, found.reason))
    else if ('missing' in found) missing ??= found.missing
    else if (found.percent && (told !== cells.value || indicator.unit !== '%'))
      faults.push(
        at(
          told,
          `Værdien er skrevet i procent, men ${told === cells.value ? `indikatoren opgøres i ${indicator.unit || 'antal'}` : 'tæller og nævner er antal'}.`,
        ),
      )
    else return found.number
    return null
  }
  const typed = read(cells.value)
  const numerator = read(cells.numerator)
  const denominator = read(cells.denominator)
  const said = cells.missing && cells.missing.cell !== null ? textOf(cells.missing.cell) : ''
  if (said !== '') {
    const kind = missingOf(said)
    if (kind) missing = kind
    else faults.push(at(cells.missing, 'Skriv »ikke indsamlet«, »ikke relevant«, »hemmeligt« eller »ikke leveret«.'))
  }
  const value = typed ?? shareOf(numerator, denominator, indicator)
  const first = cells.value ?? cells.numerator ?? cells.denominator
  if (value === null && missing === null && faults.length === 0)
    faults.push(at(first, 'Værdien mangler. Skriv tallet, eller hvorfor det ikke er der, fx »ikke indsamlet«.'))
  if (typed !== null && missing !== null && said !== '')
    faults.push(at(cells.missing, 'Der står både en værdi og en grund til, at den mangler.'))
  if (value !== null)
    faults.push(
      ...outOfSense({ value, numerator, denominator, typed }, indicator).map(({ of, reason }) =>
        at(cells[of] ?? first, reason),
      ),
    )
  if (faults.length > 0) return { numbers: null, faults, warnings }

  const numbers: FigureNumbers = {
    value: value === null ? null : stepsOf(value, indicator.decimals),
    ...(missing !== null && value === null
      ? { numerator: null, denominator: null, missing }
      : { numerator, denominator, missing: null }),
  }
  if (!isThereIn(place, year)) warnings.push(at(first, `${place.label} fandtes ikke i ${year}.`))
  const worked = shareOf(numerator, denominator, indicator)
  if (typed !== null && worked !== null && Math.abs(typed - worked) > 0.6 / 10 ** indicator.decimals + 0.05)
    warnings.push(
      at(cells.value, `Tæller delt med nævner giver ${valueText(stepsOf(worked, indicator.decimals), indicator)}.`),
    )
  const { last } = context
  if (
    value !== null &&
    last &&
    !last.withheld &&
    last.value !== null &&
    isLeap(value, last.value / 10 ** indicator.decimals, indicator)
  )
    warnings.push(
      at(first, `Året før var værdien ${valueText(last.value, indicator)}. Se efter, om tallet er rigtigt.`),
    )
  return { numbers, faults, warnings }
}

const isShare = (indicator: KnownIndicator): boolean => indicator.unit === '%' && indicator.hasDenominator

const shareOf = (numerator: number | null, denominator: number | null, indicator: KnownIndicator): number | null =>
  indicator.unit === '%' && numerator !== null && denominator !== null && denominator > 0
    ? (numerator / denominator) * 100
    : null

/** What no value of the indicator can be. */
function outOfSense(
  given: { value: number; numerator: number | null; denominator: number | null; typed: number | null },
  indicator: KnownIndicator,
): { of: 'value' | 'numerator' | 'denominator'; reason: string }[] {
  const found: { of: 'value' | 'numerator' | 'denominator'; reason: string }[] = []
  const { unit } = indicator
  const { value, numerator, denominator, typed } = given
  if (isShare(indicator) && typed !== null && typed > 100)
    found.push({ of: 'value', reason: 'En andel kan ikke være over 100 %.' })
  if (value < 0 && (unit === '%' || isNumberOf(unit)))
    found.push({
      of: 'value',
      reason: unit === '%' ? 'En andel kan ikke være negativ.' : 'Et antal kan ikke være negativt.',
    })
  if (indicator.decimals === 0 && isNumberOf(unit) && !Number.isInteger(value))
    found.push({ of: 'value', reason: 'Indikatoren opgøres i hele tal.' })
  if (Math.abs(stepsOf(value, indicator.decimals)) > 2_147_483_647)
    found.push({ of: 'value', reason: 'Tallet er for stort.' })
  if (numerator !== null && numerator < 0) found.push({ of: 'numerator', reason: 'Tælleren kan ikke være negativ.' })
  if (denominator !== null && denominator < 0)
    found.push({ of: 'denominator', reason: 'Nævneren kan ikke være negativ.' })
  if (denominator === 0 && numerator !== null && numerator > 0)
    found.push({ of: 'denominator', reason: 'Nævneren kan ikke være 0.' })
  if (isShare(indicator) && numerator !== null && denominator !== null && numerator > denominator)
    found.push({ of: 'numerator', reason: `Tælleren er større end nævneren (${danish(denominator)}).` })
  return found
}

/** Whether a unit counts something whole. */
const isNumberOf = (unit: string): boolean =>
  /^(antal|person|beboer|husstand|bolig|børn|unge|elev|lejemål|sag|anmeldelse)/i.test(unit)

/** More than thirty points of a share, or more than three times as many: seldom true, often a slip. */
function isLeap(value: number, before: number, { unit }: KnownIndicator): boolean {
  if (unit === '%') return Math.abs(value - before) > 30
  const [least, most] = [Math.min(value, before), Math.max(value, before)]
  return most - least > 20 && most > 3 * Math.max(least, 1)
}

export const stepsOf = (value: number, decimals: number): number =>
  Math.round(Number((value * 10 ** decimals).toPrecision(14)))

export const sameNumbers = (one: FigureNumbers, other: FigureNumbers): boolean =>
  one.value === other.value &&
  one.numerator === other.numerator &&
  one.denominator === other.denominator &&
  one.missing === other.missing

const missingTexts: Record<MissingKind, string> = {
  NOT_COLLECTED: 'ikke indsamlet',
  NOT_APPLICABLE: 'ikke relevant',
  WITHHELD: 'hemmeligt',
  NOT_DELIVERED: 'ikke leveret',
}

const danish = (value: number): string => String(Number(value.toPrecision(12))).replace('.', ',')

export const valueText = (steps: number, { decimals, unit }: KnownIndicator): string =>
  `${danish(steps / 10 ** decimals)}${unit === '' ? '' : ` ${unit}`}`

/** »12,5 % (25 af 200)« */
export function numbersText(numbers: FigureNumbers, indicator: KnownIndicator): string {
  if (numbers.missing !== null || numbers.value === null) return numbers.missing ? missingTexts[numbers.missing] : ''
  const { numerator, denominator } = numbers
  const of = [numerator, denominator].filter(one => one !== null).map(one => danish(one as number))
  return `${valueText(numbers.value, indicator)}${of.length > 0 ? ` (${listDanish(of).replace(' og ', ' af ')})` : ''}`
}
