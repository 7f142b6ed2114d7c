import { type Day, yearOf } from '../../../../kernel/days.ts'
import { type Objection, objection } from '../../../../kernel/objection.ts'

/** How an indicator's values are written, and when they are there. */
export interface Measuring {
  unit: string
  /** 0 to 3. */
  decimals: number
  /** Every how many years there is a value. */
  everyYears: number
  /** 1 to 12: a year's value is there by the end of this month of the year after. */
  dueMonth: number
}

/** As the portal stores it: 12,5 with one decimal is 125. */
export const stepsOf = (value: number, decimals: number): number => Math.round(value * 10 ** decimals)
export const inUnits = (steps: number, decimals: number): number => steps / 10 ** decimals

/** »12,5«, »1.250«: with the decimals that the indicator has. */
export const numberText = (value: number, decimals: number): string => {
  const [whole = '', fraction] = Math.abs(value).toFixed(decimals).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.')
  const sign = value < 0 && Number(value.toFixed(decimals)) !== 0 ? '−' : ''
  return `${sign}${grouped}${fraction === undefined ? '' : `,${fraction}`}`
}

/** The latest year of which there should be a value on a day, if there were one every year. */
export const lastYearDue = (today: Day, dueMonth: number): number =>
  yearOf(today) - (Number(today.slice(5, 7)) > dueMonth ? 1 : 2)

/** Largest that a column of whole numbers holds. */
const largestStep = 2_147_483_647

/** What keeps a value from being the indicator's for a year, each at its field. */
export function objectionsToValue(
  { value, year }: { value: number; year: number },
  { decimals, unit }: Pick<Measuring, 'decimals' | 'unit'>,
  today: Day,
): Objection[] {
  const found: Objection[] = []
  if (year > yearOf(today)) found.push(objection(`Året ${year} er ikke begyndt.`, 'year'))
  if (Number(value.toFixed(decimals)) !== value)
    found.push(
      objection(
        decimals === 0
          ? 'Indikatoren opgøres i hele tal.'
          : `Indikatoren opgøres med højst ${decimals === 1 ? 'én decimal' : `${decimals} decimaler`}.`,
        'value',
      ),
    )
  else if (Math.abs(stepsOf(value, decimals)) > largestStep) found.push(objection('Tallet er for stort.', 'value'))
  if (unit === '%' && value < 0) found.push(objection('En andel kan ikke være negativ.', 'value'))
  return found
}
