import { type Day, longDay } from '../../../../kernel/days.ts'
import { type Objection, objection } from '../../../../kernel/objection.ts'
import { isOn, overlap, type Period } from '../../../../kernel/periods.ts'
import { listDanish } from '../../../../kernel/text.ts'
import { type Dated, standing, withPeriods } from '../dated-rules.ts'

/** An area or an estate, with the days on which it is there. */
export interface PlacePeriod extends Period {
  id: number
  name: string
}

/** The estates that an area consists of, from a day until the area's next delimitation. */
export interface Delimitation extends Dated {
  areaId: number
  estates: readonly number[]
}

export interface DelimitedPeriod<Row> {
  row: Row
  period: Period
  /** Other estates than in the period before: a series of figures is not compared across it. */
  isBreak: boolean
}

/** An area's history: its standing delimitations, each with its days. They never overlap, since each ends where the next begins. */
export function periodsOf<Row extends Delimitation>(area: PlacePeriod, rows: readonly Row[]): DelimitedPeriod<Row>[] {
  const own = standing(rows.filter(({ areaId }) => areaId === area.id))
  return withPeriods(own, area.to).map(({ row, period }, at) => {
    const before = own[at - 1]
    return { row, period, isBreak: before !== undefined && !sameEstates(before.estates, row.estates) }
  })
}

const sameEstates = (one: readonly number[], other: readonly number[]): boolean =>
  one.length === other.length && one.every(id => other.includes(id))

/** What stands delimited on the day; none before the first, after the area's last day, or where nothing is told. */
export const delimitationOn = <Row extends Delimitation>(
  area: PlacePeriod,
  rows: readonly Row[],
  on: Day,
): Row | undefined => periodsOf(area, rows).find(({ period }) => isOn(period, on))?.row

interface Membership {
  area: PlacePeriod
  period: Period
}

/**
 * What is wrong with a history of delimitations: an area is delimited within its own days and anew at most once a day,
 * by estates that are there all the while, and an estate is in one area at a time. None: it holds on every day.
 */
export function delimitationFaults(
  areas: readonly PlacePeriod[],
  estates: readonly PlacePeriod[],
  rows: readonly Delimitation[],
): Objection[] {
  const known = new Map(estates.map(estate => [estate.id, estate]))
  const memberships = new Map<number, Membership[]>()
  const found: Objection[] = []
  for (const area of areas) {
    const periods = periodsOf(area, rows)
    found.push(...areaFaults(area, periods))
    for (const { row, period } of periods)
      for (const id of row.estates) memberships.set(id, [...(memberships.get(id) ?? []), { area, period }])
  }
  for (const [id, member] of memberships) {
    const estate = known.get(id)
    if (!estate) found.push(objection('Vælg afdelinger på listen.', 'estates'))
    else found.push(...absentFaults(estate, member), ...doubleFaults(estate, member))
  }
  return found
}

function areaFaults(area: PlacePeriod, periods: readonly DelimitedPeriod<Delimitation>[]): Objection[] {
  const found: Objection[] = []
  for (const [at, { row }] of periods.entries()) {
    if (row.estates.length === 0) found.push(objection('Vælg mindst én afdeling.', 'estates'))
    if (row.from < area.from)
      found.push(objection(`${area.name} er først oprettet den ${longDay(area.from)}. Vælg en senere dag.`, 'from'))
    if (area.to !== null && row.from > area.to)
      found.push(objection(`${area.name} er lukket den ${longDay(area.to)}. Vælg en tidligere dag.`, 'from'))
    if (periods[at - 1]?.row.from === row.from)
      found.push(
        objection(
          `Der er allerede en afgrænsning af ${area.name} fra den ${longDay(row.from)}. Ret den, eller vælg en anden dag.`,
          'from',
        ),
      )
  }
  return found
}

/** An estate is there on all days of a period in which it is a part of an area. */
function absentFaults(estate: PlacePeriod, member: readonly Membership[]): Objection[] {
  return member.flatMap(({ area, period }) => {
    if (period.from < estate.from)
      return [objection(`${estate.name} er først oprettet den ${longDay(estate.from)}.`, 'estates')]
    if (estate.to === null || (period.to !== null && period.to <= estate.to)) return []
    return [
      objection(
        `${estate.name} er ophørt den ${longDay(estate.to)}, men indgår i ${area.name} ${daysText(period)}. Afgræns ${area.name} uden afdelingen fra dagen efter.`,
        'estates',
      ),
    ]
  })
}

function doubleFaults(estate: PlacePeriod, member: readonly Membership[]): Objection[] {
  const ordered = [...member].sort((one, other) => (one.period.from < other.period.from ? -1 : 1))
  return ordered.flatMap((one, at) => {
    const others = ordered.slice(at + 1).filter(other => overlap(one.period, other.period))
    if (others.length === 0) return []
    const places = [one, ...others].map(({ area, period }) => `${area.name} ${daysText(period)}`)
    return [
      objection(
        `${estate.name} indgår i ${listDanish(places)}. En afdeling kan højst indgå i ét boligområde ad gangen.`,
        'estates',
      ),
    ]
  })
}

/** »fra den 2. november 2018«, »fra den 1. januar 2010 til den 1. november 2018« */
export const daysText = ({ from, to }: Period): string =>
  to === null ? `fra den ${longDay(from)}` : `fra den ${longDay(from)} til den ${longDay(to)}`

/** The first day from which an area has consisted of the estates of the day, without a break; null: it is not delimited then. */
export function undividedSince<Row extends Delimitation>(area: PlacePeriod, rows: readonly Row[], on: Day): Day | null {
  const periods = periodsOf(area, rows)
  let at = periods.findIndex(({ period }) => isOn(period, on))
  if (at === -1) return null
  while (at > 0 && !periods[at]?.isBreak) at -= 1
  return periods[at]?.period.from ?? null
}
