import { shortMoment } from '../../../../kernel/days.ts'
import { periodText } from '../../../../kernel/periods.ts'
import { compareDanish, listDanish } from '../../../../kernel/text.ts'
import { homeCount } from '../labels.ts'
import { areaPath, correctDelimitationPath } from '../paths.ts'
import { labelOf, placesOn } from '../places-on.ts'
import type { AreaRow, DelimitationRow, Places } from '../read-places.ts'
import { type DelimitedPeriod, periodsOf } from './delimitation-rules.ts'

/** An area's delimitations as a table of time, the newest first, with the breaks that figures are not compared across. */
export function historyOf(places: Places, area: AreaRow, mayKeep: boolean) {
  const periods = periodsOf(area, places.delimitations)
  const line = (one: DelimitedPeriod<DelimitationRow>, at: number) => {
    const { row, period, isBreak } = one
    const before = periods[at - 1]?.row
    return {
      period: { text: periodText(period), href: areaPath(area.slug, row.from) },
      databrud: isBreak ? 'Databrud' : '',
      estates: estateNames(places, row.estates),
      homes: homeCount(placesOn(places, row.from).areas.get(area.id)?.homes.total ?? 0),
      change: changeText(places, area, row, before),
      reason: row.reason,
      told: row.by ? `${row.by}, ${shortMoment(row.at)}` : shortMoment(row.at),
      correctHref: mayKeep && area.to === null ? correctDelimitationPath(area.slug, row.id) : '',
      about: `afgrænsningen ${periodText(period)}`,
    }
  }
  return periods.map(line).reverse()
}

/** Those that were mistaken: what they said, and when another took their place. */
export function correctedOf(places: Places, area: AreaRow) {
  const own = places.delimitations.filter(({ areaId }) => areaId === area.id)
  return own.flatMap(row => {
    const by = own.find(({ correctsId }) => correctsId === row.id)
    if (!by) return []
    return [
      {
        from: periodText({ from: row.from, to: null }),
        estates: estateNames(places, row.estates),
        reason: row.reason,
        corrected: `${shortMoment(by.at)}${by.by ? `, ${by.by}` : ''}`,
        why: by.reason,
      },
    ]
  })
}

const estateNames = (places: Places, ids: readonly number[]): string =>
  namesOf(places, ids).sort(compareDanish).join('\n')

const namesOf = (places: Places, ids: readonly number[]): string[] =>
  ids.flatMap(id => {
    const estate = places.estates.find(row => row.id === id)
    return estate ? [labelOf(estate)] : []
  })

/** What became otherwise: where the area came from, and which estates came and went. */
function changeText(places: Places, area: AreaRow, row: DelimitationRow, before: DelimitationRow | undefined): string {
  const from = originsOf(places, row).filter(({ id }) => id !== area.id)
  const came = before
    ? namesOf(
        places,
        row.estates.filter(id => !before.estates.includes(id)),
      )
    : []
  const went = before
    ? namesOf(
        places,
        before.estates.filter(id => !row.estates.includes(id)),
      )
    : []
  return [
    before ? '' : from.length === 0 ? 'Den første afgrænsning.' : '',
    from.length === 0
      ? ''
      : before
        ? `Sammenlagt med ${listDanish(from.map(({ name }) => name))}.`
        : `Udgået af ${listDanish(from.map(({ name }) => name))}.`,
    came.length === 0 ? '' : `Ind: ${listDanish(came)}.`,
    went.length === 0 ? '' : `Ud: ${listDanish(went)}.`,
  ]
    .filter(text => text !== '')
    .join(' ')
}

/** The areas that a delimitation came out of. */
export function originsOf(places: Places, { origins }: DelimitationRow): AreaRow[] {
  const ids = new Set(places.delimitations.filter(({ id }) => origins.includes(id)).map(({ areaId }) => areaId))
  return places.areas.filter(({ id }) => ids.has(id))
}

/** The areas that came out of this one. */
export function successorsOf(places: Places, area: AreaRow): AreaRow[] {
  const own = new Set(places.delimitations.filter(({ areaId }) => areaId === area.id).map(({ id }) => id))
  const ids = new Set(
    places.delimitations
      .filter(row => row.areaId !== area.id && row.origins.some(id => own.has(id)))
      .map(({ areaId }) => areaId),
  )
  return places.areas.filter(({ id }) => ids.has(id))
}

/** The areas that an estate has been a part of, the newest first. */
export function membershipsOf(places: Places, estateId: number) {
  return places.areas
    .flatMap(area =>
      periodsOf(area, places.delimitations)
        .filter(({ row }) => row.estates.includes(estateId))
        .map(({ row, period }) => ({ area, row, period })),
    )
    .sort((one, other) => (one.period.from < other.period.from ? 1 : -1))
    .map(({ area, row, period }) => ({
      area: { text: area.name, href: areaPath(area.slug, row.from) },
      period: periodText(period),
      reason: row.reason,
    }))
}
