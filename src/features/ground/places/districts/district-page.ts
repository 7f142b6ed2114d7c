import type { Actor } from '../../../../access/actor.ts'
import { mayDo } from '../../../../access/policy.ts'
import type { RelatedFact } from '../../../../http/feature.ts'
import { ownEvents } from '../../../../http/own-events.ts'
import type { Day } from '../../../../kernel/days.ts'
import { periodText } from '../../../../kernel/periods.ts'
import { estateLines, homesColumns } from '../estate-lines.ts'
import { areaCount, dayFacts, estateCount, homeCount, homesText, missingText } from '../labels.ts'
import { byName } from '../list-parts.ts'
import { areaPath, districtPath, districtsPath, partOf } from '../paths.ts'
import { longPlace } from '../place-words.ts'
import { type DistrictOn, placesOn } from '../places-on.ts'
import { type DistrictRow, readPlaces } from '../read-places.ts'

/** A district as of a day, with the areas and the estates that lie in it. */
export function districtPage(actor: Actor, row: DistrictRow, dag: Day | null, related: readonly RelatedFact[]) {
  const { on, asOf, ...day } = dayFacts(actor, dag, districtPath(row.slug))
  const district = districtOn(actor, row, on)
  return {
    title: row.name,
    active: 'boligomraader',
    crumbs: [{ text: 'Bydele', href: districtsPath }, { text: row.name }],
    eventsHref: ownEvents(actor, 'bydel', row.id),
    heading: row.name,
    ...day,
    tag: district.isThere ? null : longPlace(row, on),
    facts: factsOf(district),
    related,
    areas: [...district.areas].sort(byName).map(area => ({
      name: { text: area.name, href: areaPath(area.slug, asOf) },
      estates: area.delimitation ? estateCount(area.estates.length) : '',
      homes: area.delimitation ? homeCount(area.homes.total) : '',
    })),
    estates: estateLines(district.estates, asOf, { area: true }),
    homesColumns,
    missing: missingText(district.homes),
    actions: mayDo(actor, 'manageOwnSide') ? actionsOf(row) : [],
  }
}

/** The district with all that lies in it on the day. */
export const districtOn = (actor: Actor, row: DistrictRow, on: Day): DistrictOn =>
  placesOn(readPlaces(actor.database), on).districts.get(row.id) as DistrictOn

const factsOf = (district: DistrictOn) => [
  { term: 'Inddeling', text: district.definition || 'Ikke oplyst' },
  { term: 'Kilde', text: district.source || 'Ikke oplyst' },
  { term: 'Bruges', text: periodText(district) },
  { term: 'Boligområder', text: areaCount(district.areas.length) },
  { term: 'Afdelinger', text: estateCount(district.estates.length) },
  {
    term: 'Boliger',
    text: `${homeCount(district.homes.total)}${district.homes.total > 0 ? `: ${homesText(district.homes.homes)}` : ''}`,
  },
]

function actionsOf({ slug, to }: DistrictRow) {
  const path = districtPath(slug)
  return to !== null
    ? [{ text: 'Genåbn bydelen', href: partOf(path, 'genaabn') }]
    : [
        { text: 'Ret bydelen', href: partOf(path, 'ret') },
        { text: 'Luk bydelen', href: partOf(path, 'luk') },
      ]
}
