import type { NeedLine } from '../balance/balance-rules.ts'

/** Why a version cannot say what a row says. */
export interface LineFault {
  /** The row of what was pasted. */
  row: number
  column: 'district' | 'type' | 'size' | 'year' | 'low' | 'middle' | 'high'
  reason: string
}

export interface RowOfNeed extends NeedLine {
  row: number
}

/** The years that an estimate can tell of, seen from the year in which it is published. */
const yearsBack = 20
const yearsAhead = 50

/**
 * What contradicts itself: the middle lies between the least and the most, nothing is told twice, and what is told of all
 * types or all sizes is not told of each as well, for then nobody knows which of the two counts.
 */
export function lineFaults(rows: readonly RowOfNeed[], thisYear: number): LineFault[] {
  const faults: LineFault[] = []
  const first = new Map<string, number>()
  const whole = new Map<string, number>()
  const parts = new Map<string, number>()
  for (const { row, year, low, middle, high, districtId, type, size } of rows) {
    const fault = (column: LineFault['column'], reason: string) => faults.push({ row, column, reason })
    if (year < thisYear - yearsBack || year > thisYear + yearsAhead)
      fault('year', `Skriv et år fra ${thisYear - yearsBack} til ${thisYear + yearsAhead}.`)
    if (low > middle) fault('low', 'Det lave tal må ikke være større end det mellemste.')
    if (middle > high) fault('high', 'Det høje tal må ikke være mindre end det mellemste.')
    const place = `${districtId} ${year}`
    const twin = first.get(`${place} ${type} ${size}`)
    if (twin !== undefined) {
      fault('district', `Række ${twin} fortæller det samme. Slet den ene.`)
      continue
    }
    first.set(`${place} ${type} ${size}`, row)
    ;(type === 'all' ? whole : parts).set(`${place} type`, row)
    ;(size === 'all' ? whole : parts).set(`${place} ${type} size`, row)
  }
  for (const [key, row] of parts) {
    const other = whole.get(key)
    if (other === undefined) continue
    const [column, all] = key.endsWith(' type')
      ? (['type', 'alle boligtyper'] as const)
      : (['size', 'alle størrelser'] as const)
    faults.push({ row, column, reason: `Række ${other} gælder ${all} samme sted og år. Behold den eller delene.` })
  }
  return faults
}
