import type { Actor } from '../../../access/actor.ts'
import { mayDo } from '../../../access/policy.ts'
import { viewOf } from '../../../access/visibility.ts'
import { column, rowsOf } from '../../../database/rows.ts'
import type { AreaMeasure, RelatedFact, RelatedPlace, RelatedTo } from '../../../http/feature.ts'
import { withQuery } from '../../../http/pages/paging.ts'
import { hasEnded } from '../../../kernel/periods.ts'
import { plural } from '../../../kernel/text.ts'
import { placesOn, readPlaces } from '../../ground/places/index.ts'
import { type FlagState, flagStateLabels, flagStateSql, isOpenFlagSql } from './flag-states.ts'
import { type FlagTheme, themeNames } from './labels.ts'
import { listOfPlace } from './pages/list-page.ts'
import { flagPath, newFlagPath } from './paths.ts'
import { type PlaceRef, placeKey, placeNamed, placeOf } from './place-ref.ts'

/** SQL of joins: a flag `f` with its last step `s`. */
const withLast = 'Flag f LEFT JOIN FlagStep s ON s.id = (SELECT max(id) FROM FlagStep WHERE flagId = f.id)'

const countRow = rowsOf({
  areaId: column.orNull(column.number),
  estateId: column.orNull(column.number),
  districtId: column.orNull(column.number),
  open: column.number,
  ended: column.number,
})

/** The flags on a place and on those that lie in it today, and where one points it out. */
export function flagsOfPlace(actor: Actor, place: RelatedPlace): RelatedFact[] {
  const places = readPlaces(actor.database)
  const { own, inside } = placesIn(actor, place)
  const ids = (level: PlaceRef['level']) =>
    JSON.stringify([own, ...inside].flatMap(one => (one.level === level ? [one.id] : [])))
  const rows = actor.database.sql.all(
    countRow,
    `SELECT areaId, estateId, districtId, sum(isOpen) AS open, sum(1 - isOpen) AS ended FROM (
       SELECT f.areaId, f.estateId, f.districtId, ${isOpenFlagSql(flagStateSql('s.kind', 's.until'))} AS isOpen FROM ${withLast}
       WHERE f.areaId IN (SELECT value FROM json_each(?)) OR f.estateId IN (SELECT value FROM json_each(?))
         OR f.districtId IN (SELECT value FROM json_each(?)))
     GROUP BY areaId, estateId, districtId ORDER BY estateId IS NOT NULL, areaId, estateId`,
    actor.today,
    ids('area'),
    ids('estate'),
    ids('district'),
  )
  const counts = rows.map(row => ({ ...row, ref: placeOf(row) }))
  const ownKey = placeKey(own)
  const told = counts
    .toSorted((one, other) => Number(placeKey(other.ref) === ownKey) - Number(placeKey(one.ref) === ownKey))
    .map(({ ref, open, ended }) => ({
      term: placeKey(ref) === ownKey ? 'Påpegninger' : `Påpegninger af ${placeNamed(places, ref)?.name ?? ''}`,
      text: countText(open, ended),
      href: listOfPlace(placeKey(ref)),
    }))
  const named = placeNamed(places, own)
  const raise =
    named && !hasEnded(named, actor.today) && mayDo(actor, 'raiseFlag')
      ? [{ term: 'Har du set noget?', text: 'Påpeg stedet', href: withQuery(newFlagPath, { sted: ownKey }) }]
      : []
  return [...told, ...raise]
}

const countText = (open: number, ended: number): string =>
  [open > 0 ? plural(open, 'åben', 'åbne') : '', ended > 0 ? `${ended} med udfald` : ''].filter(Boolean).join(', ')

