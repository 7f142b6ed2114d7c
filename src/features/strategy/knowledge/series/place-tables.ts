import type { Actor } from '../../../../access/actor.ts'
import type { RelatedPlace, RelatedTable } from '../../../../http/feature.ts'
import { type Day, yearOf } from '../../../../kernel/days.ts'
import { plural } from '../../../../kernel/text.ts'
import { figureWords } from '../figures/figure-cell.ts'
import { type KnownPlace, readKnownPlaces } from '../figures/known-places.ts'
import { placePath, seriesPath } from '../paths.ts'
import { type PlaceLine, readPlaceLines } from './place-page.ts'

/** So many lines on a place's own page; all of them stand on the page of its figures. */
const most = 8

/** R37: what is known of an area, a district or an estate, on its own page: what is beyond a limit first, then what lies farthest from the town. */
export function tablesOfPlace(actor: Actor, of: RelatedPlace, on: Day): RelatedTable[] {
  const place = readKnownPlaces(actor.database).find(one => isSame(one, of))
  if (!place) return []
  const lines = readPlaceLines(actor, place, { year: null, ...(on < actor.today && { upTo: yearOf(on) }) })
  if (lines.length === 0) return []
  const ordered = lines.toSorted(
    (one, other) => Number(other.beyond.length > 0) - Number(one.beyond.length > 0) || distance(other) - distance(one),
  )
  const beyond = lines.filter(line => line.beyond.length > 0).length
  return [
    {
      id: 'tal',
      heading: 'Tal',
      lead: leadOf(lines.length, beyond),
      columns: [
        { text: 'Indikator', key: 'name', kind: 'head', tags: [{ key: 'beyond', kind: 'danger' }] },
        { text: 'År', key: 'year' },
        { text: 'Værdi', key: 'value', kind: 'number' },
        { text: 'Hele byen', key: 'town', kind: 'number', none: '–' },
      ],
      rows: ordered.slice(0, Math.max(most, beyond)).map(line => rowOf(line, place)),
      more: { text: `Alle ${lines.length} indikatorer for ${place.name}`, href: placePath(place.address) },
    },
  ]
}

const isSame = ({ level, ref }: KnownPlace, of: RelatedPlace): boolean => {
  if ('area' in of) return level === 'AREA' && ref.id === of.area
  return 'estate' in of ? level === 'ESTATE' && ref.id === of.estate : level === 'DISTRICT' && ref.id === of.district
}

const leadOf = (all: number, beyond: number): string =>
  `${plural(all, 'indikator er opgjort', 'indikatorer er opgjort')}. ${
    beyond === 0 ? 'Ingen ligger uden for en grænseværdi.' : `${beyond} ligger uden for en grænseværdi og står først.`
  }`

/** How many times the town's value, whichever is the larger; a count of a place is none of the town's. */
function distance({ indicator: { direction, newest }, unit, figure, town }: PlaceLine): number {
  const isRate = unit === '%' || newest.denominator !== '' || unit.startsWith('pr.')
  if (
    direction === 'NEITHER' ||
    !isRate ||
    !town ||
    figure.value === null ||
    town.value === null ||
    figure.value <= 0 ||
    town.value <= 0
  )
    return 0
  return Math.abs(Math.log(figure.value / town.value))
}

const rowOf = ({ indicator, figure, unit, town, year, beyond }: PlaceLine, place: KnownPlace) => ({
  name: { text: indicator.name, href: seriesPath(indicator.slug, place.address) },
  beyond: beyond.map(({ name }) => name).join(', '),
  year: String(year),
  value: figureWords(figure, unit),
  town: town ? figureWords(town, unit) : '',
})
