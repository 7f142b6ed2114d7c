import type { Actor } from '../../../../access/actor.ts'
import { cellOf } from '../figures/figure-cell.ts'
import { readKnownPlaces } from '../figures/known-places.ts'
import { readRawFigures } from '../figures/read-figures.ts'
import { newestOfEach } from '../figures/read-series.ts'
import { shownFigures } from '../figures/shown-figures.ts'
import { readTold } from '../figures/told.ts'
import { levelNames } from '../labels.ts'
import { foundIndicator } from './found.ts'
import { levelSlugs, smallLevels } from './show-page.ts'

const head = [
  ...['Indikator', 'Enhed', 'Type sted', 'Sted', 'År', 'Version', 'Værdi', 'Mangler', 'Tæller', 'Nævner', 'Kilde'],
  ...['Leveret af', 'Fil', 'Registreret af', 'Registreret', 'Gælder', 'Årsag til rettelse'],
]

/**
 * All that has been told of an indicator for the wholes and the places of one level, what was corrected among it, as a
 * file to be taken along. Two statements beside what is kept.
 */
export function valuesTable(
  actor: Actor,
  slug: string,
  { sted, aar }: { sted: string; aar: number | null },
): { head: string[]; rows: string[][] } {
  const indicator = foundIndicator(actor, slug)
  const level = smallLevels.find(one => levelSlugs[one] === sted) ?? 'AREA'
  const places = readKnownPlaces(actor.database).filter(
    one => one.measuredId !== null && (one.level === level || !(smallLevels as readonly string[]).includes(one.level)),
  )
  const raw = readRawFigures(actor.database, {
    versionIds: indicator.versions.map(({ id }) => id),
    placeIds: places.flatMap(({ measuredId }) => measuredId ?? []),
    ...(aar === null ? {} : { from: aar, to: aar }),
    history: true,
  })
  const numbers = new Map(indicator.versions.map(({ id, number }) => [id, number]))
  const counts = newestOfEach(raw, id => numbers.get(id) ?? 0)
  const figures = shownFigures(actor, raw)
  const told = readTold(actor.database, figures)
  const placeOf = new Map(places.map(place => [place.measuredId, place]))
  const version = new Map(indicator.versions.map(one => [one.id, one]))
  const rows = figures.map(figure => {
    const place = placeOf.get(figure.placeId)
    const by = told.get(figure.deliveryId)
    const { unit = '', number = 0 } = version.get(figure.versionId) ?? {}
    return [
      ...[indicator.name, unit, place ? levelNames[place.level] : '', place?.name ?? '', String(figure.year)],
      ...[String(number), figure.value === null ? '' : figure.value.toFixed(figure.decimals).replace('.', ',')],
      ...[cellOf(figure).words, plain(figure.numerator), plain(figure.denominator)],
      ...[by?.source ?? '', by?.supplier ?? '', by?.name ?? '', by?.by ?? '', by?.at ?? ''],
      ...[counts.has(figure.id) ? 'Ja' : 'Nej', figure.reason],
    ]
  })
  return { head, rows }
}

const plain = (value: number | null): string => (value === null ? '' : String(value).replace('.', ','))
