import type { Actor } from '../../../../access/actor.ts'
import { mayDo } from '../../../../access/policy.ts'
import type { AreaMeasure, Feature } from '../../../../http/feature.ts'
import type { Day } from '../../../../kernel/days.ts'
import { dayFacts, placeTabs } from '../labels.ts'
import { byName } from '../list-parts.ts'
import { areaPath, districtPath, mapPath, outlinesPath } from '../paths.ts'
import { type AreaOn, placesOn } from '../places-on.ts'
import { readPlaces } from '../read-places.ts'
import { bandsOf, chosenMeasure, measuresOf } from './measures.ts'
import type { Position } from './outline-rules.ts'
import { type OutlineRow, readOutlineRows } from './outlines.ts'
import { type Drawing, drawingOf, middleOf, pathOf } from './project.ts'
import { apart, named } from './room.ts'

const width = 720
const sizes = [10, 12, 15, 18] as const

/** The areas of a day on a map of the town, by one measure, and the same as a table. */
export function mapPage(actor: Actor, features: readonly Feature[], query: { maal: string; dag: Day | null }) {
  const { on, asOf, shownDay } = dayFacts(actor, query.dag, mapPath)
  const there = placesOn(readPlaces(actor.database), on)
  const rows = readOutlineRows(actor.database)
  const measures = measuresOf(features, actor)
  const measure = chosenMeasure(measures, query.maal)
  const bands = bandsOf(measure.values(actor, on))
  const areas = [...there.areas.values()].filter(({ isThere }) => isThere).sort(byName)
  const drawing =
    rows.length === 0
      ? null
      : drawingOf(
          rows.map(({ shape }) => shape),
          width,
        )
  const spread = new Map<number, number>()
  const marks = areas.map((area, at) => {
    const { value, band } = bands.of(area.id)
    const where = positionOf(area, rows, spread)
    return { area, number: at + 1, value, band, at: drawing && where ? placed(drawing, where) : null }
  })
  const drawn = apart(
    marks.flatMap(({ number, band, at }) =>
      at ? [{ number, ...at, size: sizes[band ?? 0] ?? 10, band: band === null ? 'untold' : String(band) }] : [],
    ),
  )
  return {
    title: 'Kort over boligområderne',
    active: 'boligomraader',
    crumbs: [{ text: 'Kort' }],
    ways: placeTabs('map'),
    shownDay,
    loadPath: mayDo(actor, 'manageOwnSide') ? outlinesPath : null,
    filters: {
      action: mapPath,
      label: 'Vælg, hvad kortet viser',
      fields: [
        {
          ...{ name: 'maal', label: 'Kortet viser', kind: 'select', value: measure.slug },
          options: measures.map(({ slug, label }) => ({ value: slug, text: label })),
        },
        { name: 'dag', label: 'Vis pr. dato', kind: 'date', value: on },
      ],
      clearHref: query.dag !== null && query.dag !== actor.today ? mapPath : null,
    },
    measure: measure.label,
    empty: drawing ? null : nothingDrawn(actor),
    drawing: drawing && {
      width,
      height: drawing.height,
      label: `Kort over boligområderne efter ${measure.label.toLowerCase()}`,
      districts: named(districtShapes(rows, there.districts, drawing), drawn),
      marks: drawn,
    },
    legend: legendOf(bands.limits, measure, marks),
    precisions: [...new Set(rows.map(({ precision, source }) => [precision, source].filter(Boolean).join(' ')))],
    rows: marks.map(({ area, number, value, at }) => ({
      number: String(number),
      name: { text: area.name, href: areaPath(area.slug, asOf) },
      district: area.district ? { text: area.district.name, href: districtPath(area.district.slug, asOf) } : '',
      value: value === null ? '' : measure.text(value),
      absent: drawing && !at ? 'Ikke på kortet' : '',
    })),
  }
}

const nothingDrawn = (actor: Actor) => ({
  title: 'Der er ikke indlæst omrids',
  text: 'Et sekretariat indlæser bydelenes og områdernes omrids som GeoJSON. Indtil da vises tallene i tabellen.',
  action: mayDo(actor, 'manageOwnSide') ? { text: 'Indlæs omrids', href: outlinesPath } : undefined,
})

const placed = (drawing: Drawing, position: Position & { aside?: number }) => {
  const { x, y } = drawing.at(position)
  return { x: x + (position.aside ?? 0) * 30, y }
}

/** At its own outline; without one in the middle of its district, beside those that stand there already. */
function positionOf(area: AreaOn, rows: readonly OutlineRow[], spread: Map<number, number>) {
  const own = rows.find(({ areaId }) => areaId === area.id)
  if (own) return middleOf(own.shape)
  const home = rows.find(({ districtId }) => districtId !== null && districtId === area.district?.id)
  if (!home) return null
  const aside = spread.get(home.districtId as number) ?? 0
  spread.set(home.districtId as number, aside + 1)
  return Object.assign([...middleOf(home.shape)] as unknown as Position, { aside })
}

function districtShapes(
  rows: readonly OutlineRow[],
  districts: ReadonlyMap<number, { name: string; isThere: boolean }>,
  drawing: Drawing,
) {
  return rows.flatMap(({ districtId, shape }) => {
    const district = districtId === null ? undefined : districts.get(districtId)
    if (!district?.isThere) return []
    const { x, y } = drawing.at(middleOf(shape))
    return [{ name: district.name, path: pathOf(shape, drawing), x, y }]
  })
}

function legendOf(
  limits: readonly [number, number][],
  { text, number = String }: AreaMeasure,
  marks: readonly { band: number | null }[],
) {
  const shown = limits.map(([least, greatest], at) => ({
    ...{ band: String(at + 1), size: sizes[at + 1] ?? 18 },
    text: least === greatest ? text(least) : `${number(least)}–${text(greatest)}`,
  }))
  const has = (band: number | null) => marks.some(mark => mark.band === band)
  return [
    ...(has(null) ? [{ band: 'untold', size: sizes[0], text: 'Ikke oplyst' }] : []),
    ...(has(0) ? [{ band: '0', size: sizes[0], text: 'Ingen' }] : []),
    ...shown,
  ]
}
