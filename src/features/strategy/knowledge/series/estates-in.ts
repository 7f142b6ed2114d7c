import type { Database } from '../../../../database/database.ts'
import { day } from '../../../../kernel/days.ts'
import { isOn } from '../../../../kernel/periods.ts'
import { periodsOf, readPlaces } from '../../../ground/places/index.ts'

/** A year's figures are of the area as it was at the end of the year. */
export const yearEnd = (year: number) => day(`${year}-12-31`)

/** What an area consisted of at the end of a year; null where it was not delimited. */
export function estatesInArea(database: Database, areaId: number): (year: number) => readonly number[] | null {
  const { areas, delimitations } = readPlaces(database)
  const area = areas.find(({ id }) => id === areaId)
  if (!area) return () => null
  const periods = periodsOf(area, delimitations)
  return year => periods.find(({ period }) => isOn(period, yearEnd(year)))?.row.estates ?? null
}