function placesIn(actor: Actor, place: RelatedPlace): { own: PlaceRef; inside: PlaceRef[] } {
  if ('estate' in place) return { own: { level: 'estate', id: place.estate }, inside: [] }
  const on = placesOn(readPlaces(actor.database), actor.today)
  const estates = (found: readonly { id: number }[] = []): PlaceRef[] =>
    found.map(({ id }) => ({ level: 'estate', id }))
  if ('area' in place)
    return { own: { level: 'area', id: place.area }, inside: estates(on.areas.get(place.area)?.estates) }
  return {
    own: { level: 'district', id: place.district },
    inside: [
      ...place.areas.map((id): PlaceRef => ({ level: 'area', id })),
      ...estates(on.districts.get(place.district)?.estates),
    ],
  }
}

const measureRow = rowsOf({ areaId: column.number, open: column.number })

/** How many flags on each housing area are open: one that has none is told as none. */
export const flagsMeasure: AreaMeasure = {
  order: 40,
  slug: 'paapegninger',
  label: 'Åbne påpegninger',
  values(actor, on) {
    const rows = actor.database.sql.all(
      measureRow,
      `SELECT a.id AS areaId, (SELECT count(*) FROM ${withLast}
         WHERE f.areaId = a.id AND ${isOpenFlagSql(flagStateSql('s.kind', 's.until'))}) AS open FROM HousingArea a`,
      on,
    )
    return new Map(rows.map(({ areaId, open }) => [areaId, open]))
  },
  text: value => plural(value, 'påpegning', 'påpegninger'),
}

const flagRow = rowsOf({
  itemId: column.number,
  number: column.text,
  place: column.text,
  theme: column.oneOf<FlagTheme>(),
  state: column.oneOf<FlagState>(),
})
const named = `f.number, coalesce(fa.name, fe.name, fd.name) AS place, f.theme, ${flagStateSql('s.kind', 's.until')} AS state`
const places = `LEFT JOIN HousingArea fa ON fa.id = f.areaId LEFT JOIN Estate fe ON fe.id = f.estateId
  LEFT JOIN District fd ON fd.id = f.districtId`

const factOf = ({
  number,
  place,
  theme,
  state,
}: {
  number: string
  place: string
  theme: FlagTheme
  state: FlagState
}) => ({
  term: 'Påpegning',
  text: `${number}, ${place}: ${themeNames[theme]} (${flagStateLabels[state].toLowerCase()})`,
  href: flagPath(number),
})

/** The flags that are treated under a meeting's items, where the reader may read the item's own text. */
export function flagsOfItems(actor: Actor, meetingId: number): ReadonlyMap<number, RelatedFact[]> {
  const view = viewOf(actor)
  const rows = actor.database.sql.all(
    flagRow,
    `WITH RECURSIVE origin(itemId, at) AS (
       SELECT i.id, i.id FROM AgendaItem i JOIN Meeting m ON m.id = i.meetingId LEFT JOIN Treatment t ON t.itemId = i.id
       WHERE i.meetingId = ? AND i.removedAt IS NULL AND ${view.agendas('m')} AND ${view.itemTexts('m', 'i', 't')}
       UNION ALL SELECT i.carriedFromId, o.at FROM origin o JOIN AgendaItem i ON i.id = o.itemId WHERE i.carriedFromId IS NOT NULL
     )
     SELECT o.at AS itemId, ${named} FROM origin o CROSS JOIN FlagStep put ON put.itemId = o.itemId CROSS JOIN Flag f ON f.id = put.flagId
       LEFT JOIN FlagStep s ON s.id = (SELECT max(id) FROM FlagStep WHERE flagId = f.id) ${places} ORDER BY o.at, f.id`,
    meetingId,
    actor.today,
  )
  const found = new Map<number, RelatedFact[]>()
  for (const row of rows) found.set(row.itemId, [...(found.get(row.itemId) ?? []), factOf(row)])
  return found
}

/** The flags that are gathered under a case. */
export function flagsOfCase(actor: Actor, to: RelatedTo): RelatedFact[] {
  if (!('case' in to)) return []
  return actor.database.sql
    .all(
      flagRow,
      `SELECT 0 AS itemId, ${named} FROM ${withLast} ${places} WHERE f.caseId = ? ORDER BY f.id`,
      actor.today,
      to.case,
    )
    .map(factOf)
}
